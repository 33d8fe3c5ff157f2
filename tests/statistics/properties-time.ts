import { expect } from 'vitest';
import { ajEstimate } from '$lib/statistics/aj-estimate';
import { kmClean } from '$lib/statistics/km-clean';
import { kmEstimate } from '$lib/statistics/km-estimate';
import { kmRmstDifference } from '$lib/statistics/km-rmst-difference';
import { logrankTest } from '$lib/statistics/logrank-test';
import { mccEstimate } from '$lib/statistics/mcc-estimate';
import { below, uniform } from '$lib/statistics/random';
import { cohort, draws, type Property, shuffled } from './property';

const times = [0, 3, 8, 15, 24];

/** What holds of waiting times, curves and counts of episodes. */
export const propertiesTime: readonly Property[] = [
  {
    says: 'cumulative incidences and the event-free share add to 1',
    methods: ['aj.estimate'],
    check: (random) => {
      const { at, status } = ajEstimate({ ...cohort(random, true), times, causes: 2 });
      if (status !== 'ok') return;
      for (const point of at) {
        if (point.event_free === null) continue;
        const total = point.cif.reduce<number>((sum, f) => sum + (f ?? NaN), point.event_free);
        expect(total).toBeCloseTo(1, 10);
        point.cif.forEach((f, k) => {
          if (point.lower[k] === null) return;
          expect(point.lower[k]).toBeLessThanOrEqual(f ?? NaN);
          expect(point.upper[k]).toBeGreaterThanOrEqual(f ?? NaN);
        });
      }
    },
  },
  {
    says: 'one cause is 1 − Kaplan–Meier, limits included',
    methods: ['aj.estimate', 'km.estimate'],
    check: (random) => {
      const { time, entry, cause } = cohort(random, true);
      const status = cause.map((k) => Math.min(1, k));
      const aj = ajEstimate({ time, entry, cause: status, times, causes: 1 });
      const km = kmEstimate({ time, entry, status, times });
      expect(aj.at.map((p) => p.status)).toEqual(km.at.map((p) => p.status));
      km.at.forEach(({ surv, lower, upper, n_risk }, i) => {
        const point = aj.at[i];
        expect(point?.n_risk).toBe(n_risk);
        if (surv === null) return;
        expect(point?.cif[0]).toBeCloseTo(1 - surv, 10);
        if (lower !== null && upper !== null) {
          expect(point?.upper[0]).toBeCloseTo(1 - lower, 7);
          expect(point?.lower[0]).toBeCloseTo(1 - upper, 7);
        }
      });
    },
  },
  {
    says: 'without censoring the curve is the plain share',
    methods: ['km.estimate'],
    check: (random) => {
      const n = 1 + below(random, 40);
      const time = draws(n, () => below(random, 20));
      const { at } = kmEstimate({ time, status: time.map(() => 1), times });
      at.forEach(({ time: t, surv }) =>
        expect(surv).toBeCloseTo(time.filter((own) => own > t).length / n, 10),
      );
    },
  },
  {
    says: 'the curve falls, its band holds it, and the order of rows does not matter',
    methods: ['km.estimate', 'aj.estimate'],
    check: (random) => {
      const { time, entry, cause } = cohort(random, true);
      const status = cause.map((k) => Math.min(1, k));
      const order = shuffled(random, time.length);
      const own = (list: readonly number[]) => order.map((i) => list[i]!);
      const a = kmEstimate({ time, entry, status, times });
      const b = kmEstimate({ time: own(time), entry: own(entry), status: own(status), times });
      expect(b).toEqual(a);
      const aj = (t: number[], e: number[], k: number[]) =>
        ajEstimate({ time: t, entry: e, cause: k, times, causes: 2 });
      expect(aj(own(time), own(entry), own(cause))).toEqual(aj(time, entry, cause));
      let before = 1;
      for (const { surv, lower, upper } of a.table) {
        if (before > 0) expect(surv).toBeLessThan(before);
        else expect([surv, a.risk_set_exhausted_early]).toEqual([0, true]);
        before = surv;
        if (lower !== null) expect(lower).toBeLessThanOrEqual(surv);
        if (upper !== null) expect(upper).toBeGreaterThanOrEqual(surv);
      }
    },
  },
  {
    says: 'every row is kept or left out for one reason, and time 0 stays',
    methods: ['km.clean'],
    check: (random) => {
      const { time, entry, cause } = cohort(random, true);
      const spoilt = time.map((t) => [null, -1 - t, t, t, 0][below(random, 5)]!);
      const status = cause.map((k) => (below(random, 6) === 0 ? null : k));
      const { kept, kept_rows, ...reasons } = kmClean({ time: spoilt, status, entry });
      const excluded = Object.values(reasons).reduce((sum, rows) => sum + rows, 0);
      expect(kept + excluded).toBe(time.length);
      expect(kept_rows).toHaveLength(kept);
      spoilt.forEach((t, row) => {
        if (t === null || t < 0) expect(kept_rows).not.toContain(row);
        else if (t === 0 && !entry[row] && status[row] !== null) expect(kept_rows).toContain(row);
      });
    },
  },
  {
    says: 'the difference of restricted means is antisymmetric and at most the horizon',
    methods: ['km.rmst_difference'],
    check: (random) => {
      const [a, b] = [cohort(random, false), cohort(random, false)];
      const tau = 1 + below(random, 20);
      const ask = (one: typeof a, two: typeof a) =>
        kmRmstDifference({
          time1: one.time,
          status1: one.cause.map((k) => Math.min(1, k)),
          time2: two.time,
          status2: two.cause.map((k) => Math.min(1, k)),
          tau,
        });
      const [there, again] = [ask(a, b), ask(b, a)];
      expect(again.status).toBe(there.status);
      if (there.value === null) {
        expect(tau).toBeGreaterThan(Math.min(Math.max(...a.time), Math.max(...b.time)));
        return;
      }
      expect(there.value).toBeCloseTo(-(again.value ?? NaN), 10);
      expect(Math.abs(there.value)).toBeLessThanOrEqual(tau);
      if (there.lower === null) return;
      expect(there.lower).toBeCloseTo(-(again.upper ?? NaN), 10);
      expect(there.lower).toBeLessThanOrEqual(there.value);
    },
  },
  {
    says: 'log-rank does not depend on the names of the groups',
    methods: ['logrank.test'],
    check: (random) => {
      const { time, cause } = cohort(random, false);
      const status = cause.map((k) => Math.min(1, k));
      const group = time.map(() => below(random, 3));
      const a = logrankTest({ time, status, group });
      const b = logrankTest({ time, status, group: group.map((g) => ['z', 'b', 'm'][g]!) });
      expect(b.status).toBe(a.status);
      const sum = (list: readonly number[]) => list.reduce((all, value) => all + value, 0);
      expect(sum(a.expected)).toBeCloseTo(sum(a.observed), 8);
      if (a.chisq !== null) expect(b.chisq).toBeCloseTo(a.chisq, 6);
      if (a.p === null) return;
      expect(a.p).toBeGreaterThanOrEqual(0);
      expect(a.p).toBeLessThanOrEqual(1);
    },
  },
  {
    says: 'at most one episode a child: the mean count is the cumulative incidence',
    methods: ['mcc.estimate'],
    check: (random) => {
      const { time, cause } = cohort(random, false);
      const children = time.map((end, i) => ({
        events: cause[i] === 1 ? [end] : [],
        end,
        end_type: cause[i] === 0 ? 0 : 2,
      }));
      const mcc = mccEstimate({ children, times });
      const aj = ajEstimate({ time, cause, times, causes: 2 });
      mcc.at.forEach(({ mcc: m }, i) => {
        const f = aj.at[i]?.cif[0] ?? null;
        if (m === null || f === null) expect(m).toBe(f);
        else expect(m).toBeCloseTo(f, 10);
      });
    },
  },
  {
    says: 'the same seed gives the same bootstrap bytes; the mean count only rises',
    methods: ['mcc.estimate'],
    check: (random) => {
      const children = draws(2 + below(random, 12), () => {
        const end = 1 + below(random, 20);
        const events = draws(below(random, 4), () => uniform(random) * end);
        return { events, end, end_type: below(random, 2) };
      });
      const seed = below(random, 1000);
      const draw = () => mccEstimate({ children, times, replicates: 20, seed });
      const got = draw();
      expect(JSON.stringify(draw())).toBe(JSON.stringify(got));
      const rising = got.at.flatMap(({ mcc }) => (mcc === null ? [] : [mcc]));
      expect(rising).toEqual([...rising].sort((a, b) => a - b));
      for (const { lower, upper } of got.at)
        if (lower !== null) expect(lower).toBeLessThanOrEqual(upper ?? NaN);
    },
  },
];
