import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** Standard normal quantile Φ⁻¹(p), 0 ≤ p ≤ 1. */
export const phiInverse = (p: number): number => normalQuantile(p, 0, 1);

/** Standard normal distribution function Φ(z). */
export const phi = (z: number): number => normalCdf(z, 0, 1);

/** Two-sided critical value, for example 1.959964 for `conf` 0.95. */
export const criticalValue = (conf: number): number => phiInverse((1 + conf) / 2);

/** Two-sided p-value of a standard normal statistic. */
export const twoSided = (z: number): number => 2 * phi(-Math.abs(z));

/** A confidence level strictly between 0 and 1. */
export const isConfidence = (conf: number): boolean => conf > 0 && conf < 1;
