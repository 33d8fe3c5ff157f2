import { noEstimate, type Estimate } from './estimate';
import { proportionWilson } from './proportion-wilson';

export interface TwoProportionsInput {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly conf?: number;
}

/**
 * Difference x1 / n1 − x2 / n2 (−1 to 1) with the hybrid score interval.
 * Source: Newcombe (1998) Stat Med 17:873, method 10.
 */
export function proportionDifferenceNewcombe(input: TwoProportionsInput): Estimate {
  const { x1, n1, x2, n2, conf } = input;
  const a = proportionWilson({ x: x1, n: n1, conf });
  const b = proportionWilson({ x: x2, n: n2, conf });
  if (a.status === 'invalid' || b.status === 'invalid') return noEstimate('invalid');
  if (a.value === null || a.lower === null || a.upper === null) return noEstimate('undefined');
  if (b.value === null || b.lower === null || b.upper === null) return noEstimate('undefined');
  const difference = a.value - b.value;
  return {
    value: difference,
    lower: Math.max(-1, difference - Math.hypot(a.value - a.lower, b.upper - b.value)),
    upper: Math.min(1, difference + Math.hypot(a.upper - a.value, b.value - b.lower)),
    status: 'ok',
  };
}
