import { isAmount, isCount } from './counts';
import { criticalValue, isConfidence } from './normal';
import {
  followUpEnd,
  numbersAtRisk,
  riskSetExhausted,
  riskTableIsValid,
  type CurveOptions,
  type RiskTable,
} from './risk-table';
import type { Status } from './status';

export interface AjOptions extends CurveOptions {
  /** Number of causes K. */
  readonly causes: number;
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

function curveSteps(table: RiskTable, causes: number): Steps {
  let length = 0;
  for (const { d } of table) if (d > 0) length++;
  const column = () => new Float64Array(length);
  const columns = () => Array.from({ length: causes }, column);
  const [t, n, d] = [column(), column(), column()];
  const [before, after, left, square] = [column(), column(), column(), column()];
  const [events, cif, own] = [columns(), columns(), columns()];
  let free = 1;
  let at = 0;
  for (const row of table) {
    if (!(row.d > 0)) continue;
    const [risk, all] = [row.nRisk, row.d];
    t[at] = row.t;
    n[at] = risk;
    d[at] = all;
    before[at] = free;
    left[at] = risk * (risk - all);
    square[at] = risk * risk;
    for (let k = 0; k < causes; k++) {
      const by = row.dByCause?.[k] ?? 0;
      events[k]![at] = by;
      cif[k]![at] = (at ? cif[k]![at - 1]! : 0) + (free * by) / risk;
      own[k]![at] = by && (free * free * by * (risk - by)) / risk ** 3;
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

function limits(f: number, se: number, z: number): { lower: number | null; upper: number | null } {
  if (f < 1e-12 || f > 1 - 1e-12) return { lower: null, upper: null };
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
export function ajFromRiskTable(table: RiskTable, options: AjOptions): AalenJohansen {
  const { n, causes, conf = 0.95, times = [] } = options;
  const byCause = table.every(({ d, dByCause }) => d === 0 || dByCause?.length === causes);
  const valid = isCount(n) && isCount(causes) && isConfidence(conf) && times.every(isAmount);
  const failed = !valid || !byCause || !riskTableIsValid(table);
  const events = Array.from({ length: isCount(causes) ? causes : 0 }, (_, k) =>
    failed ? 0 : table.reduce((total, row) => total + (row.dByCause?.[k] ?? 0), 0),
  );
  if (failed || n === 0 || table.length === 0) {
    const status = failed ? 'invalid' : 'undefined';
    const at = times.map((time) => nowhere(time, events.length, 0, status));
    const none = { risk_set_exhausted_early: false, restart: null, status } as const;
    return { n: failed ? 0 : n, events, at, ...none };
  }
  const z = criticalValue(conf);
  const steps = curveSteps(table, causes);
  const lastTime = followUpEnd(table, options);
  const atRisk = numbersAtRisk(table, options);
  const at = times.map((time, place) => {
    const past = steps.t.findLastIndex((t) => t <= time) + 1;
    const n_risk = atRisk[place] ?? null;
    const event_free = past ? steps.after[past - 1]! : 1;
    if (time > lastTime && event_free > 0) return nowhere(time, causes, n_risk, 'beyond_follow_up');
    const cif = Array.from({ length: causes }, (_, k) => (past ? steps.cif[k]![past - 1]! : 0));
    const se = cif.map((f, k) => Math.sqrt(variance(steps, past, k, f)));
    const bands = cif.map((f, k) => limits(f, se[k] ?? 0, z));
    const lower = bands.map((band) => band.lower);
    const upper = bands.map((band) => band.upper);
    return { time, event_free, cif, se, lower, upper, n_risk, status: 'ok' as const };
  });
  const exhausted = riskSetExhausted(table);
  const again = exhausted?.restart == null ? null : table[exhausted.restart];
  const restart = again && {
    time: again.t,
    curve: ajFromRiskTable(table.slice(exhausted?.restart ?? 0), { ...options, n: again.nRisk }),
  };
  return {
    n,
    events,
    at,
    risk_set_exhausted_early: exhausted !== null,
    restart: restart ?? null,
    status: 'ok',
  };
}
