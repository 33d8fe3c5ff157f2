import { describe, expect, test } from 'vitest';
import { ajEstimate } from '$lib/statistics/aj-estimate';
import { distributionSummary } from '$lib/statistics/distribution-summary';
import { kmEstimate } from '$lib/statistics/km-estimate';
import { proportionBounds } from '$lib/statistics/proportion-bounds';
import { proportionDifferenceNewcombe } from '$lib/statistics/proportion-difference-newcombe';
import { proportionWilson } from '$lib/statistics/proportion-wilson';
import { rateByar } from '$lib/statistics/rate-byar';
import { ratePoissonExact } from '$lib/statistics/rate-poisson-exact';

const near = (got: number | null | undefined, expected: number, within = 0.0005) =>
  expect(Math.abs((got ?? NaN) - expected)).toBeLessThanOrEqual(within);

describe('golden values of the indicator catalogue', () => {
  test.each([
    [0, 7, 0, 0, 0.3543],
    [7, 7, 1, 0.6457, 1],
    [1, 20, 0.05, 0.0089, 0.2361],
    [167, 590, 0.2831, 0.2482, 0.3207],
    [244, 910, 0.2681, 0.2404, 0.2978],
    [246, 1015, 0.2424, 0.217, 0.2697],
    [378, 1231, 0.3071, 0.2819, 0.3334],
    [169, 986, 0.1714, 0.1492, 0.1962],
    [7432, 17004, 0.4371, 0.4296, 0.4445],
    [7432, 16054, 0.4629, 0.4552, 0.4707],
    [6246, 6933, 0.9009, 0.8937, 0.9077],
    [4610, 6241, 0.7387, 0.7276, 0.7494],
  ])('Wilson %i of %i', (x, n, value, lower, upper) => {
    const got = proportionWilson({ x, n });
    near(got.value, value);
    near(got.lower, lower);
    near(got.upper, upper);
  });

  test.each([
    [4610, 6241, 6246, 6933, -0.1622, -0.1752, -0.1493],
    [378, 1231, 244, 910, 0.0389, 0, 0.0772],
  ])('Newcombe %i/%i − %i/%i', (x1, n1, x2, n2, value, lower, upper) => {
    const got = proportionDifferenceNewcombe({ x1, n1, x2, n2 });
    near(got.value, value);
    near(got.lower, lower);
    near(got.upper, upper);
  });

  test.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [4, 1.0899, 10.2416],
    [9, 4.1154, 17.0848],
  ])('exact Poisson limits of %i', (events, lower, upper) => {
    const got = ratePoissonExact({ events, person_time: 1 });
    near(got.lower, lower);
    near(got.upper, upper);
  });

  test.each([
    [10, 4.7874, 18.3915],
    [25, 16.1743, 36.9065],
    [100, 81.3621, 121.6279],
  ])('Byar limits of %i', (events, lower, upper) => {
    const got = rateByar({ events, person_time: 1 });
    near(got.lower, lower);
    near(got.upper, upper);
  });

  test('incidence per 100 child-months', () => {
    const few = ratePoissonExact({ events: 9, person_time: 210, per: 100 });
    near(few.value, 4.29, 0.005);
    near(few.lower, 1.96, 0.005);
    near(few.upper, 8.14, 0.005);
    const more = rateByar({ events: 25, person_time: 400, per: 100 });
    near(more.value, 6.25, 0.005);
    near(more.lower, 4.04, 0.005);
    near(more.upper, 9.23, 0.005);
  });

  test('Kaplan–Meier in hours, and the median of completed cases beside it', () => {
    const time = [2, 5, 5, 12, 24, 30, 48, 72, 96, 200];
    const status = [1, 1, 0, 1, 0, 1, 1, 0, 1, 0];
    const got = kmEstimate({ time, status, times: [2, 5, 12, 30, 48, 96] });
    [0.9, 0.8, 0.6857, 0.5486, 0.4114, 0.2057].forEach((s, i) => near(got.at[i]?.surv, s));
    let greenwood = 0;
    [0.0949, 0.1265, 0.1515, 0.1724, 0.1756, 0.1699].forEach((se, i) => {
      const step = got.table[i];
      greenwood += step ? step.n_event / (step.n_risk * (step.n_risk - step.n_event)) : NaN;
      near((step?.surv ?? NaN) * Math.sqrt(greenwood), se);
    });
    expect(got.median).toBe(48);
    expect(distributionSummary({ x: time.filter((_, i) => status[i] === 1) }).median).toBe(21);
  });

  test('Aalen–Johansen in hours, silent past the last child, and the naive 1 − KM beside it', () => {
    const time = [6, 20, 30, 40, 48, 60, 72, 100, 150, 240, 300, 400];
    const cause = [1, 1, 2, 1, 0, 2, 1, 0, 2, 0, 1, 0];
    const times = [24, 48, 72, 168, 400, 720];
    const got = ajEstimate({ time, cause, times, causes: 2 });
    [0.1667, 0.25, 0.3452, 0.3452, 0.5238].forEach((f, i) => near(got.at[i]?.cif[0], f));
    [0.0833, 0.1786, 0.2976].forEach((f, i) => near(got.at[i + 1]?.cif[1], f));
    expect(got.at[5]).toMatchObject({
      status: 'beyond_follow_up',
      cif: [null, null],
      event_free: null,
    });
    const naive = kmEstimate({
      time,
      status: cause.map((k) => (k === 1 ? 1 : 0)),
      times: [48, 72],
    });
    near(1 - (naive.at[0]?.surv ?? NaN), 0.2593);
    near(1 - (naive.at[1]?.surv ?? NaN), 0.3827);
  });

  test('bounds of 30 yes, 50 no, 20 unknown', () => {
    const got = proportionBounds({ yes: 30, no: 50, unknown: 20 });
    expect([got.known_share, got.bound_low, got.bound_high]).toEqual([0.375, 0.3, 0.5]);
  });
});
