import { describe, expect, test } from 'vitest';
import { ajEstimate } from '$lib/statistics/aj-estimate';
import type { Estimate } from '$lib/statistics/estimate';
import { kmEstimate } from '$lib/statistics/km-estimate';
import { logrankTest } from '$lib/statistics/logrank-test';
import { mccEstimate } from '$lib/statistics/mcc-estimate';
import { proportionClopperPearson } from '$lib/statistics/proportion-clopper-pearson';
import { proportionDifferenceNewcombe } from '$lib/statistics/proportion-difference-newcombe';
import { proportionWilson } from '$lib/statistics/proportion-wilson';
import { below, randomFrom, uniform, type RandomGenerator } from '$lib/statistics/random';
import { rateByar } from '$lib/statistics/rate-byar';
import { rateClustered } from '$lib/statistics/rate-clustered';
import { rateOhid } from '$lib/statistics/rate-ohid';
import { ratePoissonExact } from '$lib/statistics/rate-poisson-exact';
import { rateRatioExact } from '$lib/statistics/rate-ratio-exact';

const rounds = 200;

/** Runs a property on `rounds` draws; the round is the seed, so that a failure can be repeated. */
function always(name: string, property: (random: RandomGenerator) => void) {
  test(name, () => {
    for (let round = 1; round <= rounds; round++) {
      try {
        property(randomFrom(round));
      } catch (error) {
        throw new Error(`seed ${round}`, { cause: error });
      }
    }
  });
}

function holds({ value, lower, upper }: Estimate, least: number, most: number) {
  expect(value).not.toBeNull();
  const [v, l, u] = [value ?? NaN, lower ?? NaN, upper ?? NaN];
  expect(l).toBeGreaterThanOrEqual(least);
  expect(u).toBeLessThanOrEqual(most);
  expect(l).toBeLessThanOrEqual(v);
  expect(u).toBeGreaterThanOrEqual(v);
}

const shuffled = (random: RandomGenerator, n: number): number[] =>
  Array.from({ length: n }, (_, i) => ({ i, key: uniform(random) }))
    .sort((a, b) => a.key - b.key)
    .map(({ i }) => i);

/** Children with tied times, causes 0–2 and, where asked, delayed entry. */
function cohort(random: RandomGenerator, delayed: boolean) {
  const n = 1 + below(random, 60);
  const time = Array.from({ length: n }, () => below(random, 25));
  const entry = time.map((t) => (delayed && below(random, 3) === 0 ? below(random, t + 1) : 0));
  return { time, entry, cause: time.map(() => below(random, 3)) };
}

describe('intervals', () => {
  always('hold the estimate and stay in range', (random) => {
    const n = 1 + below(random, 500);
    const x = below(random, n + 1);
    const conf = [0.8, 0.95, 0.998][below(random, 3)];
    holds(proportionWilson({ x, n, conf }), 0, 1);
    holds(proportionClopperPearson({ x, n, conf }), 0, 1);
    const rate = { events: below(random, 300), person_time: 1 + uniform(random) * 1000, conf };
    holds(ratePoissonExact(rate), 0, Infinity);
    holds(rateByar(rate), 0, Infinity);
    holds(rateOhid(rate), 0, Infinity);
    const ratio = rateRatioExact({ x1: x, t1: n, x2: 1 + below(random, 50), t2: n, conf });
    holds(ratio, 0, Infinity);
    expect(ratio.p_central).toBeLessThanOrEqual(1);
  });

  always('Clopper–Pearson is not narrower than its tail areas allow', (random) => {
    const n = 1 + below(random, 80);
    const x = below(random, n + 1);
    const yes = proportionClopperPearson({ x, n });
    const no = proportionClopperPearson({ x: n - x, n });
    expect(yes.lower).toBeCloseTo(1 - (no.upper ?? NaN), 9);
  });

  always('Newcombe’s difference is antisymmetric', (random) => {
    const [n1, n2] = [1 + below(random, 90), 1 + below(random, 90)];
    const [x1, x2] = [below(random, n1 + 1), below(random, n2 + 1)];
    const there = proportionDifferenceNewcombe({ x1, n1, x2, n2 });
    const back = proportionDifferenceNewcombe({ x1: x2, n1: n2, x2: x1, n2: n1 });
    expect(there.lower).toBeCloseTo(-(back.upper ?? NaN), 12);
    expect(there.upper).toBeCloseTo(-(back.lower ?? NaN), 12);
    holds(there, -1, 1);
  });

  always('the order of the children does not matter', (random) => {
    const n = 2 + below(random, 30);
    const events = Array.from({ length: n }, () => below(random, 4));
    const person_time = events.map(() => 0.5 + uniform(random) * 12);
    const order = shuffled(random, n);
    const a = rateClustered({ events, person_time });
    const b = rateClustered({
      events: order.map((i) => events[i]!),
      person_time: order.map((i) => person_time[i]!),
    });
    expect(b.value).toBeCloseTo(a.value ?? NaN, 10);
    expect(b.upper ?? 0).toBeCloseTo(a.upper ?? 0, 8);
  });
});

describe('curves', () => {
  const times = [0, 3, 8, 15, 24];

  always('cumulative incidences and the event-free share add to 1', (random) => {
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
  });

  always('one cause is 1 − Kaplan–Meier, limits included', (random) => {
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
  });

  always('without censoring the curve is the plain share', (random) => {
    const n = 1 + below(random, 40);
    const time = Array.from({ length: n }, () => below(random, 20));
    const { at } = kmEstimate({ time, status: time.map(() => 1), times });
    at.forEach(({ time: t, surv }) =>
      expect(surv).toBeCloseTo(time.filter((own) => own > t).length / n, 10),
    );
  });

  always('the curve falls, its band holds it, and the order of rows does not matter', (random) => {
    const { time, entry, cause } = cohort(random, true);
    const status = cause.map((k) => Math.min(1, k));
    const order = shuffled(random, time.length);
    const a = kmEstimate({ time, entry, status, times });
    const b = kmEstimate({
      time: order.map((i) => time[i]!),
      entry: order.map((i) => entry[i]!),
      status: order.map((i) => status[i]!),
      times,
    });
    expect(b).toEqual({ ...a, excluded: b.excluded });
    let before = 1;
    for (const { surv, lower, upper } of a.table) {
      if (before > 0) expect(surv).toBeLessThan(before);
      else expect([surv, a.risk_set_exhausted_early]).toEqual([0, true]);
      before = surv;
      if (lower !== null) expect(lower).toBeLessThanOrEqual(surv);
      if (upper !== null) expect(upper).toBeGreaterThanOrEqual(surv);
    }
  });

  always('log-rank does not depend on the names of the groups', (random) => {
    const { time, cause } = cohort(random, false);
    const status = cause.map((k) => Math.min(1, k));
    const group = time.map(() => below(random, 3));
    const a = logrankTest({ time, status, group });
    const b = logrankTest({ time, status, group: group.map((g) => ['z', 'b', 'm'][g]!) });
    expect(b.status).toBe(a.status);
    if (a.chisq !== null) expect(b.chisq).toBeCloseTo(a.chisq, 6);
    if (a.p !== null) expect(a.p).toBeGreaterThanOrEqual(0);
  });

  always('at most one episode a child: the mean count is the cumulative incidence', (random) => {
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
  });

  test('the same seed gives the same bootstrap, another seed another one', () => {
    const random = randomFrom(4);
    const children = Array.from({ length: 30 }, () => {
      const end = 5 + below(random, 20);
      const events = Array.from({ length: below(random, 4) }, () => below(random, end));
      return { events, end, end_type: below(random, 2) };
    });
    const draw = (seed: number) => mccEstimate({ children, times: [5], replicates: 200, seed });
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1).at).not.toEqual(draw(2).at);
    const [point] = draw(1).at;
    expect(point?.lower).toBeLessThanOrEqual(point?.mcc ?? NaN);
    expect(point?.upper).toBeGreaterThanOrEqual(point?.mcc ?? NaN);
  });
});
