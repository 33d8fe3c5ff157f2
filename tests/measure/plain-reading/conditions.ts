import { ageOf, known, momentOf, startHour, type Cells } from './cells';

/** When a conditional column is missed, and the columns that tell so. */
export interface Condition {
  readonly told: readonly string[];
  readonly holds: (row: Cells, knows: (column: string) => boolean) => boolean;
}

const is = (column: string, ...codes: readonly string[]): Condition => ({
  told: [column],
  holds: (row) => codes.includes(known(row[column]) ?? ''),
});
const isNot = (column: string, code: string): Condition => ({
  told: [column],
  holds: (row) => ![null, code].includes(known(row[column])),
});
const isKnown = (column: string): Condition => ({
  told: [column],
  holds: (_, knows) => knows(column),
});
const either = (one: Condition, other: Condition): Condition => ({
  told: [...one.told, ...other.told],
  holds: (row, knows) => one.holds(row, knows) || other.holds(row, knows),
});

/** Followed from detection for as long as a child of that age has left to 18, in hours. */
function isOldEnough(row: Cells): boolean {
  const [from, to] = [momentOf(row, 'detected'), momentOf(row, 'followup_end')];
  const years = ageOf(row.age_at_detection);
  if (!from || !to || years === null || from.offset !== to.offset) return false;
  return startHour(to) - startHour(from) >= (18 - years) * 365.25 * 24;
}

const found = ['returned', 'found_safe', 'found_exploited', 'found_detained', 'found_abroad', 'deceased']; // prettier-ignore

/** When a conditional column applies, by what other columns say (ruling DQ-01, X12, X16). */
export const conditions: Readonly<Record<string, Condition>> = {
  'cases.closed': either(is('case_open', 'no'), isKnown('closure_reason')),
  'cases.closure_reason': either(is('case_open', 'no'), isKnown('closed')),
  'cases.turned_18': either(is('closure_reason', 'turned_18'), {
    told: ['followup_end'],
    holds: isOldEnough,
  }),
  'assignments.ended': isKnown('end_reason'),
  'assignments.end_reason': isKnown('ended'),
  'placements.ended': isKnown('end_reason'),
  'placements.end_reason': isKnown('ended'),
  'missing_episodes.ended': is('end_reason', ...found),
  'missing_episodes.end_reason': isKnown('ended'),
  'services.started': is('status', 'in_progress', 'completed', 'stopped_early'),
  'services.ended': is('status', 'completed', 'stopped_early'),
  'services.unmet_reason': is('status', 'not_provided', 'declined'),
  'charges.resolved': isNot('outcome', 'pending'),
  'age_disputes.resolved': isNot('outcome', 'unresolved'),
  'decisions.decided': isNot('outcome', 'pending'),
  'decisions.negative_reason': is('outcome', 'negative'),
};

/** Ends that nothing else can tell of. */
export const notJudged = ['detention.ended', 'exploitation_spells.ended', 'programmes.ended', 'disruptions.end_date', 'funding.end_date']; // prettier-ignore
