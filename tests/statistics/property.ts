import { expect } from 'vitest';
import type { Estimate } from '$lib/statistics/estimate';
import { below, uniform, type RandomGenerator } from '$lib/statistics/random';

/** What must hold on every random input, and the methods of the contract that it asks. */
export interface Property {
  readonly says: string;
  readonly methods: readonly string[];
  /** Draws an input and expects. */
  readonly check: (random: RandomGenerator) => void;
}

/** The limits stay in range and hold the value. */
export function holds({ value, lower, upper }: Estimate, least: number, most: number): void {
  expect(value).not.toBeNull();
  const [v, l, u] = [value ?? NaN, lower ?? NaN, upper ?? NaN];
  expect(l).toBeGreaterThanOrEqual(least);
  expect(u).toBeLessThanOrEqual(most);
  expect(l).toBeLessThanOrEqual(v);
  expect(u).toBeGreaterThanOrEqual(v);
}

/** Distance between the limits. */
export const width = ({ lower, upper }: Estimate): number => (upper ?? NaN) - (lower ?? NaN);

/** Places 0 to n − 1 in random order. */
export const shuffled = (random: RandomGenerator, n: number): number[] =>
  Array.from({ length: n }, (_, i) => ({ i, key: uniform(random) }))
    .sort((a, b) => a.key - b.key)
    .map(({ i }) => i);

/** `n` draws. */
export const draws = <T>(n: number, draw: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => draw(i));

/** Children with tied times, causes 0–2 and, where asked, delayed entry. */
export function cohort(random: RandomGenerator, delayed: boolean) {
  const n = 1 + below(random, 60);
  const time = draws(n, () => below(random, 25));
  const entry = time.map((t) => (delayed && below(random, 3) === 0 ? below(random, t + 1) : 0));
  return { time, entry, cause: time.map(() => below(random, 3)) };
}
