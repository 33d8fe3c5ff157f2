import {
  codeOf,
  dayAfterMonth,
  daysSince,
  firstDayOfMonth,
  hasHours,
  spanOf,
  startHour,
} from './cells';
import type { Files, Moment } from './cells';
import { childrenOf, type Child } from './children';
import { longerRows } from './curve';
import { groupBy, type PlainRow } from './figure-row';
import { heldSpells, type Held } from './held';
import { observationEnd } from './observation';
import { quantileRows } from './quantiles';
import { detectedIn, inPopulation, type Months } from './populations';
import { waitQuantile, type Timed, type Wait } from './waiting';

const horizons = { over_24h_share: 24, over_7d_share: 168, over_90d_share: 2160 };
const hoursOfMonth = 30.4375 * 24;

/** ND-03: how long deprivation of liberty lasts, spell by spell, and days in all of each child. */
export function lengthOfDetention(
  files: Files,
  months: Months,
  breakdown: string,
  clock: 'hours' | 'days',
  linked: boolean,
): PlainRow[] {
  const exact = codeOf(files.meta?.[0]?.date_mode).code === 'exact';
  const children = childrenOf(files).filter(
    (child) => inPopulation(child, 'P-REG') && child.isChild,
  );
  const spells = children.flatMap((child) => {
    const { t0 } = child;
    const held = merged(heldSpells(child, 'c'), linked ? 24 : 0);
    return held
      .filter(({ from }) => {
        const zero =
          exact && t0 ? startHour(t0) : firstDayOfMonth(child.month) * 24 + hoursOfMonth / 2;
        const hour = zero + from;
        return hour >= firstDayOfMonth(months.first) * 24 && hour < dayAfterMonth(months.last) * 24;
      })
      .map((spell) => ({ child, spell, wait: lengthOf(child, spell, clock) }));
  });
  const place = (child: Child, setting: string | null): Record<string, string> =>
    breakdown === 'setting'
      ? { setting: setting ?? 'unknown' }
      : breakdown === 'gender'
        ? { gender: child.gender }
        : {};
  const rows = groupBy(spells, ({ child, spell }) => place(child, spell.setting)).flatMap(
    ({ by, units }): PlainRow[] => {
      const waits = units.map(({ wait }) => wait);
      const timed = waits.filter((wait) => typeof wait === 'object');
      const unknown = waits.filter((wait) => wait === 'unknown').length;
      const where = { period: months.id, by };
      const inDays = ({ value, status }: { value: number | null; status: string }) => ({
        value: value === null ? null : value / 24,
        status,
      });
      const done = timed
        .filter(({ cause }) => cause === 1)
        .map(({ time }) => time)
        .sort((a, b) => a - b);
      return [
        { ...where, measure: 'median_days', denominator: timed.length, ...inDays(waitQuantile(timed, unknown, 0.5)) }, // prettier-ignore
        { ...where, measure: 'p75_days', denominator: timed.length, ...inDays(waitQuantile(timed, unknown, 0.75)) }, // prettier-ignore
        { ...where, measure: 'completed_median_days', ...inDays(completedMedian(done)) },
        ...longerRows(where, waits, horizons),
        { ...where, measure: 'not_timed_count', value: unknown, status: 'ok' },
      ];
    },
  );
  if (breakdown === 'setting') return rows;
  const held = children
    .filter((child) => detectedIn(child, months))
    .flatMap((child) => {
      const days = daysInAll(child);
      return days === 'never' ? [] : [{ child, days }];
    });
  return [
    ...rows,
    ...groupBy(held, ({ child }) => place(child, null)).flatMap(({ by, units }) =>
      quantileRows(
        { period: months.id, by },
        'total_',
        'days',
        units.map(({ days }) => days),
      ),
    ),
  ];
}

function completedMedian(done: readonly number[]) {
  if (done.length < 10) return { value: null, status: 'too_few' };
  const position = (done.length - 1) / 2;
  const [low, high] = [done[Math.floor(position)] ?? 0, done[Math.ceil(position)] ?? 0];
  return { value: (low + high) / 2, status: 'ok' };
}

/** Overlapping spells made one (ruling M7), on request also those less than 24 hours apart. */
function merged(spells: readonly Held[], apart: number): Held[] {
  const groups: Held[][] = [];
  for (const one of spells) {
    const group = groups.find((others) =>
      others.some(({ from, to }) => one.from < to + apart || one.from === from),
    );
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups.flatMap((group): Held[] => {
    const [first] = group;
    if (!first) return [];
    const ended = group.filter(({ to }) => Number.isFinite(to)).sort((a, b) => b.to - a.to)[0];
    return [{ ...first, to: ended?.to ?? Infinity, end: ended?.end ?? null }];
  });
}

/** From the start of a spell to its end; one that goes on, or ends unseen, is censored (C-OPEN, M18). */
function lengthOf(child: Child, { from, to, start, end }: Held, clock: 'hours' | 'days'): Wait {
  const { t0 } = child;
  if (!t0) return 'unknown';
  if (clock === 'hours' && (!hasHours(t0, start) || (end && !hasHours(t0, end)))) return 'unknown';
  const since = (moment: Moment) => daysSince(t0, moment) * 24;
  const began = clock === 'hours' ? from : since(start);
  const last = (clock === 'hours' ? child.observedTo : (child.lastDay ?? 0) * 24) ?? 0;
  const open: Timed = { time: Math.max(0, last - began), cause: 0 };
  if (!end) return open;
  const length = clock === 'hours' ? to - from : since(end) - began;
  return length <= last - began ? { time: length, cause: 1 } : open;
}

/** Days of one child in all, open spells to the end of follow-up; null where a spell has no day. */
function daysInAll(child: Child): number | null | 'never' {
  const zero = { hour: null, day: 0, offset: true };
  const offsets = child.t0 === null && heldSpells(child, 'c').length > 0;
  const last = offsets ? observationEnd(child.rows, zero, child.events).hours : child.observedTo;
  const undated = child.events('detention').some((row) => spanOf(row, child.t0).from === null);
  const held = merged(heldSpells(child, 'c'), 0).filter(({ from }) => from <= (last ?? Infinity));
  if (held.length === 0 && !undated) return 'never';
  if (last === null || undated) return null;
  return held.reduce((sum, { from, to }) => sum + Math.min(to, last) - from, 0) / 24;
}
