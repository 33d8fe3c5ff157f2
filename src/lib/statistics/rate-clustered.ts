import { isAmount, isCount, sum } from './counts';
import { garwoodLimits } from './count-limits';
import { noEstimate, type Estimate } from './estimate';
import { criticalValue, isConfidence } from './normal';

export interface ClusteredInput {
  /** Episodes of each child. */
  readonly events: readonly number[];
  /** Time at risk of each child, same order. */
  readonly person_time: readonly number[];
  readonly per?: number;
  readonly conf?: number;
}

/** Sufficient statistics of the children, e = episodes and t = time at risk of one child. */
export interface ClusteredSums {
  readonly e: number;
  readonly t: number;
  readonly ee: number;
  readonly et: number;
  readonly tt: number;
  /** Children with time at risk, and those of them with at least one episode. */
  readonly children: number;
  readonly childrenWithEvent: number;
}

export interface ClusteredRate extends Estimate {
  readonly se_log: number | null;
  /** Fewer than ten children had an episode: print "unstable" beside the figure. */
  readonly unstable: boolean;
}

const none = (status: Estimate['status']): ClusteredRate => ({
  ...noEstimate(status),
  se_log: null,
  unstable: true,
});

/**
 * Incidence Σe / Σt × per with a child-level robust interval on the log scale, from sums made by
 * SQL. With no episode, or when the children show no spread at all, exact Poisson limits
 * (`ok_exact_fallback`); one child alone has a rate but no limits (`too_few`).
 * Source: ratio estimator, Cochran (1977) Sampling Techniques ch. 6; equals the Poisson sandwich
 * of Huber (1967) with children as clusters.
 */
export function rateClusteredFromSums(
  sums: ClusteredSums,
  { per = 1, conf = 0.95 }: { readonly per?: number; readonly conf?: number } = {},
): ClusteredRate {
  const { e, t, ee, et, tt, children, childrenWithEvent } = sums;
  const counts = [e, ee, children, childrenWithEvent].every(isCount);
  const amounts = [t, et, tt].every(isAmount) && isAmount(per) && per > 0;
  if (!counts || !amounts || childrenWithEvent > children || !isConfidence(conf))
    return none('invalid');
  if (t === 0) return none(e === 0 ? 'undefined' : 'invalid');
  const rate = e / t;
  const unstable = childrenWithEvent < 10;
  if (e === 0) {
    const upper = (garwoodLimits(0, conf).upper / t) * per;
    return { value: 0, lower: 0, upper, se_log: null, unstable, status: 'ok_exact_fallback' };
  }
  if (children < 2) return { ...none('too_few'), value: rate * per };
  const squares = ee - 2 * rate * et + rate * rate * tt;
  if (squares <= ee * 1e-12) {
    const { lower, upper } = garwoodLimits(e, conf);
    return {
      value: rate * per,
      lower: (lower / t) * per,
      upper: (upper / t) * per,
      se_log: null,
      unstable,
      status: 'ok_exact_fallback',
    };
  }
  const se_log = Math.sqrt(squares) / e;
  const spread = Math.exp(criticalValue(conf) * se_log);
  return {
    value: rate * per,
    lower: (rate / spread) * per,
    upper: rate * spread * per,
    se_log,
    unstable,
    status: 'ok',
  };
}

/** As {@link rateClusteredFromSums}, from the lists of the children. */
export function rateClustered({ events, person_time, per, conf }: ClusteredInput): ClusteredRate {
  const sameLength = events.length === person_time.length;
  if (!sameLength || !events.every(isCount) || !person_time.every(isAmount)) return none('invalid');
  const times = events.map((_, child) => person_time[child] ?? 0);
  if (events.some((e, child) => e > 0 && times[child] === 0)) return none('invalid');
  return rateClusteredFromSums(
    {
      e: sum(events),
      t: sum(times),
      ee: sum(events.map((e) => e * e)),
      et: sum(events.map((e, child) => e * (times[child] ?? 0))),
      tt: sum(times.map((t) => t * t)),
      children: times.filter((t) => t > 0).length,
      childrenWithEvent: events.filter((e) => e > 0).length,
    },
    { per, conf },
  );
}
