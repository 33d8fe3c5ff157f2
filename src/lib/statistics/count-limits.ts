import { gammaQuantile } from './gamma-quantile';
import { criticalValue } from './normal';

/** Limits of the mean of a Poisson count. */
export interface CountLimits {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Exact limits of a Poisson count, from 0 events on; χ² quantiles of 2x degrees of freedom, halved.
 * Source: Garwood (1936) Biometrika 28:437.
 */
export function garwoodLimits(events: number, conf: number): CountLimits {
  const tail = (1 - conf) / 2;
  return {
    lower: events === 0 ? 0 : gammaQuantile(tail, events),
    upper: gammaQuantile(tail, events + 1, true),
  };
}

/**
 * Byar's approximation to the exact limits of a Poisson count; the lower limit is 0 at 0
 * events, and where the formula falls below 0 (few events, high confidence).
 * Source: Breslow & Day (1987) Statistical Methods in Cancer Research II, p. 69.
 */
export function byarLimits(events: number, conf: number): CountLimits {
  const z = criticalValue(conf);
  const above = events + 1;
  const root = 1 - 1 / (9 * events) - z / (3 * Math.sqrt(events));
  return {
    lower: events === 0 ? 0 : events * Math.max(0, root) ** 3,
    upper: above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3,
  };
}

/** From this many events English public-health tables use Byar's limits, below it exact ones. */
export const byarFrom = 10;

/** The rule of English public-health tables: exact below ten events, Byar from ten. */
export function ohidLimits(events: number, conf: number): CountLimits {
  return events < byarFrom ? garwoodLimits(events, conf) : byarLimits(events, conf);
}
