import { daysSince, known, momentOf, type Cells } from './cells';
import { careSpells, offsetZero } from './care';
import type { Child } from './children';
import { observationEnd } from './observation';

/** Whole days since T0; null where the row has no day, or T0 has none to count from. */
export function dayIn({ t0 }: Child, row: Cells, name: string): number | null {
  const moment = momentOf(row, name);
  if (moment?.offset) return moment.day;
  return t0 && moment ? daysSince(t0, moment) : null;
}

/**
 * The day on which a child left care (P-EXIT): the end of its last continuous stay, while it was
 * followed. Null while in care, never in care, or where the child died in care (ruling RR-04).
 */
export function exitOf(child: Child): number | null {
  const t0 = child.t0 ?? offsetZero;
  const spell = careSpells(child).at(-1);
  if (!spell || spell.to === Infinity) return null;
  const last = spell.stays.filter(({ to }) => to === spell.to);
  const end = last[0]?.end;
  if (!end) return null;
  const day = daysSince(t0, end);
  const followed = observationEnd(child.rows, t0, child.events);
  const lastDay = Math.max(0, followed.day);
  const inCare = last.some(({ row }) => known(row.end_reason) === 'deceased');
  return day > lastDay || inCare || (followed.died && lastDay <= day) ? null : day;
}
