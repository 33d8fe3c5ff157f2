import type { RiskTable } from '$lib/statistics/risk-table';
import type { TimeRow } from './time-rows';

/** A curve's input with what stands beside it. Hours. */
export interface TimedGroup {
  readonly table: RiskTable;
  /** Children in the curve. */
  readonly n: number;
  /** Children whose event is known to have happened or not, but not when. */
  readonly unknown: number;
  readonly invalid: number;
  /** Times of completed waits with how many children had each, rising. */
  readonly completed: readonly (readonly [hours: number, children: number])[];
}

/** Builds the risk table of one group from rows counted by distinct time (no delayed entry). */
export function riskTableOf(rows: readonly TimeRow[]): TimedGroup {
  const usable = rows.filter((row) => row.problem === null && row.minutes !== null);
  const exits = new Map<number, [all: number, event: number, other: number]>();
  let n = 0;
  for (const { minutes, cause, children } of usable) {
    const exit = exits.get(minutes ?? 0) ?? [0, 0, 0];
    exit[0] += children;
    if (cause) exit[cause] += children;
    exits.set(minutes ?? 0, exit);
    n += children;
  }
  let nRisk = n;
  const table = [...exits]
    .sort(([a], [b]) => a - b)
    .map(([minutes, [all, event, other]]) => {
      const row = { t: minutes / 60, nRisk, d: event + other, dByCause: [event, other] };
      nRisk -= all;
      return row;
    });
  const count = (problems: readonly TimeRow['problem'][]) =>
    rows.reduce((sum, row) => sum + (problems.includes(row.problem) ? row.children : 0), 0);
  return {
    table,
    n,
    unknown: count(['unknown', 'no T0']),
    invalid: count(['invalid']),
    completed: table.flatMap(({ t, dByCause }) => (dByCause[0] ? [[t, dByCause[0]] as const] : [])),
  };
}

/** The risk table if every unknown child had had the event at once, or never (bands, ruling S10). */
export function withUnknown(group: TimedGroup, as: 'at once' | 'never'): TimedGroup {
  const { table, n, unknown } = group;
  const more = (row: RiskTable[number]) => ({ ...row, nRisk: row.nRisk + unknown });
  if (as === 'never') return { ...group, table: table.map(more), n: n + unknown };
  const first = table[0]?.t === 0 ? table[0] : { t: 0, nRisk: n, d: 0, dByCause: [0, 0] };
  const start = {
    t: 0,
    nRisk: n + unknown,
    d: first.d + unknown,
    dByCause: [(first.dByCause?.[0] ?? 0) + unknown, first.dByCause?.[1] ?? 0],
  };
  return { ...group, table: [start, ...table.filter((row) => row.t > 0)], n: n + unknown };
}

/** Children whose event came by a time, the time included. */
export const eventsBy = (timed: TimedGroup, hours: number): number =>
  timed.completed.reduce((sum, [t, children]) => sum + (t <= hours ? children : 0), 0);
