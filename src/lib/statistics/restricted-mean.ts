import type { Status } from './status';
import type { CurveStep } from './survival-curve';

/** Mean time up to `tau`, in the unit of the times. */
export interface RestrictedMean {
  readonly tau: number;
  readonly value: number | null;
  readonly se: number | null;
  readonly status: Status;
}

/**
 * Area under a Kaplan–Meier curve from 0 to `tau` with a Greenwood-type standard error;
 * `beyond_follow_up` when tau lies after `lastTime` and the curve is not yet 0.
 * Source: Klein & Moeschberger (2003) Survival Analysis, section 4.5.
 */
export function restrictedMean(
  steps: readonly CurveStep[],
  tau: number,
  lastTime: number,
): RestrictedMean {
  if (tau > lastTime && (steps.at(-1)?.surv ?? 1) > 0)
    return { tau, value: null, se: null, status: 'beyond_follow_up' };
  const before = steps.filter((step) => step.time <= tau);
  let area = 0;
  let variance = 0;
  let end = tau;
  for (const { time, surv, n_risk, n_event } of before.toReversed()) {
    area += surv * (end - time);
    end = time;
    if (n_risk > n_event) variance += (area * area * n_event) / (n_risk * (n_risk - n_event));
  }
  return { tau, value: area + end, se: Math.sqrt(variance), status: 'ok' };
}
