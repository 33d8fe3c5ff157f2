import { DAY } from './calendar';
import { keyOf } from './case-file';
import type { Child } from './child';
import { Draw, type Weighted } from './draw';
import { daily, type Story, yesNo } from './story';

/** The proceeding that statements of a child name. */
export interface Court {
  readonly key: string;
  /** First statement, whatever day is written down for it. */
  readonly heard: number;
}

const offences: Weighted<string> = [
  ['child_trafficking', 24], ['trafficking', 12], ['child_sexual', 18], ['csam', 12],
  ['procuring', 11], ['labour', 6], ['smuggling', 4], ['other_lesser', 10], ['', 3],
]; // prettier-ignore
const ends: Weighted<string> = [
  ['convicted_as_charged', 44], ['convicted_lesser', 24], ['acquitted', 20], ['discontinued', 10],
  ['time_barred', 2],
]; // prettier-ignore

/**
 * Proceedings against those who exploited the child. Planted: several children in one trial
 * (`joint_key`), charges lesser than trafficking, cases still open, dropped before a charge, statements
 * after the end (rule X18), compensation in two currencies, awarded and never or partly paid.
 */
export function tellProceedings(story: Story, court: Court | null): void {
  const { draw, child, files } = story;
  if (!court && (child.rare || !story.registered || !draw.chance(0.1))) return;
  const opened = Math.min(
    files[0].detected + draw.spread([-20, 0, 10, 60, 300]) * DAY,
    court?.heard ?? Infinity,
    story.end,
  );
  const trial = !child.rare && draw.chance(0.3) ? jointTrial(child, opened) : null;
  const fate = trial?.draw ?? draw;
  const charged = (trial?.from ?? opened) + fate.spread([60, 160, 320, 700]) * DAY;
  const judged = charged + fate.spread([60, 150, 300, 600]) * DAY;
  const final = judged + fate.spread([14, 30, 200, 420]) * DAY;
  const dropped = fate.chance(0.32);
  const offence = fate.weighted(offences);
  const end = fate.weighted(ends);
  const suspects = fate.weighted<string | number>([[1, 50], [2, 24], [3, 10], [7, 3], ['unknown', 13]]); // prettier-ignore
  const known = (moment: number) => moment <= story.end;
  const inCourt = !dropped && known(charged);
  const stage = dropped
    ? 'investigation'
    : known(final) ? 'final' : known(judged) ? 'judgment' : known(charged) ? draw.pick(['charged', 'trial']) : draw.pick(['reported', 'investigation']); // prettier-ignore
  const outcome = dropped
    ? known(charged) ? draw.weighted([['discontinued', 92], ['time_barred', 8]]) : 'pending' // prettier-ignore
    : known(judged) ? end : 'pending'; // prettier-ignore
  story.write('proceedings', {
    proceeding_key: court?.key ?? story.nextKey('v'),
    case_key: files[0].key,
    joint_key: trial?.key ?? '',
    proceeding_type: draw.weighted([['criminal', 90], ['child_protection', 4], ['state_compensation', 3], ['civil', 3]]), // prettier-ignore
    offence_charged: inCourt ? offence : 'na',
    opened_at: draw.chance(0.97) ? daily(story, opened) : '',
    charged_at: inCourt ? daily(story, charged) : undefined,
    judgment_at: dropped ? undefined : daily(story, judged),
    final_at: dropped ? undefined : daily(story, final),
    stage_reached: stage,
    outcome,
    suspects,
    convicted: outcome.startsWith('convicted') ? 1 : inCourt && known(judged) ? 0 : 'na',
    best_interest_decision: yesNo(draw, 34, 44),
    told_may_decline: yesNo(draw, 46, 30),
    reprisal_or_threat: yesNo(draw, 15, 58),
    ...compensation(draw, outcome),
  });
}

/**
 * The trial of children of one region whose cases opened in the same 92 days: one fate for all. Of
 * every 2,000 children, so that trials stay small in a large country.
 */
function jointTrial({ region, index }: Child, opened: number) {
  const quarter = Math.floor(opened / (92 * DAY));
  const number = Math.floor(index / 2000) * 4096 + quarter * 8 + Number(region.slice(-1) || 0);
  return {
    key: keyOf('j', number),
    draw: new Draw(Math.imul(number, 0x9e3779b1)),
    from: (quarter + 1) * 92 * DAY,
  };
}

/** Sought by some, awarded to few, paid to fewer; one in five in kroner. */
function compensation(draw: Draw, outcome: string) {
  const sought = yesNo(draw, outcome === 'pending' ? 12 : 36, 46);
  if (sought !== 'yes') return { compensation_sought: sought };
  const won = outcome.startsWith('convicted') && draw.chance(0.7);
  const kroner = draw.chance(0.2);
  const awarded = won ? draw.spread([2, 8, 20, 60]) * (kroner ? 10_000 : 1000) : 0;
  const part = draw.weighted([[0, 46], [25, 20], [50, 10], [100, 24]]); // prettier-ignore
  return {
    compensation_sought: sought,
    compensation_awarded: outcome === 'pending' ? '' : awarded,
    compensation_paid: won ? (awarded * part) / 100 : '',
    currency: won ? (kroner ? 'NOK' : 'EUR') : '',
  };
}
