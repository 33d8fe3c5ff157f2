import { describe, expect, test } from 'vitest';
import { methods } from '$lib/statistics/methods';
import { randomFrom } from '$lib/statistics/random';
import { propertiesAmount } from './properties-amount';
import { propertiesMse } from './properties-mse';
import { propertiesProportion } from './properties-proportion';
import { propertiesRate } from './properties-rate';
import { propertiesTime } from './properties-time';
import { propertiesTrend } from './properties-trend';
import type { Property } from './property';

/** Random inputs of each property: a thousand in the soak, a tenth of that every day. */
const rounds = process.env.SOAK ? 1000 : 100;

const groups: Record<string, readonly Property[]> = {
  proportions: propertiesProportion,
  rates: propertiesRate,
  amounts: propertiesAmount,
  times: propertiesTime,
  trends: propertiesTrend,
  'hidden victims': propertiesMse,
};

describe.each(Object.entries(groups))('%s', (_, properties) => {
  // The round is the seed, so that a failure can be repeated.
  test.each(properties)('$says', { timeout: 600_000 }, ({ check }) => {
    for (let round = 1; round <= rounds; round++) {
      try {
        check(randomFrom(round));
      } catch (error) {
        throw new Error(`seed ${round}`, { cause: error });
      }
    }
  });
});

test('every method of the contract has a property', () => {
  const asked = Object.values(groups).flatMap((group) => group.flatMap((each) => each.methods));
  expect([...new Set(asked)].sort()).toEqual(methods.map(({ method }) => method).sort());
});
