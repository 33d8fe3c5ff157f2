import { describe, expect, test } from 'vitest';
import { quantile, quantileOfCounted } from '$lib/statistics/quantile';
import { below, randomFrom } from '$lib/statistics/random';

describe('quantiles', () => {
  // By hand from definitions 7 and 8 of Hyndman & Fan (1996).
  test('agree with their definitions', () => {
    const x = [1, 2, 4, 7, 11];
    expect(quantile(x, 0.25)).toBe(2);
    expect(quantile(x, 0.9)).toBeCloseTo(9.4, 12);
    expect(quantile(x, 0.25, 8)).toBeCloseTo(1.6666667, 6);
    expect(quantile(x, 0.9, 8)).toBe(11);
    expect(quantile([], 0.5)).toBeNull();
  });

  test('counted values give what the list of them gives', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 200; round++) {
      const counted = Array.from(
        { length: 1 + below(random, 5) },
        (_, i) => [i * 3, below(random, 4)] as const,
      );
      const list = counted.flatMap(([value, times]) => new Array<number>(times).fill(value));
      for (const p of [0, 0.1, 0.25, 0.5, 0.75, 1])
        expect(quantileOfCounted(counted, p)).toBe(quantile(list, p));
    }
  });
});
