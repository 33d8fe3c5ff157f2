import { isCount } from './counts';
import { noEstimate, type Estimate } from './estimate';
import { criticalValue, isConfidence } from './normal';

export interface ProportionInput {
  /** Children with the property. */
  readonly x: number;
  /** Children for whom it is known. */
  readonly n: number;
  /** Confidence level, 0.95 if left out. */
  readonly conf?: number;
}

/**
 * Proportion x / n (0–1) with the Wilson score interval, no continuity correction.
 * `undefined` when n is 0, `invalid` when x > n.
 * Source: Wilson (1927) JASA 22:209; Newcombe (1998) Stat Med 17:857, method 3.
 */
export function proportionWilson({ x, n, conf = 0.95 }: ProportionInput): Estimate {
  if (!isCount(x) || !isCount(n) || x > n || !isConfidence(conf)) return noEstimate('invalid');
  if (n === 0) return noEstimate('undefined');
  const z = criticalValue(conf);
  const z2 = z * z;
  const half = z * Math.sqrt(z2 + 4 * x * (1 - x / n));
  const scale = 2 * (n + z2);
  return {
    value: x / n,
    lower: x === 0 ? 0 : Math.max(0, (2 * x + z2 - half) / scale),
    upper: x === n ? 1 : Math.min(1, (2 * x + z2 + half) / scale),
    status: 'ok',
  };
}
