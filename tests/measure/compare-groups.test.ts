import { describe, expect, it } from 'vitest';
import type { DraftRow } from '$lib/disclosure/draft';
import { compareGroups } from '$lib/measure/compare-groups';
import { proportionWilson } from '$lib/statistics/proportion-wilson';

const base: DraftRow = {
  measure: 'm',
  period: 'all',
  by: {},
  unit: 'share',
  value: null,
  status: 'ok',
  statistic: 'S-P',
  counts: [],
};
const share = (numerator: number, denominator: number): DraftRow => ({
  ...base,
  numerator,
  denominator,
  value: numerator / denominator,
});
const limits = (value: number, low: number | null, high: number | null): DraftRow => ({
  ...base,
  value,
  low,
  high,
});

describe('shares', () => {
  it('has the published difference of 4610 of 6241 and 6246 of 6933', () => {
    const { difference, p } = compareGroups('share', share(4610, 6241), share(6246, 6933));
    expect(difference.value).toBeCloseTo(-0.1622, 4);
    expect(difference.lower).toBeCloseTo(-0.1752, 4);
    expect(difference.upper).toBeCloseTo(-0.1493, 4);
    expect(p).toBeLessThan(1e-100);
  });
  it('tests 15 of 20 against 5 of 20 as worked by hand: z = 0.5 / √0.025 = 3.1623', () => {
    const { ratio, p } = compareGroups('share', share(15, 20), share(5, 20));
    expect(p).toBeCloseTo(0.0015654, 6);
    // log limits: 3 × exp(±1.96 √(1/15 − 1/20 + 1/5 − 1/20)) = 3 × exp(±0.8002).
    expect(ratio?.value).toBeCloseTo(3, 12);
    expect(ratio?.lower).toBeCloseTo(1.3478, 3);
    expect(ratio?.upper).toBeCloseTo(6.6776, 3);
  });
  it('turns its sign with the order of the groups', () => {
    const there = compareGroups('share', share(7, 30), share(19, 41));
    const back = compareGroups('share', share(19, 41), share(7, 30));
    expect(back.difference.value).toBeCloseTo(-there.difference.value!, 12);
    expect(back.difference.lower).toBeCloseTo(-there.difference.upper!, 12);
    expect(back.difference.upper).toBeCloseTo(-there.difference.lower!, 12);
    expect(back.ratio!.value! * there.ratio!.value!).toBeCloseTo(1, 12);
    expect(back.p).toBeCloseTo(there.p!, 12);
  });
  it('has a difference and no ratio where nobody of the reference has it', () => {
    const { difference, ratio } = compareGroups('share', share(4, 20), share(0, 25));
    expect(difference.value).toBeCloseTo(0.2, 12);
    expect(ratio).toMatchObject({ value: null, lower: null, status: 'zero_cell' });
  });
  it('tests nothing where all or none of both have it', () => {
    expect(compareGroups('share', share(20, 20), share(30, 30)).p).toBe(1);
  });
});

describe('rates', () => {
  const rate = (numerator: number, denominator: number): DraftRow => ({
    ...base,
    unit: 'per 100,000 children',
    numerator,
    denominator,
    value: (numerator / denominator) * 1e5,
  });
  it('turns its sign, and its ratio over', () => {
    const there = compareGroups('rate', rate(40, 200_000), rate(25, 250_000));
    const back = compareGroups('rate', rate(25, 250_000), rate(40, 200_000));
    expect(there.difference.value).toBeCloseTo(10, 9);
    expect(there.ratio?.value).toBeCloseTo(2, 9);
    expect(back.difference.lower).toBeCloseTo(-there.difference.upper!, 9);
    expect(back.ratio!.lower! * there.ratio!.upper!).toBeCloseTo(1, 9);
    expect(back.p).toBeCloseTo(there.p!, 9);
  });
  it('keeps a lower limit where the reference has no case', () => {
    const { ratio } = compareGroups('rate', rate(12, 50_000), rate(0, 50_000));
    expect(ratio).toMatchObject({ value: null, upper: null, status: 'infinite' });
    expect(ratio?.lower).toBeGreaterThan(1);
  });
});

describe('figures with limits alone', () => {
  it('adds the distances to the limits in squares, as Newcombe does with those of Wilson', () => {
    const row = (x: number, n: number) => {
      const { value, lower, upper } = proportionWilson({ x, n });
      return limits(value!, lower, upper);
    };
    const { difference } = compareGroups('limits', row(4610, 6241), row(6246, 6933));
    expect(difference.lower).toBeCloseTo(-0.1752, 4);
    expect(difference.upper).toBeCloseTo(-0.1493, 4);
  });
  it('reads the p-value off the limits: a limit at no difference is p = 0.05', () => {
    const found = compareGroups('limits', limits(0.5, 0.5 - 0.3, 0.8), limits(0, -0.4, 0.4));
    expect(found.difference.lower).toBeCloseTo(0, 12);
    expect(found.p).toBeCloseTo(0.05, 9);
    expect(found.ratio).toBeNull();
  });
  it('has no interval where a group has none', () => {
    const { difference, p } = compareGroups('limits', limits(1, null, null), limits(0.4, 0.3, 0.5));
    expect(difference).toEqual({ value: 0.6, lower: null, upper: null, status: 'zero_cell' });
    expect(p).toBeNull();
  });
  it('adds the log errors of two clustered rates', () => {
    // Both rates × or ÷ e^0.3: the ratio × or ÷ e^(0.3 √2).
    const one = limits(6, 6 * Math.exp(-0.3), 6 * Math.exp(0.3));
    const other = limits(3, 3 * Math.exp(-0.3), 3 * Math.exp(0.3));
    const { ratio } = compareGroups('clustered rate', one, other);
    expect(ratio?.value).toBeCloseTo(2, 12);
    expect(ratio?.upper).toBeCloseTo(2 * Math.exp(0.3 * Math.SQRT2), 9);
    expect(ratio?.lower).toBeCloseTo(2 * Math.exp(-0.3 * Math.SQRT2), 9);
  });
});
