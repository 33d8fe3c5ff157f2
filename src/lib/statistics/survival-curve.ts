import type { RiskTable } from './risk-table';

/** One step of a Kaplan–Meier curve, at a time with at least one event. */
export interface CurveStep {
  readonly time: number;
  readonly n_risk: number;
  readonly n_event: number;
  /** 0–1, just after the events. */
  readonly surv: number;
  /** log(−log) limits; null where the curve is 0 or 1. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Product-limit steps with limits on the log(−log) scale, `z` the critical value.
 * Sources: Kaplan & Meier (1958); Greenwood (1926); Kalbfleisch & Prentice (1980) section 1.3.
 */
export function survivalCurve(table: RiskTable, z: number): CurveStep[] {
  let surv = 1;
  let greenwood = 0;
  return table
    .filter((row) => row.d > 0)
    .map(({ t, nRisk, d }) => {
      surv *= (nRisk - d) / nRisk;
      if (nRisk > d) greenwood += d / (nRisk * (nRisk - d));
      const step = { time: t, n_risk: nRisk, n_event: d, surv };
      if (surv === 0) return { ...step, lower: null, upper: null };
      const spread = Math.exp((z * Math.sqrt(greenwood)) / -Math.log(surv));
      return { ...step, lower: surv ** spread, upper: surv ** (1 / spread) };
    });
}
