import { byarLimits } from './count-limits';
import type { Estimate } from './estimate';
import { rateWith, type RateInput } from './rate-poisson-exact';

/** Rate with Byar's limits. Source: Breslow & Day (1987) vol. II, p. 69. */
export function rateByar(input: RateInput): Estimate {
  return rateWith(byarLimits, input);
}
