import { isCount } from './counts';
import { noEstimate, type Estimate } from './estimate';
import { criticalValue, isConfidence } from './normal';
import type { TwoProportionsInput } from './proportion-difference-newcombe';

/**
 * Ratio of two proportions with the log interval. `zero_cell` when a count is 0: then there are no
 * limits, and no ratio either if the zero is below the line; show counts and the difference.
 * Source: Katz, Baptista, Azen & Pike (1978) Biometrics 34:469.
 */
export function proportionRatioLog(input: TwoProportionsInput): Estimate {
  const { x1, n1, x2, n2, conf = 0.95 } = input;
  if (![x1, n1, x2, n2].every(isCount) || x1 > n1 || x2 > n2 || !isConfidence(conf))
    return noEstimate('invalid');
  if (n1 === 0 || n2 === 0) return noEstimate('undefined');
  if (x2 === 0) return noEstimate('zero_cell');
  const ratio = x1 / n1 / (x2 / n2);
  if (x1 === 0) return { ...noEstimate('zero_cell'), value: ratio };
  const spread = criticalValue(conf) * Math.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2);
  return {
    value: ratio,
    lower: ratio * Math.exp(-spread),
    upper: ratio * Math.exp(spread),
    status: 'ok',
  };
}
