import { isAmount, isCount } from './counts';
import { criticalValue, isConfidence } from './normal';
import { followUpEnd, riskSetExhausted } from './read-risk';
import { isColumns, laterRows, riskColumns, riskColumnsAreValid } from './risk-columns';
import {
  riskTableIsValid,
  type CurveOptions,
  type RiskColumns,
  type RiskTable,
} from './risk-table';
import type { Status } from './status';
import { survivalAt, type SurvivalAt } from './survival-at';
import { SurvivalCurve, type CurveStep } from './survival-curve';
import { survivalQuantile, type SurvivalQuantile } from './survival-quantile';
import { restrictedMean, type RestrictedMean } from './restricted-mean';

export interface KmOptions extends CurveOptions {
  /** Horizons of restricted means, same unit as the times. */
  readonly rmstTau?: readonly number[];
}

export interface KaplanMeier {
  readonly n: number;
  readonly events: number;
  readonly median: number | null;
  readonly median_lower: number | null;
  readonly median_upper: number | null;
  readonly median_status: Status;
  /** Times by which 25, 75 and 90 % have had the event; null when not reached. */
  readonly q25: number | null;
  readonly q75: number | null;
  readonly q90: number | null;
  /** The same with limits, and the median. */
  readonly quantiles: readonly SurvivalQuantile[];
  readonly at: readonly SurvivalAt[];
  readonly rmst: readonly RestrictedMean[];
  /** One step per distinct event time: each may be one child, so never shown as it stands. */
  readonly table: readonly CurveStep[];
  /** Everyone at risk had the event while others were still to enter: the curve is 0 from there. */
  readonly risk_set_exhausted_early: boolean;
  /** The curve among cases still open at `time`, n of them; only when exhausted early. */
  readonly restart: { readonly time: number; readonly curve: KaplanMeier } | null;
  readonly status: Status;
}

const probabilities = [0.25, 0.5, 0.75, 0.9];

function empty(options: KmOptions, status: Status): KaplanMeier {
  const none = { value: null, lower: null, upper: null, status };
  return {
    n: status === 'invalid' ? 0 : options.n,
    events: 0,
    median: null,
    median_lower: null,
    median_upper: null,
    median_status: status,
    q25: null,
    q75: null,
    q90: null,
    quantiles: probabilities.map((p) => ({ p, ...none })),
    at: (options.times ?? []).map((time) => {
      return { time, surv: null, lower: null, upper: null, n_risk: 0, status };
    }),
    rmst: (options.rmstTau ?? []).map((tau) => ({ tau, value: null, se: null, status })),
    table: [],
    risk_set_exhausted_early: false,
    restart: null,
    status,
  };
}

/**
 * Kaplan–Meier curve, log(−log) limits, quantiles with Brookmeyer–Crowley limits and restricted
 * means, from a risk table (delayed entry is in the table). Times after the last observation are
 * `beyond_follow_up` unless the curve is 0; n = 0 is `undefined`, an impossible table `invalid`.
 * Sources: Kaplan & Meier (1958) JASA 53:457; Kalbfleisch & Prentice (1980); Brookmeyer & Crowley
 * (1982) Biometrics 38:29.
 */
export function kmFromRiskTable(given: RiskTable | RiskColumns, options: KmOptions): KaplanMeier {
  const { n, conf = 0.95, rmstTau = [] } = options;
  const horizons = [...(options.times ?? []), ...rmstTau].every(isAmount);
  const valid = isColumns(given) ? riskColumnsAreValid(given) : riskTableIsValid(given);
  if (!isCount(n) || !isConfidence(conf) || !horizons || !valid) return empty(options, 'invalid');
  const table = isColumns(given) ? given : riskColumns(given, 0);
  const { t, nRisk, d } = table;
  if (n === 0 || t.length === 0) return empty(options, 'undefined');
  const curve = new SurvivalCurve(table, criticalValue(conf));
  const lastTime = followUpEnd(table, options);
  let read: SurvivalQuantile[] | undefined;
  const quantiles = () => (read ??= probabilities.map((p) => survivalQuantile(curve, p)));
  const valueOf = (p: number) => quantiles().find((quantile) => quantile.p === p)?.value ?? null;
  const exhausted = riskSetExhausted(table);
  const again = exhausted?.restart ?? null;
  return {
    n,
    events: d.reduce((total, own) => total + own, 0),
    get median() {
      return valueOf(0.5);
    },
    get median_lower() {
      return quantiles()[1]?.lower ?? null;
    },
    get median_upper() {
      return quantiles()[1]?.upper ?? null;
    },
    get median_status() {
      return quantiles()[1]?.status ?? 'undefined';
    },
    get q25() {
      return valueOf(0.25);
    },
    get q75() {
      return valueOf(0.75);
    },
    get q90() {
      return valueOf(0.9);
    },
    get quantiles() {
      return quantiles();
    },
    at: survivalAt(table, curve, options, lastTime),
    rmst: rmstTau.map((tau) => restrictedMean(curve, tau, lastTime)),
    get table() {
      return curve.steps();
    },
    risk_set_exhausted_early: exhausted !== null,
    restart:
      again === null
        ? null
        : {
            time: t[again]!,
            curve: kmFromRiskTable(laterRows(table, again), {
              ...options,
              n: nRisk[again]!,
              rmstTau: [],
            }),
          },
    status: 'ok',
  };
}
