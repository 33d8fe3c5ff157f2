import { ageBands, type StandardisedInput } from './age-bands';
import { noEstimate, type Estimate } from './estimate';
import { gammaQuantile } from './gamma-quantile';

/**
 * Directly age-standardised rate × per with gamma limits, safe when one age band weighs far more
 * than the others. Without events only the upper limit is above 0.
 * Source: Fay & Feuer (1997) Stat Med 16:791.
 */
export function rateDsrFayFeuer(input: StandardisedInput): Estimate {
  const bands = ageBands(input);
  if (typeof bands === 'string') return noEstimate(bands);
  const { rate, variance, largestWeight, per, conf } = bands;
  const tail = (1 - conf) / 2;
  const above = rate + largestWeight;
  const aboveVariance = variance + largestWeight ** 2;
  return {
    value: rate * per,
    lower: rate === 0 ? 0 : gammaQuantile(tail, rate ** 2 / variance) * (variance / rate) * per,
    upper: gammaQuantile(tail, above ** 2 / aboveVariance, true) * (aboveVariance / above) * per,
    status: 'ok',
  };
}
