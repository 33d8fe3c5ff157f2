import { daysSince, hasHours, hoursSince, momentOf, spanOf, startHour } from './cells';
import type { Cells, Moment } from './cells';

const ending = ['transferred', 'contact_lost', 'returned', 'deceased'];

/**
 * The moments at which a row shows that the child was seen (ruling M18). A review that is due and the
 * day a permit expires lie ahead when they are written: they show nothing.
 */
const seenAt: Readonly<Record<string, readonly string[]>> = {
  referrals: ['referred'],
  placements: ['started', 'ended'],
  missing_episodes: ['started', 'ended'],
  detention: ['started', 'ended'],
  assignments: ['requested', 'started', 'first_meeting', 'ended'],
  services: ['need_identified', 'started', 'ended'],
  charges: ['started', 'resolved'],
  testimony: ['held'],
  decisions: ['requested', 'decided'],
  age_disputes: ['raised', 'resolved'],
  exploitation_spells: ['started', 'ended'],
  assessments: ['started', 'completed', 'plan_updated'],
  residence: ['applied', 'granted'],
  proceedings: ['opened', 'charged', 'judgment', 'final'],
  followups: ['held'],
};
/** Tables whose rows do not count once they end before they start. */
const spans = ['placements', 'missing_episodes', 'detention'];

/**
 * When and why observation ends: the file that lasts longest decides (rulings M3, S3); a file
 * lasts to its closure for one of four reasons, else to the end of its follow-up. Where that file
 * does not say, the latest dated row of the child (ruling M18).
 */
export function observationEnd(
  rows: readonly Cells[],
  t0: Moment,
  events: (table: string) => readonly Cells[],
) {
  const lasts = rows.map((row) => {
    const closed = ending.includes(row.closure_reason ?? '') ? momentOf(row, 'closed') : null;
    const told = closed ?? momentOf(row, 'followup_end');
    const until = told ?? momentOf(row, 'detected');
    const gone = closed !== null && ['returned', 'deceased'].includes(row.closure_reason ?? '');
    const died = closed !== null && row.closure_reason === 'deceased';
    return {
      told,
      gone,
      died,
      lost: closed !== null && ['transferred', 'contact_lost'].includes(row.closure_reason ?? ''),
      closed: closed !== null,
      hour: until ? startHour(until) : -Infinity,
    };
  });
  const longest = Math.max(...lasts.map(({ hour }) => hour));
  const last = lasts
    .filter(({ hour }) => hour === longest)
    .sort((a, b) => Number(b.closed) - Number(a.closed))[0];
  const follow = latest(
    lasts.filter(({ closed }) => !closed).flatMap(({ told }) => (told ? [told] : [])),
  );
  const told = last?.closed ? last.told : follow;
  if (told) {
    const hours = hoursSince(t0, told) + (hasHours(t0, told) ? 0 : 24);
    return {
      hours: Math.max(0, hours),
      day: daysSince(t0, told),
      gone: last?.gone ?? false,
      died: last?.died ?? false,
      lost: last?.lost ?? false,
    };
  }
  const seen = Object.entries(seenAt).flatMap(([table, names]) =>
    events(table)
      .filter((row) => !spans.includes(table) || spanOf(row, t0).valid)
      .flatMap((row) => names.map((name) => momentOf(row, name)).filter(isMoment)),
  );
  return {
    hours: Math.max(0, ...seen.map((moment) => hoursSince(t0, moment))),
    day: Math.max(0, ...seen.map((moment) => daysSince(t0, moment))),
    gone: false,
    died: false,
    lost: false,
  };
}

/** Keeps moments, drops what has no date. */
export const isMoment = (moment: Moment | null): moment is Moment => moment !== null;

/** The earliest of several moments. */
export const earliest = (moments: readonly Moment[]): Moment | null =>
  moments.reduce<Moment | null>((a, b) => (a && startHour(a) <= startHour(b) ? a : b), null);

/** The latest of several moments. */
const latest = (moments: readonly Moment[]): Moment | null =>
  moments.reduce<Moment | null>((a, b) => (a && startHour(a) >= startHour(b) ? a : b), null);
