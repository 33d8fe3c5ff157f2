import { InputReader } from './input-reader';
import { loadLinearProgram } from './linear-program';
import type { Services } from './method';
import { fitExists, type FitExists } from './mse-existence';

/** Existence of fits as decided by HiGHS, with a memory of its own for each run. */
export const existence = async ({ solveLp }: Services): Promise<FitExists> =>
  fitExists(solveLp ?? (await loadLinearProgram()));

/** Persons by pattern of lists. */
export const countsIn = (read: InputReader) =>
  read.records('counts', (row) => ({ pattern: row.text('pattern'), count: row.number('count') }));

/** An overlap table. */
export const tableIn = (read: InputReader) => ({
  lists: read.number('lists'),
  counts: countsIn(read),
});

/** An overlap table and the way a model is chosen. */
export const selectorIn = (read: InputReader) => ({
  ...tableIn(read),
  selector: read.oneOf('selector', ['stepwise', 'bic', 'fixed'], 'stepwise'),
  p_threshold: read.numberOr('p_threshold', undefined),
  max_order: read.numberOr('max_order', undefined),
  interactions: read.textsOr('interactions', undefined),
});
