import { describe, expect, test } from 'vitest';
import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import gammaQuantileOfStdlib from '@stdlib/stats-base-dists-gamma-quantile';
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { ajEstimate } from '$lib/statistics/aj-estimate';
import { ajFromRiskTable } from '$lib/statistics/aj-from-risk-table';
import { chiSquareTail } from '$lib/statistics/chi-square-tail';
import { byarLimits, garwoodLimits } from '$lib/statistics/count-limits';
import { exposureChildMonths } from '$lib/statistics/exposure-child-months';
import { fundingDaysWithout } from '$lib/statistics/funding-days-without';
import { gammaQuantile } from '$lib/statistics/gamma-quantile';
import { kmEstimate } from '$lib/statistics/km-estimate';
import { kmFromRiskTable } from '$lib/statistics/km-from-risk-table';
import { kmRmstDifference, rmstDifference } from '$lib/statistics/km-rmst-difference';
import { logrankFromRiskTables, logrankTest } from '$lib/statistics/logrank-test';
import { mccEstimate } from '$lib/statistics/mcc-estimate';
import { methods, run } from '$lib/statistics/methods';
import { multiplicityAdjust } from '$lib/statistics/multiplicity-adjust';
import { poissonTails } from '$lib/statistics/poisson-tails';
import { proportionBounds } from '$lib/statistics/proportion-bounds';
import { proportionRatioLog } from '$lib/statistics/proportion-ratio-log';
import { proportionWilson } from '$lib/statistics/proportion-wilson';
import { rateByar } from '$lib/statistics/rate-byar';
import { rateClustered, rateClusteredFromSums } from '$lib/statistics/rate-clustered';
import { rateDsrDobson } from '$lib/statistics/rate-dsr-dobson';
import { ratePoissonExact } from '$lib/statistics/rate-poisson-exact';
import { rateRatioExact } from '$lib/statistics/rate-ratio-exact';
import { riskTable } from '$lib/statistics/risk-table';
import { trendMannKendall } from '$lib/statistics/trend-mann-kendall';
import { trendPoisson } from '$lib/statistics/trend-poisson';
import { utcInstant } from '$lib/statistics/utc-instant';

describe('shares and rates', () => {
  test('0/0 is no share; all or none stays within 0 and 1 exactly', () => {
    expect(proportionWilson({ x: 0, n: 0 })).toMatchObject({ value: null, status: 'undefined' });
    for (const n of [1, 3, 7, 49, 98, 12345]) {
      expect(proportionWilson({ x: n, n }).upper).toBe(1);
      expect(proportionWilson({ x: 0, n }).lower).toBe(0);
    }
    expect(proportionWilson({ x: 3, n: 2 }).status).toBe('invalid');
    expect(proportionWilson({ x: -1, n: 2 }).status).toBe('invalid');
  });

  test('no division by zero in Byar at 0 events', () => {
    const got = rateByar({ events: 0, person_time: 10 });
    expect(got.lower).toBe(0);
    expect(got.upper).toBeGreaterThan(0);
  });

  test('events without exposure are invalid, no exposure is undefined', () => {
    expect(ratePoissonExact({ events: 2, person_time: 0 }).status).toBe('invalid');
    expect(ratePoissonExact({ events: 0, person_time: 0 }).status).toBe('undefined');
    expect(rateClustered({ events: [1, 0], person_time: [0, 5] }).status).toBe('invalid');
    expect(rateClustered({ events: [], person_time: [] }).status).toBe('undefined');
  });

  test('repeat episodes of one child do not narrow the range', () => {
    const even = rateClustered({ events: Array(20).fill(1), person_time: Array(20).fill(6) });
    const one = rateClustered({
      events: [20, ...Array<number>(19).fill(0)],
      person_time: Array(20).fill(6),
    });
    expect(even.status).toBe('ok_exact_fallback');
    expect((one.upper ?? 0) / (one.lower ?? 1)).toBeGreaterThan(
      (even.upper ?? 0) / (even.lower ?? 1),
    );
  });

  test('one child alone has a rate but no limits', () => {
    const got = rateClustered({ events: [4], person_time: [8] });
    expect(got).toMatchObject({ value: 0.5, lower: null, upper: null, status: 'too_few' });
  });

  test('sums give what lists give', () => {
    const events = [1, 0, 2, 0, 5];
    const person_time = [6, 6, 5.5, 2, 3];
    const sums = {
      e: 8,
      t: 22.5,
      ee: 30,
      et: 6 + 11 + 15,
      tt: 36 + 36 + 30.25 + 4 + 9,
      children: 5,
      childrenWithEvent: 3,
    };
    expect(rateClusteredFromSums(sums, { per: 100 })).toEqual(
      rateClustered({ events, person_time, per: 100 }),
    );
  });

  test('ratios with zeros', () => {
    expect(rateRatioExact({ x1: 4, t1: 10, x2: 0, t2: 10 })).toMatchObject({
      value: null,
      upper: null,
      status: 'infinite',
    });
    expect(rateRatioExact({ x1: 4, t1: 10, x2: 0, t2: 10 }).lower).toBeGreaterThan(0);
    expect(rateRatioExact({ x1: 0, t1: 10, x2: 0, t2: 10 })).toMatchObject({
      value: null,
      p_central: 1,
      p_minlike: 1,
    });
    expect(proportionRatioLog({ x1: 0, n1: 5, x2: 2, n2: 5 })).toEqual({
      value: 0,
      lower: null,
      upper: null,
      status: 'zero_cell',
    });
  });

  test('exact limits leave the promised tails at every size of count', () => {
    for (const events of [1, 3, 12, 60, 400, 900, 1000, 1001, 2500, 20_000, 300_000])
      for (const conf of [0.8, 0.95, 0.998]) {
        const { lower, upper } = garwoodLimits(events, conf);
        const tail = (1 - conf) / 2;
        expect(poissonTails(events, lower).above / tail).toBeCloseTo(1, 7);
        expect(poissonTails(events, upper).below / tail).toBeCloseTo(1, 7);
        if (events < 60) continue;
        expect(byarLimits(events, conf).upper / upper).toBeCloseTo(1, 3);
      }
  });

  test('gamma quantiles equal another library where that one is right', () => {
    for (const p of [0.001, 0.025, 0.3, 0.5])
      for (const shape of [0.4, 1, 1.7, 8, 14.9, 15.2, 70, 300]) {
        expect(gammaQuantile(p, shape) / gammaQuantileOfStdlib(p, shape, 1)).toBeCloseTo(1, 11);
        const upper = chiSquareQuantile(1 - p, 2 * shape) / 2;
        expect(gammaQuantile(p, shape, true) / upper).toBeCloseTo(1, 11);
      }
    expect([gammaQuantile(0, 3), gammaQuantile(1, 3)]).toEqual([0, Infinity]);
  });

  test('exact p-values equal the binomial distribution function', () => {
    const { p_central } = rateRatioExact({ x1: 3, t1: 40, x2: 11, t2: 35 });
    expect(p_central).toBeCloseTo(2 * binomialCdf(3, 14, 40 / 75), 12);
  });

  test('an age band without population is not skipped', () => {
    const bands = { events: [10, 0], population: [100, 0], standard: [1, 1] };
    expect(rateDsrDobson(bands).status).toBe('undefined');
    expect(rateDsrDobson({ ...bands, events: [10, 1] }).status).toBe('invalid');
  });

  test('unknown is never no', () => {
    expect(proportionBounds({ yes: 1, no: 1, unknown: 8 })).toMatchObject({
      known_share: null,
      bound_low: 0.1,
      bound_high: 0.9,
      status: 'bounds_only',
    });
    expect(proportionBounds({ yes: 0, no: 0, unknown: 0 }).status).toBe('undefined');
  });
});

describe('curves', () => {
  test('time 0 stays, negative times leave and are counted', () => {
    const got = kmEstimate({ time: [0, -3, 5, null], status: [1, 1, 0, 1] });
    expect(got).toMatchObject({ n: 2, events: 1 });
    expect(got.excluded).toMatchObject({ excluded_negative_time: 1, excluded_missing_time: 1 });
    expect(got.table[0]).toMatchObject({ time: 0, n_risk: 2, surv: 0.5 });
  });

  test('the median is not missed by a rounding error at one half', () => {
    for (const n of [6, 10, 14, 22, 98]) {
      const time = Array.from({ length: n }, (_, i) => i + 1);
      const got = kmEstimate({ time, status: time.map(() => 1) });
      expect(got.median).toBe(n / 2 + 0.5);
    }
  });

  test('nothing is carried past follow-up, unless the curve has fallen to 0', () => {
    const open = kmEstimate({ time: [1, 4], status: [1, 0], times: [4, 5], rmst_tau: [4, 5] });
    expect(open.at.map((p) => p.status)).toEqual(['ok', 'beyond_follow_up']);
    expect(open.rmst.map((m) => m.status)).toEqual(['ok', 'beyond_follow_up']);
    const closed = kmEstimate({ time: [1, 4], status: [0, 1], times: [9] });
    expect(closed.at[0]).toMatchObject({ surv: 0, status: 'ok', lower: null, upper: null });
    const mcc = mccEstimate({
      children: [{ events: [1], end: 3, end_type: 0 }],
      times: [3, 4],
    });
    expect(mcc.at.map(({ mcc: m, status }) => [m, status])).toEqual([
      [1, 'ok'],
      [null, 'beyond_follow_up'],
    ]);
  });

  test('a risk set that empties early is flagged and the curve starts again at ten', () => {
    const late = Array.from({ length: 12 }, (_, i) => i);
    const time = [1, ...late.map((i) => 20 + i)];
    const status = [1, ...late.map((i) => i % 2)];
    const entry = [0, ...late.map(() => 5)];
    const km = kmEstimate({ time, status, entry, times: [25] });
    expect(km).toMatchObject({ risk_set_exhausted_early: true, median: 1 });
    expect(km.restart).toMatchObject({ time: 20, curve: { n: 12 } });
    expect(km.restart?.curve.at[0]?.surv).toBeCloseTo((10 / 11) * (8 / 9) * (6 / 7), 12);
    const aj = ajEstimate({ time, cause: status, entry, times: [25] });
    expect(aj.restart?.curve.at[0]?.cif[0]).toBeCloseTo(1 - (10 / 11) * (8 / 9) * (6 / 7), 12);
    expect(kmEstimate({ time: [1, 2], status: [1, 1] }).risk_set_exhausted_early).toBe(false);
  });

  test('a risk table of event times alone gives the same curve', () => {
    const time = [2, 5, 5, 12, 24, 30, 48, 72, 96, 200];
    const status = [1, 1, 0, 1, 0, 1, 1, 0, 1, 0];
    const full = kmEstimate({ time, status, times: [6, 48, 100, 300], rmst_tau: [150] });
    const rows = full.table.map(({ time: t, n_risk: nRisk, n_event: d }) => {
      return { t, nRisk, d, dByCause: [d] };
    });
    const options = { n: 10, times: [6, 48, 100, 300], rmstTau: [150], lastTime: 200 };
    const bare = kmFromRiskTable(rows, { ...options, nRiskAt: [7, 4, 1, 0] });
    expect(bare.at).toEqual(full.at);
    expect(bare.rmst).toEqual(full.rmst);
    expect(kmFromRiskTable(rows, options).at.map((p) => p.n_risk)).toEqual([null, 4, null, 0]);
    const aj = ajFromRiskTable(rows, { ...options, causes: 1 });
    expect(aj.at[1]?.cif[0]).toBeCloseTo(1 - (full.at[1]?.surv ?? NaN), 12);
  });

  test('an impossible risk table is invalid', () => {
    const bad = [
      [{ t: 1, nRisk: 2, d: 3 }],
      [
        { t: 2, nRisk: 2, d: 1 },
        { t: 1, nRisk: 1, d: 1 },
      ],
      [{ t: 1, nRisk: 2, d: 1, dByCause: [1, 1] }],
    ];
    for (const table of bad) expect(kmFromRiskTable(table, { n: 2 }).status).toBe('invalid');
    expect(kmEstimate({ time: [1], status: [2] }).status).toBe('invalid');
  });

  test('comparisons from risk tables equal those from lists', () => {
    const first = {
      time: [2, 5, 5, 12, 24, 30],
      status: [1, 1, 0, 1, 0, 1],
      entry: [0, 1, 0, 3, 0, 9],
    };
    const second = { time: [3, 4, 8, 8, 40], status: [1, 0, 1, 1, 0], entry: [0, 0, 2, 0, 0] };
    const tables = [first, second].map((lists) => riskTable(lists, 1)?.table ?? []);
    const both = {
      time: [...first.time, ...second.time],
      status: [...first.status, ...second.status],
      entry: [...first.entry, ...second.entry],
      group: [...first.time.map(() => 'a'), ...second.time.map(() => 'b')],
    };
    expect(logrankFromRiskTables(tables, ['a', 'b'])).toEqual(logrankTest(both));
    const lists = {
      time1: [2, 5, 9],
      status1: [1, 1, 0],
      time2: [3, 4, 8],
      status2: [1, 0, 1],
    };
    const [one] = kmEstimate({ time: [2, 5, 9], status: [1, 1, 0], rmst_tau: [6] }).rmst;
    const [two] = kmEstimate({ time: [3, 4, 8], status: [1, 0, 1], rmst_tau: [6] }).rmst;
    expect(one && two && rmstDifference(one, two)).toEqual(kmRmstDifference({ ...lists, tau: 6 }));
    expect(kmRmstDifference({ ...lists, tau: 10 }).status).toBe('beyond_follow_up');
  });

  test('log-rank without a second group or without an event has no answer', () => {
    expect(logrankTest({ time: [1, 2], status: [1, 1], group: [1, 1] }).status).toBe('undefined');
    expect(logrankTest({ time: [1, 2], status: [0, 0], group: [1, 2] }).status).toBe('undefined');
  });
});

describe('days', () => {
  test('a change of the clock does not show', () => {
    const episodes = [
      { child: 'a', start: '2024-03-31', end: '2024-04-01' },
      { child: 'b', start: '2024-10-27T00:00:00', end: '2024-10-28T00:00:00' },
    ];
    const got = exposureChildMonths({
      episodes,
      window_start: '2024-01-01',
      window_end: '2025-01-01',
    });
    expect(got.person_days).toBe(2);
    expect(utcInstant('2024-03-31T02:30:00')).toBe(Date.UTC(2024, 2, 31, 2, 30));
    expect(utcInstant('2024-03-31T02:30:00+02:00')).toBe(Date.UTC(2024, 2, 31, 0, 30));
  });

  test('dates that do not exist are no dates', () => {
    for (const text of ['2024-02-30', '2024-13-01', '31.01.2024', '', '2024-01-01T25:00'])
      expect(utcInstant(text)).toBeNull();
  });

  test('an open grant runs to the end of the window and adjacent grants leave no gap', () => {
    const got = fundingDaysWithout({
      grants: [
        { start: '2023-01-01', end: '2023-06-30' },
        { start: '2023-07-01', end: null },
        { start: '2023-09-01', end: '2023-08-01' },
      ],
      window_start: '2023-01-01',
      window_end: '2023-12-31',
    });
    expect(got).toMatchObject({ days_without: 0, gaps: 0, longest_gap: 0, invalid_grants: 1 });
  });
});

describe('trends and tails', () => {
  test('p-values that do not exist are kept and not counted', () => {
    const got = multiplicityAdjust({ p: [0.01, null, 0.04], method: 'BH' });
    expect(got).toEqual({ adjusted: [0.02, null, 0.04], m: 2, status: 'ok' });
  });

  test('gaps keep their place in Sen’s slope; equal values are constant', () => {
    expect(trendMannKendall({ x: [1, null, 3, 4, 5] }).sen_slope).toBe(1);
    expect(trendMannKendall({ x: [2, 2, 2, 2] })).toMatchObject({ status: 'constant', p: null });
  });

  test('a rate with all events at one end has no finite trend', () => {
    const at = { person_time: [1, 1, 1], period: [1, 2, 3] };
    expect(trendPoisson({ events: [0, 0, 9], ...at }).status).toBe('infinite');
    expect(trendPoisson({ events: [0, 0, 0], ...at }).status).toBe('undefined');
    expect(trendPoisson({ events: [3, 4], person_time: [1, 1], period: [1, 2] }).status).toBe(
      'too_few',
    );
  });

  test('tails equal the distribution functions and stay exact far out', () => {
    for (const df of [1, 2, 3, 4, 7, 12])
      for (const x of [0.2, 1, 4, 11])
        expect(chiSquareTail(x, df)).toBeCloseTo(1 - chiSquareCdf(x, df), 12);
    expect(chiSquareTail(400, 2)).toBeCloseTo(Math.exp(-200), 90);
    const far = poissonTails(5100, 5100);
    expect(far.below + far.above).toBeGreaterThan(1);
    expect(far.below).toBeCloseTo(0.5037, 3);
    expect(poissonTails(0, 3)).toEqual({ below: Math.exp(-3), above: 1 });
  });
});

describe('the list of methods', () => {
  test('never throws and never prints what the input held', async () => {
    const inputs = [undefined, null, 7, 'Anna', [], {}, { x: 'Anna', n: 3, time: 'Anna' }];
    for (const { method } of methods)
      for (const input of inputs) {
        const got = (await run(method, input)) as { status: string; reason: string };
        expect(got.status).toBe('invalid');
        expect(got.reason).not.toMatch(/Anna/);
      }
    expect(await run('no.such', {})).toMatchObject({ status: 'invalid' });
  });

  test('has words for every method, each once', () => {
    expect(new Set(methods.map((m) => m.method)).size).toBe(methods.length);
    for (const { name, formula, source, use, silent } of methods)
      for (const words of [name, formula, source, use, silent])
        for (const text of typeof words === 'string' ? [words] : Object.values(words))
          expect(text.length).toBeGreaterThan(5);
  });
});
