import { incidenceRows, sorted } from './curve';
import type { PlainRow } from './figure-row';
import { curveAt, incidenceAt, stillOpen, type Timed, type Wait } from './waiting';

/** A child on a curve, and whether it was lost from sight or handed on. */
export interface Followed {
  readonly wait: Wait;
  readonly lost: boolean;
}

/**
 * Cumulative incidences where more than a fifth lost before the reading leave bounds alone
 * (ruling RR-01): each of them with the event at the moment of loss, or never (stats 4.3).
 */
export function incidenceOrBounds(
  place: Pick<PlainRow, 'period' | 'by'>,
  followed: readonly Followed[],
  horizons: Readonly<Record<string, number>>,
  prefix: string,
): PlainRow[] {
  const waits = followed.map(({ wait }) => wait);
  const { timed, unknown } = sorted(waits);
  return Object.entries(horizons).flatMap(([name, hours]) => {
    const gone = followed.flatMap(({ wait, lost }) =>
      lost && typeof wait === 'object' && wait.cause === 0 && wait.time < hours ? [wait] : [],
    );
    const rows = incidenceRows(place, waits, { [name]: hours }, prefix);
    const [reading] = rows;
    if (!reading || gone.length <= 0.2 * timed.length) return rows;
    const stated = incidenceAt(timed, 0, hours);
    const { value, status } = ['ok', 'too_few'].includes(stated.status)
      ? { value: null, status: 'bounds_only' }
      : stated;
    const band = (end: 'no' | 'yes'): PlainRow => {
      const other: Timed = end === 'no' ? { time: Infinity, cause: 0 } : { time: 0, cause: 1 };
      const units = [
        ...timed.map((unit): Timed => {
          if (!gone.includes(unit)) return unit;
          return end === 'yes' ? { ...unit, cause: 1 } : { ...unit, time: Infinity };
        }),
        ...Array<Timed>(unknown).fill(other),
      ];
      return {
        ...place,
        measure: `${reading.measure}_if_unknown_${end}`,
        n: units.length,
        unknown,
        ...boundAt(units, Math.max(...timed.map(({ time }) => time)), hours),
      };
    };
    return [{ ...reading, value, status }, band('no'), band('yes')];
  });
}

/** One end of the band; nothing is known past the last day on which anybody was followed (stats 4.3). */
function boundAt(units: readonly Timed[], last: number, hours: number) {
  const open = stillOpen(units);
  if (open !== null && open.from === null && hours > 0)
    return { value: null, status: 'not_estimable' };
  const read = open?.from != null && hours >= open.from ? open.units : units;
  const { free, incidence } = curveAt(read, hours);
  if (hours > last && free > 1e-12) return { value: null, status: 'beyond_follow_up' };
  return units.length < 10
    ? { value: null, status: 'too_few' }
    : { value: incidence, status: 'ok' };
}
