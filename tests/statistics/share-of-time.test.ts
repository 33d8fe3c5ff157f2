import { describe, expect, it } from 'vitest';
import { shareOfTimeFromSums } from '$lib/statistics/share-of-time';

const sums = (children: readonly (readonly [w: number, t: number])[]) => {
  const total = (of: (child: readonly [number, number]) => number) =>
    children.reduce((sum, child) => sum + of(child), 0);
  return {
    w: total(([w]) => w),
    t: total(([, t]) => t),
    ww: total(([w]) => w * w),
    wt: total(([w, t]) => w * t),
    tt: total(([, t]) => t * t),
    children: children.length,
  };
};

describe('share of time', () => {
  it('has the limits of a calculation by hand', () => {
    // r = 0.5; residuals 5, −5, 0; se = √50 / 30; se of the logit = 0.942809.
    const share = shareOfTimeFromSums(
      sums([
        [10, 10],
        [0, 10],
        [5, 10],
      ]),
    );
    expect(share.status).toBe('ok');
    expect(share.value).toBeCloseTo(0.5, 12);
    expect(share.lower).toBeCloseTo(0.13612, 4);
    expect(share.upper).toBeCloseTo(0.86388, 4);
  });

  it('is a proportion with its binomial variance where everybody is watched equally', () => {
    const share = shareOfTimeFromSums(
      sums(Array.from({ length: 40 }, (_, i) => [i < 10 ? 30 : 0, 30] as const)),
    );
    const spread = (1.959964 * Math.sqrt((0.25 * 0.75) / 40)) / (0.25 * 0.75);
    expect(share.value).toBeCloseTo(0.25, 12);
    expect(share.lower).toBeCloseTo(1 / (1 + 3 * Math.exp(spread)), 6);
    expect(share.upper).toBeCloseTo(1 / (1 + 3 * Math.exp(-spread)), 6);
  });

  it('weighs children by their time, not equally', () => {
    const share = shareOfTimeFromSums(
      sums([
        [100, 100],
        [0, 10],
        [0, 10],
      ]),
    );
    expect(share.value).toBeCloseTo(100 / 120, 12);
  });

  it('has no limits where there is no spread, and none for one child', () => {
    const none = sums(Array.from({ length: 12 }, () => [0, 20] as const));
    const all = sums(Array.from({ length: 12 }, (_, i) => [20 + i, 20 + i] as const));
    const equal = sums(Array.from({ length: 12 }, () => [5, 20] as const));
    for (const [input, value] of [
      [none, 0],
      [all, 1],
      [equal, 0.25],
    ] as const)
      expect(shareOfTimeFromSums(input)).toEqual({ value, lower: null, upper: null, status: 'ok' });
    expect(shareOfTimeFromSums(sums([[3, 4]])).status).toBe('too_few');
  });

  it('says when there is no time, and refuses more time with than watched', () => {
    expect(shareOfTimeFromSums(sums([])).status).toBe('undefined');
    expect(shareOfTimeFromSums(sums([[5, 4]])).status).toBe('invalid');
    expect(shareOfTimeFromSums({ ...sums([[1, 4]]), w: NaN }).status).toBe('invalid');
  });
});
