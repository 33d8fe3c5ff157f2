import { daysSince, known, momentOf, type Cells, type Files } from './cells';
import { childrenOf, type Child } from './children';
import { shareRows } from './curve';
import { groupBy, mostlyUnknown, type PlainRow } from './figure-row';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';
import { quantileRows } from './quantiles';

/** What counts as having to tell it. */
export type Retelling = 'counted' | 'all';

const legal = [
  ...['police', 'prosecutor', 'investigative_recorded', 'court', 'confrontation'],
  'identification_parade',
];
const retellings = [...legal, 'identification_interview', 'asylum', 'social', 'forensic_exam'];
const quantiles = ['p25', 'median', 'p75', 'p90', 'maximum'] as const;

/** A child from the day its clock starts; days of statements count from there. */
interface Told {
  readonly until: number;
  readonly died: boolean;
  readonly days: readonly number[];
}

/** VW-01: how many times the child had to tell it. */
export function statements(
  files: Files,
  months: Months,
  breakdown: string,
  events: Retelling,
): PlainRow[] {
  const types = events === 'all' ? retellings : legal;
  const cohort = childrenOf(files).filter(
    (child) =>
      inPopulation(child, 'P-REG') && detectedIn(child, months) && child.isChild && inCourt(child),
  );
  return groupBy(cohort, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const place = { period: months.id, by };
    const told = units.map((child) => toldBy(child, types));
    const timed = told.filter((one) => one !== null);
    const numbers = units.map((child) => statementsOf(child, types).length);
    const unknown = told.length - timed.length;
    return [
      ...[6, 12, 24].map((horizon): PlainRow => {
        const days = horizon * 30.4375;
        return {
          ...place,
          measure: `mean_cumulative_count_${horizon}m`,
          numerator: timed.flatMap((one) => one.days).filter((day) => day <= days).length,
          denominator: timed.length,
          n: told.length,
          unknown,
          ...meanAt(timed, unknown, days),
        };
      }),
      { ...place, measure: 'not_timed_count', value: unknown, status: 'ok' },
      ...shareRows(
        place,
        'more_than_one_share',
        numbers.map((number) => number > 1),
      ),
      ...shareRows(
        place,
        'three_or_more_share',
        numbers.map((number) => number >= 3),
      ),
      ...quantileRows(place, '', 'statements', numbers, quantiles),
    ];
  });
}

/** A criminal proceeding or a statement of a type that counts by default (P-PROC). */
const inCourt = (child: Child): boolean =>
  criminal(child).length > 0 || statementsOf(child, legal).length > 0;

const criminal = (child: Child): readonly Cells[] =>
  child.events('proceedings').filter((row) => known(row.proceeding_type) === 'criminal');

/** Whole days since T0; null where the row has no day, or T0 has none to count from. */
function dayOf({ t0 }: Child, row: Cells, name: string): number | null {
  const moment = momentOf(row, name);
  if (moment?.offset) return moment.day;
  return t0 && moment ? daysSince(t0, moment) : null;
}

/**
 * One statement a date and type (ruling M7). Without a date they cannot be told apart and stay one
 * each.
 */
function statementsOf(child: Child, types: readonly string[]): { day: number | null }[] {
  const seen = new Set<string>();
  return child.events('testimony').flatMap((row) => {
    const type = known(row.event_type);
    if (type === null || !types.includes(type)) return [];
    const moment = momentOf(row, 'held');
    const day = dayOf(child, row, 'held');
    if (!moment) return [{ day: null }];
    const same = day === null ? `${type} on ${moment.day}` : `${type} ${day}`;
    if (seen.has(same)) return [];
    seen.add(same);
    return [{ day }];
  });
}

/**
 * The clock starts at the earlier of the opened proceeding and the first statement (ruling VW-01).
 * Null where neither has a day, where nobody knows how long the child was followed, or where it was
 * followed less far than that: a negative time is left out, never clipped to 0 (stats 4.1).
 */
function toldBy(child: Child, types: readonly string[]): Told | null {
  const isDay = (day: number | null): day is number => day !== null;
  const days = statementsOf(child, types)
    .map(({ day }) => day)
    .filter(isDay);
  const opened = criminal(child)
    .map((row) => dayOf(child, row, 'opened'))
    .filter(isDay);
  const start = Math.min(...days, ...opened);
  const { lastDay, died } = child;
  if (lastDay === null || lastDay < start) return null;
  return {
    until: lastDay - start,
    died,
    days: days.filter((day) => day <= lastDay).map((day) => day - start),
  };
}

/** Mean cumulative count (stats 4.6): events among those still followed, weighted by survival. */
function meanAt(units: readonly Told[], unknown: number, horizon: number) {
  if (units.length === 0) return { value: null, status: 'undefined' };
  const times = new Set(units.flatMap(({ until, days }) => [until, ...days]));
  let [mean, alive] = [0, 1];
  for (const time of [...times].filter((time) => time <= horizon).sort((a, b) => a - b)) {
    const atRisk = units.filter(({ until }) => until >= time).length;
    const now = units.flatMap(({ days }) => days).filter((day) => day === time).length;
    const deaths = units.filter(({ until, died }) => died && until === time).length;
    mean += (alive * now) / atRisk;
    alive *= 1 - deaths / atRisk;
  }
  const last = Math.max(...units.map(({ until }) => until));
  if (horizon > last && alive > 1e-12) return { value: null, status: 'beyond_follow_up' };
  if (mostlyUnknown(units.length, unknown)) return { value: null, status: 'bounds_only' };
  if (units.filter(({ until }) => until >= horizon).length < 10)
    return { value: null, status: 'too_few' };
  return { value: mean, status: 'ok' };
}
