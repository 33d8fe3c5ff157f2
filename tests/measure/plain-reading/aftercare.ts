import { known, type Cells, type Files } from './cells';
import { childrenOf, type Child } from './children';
import { incidenceRows, longerRows, sorted } from './curve';
import { dayIn, exitOf } from './exits';
import { groupBy, type PlainRow } from './figure-row';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';
import { timedOf, waitQuantile, withoutEvent, type Wait } from './waiting';

/** What counts as a first contact. */
export type Contact = 'any' | 'service';

const month = 30.4375 * 24;
const supported = {
  supported_share_6m: 6 * month,
  supported_share_12m: 12 * month,
  supported_share_24m: 24 * month,
};

/** RR-04: aftercare begun, and for how long; how services ended is read once. */
export function aftercare(
  files: Files,
  months: Months,
  breakdown: string,
  contact: Contact,
): PlainRow[] {
  const cohort = childrenOf(files)
    .filter((child) => inPopulation(child, 'P-REG') && detectedIn(child, months) && child.isChild)
    .flatMap((child) => {
      const exit = exitOf(child);
      return exit === null ? [] : [{ child, exit }];
    });
  return groupBy(cohort, ({ child }) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const place = { period: months.id, by };
    const contacts = units.map(({ child, exit }) => contactWait(child, exit, contact));
    const ends = units.map(({ child, exit }) => supportWait(child, exit));
    const support = sorted(ends);
    const median = waitQuantile(support.timed, support.unknown, 0.5);
    const count = (measure: string, value: number) => ({ ...place, measure, value, status: 'ok' });
    return [
      ...incidenceRows(place, contacts, { '30d': 30 * 24 }),
      count('not_timed_count', sorted(contacts).unknown),
      {
        ...place,
        measure: 'support_median_days',
        denominator: support.timed.length,
        unknown: support.unknown,
        ...median,
        value: median.value === null ? null : median.value / 24,
      },
      ...longerRows(place, ends, supported),
      count('support_unknown_count', support.unknown),
    ];
  });
}

/** From the exit on; care that ended before detection is followed from detection (stats 4.1). */
function fromExit(child: Child, exit: number, event: number | null, until: number | null): Wait {
  const ends = { origin: exit * 24, until, gone: 'censors', eighteen: 'ignored' } as const;
  const timed = timedOf(event === null ? null : (event - exit) * 24, withoutEvent(child, 'days', ends)); // prettier-ignore
  const entry = -exit * 24;
  if (exit >= 0) return timed;
  return timed.time <= entry ? 'invalid' : { ...timed, entry };
}

/** Whether a service was given; null where its row does not say. */
function delivered(child: Child, row: Cells): boolean | null {
  const status = known(row.status);
  if (dayIn(child, row, 'started') !== null) return true;
  if (status !== null) return ['in_progress', 'completed', 'stopped_early'].includes(status);
  // The last delivery has a day.
  return dayIn(child, row, 'ended') !== null ? true : null;
}

/** The first contact in the phase aftercare on or after the exit; contact must be made. */
function contactWait(child: Child, exit: number, contact: Contact): Wait {
  if (!child.t0) return 'unknown';
  const rows = child.events(contact === 'any' ? 'followups' : 'services').map((row) => {
    const phase = known(row.phase);
    const made = known(row.contact_made);
    const given =
      contact === 'service' ? delivered(child, row) : made === null ? null : made === 'yes';
    return {
      day: dayIn(child, row, contact === 'any' ? 'held' : 'started'),
      is: both(phase === null ? null : phase === 'aftercare', given),
    };
  });
  const after = rows.filter(({ day }) => day === null || day >= exit);
  const days = after.flatMap(({ day, is }) => (is && day !== null ? [day] : []));
  if (days.length === 0 && after.some(({ is }) => is !== false)) return 'unknown';
  return fromExit(child, exit, days.length > 0 ? Math.min(...days) : null, null);
}

const both = (a: boolean | null, b: boolean | null): boolean | null => {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
};

/**
 * From the exit to the last day with support (ruling RR-04). Day 0 without any; a last yes without a
 * later no ends observation on its day; a service that runs goes on to the end of follow-up.
 */
function supportWait(child: Child, exit: number): Wait {
  if (!child.t0) return 'unknown';
  const said = child.events('followups').map((row) => ({
    day: dayIn(child, row, 'held'),
    active: known(row.support_active),
    // A call that reached nobody tells nothing, nor does a row without a day or an answer.
    reached: known(row.contact_made) !== 'no',
  }));
  const after = said.filter(({ day }) => day === null || day >= exit);
  const dayed = (active: string) =>
    after.flatMap((one) => (one.active === active && one.day !== null ? [one.day] : []));
  const services = child
    .events('services')
    .filter((row) => delivered(child, row) !== false)
    .map((row) => ({ row, phase: known(row.phase), ended: dayIn(child, row, 'ended') }))
    .filter(({ phase }) => phase === null || phase === 'aftercare' || phase === 'after_18')
    .filter(({ ended }) => ended === null || ended >= exit)
    .map((one) => ({
      ...one,
      sure: one.phase !== null && delivered(child, one.row) === true,
      over: ['completed', 'stopped_early', 'no_longer_needed', 'declined'].includes(known(one.row.status) ?? ''), // prettier-ignore
    }));
  if (services.some(({ sure, ended, over }) => sure && ended === null && !over))
    return fromExit(child, exit, null, null);
  const given = services.flatMap(({ sure, ended }) => (sure && ended !== null ? [ended] : []));
  const lastYes = Math.max(-Infinity, ...dayed('yes'));
  const last = Math.max(exit, lastYes, ...given);
  const later = dayed('no').some((day) => day > lastYes) || given.some((day) => day > lastYes);
  if (lastYes >= exit && !later) return fromExit(child, exit, null, lastYes * 24);
  // What may have gone on for longer than is known leaves the last day unknown (ruling S10).
  const beyond = (day: number | null) => day === null || day > last;
  const doubtful =
    services.some(({ sure, ended }) => (ended === null || !sure) && beyond(ended)) ||
    said.some(({ day, active }) => active === 'yes' && day === null) ||
    after.some(
      ({ day, active, reached }) => active === null && reached && day !== null && beyond(day),
    );
  return doubtful ? 'unknown' : fromExit(child, exit, last, null);
}
