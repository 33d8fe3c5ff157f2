import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

export type { RandomGenerator };

/** Seed used and printed when none is given, so that the same input always gives the same output. */
export const defaultSeed = 20260101;

/** Seeded generator (xoroshiro128+); it changes with each draw and is never shared between calls. */
export const randomFrom = (seed: number): RandomGenerator => xoroshiro128plus(seed);

/** Uniform on [0, 1). */
export const uniform = (random: RandomGenerator): number => uniformFloat64(random);

/** Whole number from 0 to n − 1. */
export const below = (random: RandomGenerator, n: number): number => uniformInt(random, 0, n - 1);
