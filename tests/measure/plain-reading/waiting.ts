import { daysSince, hoursSince, type Moment } from './cells';
import { mostlyUnknown } from './figure-row';
import type { Child } from './children';

/** A child on a curve: 0 still waiting, 1 the event, 2 something else came first. */
export interface Timed {
  readonly time: number;
  readonly cause: 0 | 1 | 2;
  /** Delayed entry: at risk after this time only; at risk from the start where left out. */
  readonly entry?: number;
  /** Observation ended before the clock started: nothing is seen any more (ruling M18). */
  readonly late?: boolean;
}

/** A child on a curve, or why it is not (rulings M21, S10). */
export type Wait = Timed | 'invalid' | 'unknown';

/** What ends a wait besides the event, where a definition says more than the rule. */
export interface Ends {
  /** Own competing events, in hours since T0. */
  readonly others?: readonly (number | null)[];
  /** An end of observation of its own, in hours since T0. */
  readonly until?: number | null;
  /** Where the clock starts, in hours since T0. */
  readonly origin?: number;
  readonly gone?: 'competes' | 'censors';
  readonly eighteen?: 'competes' | 'censors' | 'ignored';
}

/** The unit of a clock. */
export type Clock = 'hours' | 'days';

/** Hours since T0, or whole days told in hours: the difference of calendar days. */
export function since(t0: Moment, moment: Moment, clock: Clock): number {
  if (clock === 'hours') return hoursSince(t0, moment);
  return daysSince(t0, moment) * 24;
}

/** What ends the wait of one child when the event does not come (rulings S1, S12, M3, M24). */
export function withoutEvent(child: Child, clock: Clock, ends: Ends = {}): Timed {
  const { others = [], until = null, origin = 0, gone, eighteen } = ends;
  const last = (clock === 'hours' ? child.observedTo : (child.lastDay ?? 0) * 24) ?? 0;
  const since = (hour: number) => Math.max(0, hour - origin);
  const stops = [last, until, eighteen === 'censors' ? child.turns18 : null].filter(isHour);
  const end = Math.min(...stops);
  const censored = since(end);
  const rivals = [
    ...others,
    eighteen === undefined || eighteen === 'competes' ? child.turns18 : null,
    (gone === 'censors' ? child.died : child.gone) ? last : null,
  ].filter(isHour);
  const first = Math.min(Infinity, ...rivals.map(since));
  const seen = end < origin ? { late: true } : {};
  return first <= censored
    ? { time: first, cause: 2, ...seen }
    : { time: censored, cause: 0, ...seen };
}

const isHour = (hour: number | null): hour is number => hour !== null;

/** The event, if it came before the wait ended; at the same instant the event wins. */
export const timedOf = (event: number | null, end: Timed): Timed =>
  event !== null && !end.late && event <= end.time ? { time: event, cause: 1 } : end;

/**
 * Median and quartiles of the wait (S-KM): every other end censors. Gate: 10 children, 5 events.
 * The first time at which the curve is at or under 1 − share, the midpoint of an exactly flat stretch.
 */
export function waitQuantile(units: readonly Timed[], unknown: number, share: number) {
  const events = units.filter(({ cause }) => cause === 1).length;
  if (units.length < 10 || events < 5) return { value: null, status: 'too_few' };
  if (mostlyUnknown(units.length, unknown)) return { value: null, status: 'bounds_only' };
  const level = 1 - share;
  let waiting = 1;
  let flatSince: number | null = null;
  for (const time of timesOf(units)) {
    const atRisk = riskSet(units, time);
    const now = units.filter((unit) => unit.time === time && unit.cause === 1).length;
    if (now === 0) continue;
    if (flatSince !== null) return { value: (flatSince + time) / 2, status: 'ok' };
    waiting *= 1 - now / atRisk;
    if (Math.abs(waiting - level) < 1e-10) flatSince = time;
    else if (waiting < level) return { value: time, status: 'ok' };
  }
  if (flatSince !== null) return { value: flatSince, status: 'ok' };
  return { value: null, status: 'not_reached' };
}

/**
 * The time by which a share had the event (S-CIF): the first at which the incidence is there, the
 * midpoint of an exactly flat stretch. Gate as for the wait.
 */
export function incidenceQuantile(units: readonly Timed[], unknown: number, share: number) {
  const at = (time: number) => curveAt(units, time).incidence;
  const events = units.filter(({ cause }) => cause === 1);
  if (units.length < 10 || events.length < 5) return { value: null, status: 'too_few' };
  if (mostlyUnknown(units.length, unknown)) return { value: null, status: 'bounds_only' };
  const times = timesOf(events);
  const time = times.find((one) => at(one) > share - 1e-10);
  if (time === undefined) return { value: null, status: 'not_reached' };
  const next = times.find((one) => one > time) ?? time;
  return { value: at(time) < share + 1e-10 ? (time + next) / 2 : time, status: 'ok' };
}

/** Cumulative incidence at a horizon (S-CIF). Gate: 10 at risk; nothing past the last observation. */
export function incidenceAt(units: readonly Timed[], unknown: number, horizon: number) {
  if (units.length === 0) return { value: null, status: 'undefined' };
  const open = stillOpen(units);
  if (open && open.from === null && horizon > 0) return { value: null, status: 'not_estimable' };
  if (open?.from != null && horizon >= open.from) return incidenceAt(open.units, unknown, horizon);
  const { free, incidence } = curveAt(units, horizon);
  const last = Math.max(...units.map(({ time }) => time));
  if (horizon > last && free > 1e-12) return { value: null, status: 'beyond_follow_up' };
  if (mostlyUnknown(units.length, unknown)) return { value: null, status: 'bounds_only' };
  if (riskSet(units, horizon) < 10) return { value: null, status: 'too_few' };
  return { value: incidence, status: 'ok' };
}

/**
 * Where everyone at risk had an event while others had still to enter, a curve begins again at the
 * first time with ten at risk, and says nothing where there is none (stats 4.3).
 */
export function stillOpen(units: readonly Timed[]) {
  if (units.every(({ entry }) => entry === undefined)) return null;
  const emptied = timesOf(units).find((time) => curveAt(units, time).free <= 1e-12);
  if (emptied === undefined) return null;
  if (!units.some(({ entry }) => entry !== undefined && entry >= emptied)) return null;
  const [from = null] = [...timesOf(units), ...units.flatMap(({ entry }) => entry ?? [])]
    .filter((time) => time > emptied && riskSet(units, time) >= 10)
    .sort((a, b) => a - b);
  return { from, units: units.filter(({ time }) => from !== null && time >= from) };
}

/** How many are still waiting at a time and were being watched before it (stats 4.1). */
const riskSet = (units: readonly Timed[], at: number): number =>
  units.filter(({ time, entry }) => time >= at && (entry === undefined || entry < at)).length;

/** Aalen–Johansen: the incidence of the event and the share without any event (stats 4.4). */
export function curveAt(units: readonly Timed[], horizon: number) {
  let [free, incidence] = [1, 0];
  for (const time of timesOf(units).filter((time) => time <= horizon)) {
    const now = (cause: number) =>
      units.filter((unit) => unit.time === time && unit.cause === cause).length;
    const atRisk = riskSet(units, time);
    if (atRisk === 0) continue;
    incidence += (free * now(1)) / atRisk;
    free *= 1 - (now(1) + now(2)) / atRisk;
  }
  return { free, incidence };
}

const timesOf = (units: readonly Timed[]) =>
  [...new Set(units.map(({ time }) => time))].sort((a, b) => a - b);
