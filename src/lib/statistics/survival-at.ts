import { numbersAtRisk } from './read-risk';
import { howMany } from './risk-columns';
import type { CurveOptions, RiskColumns } from './risk-table';
import type { Status } from './status';
import type { SurvivalCurve } from './survival-curve';

/** A Kaplan–Meier curve read at one time; `surv` 0–1. */
export interface SurvivalAt {
  readonly time: number;
  readonly surv: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Null when the table cannot tell. */
  readonly n_risk: number | null;
  readonly status: Status;
}

/**
 * Reads a curve at the times asked for, an event at exactly that time included. Past the last
 * observation the curve is `beyond_follow_up`, unless it has fallen to 0.
 */
export function survivalAt(
  table: RiskColumns,
  curve: SurvivalCurve,
  options: CurveOptions,
  lastTime: number,
): SurvivalAt[] {
  const atRisk = numbersAtRisk(table, options);
  return (options.times ?? []).map((time, place) => {
    const step = howMany(curve.time, time, 'not after') - 1;
    const n_risk = atRisk[place] ?? null;
    const surv = curve.surv[step] ?? 1;
    if (time > lastTime && surv > 0)
      return { time, surv: null, lower: null, upper: null, n_risk, status: 'beyond_follow_up' };
    const lower = step < 0 ? null : curve.lower(step);
    const upper = step < 0 ? null : curve.upper(step);
    return { time, surv, lower, upper, n_risk, status: 'ok' };
  });
}
