import { endHour, type Child } from './children';
import type { Moment } from './cells';

/** A child on a curve: 0 still waiting, 1 the event, 2 something else came first. */
export interface Timed {
  readonly time: number;
  readonly cause: 0 | 1 | 2;
}

/** The unit of a clock. */
export type Clock = 'hours' | 'days';

/** Hours or days since T0; null when the records do not hold them. */
export function since(t0: Moment, moment: Moment, clock: Clock): number | null {
  if (clock === 'days') return moment.day - t0.day;
  return t0.hour === null || moment.hour === null ? null : moment.hour - t0.hour;
}

/** An end known by its date lasts through that day; a birthday begins at midnight (ruling M24). */
function endSince(t0: Moment, moment: Moment, clock: Clock, birthday = false): number {
  if (clock === 'days') return moment.day - t0.day;
  const zero = t0.hour ?? t0.day * 24;
  return (birthday ? moment.day * 24 : endHour(moment)) - zero;
}

/** What ends the wait of one child when the event does not come (rulings S1, S12, M3, M22, M24). */
export function withoutEvent(child: Child, t0: Moment, clock: Clock): Timed | null {
  const others = [
    child.died && endSince(t0, child.died, clock),
    child.leftCountry && endSince(t0, child.leftCountry, clock),
    child.turned18 && endSince(t0, child.turned18, clock, true),
  ].filter((time) => time !== null);
  const censored = child.observedTo ? endSince(t0, child.observedTo, clock) : null;
  const first = others.length > 0 ? Math.min(...others) : null;
  if (first !== null && (censored === null || first <= censored)) return { time: first, cause: 2 };
  return censored === null ? null : { time: censored, cause: 0 };
}

/** The event, if it came before the wait ended; at the same instant the event wins. */
export function timedOf(event: number | null, end: Timed | null): Timed | null {
  if (event !== null && (end === null || event <= end.time)) return { time: event, cause: 1 };
  return end;
}

/**
 * Median and quartiles of the wait (S-KM): every other end censors. Gate: 10 children, 5 events.
 * The first time at which the curve is at or under 1 − share, the midpoint of an exactly flat stretch.
 */
export function waitQuantile(units: readonly Timed[], share: number) {
  const events = units.filter(({ cause }) => cause === 1).length;
  if (units.length === 0) return { value: null, status: 'undefined' };
  if (units.length < 10 || events < 5) return { value: null, status: 'too_few' };
  const level = 1 - share;
  let waiting = 1;
  let flatSince: number | null = null;
  for (const time of timesOf(units)) {
    const atRisk = units.filter((unit) => unit.time >= time).length;
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

/** Cumulative incidence at a horizon (S-CIF). Gate: 10 at risk; nothing past the last observation. */
export function incidenceAt(units: readonly Timed[], horizon: number) {
  if (units.length === 0) return { value: null, status: 'undefined' };
  let [free, incidence] = [1, 0];
  for (const time of timesOf(units).filter((time) => time <= horizon)) {
    const atRisk = units.filter((unit) => unit.time >= time).length;
    const now = (cause: number) =>
      units.filter((unit) => unit.time === time && unit.cause === cause).length;
    incidence += (free * now(1)) / atRisk;
    free *= 1 - (now(1) + now(2)) / atRisk;
  }
  const last = Math.max(...units.map(({ time }) => time));
  if (horizon > last && free > 1e-12) return { value: null, status: 'beyond_follow_up' };
  const atRisk = units.filter(({ time }) => time >= horizon).length;
  if (atRisk < 10) return { value: null, status: 'too_few' };
  return { value: incidence, status: 'ok' };
}

const timesOf = (units: readonly Timed[]) =>
  [...new Set(units.map(({ time }) => time))].sort((a, b) => a - b);
