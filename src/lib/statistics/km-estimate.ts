import { kmFromRiskTable, type KaplanMeier } from './km-from-risk-table';
import { riskTable, type BuiltRiskTable } from './risk-table';
import type { DurationsInput } from './km-clean';

export interface KmInput extends DurationsInput {
  readonly conf?: number;
  readonly times?: readonly number[];
  readonly rmst_tau?: readonly number[];
}

export interface KmEstimate extends KaplanMeier {
  readonly censored: number;
  /** Rows that could not enter the curve, by reason. */
  readonly excluded: BuiltRiskTable['excluded'] | null;
}

/**
 * Kaplan–Meier from one row per child: `time`, `status` (1 event, 0 censored), optional `entry`.
 * Cleans first, builds the risk table and hands it to {@link kmFromRiskTable}.
 */
export function kmEstimate(input: KmInput): KmEstimate {
  const built = riskTable(input, 1);
  const options = { conf: input.conf, times: input.times, rmstTau: input.rmst_tau };
  if (!built) return { ...kmFromRiskTable([], { ...options, n: -1 }), censored: 0, excluded: null };
  const { table, n, censored, excluded } = built;
  return { ...kmFromRiskTable(table, { ...options, n }), censored, excluded };
}
