import { DAY, HOUR } from './calendar';
import type { Weighted } from './draw';
import { daily, hourly, type Story, yesNo } from './story';

/** A stay in one place of care. */
export interface Stay {
  readonly key: string;
  readonly type: string;
  readonly started: number;
  readonly ended: number | null;
  /** The stay ended because the child went missing. */
  readonly lost: boolean;
}

const homeTypes: Weighted<string> = [
  ['own_family', 24], ['kinship', 9], ['foster', 16], ['foster_specialised', 3],
  ['emergency_home', 9], ['residential_specialised', 12], ['residential_general', 14],
  ['supported_living', 4], ['closed_shelter', 3], ['secure_care', 3], ['hospital', 1],
  ['unknown', 1], ['', 1],
]; // prettier-ignore
const awayTypes: Weighted<string> = [
  ['reception_centre', 36], ['residential_specialised', 17], ['residential_general', 11],
  ['foster', 7], ['kinship', 6], ['hotel', 5], ['adult_shelter', 2], ['emergency_home', 4],
  ['supported_living', 4], ['closed_shelter', 3], ['secure_care', 1], ['detention', 1],
  ['none', 1], ['unknown', 1], ['', 1],
]; // prettier-ignore

/** Places a child may not leave whatever the column says. */
export const closedTypes = ['closed_shelter', 'secure_care', 'detention'];

/**
 * Stays one after the other. Planted: care that began before detection, gaps between stays, closed
 * places, freedom to leave refused or not known, and a stay that ends because the child is gone.
 */
export function tellPlacements(story: Story): Stay[] {
  const { draw, child, files } = story;
  const stays: Stay[] = [];
  if (!draw.chance(child.accompaniment === 'unaccompanied' ? 0.92 : 0.66)) return stays;
  const fromAbroad = child.citizenshipGroup !== 'national';
  let from =
    files[0].detected +
    (draw.chance(0.09) ? -draw.between(5, 500) * DAY : draw.spread([0, 2, 9, 30, 110, 700]) * HOUR);
  for (let count = draw.spread([1, 1, 2, 3, 6]); count > 0 && from < story.end; count--) {
    const long = draw.spread([1, 6, 25, 80, 200, 600]) * DAY + draw.between(0, 1439);
    const ended = from + long > story.end ? null : from + long;
    const lost = ended !== null && draw.chance(fromAbroad ? 0.1 : 0.05);
    const type = draw.weighted(fromAbroad ? awayTypes : homeTypes);
    const last = lastEnd(story, from, ended);
    const stay = {
      key: story.nextKey('p'),
      type,
      started: from,
      ended: last ? last.at : ended,
      lost: lost && !last,
    };
    writeStay(story, stay, count > 1, last?.reason);
    stays.push(stay);
    if (ended === null || last || (lost && draw.chance(0.45))) break;
    from = ended + (lost || draw.chance(0.2) ? draw.spread([1, 3, 8, 40]) * DAY : 0);
  }
  return stays;
}

const endings: Readonly<Record<string, string>> = {
  returned: 'returned_abroad',
  deceased: 'deceased',
};

/** A stay ends with the 18th birthday for many, and with the only file for some of its reasons. */
function lastEnd(story: Story, from: number, ended: number | null) {
  const { draw, child, files } = story;
  const [{ closed, closureReason, detected }] = files;
  if (child.adult > Math.max(from, detected) && child.adult < (ended ?? story.end))
    return draw.chance(0.6) ? { at: child.adult, reason: 'turned_18' } : null;
  const reason = endings[closureReason];
  const closes = ended === null && files.length === 1 && closed !== null && closed > from;
  return closes && reason ? { at: closed, reason } : null;
}

function writeStay(story: Story, stay: Stay, more: boolean, reason: string | undefined): void {
  const { draw, files } = story;
  const closed = closedTypes.includes(stay.type);
  story.write('placements', {
    placement_key: stay.key,
    case_key: files[0].key,
    placement_type: stay.type,
    started_at: hourly(story, stay.started),
    ended_at: hourly(story, stay.ended),
    end_reason:
      reason !== undefined
        ? reason
        : stay.ended === null
        ? 'na'
        : stay.lost
          ? 'missing'
          : draw.weighted([
              ['planned', more ? 50 : 25], ['reunified', more ? 2 : 24], ['other_need', 12],
              ['provider_request', 8], ['child_request', 7], ['independent', more ? 1 : 9],
              ['funding', 2], ['detained', 1], ['unknown', 4], ['', 3],
            ]), // prettier-ignore
    free_to_leave: closed
      ? draw.weighted([['no', 62], ['unknown', 18], ['', 14], ['yes', 6]]) // prettier-ignore
      : draw.weighted([['yes', 82], ['unknown', 7], ['', 7], ['no', 2], ['not_asked', 2]]), // prettier-ignore
    specialised: stay.type === 'residential_specialised' ? 'yes' : yesNo(draw, 9, 70),
    mixed_with_adults: yesNo(
      draw,
      stay.type === 'reception_centre' || stay.type === 'hotel' ? 30 : 4,
      75,
    ),
    registered_with_cp_at: draw.chance(0.85)
      ? hourly(story, stay.started + draw.spread([0, 4, 20, 60, 400]) * HOUR)
      : undefined,
    distance_band: draw.weighted([['same_municipality', 28], ['same_region', 34], ['other_region', 22], ['abroad', 3], ['unknown', 9], ['', 4]]), // prettier-ignore
    decision_reviewed_at: draw.chance(0.6)
      ? daily(story, stay.started + draw.spread([7, 30, 60, 120]) * DAY)
      : undefined,
    programme_key: stay.type === 'residential_specialised' ? `programme-${draw.between(1, 3)}` : '',
  });
}
