import { intervalsUnion, type Interval } from './intervals-union';
import type { Status } from './status';
import { dayMs, utcInstant } from './utc-instant';

export interface DaysWithoutInput {
  /** Grants with both dates inclusive; a null end is open and runs to the window's end. */
  readonly grants: readonly { readonly start: string | null; readonly end: string | null }[];
  readonly window_start: string;
  /** Inclusive. */
  readonly window_end: string;
}

export interface DaysWithout {
  readonly window_days: number | null;
  readonly days_without: number | null;
  readonly share: number | null;
  readonly gaps: number | null;
  /** Days. */
  readonly longest_gap: number | null;
  /** Grants that end before they start, or whose dates cannot be read. */
  readonly invalid_grants: number | null;
  readonly status: Status;
}

const dayNumber = (text: string): number | null => {
  const instant = utcInstant(text);
  return instant === null ? null : Math.floor(instant / dayMs);
};

/**
 * Days of the window on which no grant runs. Adjacent grants leave no gap; gaps are cut by the
 * window's edges and count. Source: project contract, section 5.
 */
export function fundingDaysWithout(input: DaysWithoutInput): DaysWithout {
  const from = dayNumber(input.window_start);
  const last = dayNumber(input.window_end);
  if (from === null || last === null || last < from)
    return {
      window_days: null,
      days_without: null,
      share: null,
      gaps: null,
      longest_gap: null,
      invalid_grants: null,
      status: 'invalid',
    };
  const to = last + 1;
  const covered: Interval[] = [];
  let invalid = 0;
  for (const grant of input.grants) {
    const start = grant.start === null ? null : dayNumber(grant.start);
    const end = grant.end === null ? Math.max(last, start ?? last) : dayNumber(grant.end);
    if (start === null || end === null || end < start) invalid++;
    else covered.push({ start: Math.max(start, from), end: Math.min(end + 1, to) });
  }
  const gaps: number[] = [];
  let reached = from;
  for (const { start, end } of intervalsUnion(covered)) {
    if (start > reached) gaps.push(start - reached);
    reached = end;
  }
  if (reached < to) gaps.push(to - reached);
  const days = gaps.reduce((total, gap) => total + gap, 0);
  return {
    window_days: to - from,
    days_without: days,
    share: days / (to - from),
    gaps: gaps.length,
    longest_gap: Math.max(0, ...gaps),
    invalid_grants: invalid,
    status: 'ok',
  };
}
