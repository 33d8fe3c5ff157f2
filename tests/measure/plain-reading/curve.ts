import type { PlainRow } from './figure-row';
import {
  curveAt,
  incidenceAt,
  incidenceQuantile,
  stillOpen,
  type Timed,
  type Wait,
} from './waiting';

type Place = Pick<PlainRow, 'period' | 'by'>;

/** Children on the curve, and how many of whom the event is known but not its time. */
export function sorted(waits: readonly Wait[]): { timed: readonly Timed[]; unknown: number } {
  return {
    timed: waits.filter((wait) => typeof wait === 'object'),
    unknown: waits.filter((wait) => wait === 'unknown').length,
  };
}

/** How many waits the event closed, and how many nothing did (cases censored when last followed). */
export const openAndClosedRows = (place: Place, timed: readonly Timed[]): PlainRow[] =>
  (['open', 'closed'] as const).map((measure, cause) => ({
    ...place,
    measure: `${measure}_count`,
    value: timed.filter((unit) => unit.cause === cause).length,
    status: 'ok',
  }));

/** The median of an incidence in days, and how many still wait after horizons in hours. */
export function medianAndWaiting(
  place: Place,
  waits: readonly Wait[],
  horizons: Readonly<Record<string, number>>,
): PlainRow[] {
  const { timed, unknown } = sorted(waits);
  const { value, status } = incidenceQuantile(timed, unknown, 0.5);
  return [
    { ...place, measure: 'median_days', value: value === null ? null : value / 24, status },
    ...Object.entries(horizons).map(([name, hours]) => ({
      ...place,
      measure: `waiting_${name}`,
      value: timed.filter(({ time }) => time > hours).length,
      status: 'ok',
    })),
  ];
}

/** Cumulative incidences at horizons in hours, each with its band (ruling S10). */
export function incidenceRows(
  place: Place,
  waits: readonly Wait[],
  horizons: Readonly<Record<string, number>>,
  prefix = '',
): PlainRow[] {
  const { timed, unknown } = sorted(waits);
  const n = timed.length + unknown;
  return Object.entries(horizons).flatMap(([name, hours]) => {
    const measure = `${prefix}cif_${name}`;
    const numerator = timed.filter(({ time, cause }) => cause === 1 && time <= hours).length;
    const row = { ...place, measure, numerator, denominator: timed.length, n, unknown };
    return [
      { ...row, ...incidenceAt(timed, unknown, hours) },
      ...bandRows(place, measure, timed, unknown, hours),
    ];
  });
}

/**
 * The event at time 0, or never, for those of whom it is known but not its time. Neither is known
 * beyond the last time that anybody was followed while some still wait (stats 4.3), nor of fewer than
 * ten children (stats 6.2, ruling M14).
 */
function bandRows(
  place: Place,
  measure: string,
  timed: readonly Timed[],
  unknown: number,
  hours: number,
): PlainRow[] {
  if (unknown === 0) return [];
  const ends = { no: { time: Infinity, cause: 0 }, yes: { time: 0, cause: 1 } } as const;
  return Object.entries(ends).map(([name, other]) => {
    const known = name === 'yes' ? [...timed, other] : timed;
    const all = [...timed, ...Array<Timed>(unknown).fill(other)];
    const open = stillOpen(all);
    const unsaid = open !== null && open.from === null && hours > 0;
    const read = open?.from != null && hours >= open.from ? open.units : all;
    const { free, incidence } = curveAt(read, hours);
    const beyond = hours > Math.max(...known.map(({ time }) => time)) && free > 1e-12;
    return {
      ...place,
      measure: `${measure}_if_unknown_${name}`,
      n: all.length,
      unknown,
      ...(known.length === 0
        ? { value: null, status: 'undefined' }
        : unsaid
          ? { value: null, status: 'not_estimable' }
          : beyond
            ? { value: null, status: 'beyond_follow_up' }
            : all.length < 10
              ? { value: null, status: 'too_few' }
              : { value: incidence, status: 'ok' }),
    };
  });
}

/** A share of yes among the known, with its band where something is not known (ruling M12). */
export function shareRows(
  place: Place,
  measure: string,
  answers: readonly (boolean | null)[],
): PlainRow[] {
  const yes = answers.filter((answer) => answer === true).length;
  const unknown = answers.filter((answer) => answer === null).length;
  const n = answers.length;
  const known = n - unknown;
  const row = { ...place, n, unknown };
  const share: PlainRow = {
    ...row,
    measure,
    numerator: yes,
    denominator: known,
    ...(n === 0
      ? { value: null, status: 'undefined' }
      : unknown / n > 0.3 && (known === 0 || known >= 10)
        ? { value: null, status: 'bounds_only' }
        : known < 10
          ? { value: null, status: 'too_few' }
          : { value: yes / known, status: 'ok' }),
  };
  if (unknown === 0) return [share];
  const band = (x: number) =>
    n < 10 ? { value: null, status: 'too_few' } : { value: x / n, status: 'ok' };
  return [
    share,
    { ...row, measure: `${measure}_if_unknown_no`, ...band(yes) },
    { ...row, measure: `${measure}_if_unknown_yes`, ...band(yes + unknown) },
  ];
}

/** Shares of waits longer than a horizon (S-KM: every other end censors), each with its band. */
export function longerRows(
  place: Place,
  waits: readonly Wait[],
  horizons: Readonly<Record<string, number>>,
): PlainRow[] {
  const { timed, unknown } = sorted(waits);
  const alone = (units: readonly Timed[]): Timed[] =>
    units.map((unit) => (unit.cause === 2 ? { ...unit, cause: 0 } : unit));
  const n = timed.length + unknown;
  return Object.entries(horizons).flatMap(([measure, hours]): PlainRow[] => {
    const read = incidenceAt(alone(timed), unknown, hours);
    const row = { ...place, measure, denominator: timed.length, n, unknown };
    const over = { ...read, value: read.value === null ? null : 1 - read.value };
    const turned = bandRows(place, 'x', alone(timed), unknown, hours).map((band): PlainRow => ({
      ...band,
      measure: `${measure}_if_unknown_${band.measure.endsWith('yes') ? 'no' : 'yes'}`,
      value: band.value === null ? null : 1 - band.value,
    }));
    return [{ ...row, ...over }, ...turned];
  });
}
