import { isAmount, isCount } from './counts';
import { criticalValue, isConfidence } from './normal';
import { followUpEnd, numbersAtRisk, riskSetExhausted } from './read-risk';
import { howMany, isColumns, laterRows, riskColumns, riskColumnsAreValid } from './risk-columns';
import {
  riskTableIsValid,
  type CurveOptions,
  type RiskColumns,
  type RiskTable,
} from './risk-table';
import type { Status } from './status';

export interface AjOptions extends CurveOptions {
  /** Number of causes K. */
  readonly causes: number;
  /** Causes 1…K whose limits are worked out, all if left out; those of the others are null. */
  readonly limitsOf?: readonly number[];
}

/** Cumulative incidences at one time, one entry per cause; 0–1. */
interface IncidenceAt {
  readonly time: number;
  readonly event_free: number | null;
  readonly cif: readonly (number | null)[];
  readonly se: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly n_risk: number | null;
  readonly status: Status;
}

export interface AalenJohansen {
  readonly n: number;
  /** Events by cause 1…K. */
  readonly events: readonly number[];
  readonly at: readonly IncidenceAt[];
  readonly risk_set_exhausted_early: boolean;
  /** The curves among cases still open at `time`, n of them; only when exhausted early. */
  readonly restart: { readonly time: number; readonly curve: AalenJohansen } | null;
  readonly status: Status;
}

/** Steps of the curves by columns: one a time with an event. */
interface Steps {
  readonly length: number;
  readonly t: Float64Array;
  readonly n: Float64Array;
  readonly d: Float64Array;
  /** Event-free just before t, and just after it. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Of each cause, events at t and cumulative incidence just after it. */
  readonly events: readonly Float64Array[];
  readonly cif: readonly Float64Array[];
  /** Terms of the variances in which the end does not stand: n (n − d), n², and one of each cause. */
  readonly left: Float64Array;
  readonly square: Float64Array;
  readonly own: readonly Float64Array[];
}

/** @param limits whether variances are read of the steps; their terms stay empty otherwise */
function curveSteps(table: RiskColumns, limits: boolean): Steps {
  let length = 0;
  for (let row = 0; row < table.d.length; row++) if (table.d[row]! > 0) length++;
  const column = () => new Float64Array(length);
  const columns = () => table.byCause.map(column);
  const [t, after, cif] = [column(), column(), columns()];
  const term = limits ? column : () => new Float64Array(0);
  const [n, d, before, left, square] = [term(), term(), term(), term(), term()];
  const [events, own] = [table.byCause.map(term), table.byCause.map(term)];
  let free = 1;
  let at = 0;
  for (let row = 0; row < table.d.length; row++) {
    const all = table.d[row]!;
    if (!(all > 0)) continue;
    const risk = table.nRisk[row]!;
    t[at] = table.t[row]!;
    if (limits) {
      n[at] = risk;
      d[at] = all;
      before[at] = free;
      left[at] = risk * (risk - all);
      square[at] = risk * risk;
    }
    for (let k = 0; k < table.byCause.length; k++) {
      const by = table.byCause[k]![row]!;
      cif[k]![at] = (at ? cif[k]![at - 1]! : 0) + (free * by) / risk;
      if (!limits) continue;
      events[k]![at] = by;
      own[k]![at] = by && (free * free * by * (risk - by)) / (risk * risk * risk);
    }
    free = (free * (risk - all)) / risk;
    after[at++] = free;
  }
  return { length, t, n, d, before, after, events, cif, left, square, own };
}

/** Variance of the cumulative incidence of cause k after the first `past` steps. */
function variance(steps: Steps, past: number, k: number, end: number): number {
  const { n, d, before, left, square } = steps;
  const [events, cif, own] = [steps.events[k]!, steps.cif[k]!, steps.own[k]!];
  let total = 0;
  for (let at = 0; at < past; at++) {
    const rest = end - cif[at]!;
    if (n[at]! > d[at]!) total += (rest * rest * d[at]!) / left[at]!;
    if (!events[at]) continue;
    total += own[at]!;
    total -= (2 * rest * before[at]! * events[at]!) / square[at]!;
  }
  return Math.max(0, total);
}

function limits(
  f: number,
  se: number | null,
  z: number,
): { lower: number | null; upper: number | null } {
  if (se === null || f < 1e-12 || f > 1 - 1e-12) return { lower: null, upper: null };
  const free = 1 - f;
  const spread = Math.exp((z * se) / (free * -Math.log(free)));
  return { lower: 1 - free ** (1 / spread), upper: 1 - free ** spread };
}

const nowhere = (time: number, causes: number, n_risk: number | null, status: Status) => {
  const nulls = new Array<null>(causes).fill(null);
  return {
    time,
    event_free: null,
    cif: nulls,
    se: nulls,
    lower: nulls,
    upper: nulls,
    n_risk,
    status,
  };
};

/**
 * Aalen–Johansen cumulative incidences with competing causes and delayed entry, from a risk table
 * with `dByCause`. Greenwood-type variance, limits on the log(−log(1 − F)) scale, null where F is 0
 * or 1. Past the last observation with children still event-free: null, `beyond_follow_up`.
 * Sources: Aalen & Johansen (1978) Scand J Stat 5:141; Andersen, Borgan, Gill & Keiding (1993) IV.4.
 */
export function ajFromRiskTable(given: RiskTable | RiskColumns, options: AjOptions): AalenJohansen {
  const { n, causes, conf = 0.95, times = [], limitsOf } = options;
  const valid = isCount(n) && isCount(causes) && isConfidence(conf) && times.every(isAmount);
  const failed = !valid || !tableIsValid(given, causes);
  const table = isColumns(given) ? given : riskColumns(failed ? [] : given, failed ? 0 : causes);
  const events = Array.from({ length: isCount(causes) ? causes : 0 }, (_, k) =>
    failed ? 0 : table.byCause[k]!.reduce((total, own) => total + own, 0),
  );
  if (failed || n === 0 || table.t.length === 0) {
    const status = failed ? 'invalid' : 'undefined';
    const at = times.map((time) => nowhere(time, events.length, 0, status));
    const none = { risk_set_exhausted_early: false, restart: null, status } as const;
    return { n: failed ? 0 : n, events, at, ...none };
  }
  const z = criticalValue(conf);
  const steps = curveSteps(table, limitsOf?.length !== 0);
  const lastTime = followUpEnd(table, options);
  const atRisk = numbersAtRisk(table, options);
  const at = times.map((time, place) => {
    const past = howMany(steps.t, time, 'not after');
    const n_risk = atRisk[place] ?? null;
    const event_free = past ? steps.after[past - 1]! : 1;
    if (time > lastTime && event_free > 0) return nowhere(time, causes, n_risk, 'beyond_follow_up');
    const cif = Array.from({ length: causes }, (_, k) => (past ? steps.cif[k]![past - 1]! : 0));
    const se = cif.map((f, k) =>
      !limitsOf || limitsOf.includes(k + 1) ? Math.sqrt(variance(steps, past, k, f)) : null,
    );
    const bands = cif.map((f, k) => limits(f, se[k] ?? null, z));
    const lower = bands.map((band) => band.lower);
    const upper = bands.map((band) => band.upper);
    return { time, event_free, cif, se, lower, upper, n_risk, status: 'ok' as const };
  });
  const exhausted = riskSetExhausted(table);
  const again = exhausted?.restart ?? null;
  const restart = again !== null && {
    time: table.t[again]!,
    curve: ajFromRiskTable(laterRows(table, again), { ...options, n: table.nRisk[again]! }),
  };
  return {
    n,
    events,
    at,
    risk_set_exhausted_early: exhausted !== null,
    restart: restart || null,
    status: 'ok',
  };
}

const tableIsValid = (table: RiskTable | RiskColumns, causes: number): boolean =>
  isColumns(table)
    ? table.byCause.length === causes && riskColumnsAreValid(table)
    : table.every(({ d, dByCause }) => d === 0 || dByCause?.length === causes) &&
      riskTableIsValid(table);
