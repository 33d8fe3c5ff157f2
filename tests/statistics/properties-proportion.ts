import { expect } from 'vitest';
import { proportionBounds } from '$lib/statistics/proportion-bounds';
import { proportionClopperPearson } from '$lib/statistics/proportion-clopper-pearson';
import { proportionDifferenceNewcombe } from '$lib/statistics/proportion-difference-newcombe';
import { proportionRatioLog } from '$lib/statistics/proportion-ratio-log';
import { proportionWilson } from '$lib/statistics/proportion-wilson';
import { below, type RandomGenerator } from '$lib/statistics/random';
import { holds, type Property, width } from './property';

const two = (random: RandomGenerator) => {
  const [n1, n2] = [1 + below(random, 90), 1 + below(random, 90)];
  return { x1: below(random, n1 + 1), n1, x2: below(random, n2 + 1), n2 };
};
const back = ({ x1, n1, x2, n2 }: ReturnType<typeof two>) => ({ x1: x2, n1: n2, x2: x1, n2: n1 });

/** What holds of proportions and their comparison. */
export const propertiesProportion: readonly Property[] = [
  {
    says: 'limits of a share hold it, stay in 0–1 and close in as n grows and as the level falls',
    methods: ['proportion.wilson', 'proportion.clopper_pearson'],
    check: (random) => {
      const n = 1 + below(random, 500);
      const x = below(random, n + 1);
      const conf = [0.8, 0.95, 0.998][below(random, 3)]!;
      for (const share of [proportionWilson, proportionClopperPearson]) {
        const got = share({ x, n, conf });
        holds(got, 0, 1);
        expect(width(share({ x: 3 * x, n: 3 * n, conf }))).toBeLessThan(width(got));
        expect(width(share({ x, n, conf: conf - 0.1 }))).toBeLessThan(width(got));
        const rest = share({ x: n - x, n, conf });
        expect(got.lower).toBeCloseTo(1 - (rest.upper ?? NaN), 9);
      }
    },
  },
  {
    says: 'Newcombe’s difference is antisymmetric and stays in −1 to 1',
    methods: ['proportion.difference_newcombe'],
    check: (random) => {
      const given = two(random);
      const there = proportionDifferenceNewcombe(given);
      const again = proportionDifferenceNewcombe(back(given));
      expect(there.lower).toBeCloseTo(-(again.upper ?? NaN), 12);
      expect(there.upper).toBeCloseTo(-(again.lower ?? NaN), 12);
      holds(there, -1, 1);
      const { x1, n1, x2, n2 } = given;
      const larger = proportionDifferenceNewcombe({
        x1: 4 * x1,
        n1: 4 * n1,
        x2: 4 * x2,
        n2: 4 * n2,
      });
      expect(width(larger)).toBeLessThan(width(there));
    },
  },
  {
    says: 'the ratio turned round is one over it; a zero has no limits',
    methods: ['proportion.ratio_log'],
    check: (random) => {
      const given = two(random);
      const there = proportionRatioLog(given);
      if (given.x1 === 0 || given.x2 === 0) {
        expect([there.status, there.lower, there.upper]).toEqual(['zero_cell', null, null]);
        return;
      }
      holds(there, 0, Infinity);
      const again = proportionRatioLog(back(given));
      expect((there.value ?? NaN) * (again.value ?? NaN)).toBeCloseTo(1, 10);
      expect((there.lower ?? NaN) * (again.upper ?? NaN)).toBeCloseTo(1, 10);
    },
  },
  {
    says: 'the known share lies in the band, and the band widens with every unknown',
    methods: ['proportion.bounds'],
    check: (random) => {
      const [yes, no, unknown] = [below(random, 60), 1 + below(random, 60), below(random, 60)];
      const got = proportionBounds({ yes, no, unknown });
      const band = (got.bound_high ?? NaN) - (got.bound_low ?? NaN);
      expect(band).toBeCloseTo(unknown / (yes + no + unknown), 12);
      const hidden = unknown / (yes + no + unknown) > 0.3;
      expect([got.status, got.known_share === null]).toEqual([
        hidden ? 'bounds_only' : 'ok',
        hidden,
      ]);
      if (got.known_share === null) return;
      expect(got.known_share).toBeGreaterThanOrEqual(got.bound_low ?? NaN);
      expect(got.known_share).toBeLessThanOrEqual(got.bound_high ?? NaN);
      const one = proportionBounds({ yes, no, unknown: unknown + 1 });
      expect((one.bound_high ?? NaN) - (one.bound_low ?? NaN)).toBeGreaterThan(band);
    },
  },
];
