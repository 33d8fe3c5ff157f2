import { expect } from 'vitest';
import { below, uniform, type RandomGenerator } from '$lib/statistics/random';
import { rateByar } from '$lib/statistics/rate-byar';
import { rateClustered } from '$lib/statistics/rate-clustered';
import { rateDifferenceMover } from '$lib/statistics/rate-difference-mover';
import { rateDsrDobson } from '$lib/statistics/rate-dsr-dobson';
import { rateDsrFayFeuer } from '$lib/statistics/rate-dsr-fay-feuer';
import { rateIsr } from '$lib/statistics/rate-isr';
import { rateOhid } from '$lib/statistics/rate-ohid';
import { ratePoissonExact } from '$lib/statistics/rate-poisson-exact';
import { rateRatioExact } from '$lib/statistics/rate-ratio-exact';
import { draws, holds, type Property, shuffled, width } from './property';

const time = (random: RandomGenerator) => 1 + uniform(random) * 1000;

const bands = (random: RandomGenerator) => ({
  events: draws(4, () => below(random, 12)),
  population: draws(4, () => 50 + below(random, 2000)),
  standard: draws(4, () => 1 + below(random, 1000)),
  per: 1000,
});
type Bands = ReturnType<typeof bands>;
const reordered = (random: RandomGenerator, given: Bands): Bands => {
  const order = shuffled(random, 4);
  const own = (list: readonly number[]) => order.map((i) => list[i]!);
  const { events, population, standard, per } = given;
  return { events: own(events), population: own(population), standard: own(standard), per };
};
/** Everyone and every event four times. */
const fourfold = ({ events, population, ...rest }: Bands): Bands => ({
  ...rest,
  events: events.map((e) => 4 * e),
  population: population.map((p) => 4 * p),
});

/** What holds of rates and their comparison. */
export const propertiesRate: readonly Property[] = [
  {
    says: 'limits of a rate hold it, stay at or above 0 and close in as the exposure grows',
    methods: ['rate.poisson_exact', 'rate.byar', 'rate.ohid'],
    check: (random) => {
      const conf = [0.8, 0.95, 0.998][below(random, 3)]!;
      const [events, person_time] = [below(random, 300), time(random)];
      for (const rate of [ratePoissonExact, rateByar, rateOhid]) {
        const got = rate({ events, person_time, conf });
        holds(got, 0, Infinity);
        const more = rate({ events: 4 * events, person_time: 4 * person_time, conf });
        expect(width(more)).toBeLessThan(width(got));
      }
      const [exact, byar] = [ratePoissonExact, rateByar].map((rate) =>
        rate({ events: events + 10, person_time: 1, conf: 0.95 }),
      );
      expect((byar?.upper ?? NaN) / (exact?.upper ?? NaN)).toBeCloseTo(1, 2);
    },
  },
  {
    says: 'the order of the children does not matter, and the limits hold the rate',
    methods: ['rate.clustered'],
    check: (random) => {
      const n = 2 + below(random, 30);
      const events = draws(n, () => below(random, 4));
      const person_time = events.map(() => 0.5 + uniform(random) * 12);
      const order = shuffled(random, n);
      const a = rateClustered({ events, person_time });
      const b = rateClustered({
        events: order.map((i) => events[i]!),
        person_time: order.map((i) => person_time[i]!),
      });
      holds(a, 0, Infinity);
      expect(b.value).toBeCloseTo(a.value ?? NaN, 10);
      expect(b.upper ?? 0).toBeCloseTo(a.upper ?? 0, 8);
      if (a.status !== 'ok') return;
      const twice = rateClustered({
        events: [...events, ...events],
        person_time: [...person_time, ...person_time],
      });
      expect(width(twice)).toBeLessThan(width(a));
    },
  },
  {
    says: 'the exact ratio turned round is one over it, with the same p',
    methods: ['rate.ratio_exact'],
    check: (random) => {
      const [x1, x2] = [1 + below(random, 200), 1 + below(random, 50)];
      const [t1, t2] = [time(random), time(random)];
      const there = rateRatioExact({ x1, t1, x2, t2 });
      const again = rateRatioExact({ x1: x2, t1: t2, x2: x1, t2: t1 });
      holds(there, 0, Infinity);
      expect((there.lower ?? NaN) * (again.upper ?? NaN)).toBeCloseTo(1, 8);
      expect(there.p_central).toBeCloseTo(again.p_central ?? NaN, 10);
      expect(there.p_central).toBeLessThanOrEqual(1);
      expect(there.p_minlike).toBeLessThanOrEqual(1);
      const excludesOne = (there.lower ?? 0) > 1 || (there.upper ?? 0) < 1;
      expect((there.p_central ?? NaN) < 0.05).toBe(excludesOne);
    },
  },
  {
    says: 'the difference of two rates is antisymmetric',
    methods: ['rate.difference_mover'],
    check: (random) => {
      const [x1, x2] = [below(random, 80), below(random, 80)];
      const [t1, t2] = [time(random), time(random)];
      const there = rateDifferenceMover({ x1, t1, x2, t2 });
      const again = rateDifferenceMover({ x1: x2, t1: t2, x2: x1, t2: t1 });
      holds(there, -Infinity, Infinity);
      expect(there.lower).toBeCloseTo(-(again.upper ?? NaN), 10);
      expect(there.value).toBeCloseTo(-(again.value ?? NaN), 10);
    },
  },
  {
    says: 'a standardised rate does not depend on the order of the bands and closes in as n grows',
    methods: ['rate.dsr_dobson', 'rate.dsr_fay_feuer'],
    check: (random) => {
      const given = bands(random);
      for (const rate of [rateDsrDobson, rateDsrFayFeuer]) {
        const got = rate(given);
        if (got.status === 'suppressed_small_count') {
          expect(given.events.reduce((a, b) => a + b)).toBeLessThan(10);
          continue;
        }
        holds(got, 0, Infinity);
        const other = rate(reordered(random, given));
        expect(other.value).toBeCloseTo(got.value ?? NaN, 9);
        expect(other.upper).toBeCloseTo(got.upper ?? NaN, 7);
        expect(width(rate(fourfold(given)))).toBeLessThan(width(got));
      }
      const rates = given.events.map((e, i) => (e / given.population[i]!) * given.per);
      const { value } = rateDsrFayFeuer(given);
      expect(value).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-9);
      expect(value).toBeLessThanOrEqual(Math.max(...rates) + 1e-9);
    },
  },
  {
    says: 'an area that is its own reference has ratio 1, whatever the order of the bands',
    methods: ['rate.isr'],
    check: (random) => {
      const { events, population } = bands(random);
      const reference = { ref_events: events.map((e) => e + 1), ref_population: population };
      const own = rateIsr({ events: reference.ref_events, population, ...reference });
      expect(own.ratio).toBeCloseTo(1, 12);
      const got = rateIsr({ events, population, ...reference });
      const limits = { value: got.ratio, lower: got.ratio_lower, upper: got.ratio_upper };
      holds({ ...limits, status: got.status }, 0, Infinity);
      const order = shuffled(random, 4);
      const mixed = (list: readonly number[]) => order.map((i) => list[i]!);
      const other = rateIsr({
        events: mixed(events),
        population: mixed(population),
        ref_events: mixed(reference.ref_events),
        ref_population: mixed(population),
      });
      expect(other.expected).toBeCloseTo(got.expected ?? NaN, 9);
    },
  },
];
