import { quantile } from './quantile';
import type { Status } from './status';

export interface SummaryInput {
  /** Values; a null is missing, left out and counted. */
  readonly x: readonly (number | null)[];
}

export interface DistributionSummary {
  readonly n: number;
  readonly median: number | null;
  readonly p25: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly max: number | null;
  readonly missing: number;
  readonly status: Status;
}

/**
 * Median, quartiles, P90 and maximum of completed durations (quantile type 7). Always to be titled
 * "completed cases only, biased short" when some cases are still open.
 * Source: Hyndman & Fan (1996) Am Stat 50:361.
 */
export function distributionSummary({ x }: SummaryInput): DistributionSummary {
  const known = x.filter((value) => value !== null);
  const valid = known.every(Number.isFinite);
  const sorted = valid ? Float64Array.from(known).sort() : new Float64Array();
  return {
    n: sorted.length,
    median: quantile(sorted, 0.5),
    p25: quantile(sorted, 0.25),
    p75: quantile(sorted, 0.75),
    p90: quantile(sorted, 0.9),
    max: sorted.at(-1) ?? null,
    missing: x.length - known.length,
    status: !valid ? 'invalid' : sorted.length === 0 ? 'undefined' : 'ok',
  };
}
