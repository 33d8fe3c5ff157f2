import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { isCount } from './counts';
import { noEstimate, type Estimate } from './estimate';
import { isConfidence } from './normal';
import type { ProportionInput } from './proportion-wilson';

/**
 * Proportion x / n (0–1) with the exact interval, whose coverage is never below `conf`.
 * Source: Clopper & Pearson (1934) Biometrika 26:404; limits as beta quantiles.
 */
export function proportionClopperPearson({ x, n, conf = 0.95 }: ProportionInput): Estimate {
  if (!isCount(x) || !isCount(n) || x > n || !isConfidence(conf)) return noEstimate('invalid');
  if (n === 0) return noEstimate('undefined');
  const tail = (1 - conf) / 2;
  return {
    value: x / n,
    lower: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    upper: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
    status: 'ok',
  };
}
