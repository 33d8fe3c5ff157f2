import { DAY, HOUR } from './calendar';
import type { Draw, Weighted } from './draw';
import { closedTypes, type Stay } from './placements';
import { hourly, type Story, yesNo } from './story';

const settings: Weighted<string> = [
  ['police_cell', 44], ['immigration', 18], ['border_transit', 10], ['pretrial', 10],
  ['juvenile', 5], ['sentenced', 4], ['psychiatric', 3], ['closed_shelter', 3], ['other', 3],
]; // prettier-ignore
const homeSettings = settings.filter(([s]) => s !== 'immigration' && s !== 'border_transit');
const hours: Readonly<Record<string, readonly number[]>> = {
  police_cell: [2, 7, 15, 26, 70],
  immigration: [20, 120, 500, 1600],
  border_transit: [6, 30, 90, 400],
};
const purposes: Weighted<string> = [
  ['immigration', 22], ['criminal', 34], ['protection', 15], ['age_doubt', 8], ['no_place', 8],
  ['status', 4], ['witness', 1], ['unknown', 5], ['', 3],
]; // prettier-ignore
const limits = [
  'phone_internet',
  'leaving',
  'visitors',
  'family_contact',
  'school',
  'sanctions',
] as const;

/**
 * Deprivation of liberty in every layer. Planted: before detection, running at detection, still
 * running, one spell written down by two bodies, and closed placements without a spell of their own.
 */
export function tellDetention(story: Story, stays: readonly Stay[]): void {
  const { draw, child, files } = story;
  const taken: [number, number][] = [];
  const spell = (setting: string, started: number, ended: number | null) => {
    const to = ended === null || ended > story.end ? null : ended;
    if (started >= story.end || taken.some(([a, b]) => started < b && (to ?? story.end) > a))
      return;
    taken.push([started, to ?? story.end]);
    writeSpell(story, files[0].key, setting, started, to);
    const other = files[1];
    if (other && other.closureReason !== 'duplicate' && draw.chance(0.2))
      writeSpell(story, other.key, setting, started + draw.between(0, 5) * HOUR, to);
  };
  for (const stay of stays)
    if (closedTypes.includes(stay.type) && draw.chance(0.6))
      spell(stay.type === 'detention' ? 'immigration' : stay.type, stay.started, stay.ended);
  const foreign = child.citizenshipGroup === 'third_country';
  const risk = (child.form === 'criminal' ? 0.22 : 0.05) + (foreign ? 0.06 : 0);
  if (child.age < 12 || !draw.chance(risk)) return;
  let at = files[0].detected + draw.spread([-900, -60, -8, 6, 200, 3000]) * HOUR;
  for (let count = draw.spread([1, 1, 2, 3]); count > 0; count--) {
    const setting = draw.weighted(foreign ? settings : homeSettings);
    const long = draw.spread(hours[setting] ?? [48, 300, 1400, 4000]) * HOUR + draw.between(1, 59);
    spell(setting, at, at + long);
    at += long + draw.spread([2, 30, 200]) * DAY;
  }
}

function writeSpell(
  story: Story,
  caseKey: string,
  setting: string,
  started: number,
  ended: number | null,
): void {
  const { draw, files } = story;
  const challenged = yesNo(draw, 18, 60);
  story.write('detention', {
    detention_key: story.nextKey('d'),
    case_key: caseKey,
    setting,
    stated_purpose: draw.weighted(purposes),
    started_at: hourly(story, started),
    ended_at: hourly(story, ended),
    victim_known_at_start: known(draw, started >= files[0].detected),
    first_review_at: draw.chance(0.5)
      ? hourly(story, started + draw.spread([10, 40, 90, 300]) * HOUR)
      : undefined,
    challenge_lodged: challenged,
    challenge_decided_at:
      challenged === 'yes' && draw.chance(0.7)
        ? hourly(story, started + draw.spread([60, 200, 600]) * HOUR)
        : undefined,
    legal_assistance: yesNo(draw, 58, 22),
    separated_from_adults: yesNo(draw, 62, 17),
    family_contact_90d: yesNo(draw, 44, 26),
    restrictions: draw.chance(0.7)
      ? draw.some(limits, 3).join(';')
      : draw.pick(['none', 'unknown', '']),
  });
}

const known = (draw: Draw, after: boolean): string =>
  draw.weighted([[after ? 'yes' : 'no', 80], [after ? 'no' : 'yes', 5], ['unknown', 10], ['', 5]]); // prettier-ignore
