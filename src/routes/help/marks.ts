import type { Cell } from '$lib/disclosure/released';
import { legendOf, notApplicable } from '$lib/report/cell-text';
import type { Language } from '$lib/schema/text';

/** Every mark that a released row can carry. */
const rowMarks = [
  'unstable',
  'provisional',
  'incomplete',
  'break',
  'revised',
  'undecided',
  'biased short',
  'open',
  'open grants left out',
  'other reference point',
  'expired',
  'invalid rows left out',
];
const cells: readonly Cell[] = [
  { is: 'withheld', between: [0, 0.1] },
  { is: 'missing', why: 'no rows' },
  { is: 'missing', why: 'not recorded' },
  { is: 'missing', why: 'not asked' },
  { is: 'missing', why: 'too few for this statistic' },
];

/** Marks with their meaning, in the words that stand under tables. */
export function marksOf(language: Language): readonly { sign: string; words: string }[] {
  const { text, words = '' } = notApplicable(language);
  return [...legendOf(cells, [{ marks: rowMarks }], language), `${text} ${words}`].map((line) => ({
    sign: line.slice(0, line.indexOf(' ')),
    words: line.slice(line.indexOf(' ') + 1),
  }));
}
