import { describe, expect, it } from 'vitest';
import { funnelLimits } from '$lib/measure/compare-funnel';

/** P(X ≤ k) summed term by term. */
function cdf(as: 'share' | 'rate', n: number, p: number, k: number): number {
  let term = as === 'share' ? (1 - p) ** n : Math.exp(-n * p);
  let sum = term;
  for (let i = 1; i <= k; i++) {
    term *= as === 'share' ? ((n - i + 1) / i) * (p / (1 - p)) : (n * p) / i;
    sum += term;
  }
  return sum;
}

describe('limits of a funnel', () => {
  it('are the interpolated quantiles: ten tosses of a fair coin, worked by hand', () => {
    // F(1) = 11/1024 = 0.0107, F(2) = 56/1024 = 0.0547: 2 − (0.0547 − 0.025) / (45/1024) = 1.3244.
    const [low, high] = funnelLimits('share', 0.5, 10, 0.05)!;
    expect(low).toBeCloseTo((2 - (56 / 1024 - 0.025) / (45 / 1024)) / 10, 12);
    // F(7) = 968/1024 = 0.9453, F(8) = 1013/1024 = 0.9893: 8 − (0.9893 − 0.975) / (45/1024).
    expect(high).toBeCloseTo((8 - (1013 / 1024 - 0.975) / (45 / 1024)) / 10, 12);
  });
  it.each(['share', 'rate'] as const)('hold the chance they name, %s', (as) => {
    for (const [p, n] of [
      [0.3, 40],
      [0.02, 900],
      [0.7, 60],
    ] as const)
      for (const alpha of [0.05, 0.002]) {
        const [low, high] = funnelLimits(as, p, n, alpha)!;
        expect(cdf(as, n, p, Math.ceil(low * n))).toBeGreaterThanOrEqual(alpha / 2);
        expect(cdf(as, n, p, Math.ceil(low * n) - 1)).toBeLessThan(alpha / 2);
        expect(cdf(as, n, p, Math.ceil(high * n))).toBeGreaterThanOrEqual(1 - alpha / 2);
        expect(cdf(as, n, p, Math.ceil(high * n) - 1)).toBeLessThan(1 - alpha / 2);
      }
  });
  it('widen as the group gets smaller and as the level gets higher', () => {
    const width = (n: number, alpha: number) => {
      const [low, high] = funnelLimits('rate', 0.0004, n, alpha)!;
      return high - low;
    };
    expect(width(20_000, 0.05)).toBeGreaterThan(width(200_000, 0.05));
    expect(width(20_000, 0.002)).toBeGreaterThan(width(20_000, 0.05));
  });
  it('are the overall figure where it is none or all, and nothing for nobody', () => {
    expect(funnelLimits('share', 0, 30, 0.05)).toEqual([0, 0]);
    expect(funnelLimits('share', 1, 30, 0.05)).toEqual([1, 1]);
    expect(funnelLimits('share', 0.4, 0, 0.05)).toBeNull();
  });
});
