import { byarFrom, ohidLimits } from './count-limits';
import type { Estimate } from './estimate';
import { rateWith, type RateInput } from './rate-poisson-exact';

/** A rate that says which limits it carries; `variant` is null when there is no rate. */
export interface OhidRate extends Estimate {
  readonly variant: 'exact' | 'byar' | null;
}

/**
 * Rate by the rule of English public-health tables: exact limits below ten events, Byar from ten.
 * Source: OHID / UKHSA PHEindicatormethods, phe_rate.
 */
export function rateOhid(input: RateInput): OhidRate {
  const rate = rateWith(ohidLimits, input);
  const variant = input.events < byarFrom ? 'exact' : 'byar';
  return { ...rate, variant: rate.status === 'ok' ? variant : null };
}
