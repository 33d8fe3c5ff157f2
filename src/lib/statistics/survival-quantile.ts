import type { Status } from './status';
import type { CurveStep } from './survival-curve';

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
  steps: readonly CurveStep[],
  height: (step: CurveStep) => number | null,
  level: number,
): number | null {
  const heights = steps.map(height);
  const at = heights.findIndex((y) => y !== null && y <= level + tolerance);
  const first = steps[at];
  const y = heights[at] ?? null;
  if (!first || y === null) return null;
  if (Math.abs(y - level) >= tolerance) return first.time;
  const below = heights.findIndex(
    (other, index) => index > at && other !== null && other < y - tolerance,
  );
  const next = steps[below];
  return next ? (first.time + next.time) / 2 : first.time;
}

/**
 * Quantile of a Kaplan–Meier curve. When the curve rests exactly on 1 − p the midpoint of the flat
 * stretch is taken, as R does. With delayed entry the band need not fall everywhere: the first
 * crossing counts. Source: Brookmeyer & Crowley (1982) Biometrics 38:29.
 */
export function survivalQuantile(steps: readonly CurveStep[], p: number): SurvivalQuantile {
  const level = 1 - p;
  const value = firstCrossing(steps, (step) => step.surv, level);
  return {
    p,
    value,
    lower: firstCrossing(steps, (step) => step.lower, level),
    upper: firstCrossing(steps, (step) => step.upper, level),
    status: value === null ? 'not_reached' : 'ok',
  };
}
