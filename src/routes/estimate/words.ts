import type { MseAssessment } from '$lib/state/estimate.svelte';
import type { PatternProblem, PatternTable, Unreadable } from '$lib/state/pattern-table';

/** Two significant digits, the most that such an estimate can carry. */
const twoDigits = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

export const about = (persons: number | null): string =>
  persons === null ? 'no estimate' : twoDigits.format(persons);
export const exactly = (persons: number): string => whole.format(persons);
export const between = (low: number | null, high: number | null): string =>
  low === null || high === null ? 'no interval' : `${about(low)} to ${about(high)}`;

/** How far to believe the figure: a heading and what it means. */
export const labels: Record<MseAssessment['label'], { heading: string; meaning: string }> = {
  stable: {
    heading: 'Stable',
    meaning:
      'Other models that explain the data about as well, and leaving out any one list, change the estimate by a factor of 1.5 at most.',
  },
  order_of_magnitude: {
    heading: 'Order of magnitude only',
    meaning: 'The upper 95 % limit is more than three times the lower one.',
  },
  unstable: {
    heading: 'Unstable: show the range of models, no single number',
    meaning:
      'Another model that explains the data about as well, or leaving out one list, changes the estimate by more than a factor of 1.5, or no interval can be computed.',
  },
  untestable: {
    heading: 'Untestable: show the range of models, no single number',
    meaning:
      'The chosen model reproduces the counts exactly whatever they are, so nothing in the data can speak against it. It is treated as unstable.',
  },
  needs_independence: {
    heading: 'Needs independence, which cannot be checked',
    meaning:
      'With two lists the estimate holds only if being on one does not change the chance of being on the other.',
  },
  not_shown: {
    heading: 'No estimate is shown',
    meaning: 'These counts cannot carry one.',
  },
};

export const reasons: Record<MseAssessment['reasons'][number], string> = {
  fewer_than_two_lists: 'Fewer than two lists say anything: the others hold nobody or everybody.',
  nobody_on_two_lists: 'Nobody is on two lists.',
  fewer_than_50_persons: 'Fewer than 50 people are known.',
  fewer_than_10_on_two_lists: 'Fewer than 10 people are on two lists or more.',
  fewer_than_11_on_two_lists:
    'Fewer than 11 people are on two lists or more, and their number would be printed.',
  a_list_with_fewer_than_5_persons: 'A list holds fewer than 5 people. Merge it with another one.',
};

/** Why there is no figure although no gate stopped it, or what to know about a figure of two lists. */
export const statuses: Partial<Record<MseAssessment['status'], string>> = {
  invalid: 'The counts cannot be read as patterns of lists.',
  mle_does_not_exist: 'The chosen model has no best fit: too many overlaps are empty.',
  not_identifiable: 'The chosen model has more unknowns than these counts can settle.',
  not_estimable: 'No model could be fitted to these counts.',
  unreliable_small_overlap: 'The lists share too few people for a reliable estimate.',
  complete_overlap: 'Every person on one list is on the other one too.',
};

/** Name of a row in the table of models. */
export function modelName(
  { kind, list }: MseAssessment['alternatives'][number],
  lists: readonly string[],
): string {
  switch (kind) {
    case 'main_effects':
      return 'Lists independent (main effects only)';
    case 'stepwise':
      return 'Pairs added one by one (stepwise)';
    case 'bic_pairs':
      return 'Lowest BIC, pairs of lists';
    case 'bic_order_3':
      return 'Lowest BIC, up to three lists together';
    case 'without_list':
      return `Without ${lists[(list ?? 0) - 1] || `list ${list}`}`;
  }
}

export const unreadable: Record<Unreadable, string> = {
  empty: 'The text is empty.',
  no_count_column:
    'There is no column named “count”. If each row is a person, count the people with each pattern first and bring only the counts.',
  list_number: 'There must be two to eight columns beside “count”, one for each list.',
  too_many_rows:
    'There are more rows than patterns of eight lists. If each row is a person, count the people with each pattern first and bring only the counts.',
  ragged: 'Some rows have more or fewer columns than the first line.',
};

/** A problem of the table in words, without what the cell holds. */
export function problemWords(problem: PatternProblem, { lists }: PatternTable): string {
  switch (problem.is) {
    case 'list_number':
      return 'There must be two to eight lists.';
    case 'too_many_rows':
      return 'There are more rows than patterns.';
    case 'nobody':
      return 'No row has a count above 0.';
    case 'not_0_or_1':
      return `Row ${problem.row + 1}, ${lists[problem.list] || `list ${problem.list + 1}`}: write 1 for on the list or 0 for not.`;
    case 'not_a_count':
      return `Row ${problem.row + 1}: the count must be a whole number from 0 to 9,999,999.`;
    case 'on_no_list':
      return `Row ${problem.row + 1}: people on no list cannot have been counted. Set the count to 0 or mark a list.`;
  }
}

/** What the estimate of two lists says; no sentence of its own comes with it. */
export function twoListSentence(got: MseAssessment): string {
  const range =
    got.lower80 === null || got.upper80 === null
      ? `About ${about(got.estimate)} children, without a range`
      : `Between about ${about(got.lower80)} and ${about(got.upper80)} children (Chapman estimate ${about(got.estimate)})`;
  return `${range}; ${exactly(got.observed)} are known. The lists share ${exactly(got.persons_on_two_or_more)} children. The estimate rests on assumptions that the data cannot test.`;
}
