import { isAmount, isCount, sum } from './counts';
import { criticalValue, isConfidence, twoSided } from './normal';
import type { Status } from './status';

export interface TrendPoissonInput {
  readonly events: readonly number[];
  readonly person_time: readonly number[];
  /** Period as a number, for example a year. */
  readonly period: readonly number[];
  readonly conf?: number;
}

export interface TrendPoisson {
  /** Incidence-rate ratio per period, with Wald limits. */
  readonly irr: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number | null;
  readonly annual_change_pct: number | null;
  /** Pearson chi-square over degrees of freedom. */
  readonly dispersion: number | null;
  /** Limits widened by √dispersion when it is above 1. */
  readonly lower_quasi: number | null;
  readonly upper_quasi: number | null;
  readonly status: Status;
}

const none = (status: Status): TrendPoisson => ({
  irr: null,
  lower: null,
  upper: null,
  p: null,
  annual_change_pct: null,
  dispersion: null,
  lower_quasi: null,
  upper_quasi: null,
  status,
});

/** Mean and variance of the period under weights t·exp(b·period): score and information of b. */
function weighted(time: readonly number[], at: readonly number[], b: number) {
  const top = Math.max(...at.map((x) => b * x));
  const weight = time.map((t, i) => t * Math.exp(b * at[i]! - top));
  const all = sum(weight);
  const mean = sum(weight.map((w, i) => w * at[i]!)) / all;
  const variance = sum(weight.map((w, i) => w * (at[i]! - mean) ** 2)) / all;
  return { mean, variance, share: weight.map((w) => w / all) };
}

/**
 * Log-linear trend in a rate with log(person-time) as offset, by Newton's method on the slope given
 * the total. `too_few` below three periods, `undefined` without events, `infinite` when all events
 * lie in the first or in the last period, so that no finite slope fits best.
 * Source: McCullagh & Nelder (1989) Generalized Linear Models, ch. 6.
 */
export function trendPoisson(input: TrendPoissonInput): TrendPoisson {
  const { events, person_time, period, conf = 0.95 } = input;
  const sameLength = events.length === person_time.length && period.length === events.length;
  const amounts = person_time.every((t) => isAmount(t) && t > 0) && period.every(Number.isFinite);
  if (!sameLength || !amounts || !events.every(isCount) || !isConfidence(conf))
    return none('invalid');
  const total = sum(events);
  if (new Set(period).size < 3) return none('too_few');
  if (total === 0) return none('undefined');
  const from = Math.min(...period);
  const span = Math.max(...period) - from;
  const at = period.map((x) => (x - from) / span);
  const observed = sum(events.map((e, i) => e * at[i]!)) / total;
  if (observed === 0 || observed === 1) return none('infinite');
  let [low, high, b] = [-Infinity, Infinity, 0];
  for (let step = 0; step < 200; step++) {
    const { mean, variance } = weighted(person_time, at, b);
    if (mean < observed) low = b;
    else high = b;
    let next = b + Math.max(-4, Math.min(4, (observed - mean) / variance));
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (!Number.isFinite(next) || Math.abs(next - b) <= 1e-13 * Math.max(1, Math.abs(b))) break;
    b = next;
  }
  const { variance, share } = weighted(person_time, at, b);
  const slope = b / span;
  const se = 1 / Math.sqrt(total * variance) / span;
  const pearson = sum(events.map((e, i) => (e - total * share[i]!) ** 2 / (total * share[i]!)));
  const dispersion = pearson / (events.length - 2);
  const half = criticalValue(conf) * se;
  const halfQuasi = half * Math.sqrt(Math.max(1, dispersion));
  return {
    irr: Math.exp(slope),
    lower: Math.exp(slope - half),
    upper: Math.exp(slope + half),
    p: twoSided(slope / se),
    annual_change_pct: 100 * Math.expm1(slope),
    dispersion,
    lower_quasi: Math.exp(slope - halfQuasi),
    upper_quasi: Math.exp(slope + halfQuasi),
    status: 'ok',
  };
}
