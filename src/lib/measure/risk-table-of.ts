import type { RiskTable } from '$lib/statistics/risk-table';
import { problems } from './time-keys';
import type { TimeGroup } from './time-rows';

/** A curve's input with what stands beside it. Hours. */
export interface TimedGroup {
  readonly table: RiskTable;
  /** Children in the curve. */
  readonly n: number;
  /** Children whose event is known to have happened or not, but not when. */
  readonly unknown: number;
  readonly invalid: number;
  /** Children lost from sight or handed on while they waited. */
  readonly moved: number;
  /** Times of those losses, in hours, with how many children had each. */
  readonly lostAt: readonly (readonly [hours: number, children: number])[];
  /** Times of completed waits with how many children had each, rising. */
  readonly completed: readonly (readonly [hours: number, children: number])[];
}

/** Children at each moment of the keys: leaving by cause (0 none), and coming under observation. */
const counts = (moments: number) =>
  [0, 1, 2, 3].map(() => new Float64Array(moments)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];

/**
 * Builds the risk table of one group from children counted by distinct time. At risk at t are those with
 * entry < t ≤ exit; those without an entry are at risk from the start of the clock.
 */
export function riskTableOf({ keys, at, children }: TimeGroup): TimedGroup {
  const { moments, exit, entry, cause } = keys;
  const [open, event, other, entering] = counts(moments.length);
  const byCause = [open, event, other];
  const lostAt: [number, number][] = [];
  let [n, nRisk, unknown, invalid, moved] = [0, 0, 0, 0, 0];
  for (let i = 0; i < at.length; i++) {
    const key = at[i]!;
    const many = children[i]!;
    const problem = keys.problem[key]!;
    if (problem === problems.unknown) unknown += many;
    if (problem === problems.invalid) invalid += many;
    if (keys.moved[key]) moved += many;
    const place = exit[key]!;
    if (place < 0) continue;
    byCause[cause[key]!]![place]! += many;
    if (entry[key]! < 0) nRisk += many;
    else entering[entry[key]!]! += many;
    n += many;
    if (keys.moved[key]) lostAt.push([moments[place]! / 60, many]);
  }
  const table: RiskTable[number][] = [];
  const completed: [number, number][] = [];
  for (let place = 0; place < moments.length; place++) {
    const d1 = event[place]!;
    const d2 = other[place]!;
    const leaving = open[place]! + d1 + d2;
    if (!leaving && !entering[place]) continue;
    const t = moments[place]! / 60;
    table.push({ t, nRisk, d: d1 + d2, dByCause: [d1, d2] });
    if (d1) completed.push([t, d1]);
    nRisk += entering[place]! - leaving;
  }
  return { table, n, unknown, invalid, moved, lostAt, completed };
}

/**
 * The risk table if every unknown child had had the event at once, or never (bands, ruling S10). At
 * the start of the clock those who come under observation later are not at risk yet (stats 4.1).
 */
export function withUnknown(group: TimedGroup, as: 'at once' | 'never'): TimedGroup {
  const { table, n, unknown } = group;
  const more = (row: RiskTable[number]) => ({ ...row, nRisk: row.nRisk + unknown });
  if (as === 'never') return { ...group, table: table.map(more), n: n + unknown };
  const nRisk = table[0]?.nRisk ?? 0;
  const first = table[0]?.t === 0 ? table[0] : { t: 0, nRisk, d: 0, dByCause: [0, 0] };
  const start = {
    t: 0,
    nRisk: nRisk + unknown,
    d: first.d + unknown,
    dByCause: [(first.dByCause?.[0] ?? 0) + unknown, first.dByCause?.[1] ?? 0],
  };
  return { ...group, table: [start, ...table.filter((row) => row.t > 0)], n: n + unknown };
}

/**
 * The risk table if every child lost from sight had had the event at that moment, or never: then it
 * stays at risk, as a child that is followed without the event does.
 */
export function withLost(group: TimedGroup, as: 'at once' | 'never'): TimedGroup {
  const lostAt = new Map<number, number>();
  for (const [t, children] of group.lostAt) lostAt.set(t, (lostAt.get(t) ?? 0) + children);
  let kept = 0;
  const table = group.table.map((row) => {
    const lost = lostAt.get(row.t) ?? 0;
    const [event = 0, ...others] = row.dByCause ?? [];
    if (as === 'at once') return { ...row, d: row.d + lost, dByCause: [event + lost, ...others] };
    const nRisk = row.nRisk + kept;
    kept += lost;
    return { ...row, nRisk };
  });
  return { ...group, table };
}

/** Children whose event came by a time, the time included. */
export function eventsBy({ completed }: TimedGroup, hours: number): number {
  let sum = 0;
  for (const [t, children] of completed) {
    if (t > hours) break;
    sum += children;
  }
  return sum;
}

/** Children lost from sight before a time. */
export function lostBefore({ lostAt }: TimedGroup, hours: number): number {
  let sum = 0;
  for (const [t, children] of lostAt) if (t < hours) sum += children;
  return sum;
}
