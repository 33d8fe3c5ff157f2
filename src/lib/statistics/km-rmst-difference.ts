import { isAmount } from './counts';
import { noEstimate, type Estimate } from './estimate';
import { kmEstimate } from './km-estimate';
import { criticalValue, isConfidence, twoSided } from './normal';
import type { RestrictedMean } from './restricted-mean';

export interface RmstDifferenceInput {
  readonly time1: readonly (number | null)[];
  readonly status1: readonly (number | null)[];
  readonly time2: readonly (number | null)[];
  readonly status2: readonly (number | null)[];
  /** Horizon, same unit as the times; fixed beforehand and printed with the figure. */
  readonly tau: number;
  readonly conf?: number;
}

export interface RmstDifference extends Estimate {
  readonly se: number | null;
  readonly p: number | null;
}

const none = (status: Estimate['status']): RmstDifference => ({
  ...noEstimate(status),
  se: null,
  p: null,
});

/** Difference of two restricted means to the same horizon, first minus second. */
export function rmstDifference(
  first: RestrictedMean,
  second: RestrictedMean,
  conf = 0.95,
): RmstDifference {
  if (!isConfidence(conf) || first.tau !== second.tau) return none('invalid');
  const failed = [first, second].find((mean) => mean.status !== 'ok');
  if (first.value === null || second.value === null || first.se === null || second.se === null)
    return none(failed?.status ?? 'undefined');
  const value = first.value - second.value;
  const se = Math.hypot(first.se, second.se);
  if (se === 0) return { ...none('undefined'), value, se };
  const half = criticalValue(conf) * se;
  return {
    value,
    se,
    lower: value - half,
    upper: value + half,
    p: twoSided(value / se),
    status: 'ok',
  };
}

/**
 * Difference of the mean times up to `tau` of two groups, with a normal interval. `beyond_follow_up`
 * when tau lies after the last observation of a group. Sources: Irwin (1949) J Hygiene 47:188;
 * Royston & Parmar (2013) BMC Med Res Methodol 13:152.
 */
export function kmRmstDifference(input: RmstDifferenceInput): RmstDifference {
  const { time1, status1, time2, status2, tau, conf } = input;
  if (!isAmount(tau) || tau === 0) return none('invalid');
  const [first] = kmEstimate({ time: time1, status: status1, rmst_tau: [tau] }).rmst;
  const [second] = kmEstimate({ time: time2, status: status2, rmst_tau: [tau] }).rmst;
  return first && second ? rmstDifference(first, second, conf) : none('undefined');
}
