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
  /** Children lost from sight or handed on while they waited. */
  readonly moved: number;
  /** Times of those losses, in hours, with how many children had each. */
  readonly lostAt: readonly (readonly [hours: number, children: number])[];
  /** Times of completed waits with how many children had each, rising. */
  readonly completed: readonly (readonly [hours: number, children: number])[];
}

/**
 * Builds the risk table of one group from rows counted by distinct time. At risk at t are those with
 * entry < t ≤ exit; those without an entry are at risk from the start of the clock.
 */
export function riskTableOf(rows: readonly TimeRow[]): TimedGroup {
  const usable = rows.filter((row) => row.problem === null && row.minutes !== null);
  const moments = new Map<
    number,
    { leaving: number; entering: number; byCause: [number, number] }
  >();
  const at = (minutes: number) => {
    let moment = moments.get(minutes);
    if (!moment) moments.set(minutes, (moment = { leaving: 0, entering: 0, byCause: [0, 0] }));
    return moment;
  };
  let [n, nRisk] = [0, 0];
  for (const { minutes, cause, entry, children } of usable) {
    const exit = at(minutes ?? 0);
    exit.leaving += children;
    if (cause) exit.byCause[cause - 1]! += children;
    if (entry === null) nRisk += children;
    else at(entry).entering += children;
    n += children;
  }
  const table = [...moments]
    .sort(([a], [b]) => a - b)
    .map(([minutes, { leaving, entering, byCause }]) => {
      const row = { t: minutes / 60, nRisk, d: byCause[0] + byCause[1], dByCause: byCause };
      nRisk += entering - leaving;
      return row;
    });
  const count = (test: (row: TimeRow) => boolean) =>
    rows.reduce((sum, row) => sum + (test(row) ? row.children : 0), 0);
  return {
    table,
    n,
    unknown: count(({ problem }) => problem === 'unknown' || problem === 'no T0'),
    invalid: count(({ problem }) => problem === 'invalid'),
    moved: count(({ moved }) => moved),
    lostAt: usable.flatMap(({ moved, minutes, children }) =>
      moved ? [[(minutes ?? 0) / 60, children] as const] : [],
    ),
    completed: table.flatMap(({ t, dByCause }) => (dByCause[0] ? [[t, dByCause[0]] as const] : [])),
  };
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
export const eventsBy = (timed: TimedGroup, hours: number): number =>
  timed.completed.reduce((sum, [t, children]) => sum + (t <= hours ? children : 0), 0);

/** Children lost from sight before a time. */
export const lostBefore = (timed: TimedGroup, hours: number): number =>
  timed.lostAt.reduce((sum, [t, children]) => sum + (t < hours ? children : 0), 0);
