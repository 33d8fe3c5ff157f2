import { ajFromRiskTable, type AalenJohansen } from './aj-from-risk-table';
import { riskTable, type BuiltRiskTable } from './risk-table';

export interface AjInput {
  readonly time: readonly (number | null)[];
  /** 0 censored, 1…K the cause of the event. */
  readonly cause: readonly (number | null)[];
  readonly entry?: readonly (number | null)[];
  /** K; the largest cause seen, and at least 1, if left out. */
  readonly causes?: number;
  readonly conf?: number;
  readonly times?: readonly number[];
}

export interface AjEstimate extends AalenJohansen {
  readonly censored: number;
  readonly excluded: BuiltRiskTable['excluded'] | null;
}

/**
 * Aalen–Johansen from one row per child. Cleans first, builds the risk table and hands it to
 * {@link ajFromRiskTable}.
 */
export function ajEstimate(input: AjInput): AjEstimate {
  const { time, cause, entry, conf, times } = input;
  const causes = input.causes ?? cause.reduce<number>((most, k) => Math.max(most, k ?? 0), 1);
  const usable = Number.isSafeInteger(causes) && causes >= 1 && causes <= 1000;
  const built = usable ? riskTable({ time, status: cause, entry }, causes) : null;
  const options = { conf, times, causes: usable ? causes : 0 };
  if (!built) return { ...ajFromRiskTable([], { ...options, n: -1 }), censored: 0, excluded: null };
  const { table, n, censored, excluded } = built;
  return { ...ajFromRiskTable(table, { ...options, n }), censored, excluded };
}
