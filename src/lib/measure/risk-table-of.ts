import type { RiskColumns } from '$lib/statistics/risk-table';
import { problems, type TimeKeys } from './time-keys';
import type { TimeGroup } from './time-rows';

/** A curve's input with what stands beside it. Hours. */
export interface TimedGroup {
  /** Causes: the event, and what competes with it. */
  readonly table: RiskColumns;
  /** Children in the curve. */
  readonly n: number;
  /** Children with the event. */
  readonly events: number;
  /** Children whose event is known to have happened or not, but not when. */
  readonly unknown: number;
  readonly invalid: number;
  /** Children lost from sight or handed on while they waited. */
  readonly moved: number;
  /** Times of those losses, in hours, with how many children had each. */
  readonly lostAt: readonly (readonly [hours: number, children: number])[];
}

/** Children at each moment of some keys: leaving by cause (0 none), and coming under observation. */
interface AtMoments {
  readonly leaving: readonly [Float64Array, Float64Array, Float64Array];
  readonly entering: Float64Array;
}

const emptied = new WeakMap<TimeKeys, AtMoments>();

/** Room for one group, all 0: of the same keys the same, which whoever fills it empties. */
function roomOf(keys: TimeKeys): AtMoments {
  const column = () => new Float64Array(keys.moments.length);
  const room = emptied.get(keys) ?? {
    leaving: [column(), column(), column()] as const,
    entering: column(),
  };
  emptied.set(keys, room);
  return room;
}

/**
 * Builds the risk table of one group from children counted by distinct time. At risk at t are those with
 * entry < t ≤ exit; those without an entry are at risk from the start of the clock.
 */
export function riskTableOf({ keys, at, children }: TimeGroup): TimedGroup {
  const { moments, exit, entry, cause } = keys;
  const { leaving, entering } = roomOf(keys);
  const lostAt: [number, number][] = [];
  let [n, atStart, events, unknown, invalid, moved] = [0, 0, 0, 0, 0, 0];
  let [first, last] = [moments.length, -1];
  for (let i = 0; i < at.length; i++) {
    const key = at[i]!;
    const many = children[i]!;
    const problem = keys.problem[key]!;
    if (problem === problems.unknown) unknown += many;
    if (problem === problems.invalid) invalid += many;
    if (keys.moved[key]) moved += many;
    const place = exit[key]!;
    if (place < 0) continue;
    leaving[cause[key]! as 0 | 1 | 2][place]! += many;
    if (cause[key] === 1) events += many;
    const start = entry[key]!;
    if (start < 0) atStart += many;
    else entering[start]! += many;
    first = Math.min(first, start < 0 ? place : start);
    last = Math.max(last, place);
    n += many;
    if (keys.moved[key]) lostAt.push([moments[place]! / 60, many]);
  }
  const [open, event, other] = leaving;
  let length = 0;
  for (let place = first; place <= last; place++)
    if (open[place]! + event[place]! + other[place]! + entering[place]!) length++;
  const column = () => new Float64Array(length);
  const [t, nRisk, d, d1, d2] = [column(), column(), column(), column(), column()];
  for (let place = first, row = 0, risk = atStart; place <= last; place++) {
    const out = open[place]! + event[place]! + other[place]!;
    if (!out && !entering[place]) continue;
    t[row] = moments[place]! / 60;
    nRisk[row] = risk;
    d[row] = event[place]! + other[place]!;
    d1[row] = event[place]!;
    d2[row++] = other[place]!;
    risk += entering[place]! - out;
  }
  if (length) for (const own of [open, event, other, entering]) own.fill(0, first, last + 1);
  const table = { t, nRisk, d, byCause: [d1, d2] };
  return { table, n, events, unknown, invalid, moved, lostAt };
}

/** The risk table of the event alone: every other end censors (ruling S12). */
export const eventAlone = ({ table: { t, nRisk, byCause } }: TimedGroup): RiskColumns => ({
  t,
  nRisk,
  d: byCause[0]!,
  byCause: [],
});

/**
 * The risk table if every unknown child had had the event at once, or never (bands, ruling S10). At
 * the start of the clock those who come under observation later are not at risk yet (stats 4.1).
 */
export function withUnknown(group: TimedGroup, as: 'at once' | 'never'): TimedGroup {
  const { table, n, unknown } = group;
  if (as === 'never') {
    const nRisk = table.nRisk.map((risk) => risk + unknown);
    return { ...group, table: { ...table, nRisk }, n: n + unknown };
  }
  const begun = table.t[0] === 0;
  const from = (column: Float64Array, first: number) => {
    const rows = new Float64Array(column.length + (begun ? 0 : 1));
    rows.set(column, begun ? 0 : 1);
    rows[0] = first;
    return rows;
  };
  const more = (column: Float64Array) => from(column, (begun ? column[0]! : 0) + unknown);
  const [event, ...others] = table.byCause;
  const started = {
    t: from(table.t, 0),
    nRisk: from(table.nRisk, (table.nRisk[0] ?? 0) + unknown),
    d: more(table.d),
    byCause: [more(event!), ...others.map((own) => from(own, begun ? own[0]! : 0))],
  };
  return { ...group, table: started, n: n + unknown };
}

/**
 * The risk table if every child lost from sight had had the event at that moment, or never: then it
 * stays at risk, as a child that is followed without the event does.
 */
export function withLost(group: TimedGroup, as: 'at once' | 'never'): TimedGroup {
  const { table } = group;
  const lostAt = new Map<number, number>();
  for (const [t, children] of group.lostAt) lostAt.set(t, (lostAt.get(t) ?? 0) + children);
  const lost = table.t.map((t) => lostAt.get(t) ?? 0);
  if (as === 'at once') {
    const more = (column: Float64Array) => column.map((own, row) => own + lost[row]!);
    const [event, ...others] = table.byCause;
    return { ...group, table: { ...table, d: more(table.d), byCause: [more(event!), ...others] } };
  }
  let kept = 0;
  const nRisk = table.nRisk.map((risk, row) => {
    const now = risk + kept;
    kept += lost[row]!;
    return now;
  });
  return { ...group, table: { ...table, nRisk } };
}

/** Times of completed waits, in hours, with how many children had each, rising. */
export function completedOf({ table: { t, byCause } }: TimedGroup): [number, number][] {
  const completed: [number, number][] = [];
  byCause[0]!.forEach((children, row) => children && completed.push([t[row]!, children]));
  return completed;
}

/** Children whose event came by a time, the time included. */
export function eventsBy({ table: { t, byCause } }: TimedGroup, hours: number): number {
  const events = byCause[0]!;
  let sum = 0;
  for (let row = 0; row < t.length && t[row]! <= hours; row++) sum += events[row]!;
  return sum;
}

/** Children lost from sight before a time. */
export function lostBefore({ lostAt }: TimedGroup, hours: number): number {
  let sum = 0;
  for (const [t, children] of lostAt) if (t < hours) sum += children;
  return sum;
}
