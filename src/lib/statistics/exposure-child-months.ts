import { sum } from './counts';
import { intervalsUnion, type Interval } from './intervals-union';
import type { Status } from './status';
import { dayMs, utcInstant } from './utc-instant';

export interface ChildMonthsInput {
  /** Spells at risk; a null end is open and runs to `follow_up_end`, else to the window's end. */
  readonly episodes: readonly {
    readonly child: string;
    readonly start: string | null;
    readonly end: string | null;
    readonly follow_up_end?: string | null;
  }[];
  readonly window_start: string;
  readonly window_end: string;
}

export interface ChildMonths {
  readonly person_days: number | null;
  /** One month is 30.4375 days. */
  readonly child_months: number | null;
  readonly children_at_risk: number | null;
  /** Spells that end before they start, or whose dates cannot be read. */
  readonly invalid_episodes: number | null;
  readonly status: Status;
}

/** Days of one month in every rate per child-month (365.25 / 12). */
const daysPerMonth = 30.4375;

/**
 * Time at risk: spells clipped to the window, overlaps of one child merged, half-open [start, end),
 * all in UTC. `undefined` when nobody was at risk. Source: project contract, section 3.5.
 */
export function exposureChildMonths(input: ChildMonthsInput): ChildMonths {
  const from = utcInstant(input.window_start);
  const to = utcInstant(input.window_end);
  if (from === null || to === null || to < from)
    return {
      person_days: null,
      child_months: null,
      children_at_risk: null,
      invalid_episodes: null,
      status: 'invalid',
    };
  const byChild = new Map<string, Interval[]>();
  let invalid = 0;
  for (const { child, start, end, follow_up_end } of input.episodes) {
    const opened = start === null ? null : utcInstant(start);
    const last = end ?? follow_up_end ?? null;
    const closed = last === null ? Math.max(to, opened ?? to) : utcInstant(last);
    if (opened === null || closed === null || closed < opened) {
      invalid++;
      continue;
    }
    const spells = byChild.get(child) ?? [];
    spells.push({ start: Math.max(opened, from), end: Math.min(closed, to) });
    byChild.set(child, spells);
  }
  const perChild = [...byChild.values()]
    .map((spells) => sum(intervalsUnion(spells).map((spell) => spell.end - spell.start)))
    .filter((milliseconds) => milliseconds > 0);
  const days = sum(perChild) / dayMs;
  return {
    person_days: days,
    child_months: days / daysPerMonth,
    children_at_risk: perChild.length,
    invalid_episodes: invalid,
    status: perChild.length > 0 ? 'ok' : 'undefined',
  };
}
