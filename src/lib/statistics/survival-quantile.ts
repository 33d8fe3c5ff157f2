import type { Status } from './status';
import type { SurvivalCurve } from './survival-curve';

/** Time by which a share `p` has had the event, with limits by inverting the pointwise band. */
export interface SurvivalQuantile {
  readonly p: number;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: Status;
}

const tolerance = 1e-10;

/** First time at which a curve is at or under `level`; the midpoint where it rests exactly on it. */
function firstCrossing(
  { length, time }: SurvivalCurve,
  height: (step: number) => number | null,
  level: number,
): number | null {
  for (let at = 0; at < length; at++) {
    const y = height(at);
    if (y === null || y > level + tolerance) continue;
    if (Math.abs(y - level) >= tolerance) return time[at]!;
    for (let below = at + 1; below < length; below++) {
      const other = height(below);
      if (other !== null && other < y - tolerance) return (time[at]! + time[below]!) / 2;
    }
    return time[at]!;
  }
  return null;
}

/**
 * Quantile of a Kaplan–Meier curve. When the curve rests exactly on 1 − p the midpoint of the flat
 * stretch is taken, as R does. With delayed entry the band need not fall everywhere: the first
 * crossing counts. Source: Brookmeyer & Crowley (1982) Biometrics 38:29.
 */
export function survivalQuantile(curve: SurvivalCurve, p: number): SurvivalQuantile {
  const level = 1 - p;
  const surv = (step: number) => curve.surv[step]!;
  const value = firstCrossing(curve, surv, level);
  // The upper limit is never under the curve: where the curve is well above, it is not worked out.
  const upper = (step: number) => (surv(step) > level + 1e-9 ? 1 : curve.upper(step));
  return {
    p,
    value,
    lower: firstCrossing(curve, (step) => curve.lower(step), level),
    upper: firstCrossing(curve, upper, level),
    status: value === null ? 'not_reached' : 'ok',
  };
}
