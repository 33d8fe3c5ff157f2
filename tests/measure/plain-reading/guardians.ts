import { known, type Files } from './cells';
import type { Child } from './children';
import { incidenceRows, openAndClosedRows, sorted } from './curve';
import { groupBy, mostlyUnknown, type PlainRow } from './figure-row';
import {
  appointed,
  assignmentsOf,
  cohortOf,
  guardianRoles,
  termsOf,
  type Term,
  type Who,
} from './guardian-terms';
import { firstMissing } from './missing-first';
import { groupOfChild, type Months } from './populations';
import { timedOf, waitQuantile, withoutEvent, type Wait } from './waiting';

/** GP-01: a guardian in post by day 7, 15 and 30, and the share of days with one. */
export function guardianInPost(
  files: Files,
  months: Months,
  breakdown: string,
  who: Who = 'P-DEPR',
  roles: keyof typeof guardianRoles = 'any',
): PlainRow[] {
  const guardians = guardianRoles[roles];
  const cohort = cohortOf(files, months, who);
  return groupBy(cohort, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const place = { period: months.id, by };
    const waits = units.map((child): Wait => {
      if (!child.t0) return 'unknown';
      const first = appointed(termsOf(child, child.t0, guardians));
      if (first === 'unknown') return 'unknown';
      const others = [firstMissing(child, child.t0, 'days')];
      return timedOf(first === null ? null : first * 24, withoutEvent(child, 'days', { others }));
    });
    return [
      ...incidenceRows(place, waits, { '7d': 7 * 24, '15d': 15 * 24, '30d': 30 * 24 }),
      { ...place, measure: 'not_timed_count', value: sorted(waits).unknown, status: 'ok' },
      ...shareOfDays(place, units, guardians),
    ];
  });
}

/**
 * Days with a guardian among the days under observation, as differences of calendar dates (M19); days
 * missing count (ruling GP-01). A child not under observation for a day stands nowhere.
 */
function shareOfDays(
  place: Pick<PlainRow, 'period' | 'by'>,
  units: readonly Child[],
  guardians: readonly string[],
): PlainRow[] {
  const lives = units
    .map((child) => {
      if (!child.t0) return { days: null, end: null };
      const end = Math.min(child.lastDay ?? 0, Math.max(0, (child.turns18 ?? Infinity) / 24));
      const terms = termsOf(child, child.t0, guardians);
      if (terms.some(({ from }) => from === null)) return { days: null, end };
      let days = 0;
      for (let day = 0; day < end; day++)
        if (terms.some(({ from, to }) => (from ?? 0) <= day && day < (to ?? Infinity))) days++;
      return { days, end };
    })
    .filter(({ end }) => end !== 0);
  const told = lives.filter(({ days }) => days !== null);
  const unknown = lives.length - told.length;
  const sum = (days: readonly (number | null)[]) =>
    days.reduce<number>((all, day) => all + (day ?? 0), 0);
  const [withOne, watched] = [sum(told.map(({ days }) => days)), sum(told.map(({ end }) => end))];
  const all = sum(lives.map(({ end }) => end));
  const row = { ...place, n: lives.length, unknown };
  const share: PlainRow = {
    ...row,
    measure: 'share_of_days',
    numerator: withOne,
    denominator: watched,
    ...(told.length === 0
      ? { value: null, status: 'undefined' }
      : told.length < 10
        ? { value: null, status: 'too_few' }
        : mostlyUnknown(told.length, unknown)
          ? { value: null, status: 'bounds_only' }
          : { value: withOne / watched, status: 'ok' }),
  };
  const band = (end: 'no' | 'yes', days: number): PlainRow => ({
    ...row,
    measure: `share_of_days_if_unknown_${end}`,
    ...(lives.length < 10
      ? { value: null, status: 'too_few' }
      : all === 0
        ? { value: null, status: 'undefined' }
        : { value: days / all, status: 'ok' }),
  });
  return [
    share,
    ...(unknown > 0 ? [band('no', withOne), band('yes', withOne + all - watched)] : []),
    { ...place, measure: 'days_not_known_count', value: unknown, status: 'ok' },
  ];
}

/** GP-02: days until a guardian is appointed, and until any guardian has met the child. */
export function guardianWait(
  files: Files,
  months: Months,
  breakdown: string,
  clock: 'detected' | 'requested' = 'detected',
  roles: keyof typeof guardianRoles = 'any',
): PlainRow[] {
  const cohort = cohortOf(files, months, 'P-DEPR');
  const limits = { '1d': 24, '5d': 5 * 24, '21d': 21 * 24 };
  return groupBy(cohort, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) =>
    (['appointed', 'met'] as const).flatMap((step) => {
      const place = { period: months.id, by };
      const prefix = step === 'met' ? 'met_' : '';
      const waits = units
        .map((child) =>
          clock === 'detected'
            ? waitFromDetection(child, step, guardianRoles[roles])
            : waitFromRequest(child, step, guardianRoles[roles]),
        )
        .filter((wait) => wait !== null);
      if (waits.length === 0) return [];
      const { timed, unknown } = sorted(waits);
      const quantile = (share: number) => {
        const { value, status } = waitQuantile(timed, unknown, share);
        return { value: value === null ? null : value / 24, status };
      };
      return [
        { ...place, measure: `${prefix}median_days`, ...quantile(0.5) },
        { ...place, measure: `${prefix}p75_days`, ...quantile(0.75) },
        ...(step === 'appointed' ? openAndClosedRows(place, timed) : []),
        ...incidenceRows(place, waits, limits, prefix),
        { ...place, measure: `${prefix}not_timed_count`, value: unknown, status: 'ok' },
      ];
    }),
  );
}

function waitFromDetection(
  child: Child,
  step: 'appointed' | 'met',
  roles: readonly string[],
): Wait {
  if (!child.t0) return 'unknown';
  const terms = termsOf(child, child.t0, roles);
  const first = step === 'appointed' ? appointed(terms) : firstMeeting(terms);
  if (first === 'unknown') return first;
  return timedOf(first === null ? null : first * 24, withoutEvent(child, 'days'));
}

/**
 * The earliest meeting with any guardian who was not gone before T0. One who had met the child
 * before T0 counts on day 0, as one in post does (ruling S8).
 */
function firstMeeting(terms: readonly Term[]): number | null {
  const met = terms.flatMap(({ to, met: day }) =>
    day === null || (to !== null && to < 0) ? [] : [Math.max(0, day)],
  );
  return met.length > 0 ? Math.min(...met) : null;
}

/**
 * Days from the first request for a guardian. A request that nobody came for waits from its day; a
 * guardian appointed without a request that is known cannot be timed; null: nobody was asked for. A
 * request before T0 is on its own clock, and so is what followed it.
 */
function waitFromRequest(
  child: Child,
  step: 'appointed' | 'met',
  roles: readonly string[],
): Wait | null {
  const rows = child.events('assignments').filter((row) => roles.includes(known(row.role) ?? ''));
  if (rows.length === 0) return null;
  if (!child.t0) return 'unknown';
  const posts = assignmentsOf(child, child.t0, roles);
  if (posts.length === 0) return null;
  const asked = posts.map(({ asked: day }) => day).filter((day) => day !== null);
  if (asked.length === 0) return 'unknown';
  const origin = Math.min(...asked);
  const done = posts
    .map(({ from, met }) => (step === 'appointed' ? from : met))
    .filter((day) => day !== null);
  const came = termsOf(child, child.t0, roles);
  if (done.length === 0 && step === 'appointed' && came.length > 0) return 'unknown';
  const first = done.length > 0 ? Math.min(...done) - origin : null;
  if (first !== null && first < 0)
    return came.some(({ asked: day }) => day === null) ? 'unknown' : 'invalid';
  return timedOf(
    first === null ? null : first * 24,
    withoutEvent(child, 'days', { origin: origin * 24 }),
  );
}
