import { isAmount, isCount } from './counts';
import { noEstimate, type Estimate } from './estimate';

export interface IdentificationRateInput {
  /** Persons formally identified in the same population and period. */
  readonly identified: number;
  /** Estimated total and its limits; null where one does not exist. */
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** identified / total, never above 1. */
const share = (identified: number, total: number) => Math.min(1, identified / total);

/**
 * Share of all victims who were identified, limits of the total inverted and capped at 1.
 * `upper_bound_only` when the total has no upper limit: the share is then only "at most".
 * Source: UNODC, metadata of SDG indicator 16.2.2.
 */
export function mseIdentificationRate(input: IdentificationRateInput): Estimate {
  const { identified, estimate, lower, upper } = input;
  const totals = [estimate, lower, upper].filter((total) => total !== null);
  if (!isCount(identified) || !totals.every(isAmount)) return noEstimate('invalid');
  if (lower !== null && upper !== null && lower > upper) return noEstimate('invalid');
  const atMost = lower !== null && lower > 0 ? share(identified, lower) : null;
  if (estimate === null || estimate === 0)
    return { ...noEstimate(atMost === null ? 'undefined' : 'upper_bound_only'), upper: atMost };
  return {
    value: share(identified, estimate),
    lower: upper !== null && upper > 0 ? share(identified, upper) : null,
    upper: atMost,
    status: upper === null && atMost !== null ? 'upper_bound_only' : 'ok',
  };
}
