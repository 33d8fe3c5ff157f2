import { isAmount } from './counts';
import type { Status } from './status';

export interface WithinHoursInput {
  /** Calendar-day difference of each record whose ends are dates only; null when one is missing. */
  readonly day_differences: readonly (number | null)[];
  readonly hours: number;
  /** `exclude` leaves missing ones out; `bounds` counts them as never in one share, at once in the other. */
  readonly missing_policy?: 'exclude' | 'bounds';
}

export interface WithinHours {
  readonly n: number | null;
  /** Records certainly, and possibly, within the limit. */
  readonly certain: number | null;
  readonly possible: number | null;
  readonly lower_share: number | null;
  readonly upper_share: number | null;
  readonly excluded_missing: number | null;
  /** Negative differences are errors of the data: left out and counted. */
  readonly excluded_negative: number | null;
  readonly status: Status;
}

/**
 * What dates without a clock time allow to say about "within so many hours". A difference of d days
 * lies strictly between 24(d − 1) and 24(d + 1) hours, and from 0 for d = 0.
 * Source: project contract, section 4.2.
 */
export function referralWithinHoursBounds(input: WithinHoursInput): WithinHours {
  const { day_differences, hours, missing_policy = 'exclude' } = input;
  const known = day_differences.filter((d) => d !== null);
  if (!isAmount(hours) || hours === 0 || !known.every((d) => Number.isSafeInteger(d)))
    return {
      n: null,
      certain: null,
      possible: null,
      lower_share: null,
      upper_share: null,
      excluded_missing: null,
      excluded_negative: null,
      status: 'invalid',
    };
  const valid = known.filter((d) => d >= 0);
  const missing = day_differences.length - known.length;
  const counted = missing_policy === 'bounds' ? missing : 0;
  const certain = valid.filter((d) => 24 * (d + 1) <= hours).length;
  const possible = valid.filter((d) => 24 * (d - 1) < hours).length + counted;
  const n = valid.length + counted;
  return {
    n,
    certain,
    possible,
    lower_share: n === 0 ? null : certain / n,
    upper_share: n === 0 ? null : possible / n,
    excluded_missing: missing - counted,
    excluded_negative: known.length - valid.length,
    status: n === 0 ? 'undefined' : 'ok',
  };
}
