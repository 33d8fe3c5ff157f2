import { expect } from 'vitest';
import { multiplicityAdjust } from '$lib/statistics/multiplicity-adjust';
import { below, uniform } from '$lib/statistics/random';
import { trendCochranArmitage } from '$lib/statistics/trend-cochran-armitage';
import { trendMannKendall } from '$lib/statistics/trend-mann-kendall';
import { trendPoisson } from '$lib/statistics/trend-poisson';
import { draws, type Property, shuffled } from './property';

/** What holds of trends and of many comparisons. */
export const propertiesTrend: readonly Property[] = [
  {
    says: 'a share read backwards turns the sign, and other steps of the score change nothing',
    methods: ['trend.cochran_armitage'],
    check: (random) => {
      const n = draws(3 + below(random, 6), () => 1 + below(random, 60));
      const x = n.map((size) => below(random, size + 1));
      const got = trendCochranArmitage({ x, n });
      const turned = trendCochranArmitage({ x: x.toReversed(), n: n.toReversed() });
      expect(turned.status).toBe(got.status);
      const all = x.every((count) => count === 0) || x.every((count, i) => count === n[i]);
      expect(got.status).toBe(all ? 'undefined' : 'ok');
      if (got.z === null) return;
      expect(turned.z).toBeCloseTo(-got.z, 9);
      const scores = n.map((_, i) => 2010 + 5 * i);
      expect(trendCochranArmitage({ x, n, scores }).z).toBeCloseTo(got.z, 8);
      expect(got.p).toBeGreaterThanOrEqual(0);
      expect(got.p).toBeLessThanOrEqual(1);
    },
  },
  {
    says: 'a series read backwards turns the sign; a rising change of scale keeps the test',
    methods: ['trend.mann_kendall'],
    check: (random) => {
      const x = draws(4 + below(random, 20), () => below(random, 12));
      const got = trendMannKendall({ x });
      const turned = trendMannKendall({ x: x.toReversed() });
      expect(turned.status).toBe(got.status);
      if (got.z === null) {
        expect(new Set(x).size).toBe(1);
        return;
      }
      expect(turned.S).toBe(-(got.S ?? NaN) + 0);
      expect(turned.sen_slope).toBeCloseTo(-(got.sen_slope ?? NaN), 10);
      const { S, p, tau } = trendMannKendall({ x: x.map((value) => Math.exp(value / 3)) });
      expect({ S, p, tau }).toEqual({ S: got.S, p: got.p, tau: got.tau });
      expect(Math.abs(got.tau ?? NaN)).toBeLessThanOrEqual(1);
    },
  },
  {
    says: 'a rate read backwards is one over it, and its limits hold it',
    methods: ['trend.poisson'],
    check: (random) => {
      const periods = 3 + below(random, 6);
      const events = draws(periods, () => below(random, 30));
      const person_time = draws(periods, () => 1 + uniform(random) * 500);
      const period = draws(periods, (i) => 2015 + i);
      const ask = (e: number[], t: number[]) => trendPoisson({ events: e, person_time: t, period });
      const got = ask(events, person_time);
      const turned = ask(events.toReversed(), person_time.toReversed());
      expect(turned.status).toBe(got.status);
      if (got.irr === null) return;
      expect((turned.irr ?? NaN) * got.irr).toBeCloseTo(1, 7);
      expect(got.lower).toBeLessThanOrEqual(got.irr);
      expect(got.upper).toBeGreaterThanOrEqual(got.irr);
      expect(got.lower_quasi).toBeLessThanOrEqual(got.lower ?? NaN);
      expect(got.upper_quasi).toBeGreaterThanOrEqual(got.upper ?? NaN);
    },
  },
  {
    says: 'adjusted values are never smaller, keep their order and ignore what is missing',
    methods: ['multiplicity.adjust'],
    check: (random) => {
      const p = draws(1 + below(random, 20), () =>
        below(random, 6) === 0 ? null : uniform(random),
      );
      for (const method of ['BH', 'holm'] as const) {
        const { adjusted, m } = multiplicityAdjust({ p, method });
        expect(m).toBe(p.filter((value) => value !== null).length);
        const known = p
          .flatMap((value, i) => (value === null ? [] : [{ value, got: adjusted[i] ?? NaN }]))
          .sort((a, b) => a.value - b.value);
        known.forEach(({ value, got }, i) => {
          expect(got).toBeGreaterThanOrEqual(value - 1e-12);
          expect(got).toBeLessThanOrEqual(1);
          expect(got).toBeGreaterThanOrEqual(known[i - 1]?.got ?? 0);
        });
        const order = shuffled(random, p.length);
        const other = multiplicityAdjust({ p: order.map((i) => p[i]!), method });
        expect(other.adjusted).toEqual(order.map((i) => adjusted[i]));
      }
      const { adjusted: holm } = multiplicityAdjust({ p, method: 'holm' });
      multiplicityAdjust({ p, method: 'BH' }).adjusted.forEach((value, i) => {
        if (value !== null) expect(value).toBeLessThanOrEqual(holm[i]! + 1e-12);
      });
    },
  },
];
