import { noEstimate, type Estimate } from './estimate';
import { ratePoissonExact } from './rate-poisson-exact';

export interface TwoRatesInput {
  readonly x1: number;
  readonly t1: number;
  readonly x2: number;
  readonly t2: number;
  readonly per?: number;
  readonly conf?: number;
}

/**
 * Difference of two rates × per, limits recovered from the exact limits of each rate (MOVER).
 * Source: Donner & Zou (2012) Stat Methods Med Res 21:347; Garwood (1936).
 */
export function rateDifferenceMover(input: TwoRatesInput): Estimate {
  const { x1, t1, x2, t2, per, conf } = input;
  const a = ratePoissonExact({ events: x1, person_time: t1, per, conf });
  const b = ratePoissonExact({ events: x2, person_time: t2, per, conf });
  if (a.status === 'invalid' || b.status === 'invalid') return noEstimate('invalid');
  if (a.value === null || a.lower === null || a.upper === null) return noEstimate('undefined');
  if (b.value === null || b.lower === null || b.upper === null) return noEstimate('undefined');
  const difference = a.value - b.value;
  return {
    value: difference,
    lower: difference - Math.hypot(a.value - a.lower, b.upper - b.value),
    upper: difference + Math.hypot(a.upper - a.value, b.value - b.lower),
    status: 'ok',
  };
}
