import { daysSince, known, momentOf, type Cells } from './cells';
import type { Child } from './children';
import { groupBy } from './figure-row';

/** When a need is met. */
export type Delivery = 'begun' | 'completed';

const begunStates = ['in_progress', 'completed', 'stopped_early'];

/** A need: one type of service for one recipient of a child, its first row (ruling SW-01). */
export interface Need {
  readonly child: Child;
  readonly type: string;
  readonly status: string | null;
  /** Whole days from T0; null where there is no day. */
  readonly needed: number | null;
  readonly started: number | null;
  readonly ended: number | null;
  readonly reason: string | null;
  readonly key: string;
}

/** The first row of each type and recipient: the earliest need, then start, those without a day last. */
export function needsOf(child: Child): Need[] {
  const rows = child.events('services').filter((row) => known(row.needed) === 'yes');
  const groups = groupBy(rows, (row) => ({
    type: known(row.service_type) ?? 'unknown',
    recipient: known(row.recipient) ?? 'unknown',
  }));
  return groups.flatMap(({ by, units }) => {
    const needs = units.map((row): Need => ({
      child,
      type: String(by.type),
      status: known(row.status),
      needed: dayOf(child, row, 'need_identified'),
      started: dayOf(child, row, 'started'),
      ended: dayOf(child, row, 'ended'),
      reason: known(row.unmet_reason),
      key: String(row.service_key),
    }));
    const [first] = needs.sort(
      (a, b) =>
        order(a.needed, b.needed) || order(a.started, b.started) || (a.key < b.key ? -1 : 1),
    );
    return first ? [first] : [];
  });
}

function dayOf({ t0 }: Child, row: Cells, name: string): number | null {
  const moment = momentOf(row, name);
  if (!moment || (!t0 && !moment.offset)) return null;
  return daysSince(t0 ?? moment, moment);
}

const order = (a: number | null, b: number | null): number =>
  a === b ? 0 : (a ?? Infinity) - (b ?? Infinity);

/** Whether help came, whenever; null where the row does not say. */
export function isMet({ status, started }: Need, delivery: Delivery): boolean | null {
  if (delivery === 'completed') return status === null ? null : status === 'completed';
  if (started !== null) return true;
  return status === null ? null : begunStates.includes(status);
}
