import { phi, phiInverse } from './normal';
import { quantile } from './quantile';
import type { Status } from './status';

export interface BcaInput {
  readonly bootstrap: readonly number[];
  readonly estimate: number;
  readonly acceleration: number;
  /** Lower-tail probabilities of the limits. */
  readonly alpha: readonly number[];
}

export interface BcaLimits {
  readonly limits: readonly (number | null)[];
  /** Bias correction: Φ⁻¹ of the share of replicates strictly below the estimate. */
  readonly z0: number | null;
  readonly status: Status;
}

/**
 * Bias-corrected and accelerated bootstrap limits, quantile type 8. No limits when every replicate
 * or none lies below the estimate. Sources: DiCiccio & Efron (1996) Stat Sci 11:189; Hyndman & Fan
 * (1996).
 */
export function mseBcaLimits({ bootstrap, estimate, acceleration, alpha }: BcaInput): BcaLimits {
  const none = (status: Status) => ({ limits: alpha.map(() => null), z0: null, status });
  const numbers = [...bootstrap, estimate, acceleration].every(Number.isFinite);
  if (!numbers || !alpha.every((p) => p > 0 && p < 1)) return none('invalid');
  const sorted = Float64Array.from(bootstrap).sort();
  const share = sorted.filter((value) => value < estimate).length / sorted.length;
  if (!(share > 0 && share < 1)) return none('not_estimable');
  const z0 = phiInverse(share);
  const limits = alpha.map((p) => {
    const shifted = z0 + phiInverse(p);
    const stretch = 1 - acceleration * shifted;
    return stretch > 0 ? quantile(sorted, phi(z0 + shifted / stretch), 8) : null;
  });
  return { limits, z0, status: limits.includes(null) ? 'not_estimable' : 'ok' };
}
