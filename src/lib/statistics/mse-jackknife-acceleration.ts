import type { FitExists } from './mse-existence';
import { mseSelector, type Selector, type SelectorSettings } from './mse-selector';
import { mseTable, tableOf, type MseInput, type MseTable } from './mse-table';
import type { Status } from './status';

export interface JackknifeInput extends MseInput, SelectorSettings {}

export interface Jackknife {
  readonly acceleration: number | null;
  /** Cells whose delete-one estimate does not exist; they leave the sum. */
  readonly failed_cells: number;
  readonly status: Status;
}

/** Acceleration on a table. */
export function accelerationOn(table: MseTable, select: Selector): Jackknife {
  let failed = 0;
  const points: { weight: number; estimate: number }[] = [];
  table.counts.forEach((weight, cell) => {
    if (weight === 0) return;
    const counts = table.counts.slice();
    counts[cell]! -= 1;
    const { estimate } = select(tableOf(table.lists, counts));
    if (estimate === null) failed++;
    else points.push({ weight, estimate });
  });
  const all = points.reduce((total, { weight }) => total + weight, 0);
  const mean = points.reduce((total, { weight, estimate }) => total + weight * estimate, 0) / all;
  const moment = (power: number) =>
    points.reduce((total, { weight, estimate }) => total + weight * (mean - estimate) ** power, 0);
  const acceleration = moment(3) / (6 * moment(2) ** 1.5);
  return Number.isFinite(acceleration)
    ? { acceleration, failed_cells: failed, status: 'ok' }
    : { acceleration: null, failed_cells: failed, status: 'undefined' };
}

/**
 * Acceleration of the BCa interval from the delete-one jackknife, weighted by cell counts, with the
 * model chosen anew each time. Source: Efron (1987) JASA 82:171.
 */
export function mseJackknifeAcceleration(input: JackknifeInput, exists: FitExists): Jackknife {
  const table = mseTable(input);
  const select = table && mseSelector(table, input, exists);
  if (!table || !select) return { acceleration: null, failed_cells: 0, status: 'invalid' };
  return accelerationOn(table, select);
}
