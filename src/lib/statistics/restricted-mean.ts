import type { Status } from './status';
import type { SurvivalCurve } from './survival-curve';

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
  curve: SurvivalCurve,
  tau: number,
  lastTime: number,
): RestrictedMean {
  const { length, time, surv, n_risk, n_event } = curve;
  if (tau > lastTime && (surv[length - 1] ?? 1) > 0)
    return { tau, value: null, se: null, status: 'beyond_follow_up' };
  let area = 0;
  let variance = 0;
  let end = tau;
  for (let step = length - 1; step >= 0; step--) {
    const [n, d] = [n_risk[step]!, n_event[step]!];
    if (time[step]! > tau) continue;
    area += surv[step]! * (end - time[step]!);
    end = time[step]!;
    if (n > d) variance += (area * area * d) / (n * (n - d));
  }
  return { tau, value: area + end, se: Math.sqrt(variance), status: 'ok' };
}
