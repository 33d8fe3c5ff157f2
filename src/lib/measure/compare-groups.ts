import type { DraftRow } from '$lib/disclosure/draft';
import { isCount } from '$lib/statistics/counts';
import type { Estimate } from '$lib/statistics/estimate';
import { criticalValue, twoSided } from '$lib/statistics/normal';
import { proportionDifferenceNewcombe } from '$lib/statistics/proportion-difference-newcombe';
import { proportionRatioLog } from '$lib/statistics/proportion-ratio-log';
import { rateDifferenceMover } from '$lib/statistics/rate-difference-mover';
import { rateRatioExact } from '$lib/statistics/rate-ratio-exact';

/** A difference or ratio with its 95 % limits. */
export type Compared = Estimate;

/** One group against another: first minus second, first over second, and the p-value of the two. */
export interface GroupComparison {
  readonly difference: Compared;
  /** Null where no ratio of the statistic is offered. */
  readonly ratio: Compared | null;
  readonly p: number | null;
}

/** Statistics that can be compared, and how. */
export type ComparedAs = 'share' | 'rate' | 'clustered rate' | 'limits';

const z95 = criticalValue(0.95);

/**
 * Compares two groups by what their rows show and nothing else, so that a comparison says nothing
 * that the two figures do not say. Groups are taken as independent.
 *
 * - `share`: Newcombe difference, ratio with log limits, p of the score test of equal shares.
 * - `rate`: MOVER difference, exact conditional ratio and its p (twice the smaller tail).
 * - `clustered rate`: MOVER difference; ratio with the log standard errors, read off the limits of
 *   both rates, added in quadrature, and its p.
 * - `limits` (curves, restricted means): MOVER difference from the limits of both; p read off its
 *   limits. No ratio. Sources: Donner & Zou (2012); Altman & Bland (2011) BMJ 343:d2304.
 */
export function compareGroups(as: ComparedAs, one: DraftRow, other: DraftRow): GroupComparison {
  if (as === 'share') return shares(one, other);
  const difference = fromLimits(one, other);
  if (as === 'rate') return rates(one, other);
  if (as === 'limits') return { difference, ratio: null, p: pOfLimits(difference) };
  return { difference, ...clustered(one, other) };
}

const none = (status: Estimate['status']): Compared => ({
  value: null,
  lower: null,
  upper: null,
  status,
});

function shares(one: DraftRow, other: DraftRow): GroupComparison {
  const input = {
    x1: one.numerator ?? -1,
    n1: one.denominator ?? -1,
    x2: other.numerator ?? -1,
    n2: other.denominator ?? -1,
  };
  if (!Object.values(input).every(isCount))
    return { difference: none('not_estimable'), ratio: none('not_estimable'), p: null };
  return {
    difference: proportionDifferenceNewcombe(input),
    ratio: proportionRatioLog(input),
    p: scoreTest(input),
  };
}

/** Score test of two equal shares (chi-square without correction). */
function scoreTest(input: { x1: number; n1: number; x2: number; n2: number }): number | null {
  const { x1, n1, x2, n2 } = input;
  if (n1 === 0 || n2 === 0) return null;
  const pooled = (x1 + x2) / (n1 + n2);
  const se = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  return se === 0 ? 1 : twoSided((x1 / n1 - x2 / n2) / se);
}

function rates(one: DraftRow, other: DraftRow): GroupComparison {
  const input = {
    x1: one.numerator ?? -1,
    t1: one.denominator ?? -1,
    x2: other.numerator ?? -1,
    t2: other.denominator ?? -1,
  };
  const { p_central, ...ratio } = rateRatioExact(input);
  const difference = rateDifferenceMover({ ...input, per: perOf(one.unit) });
  return { difference, ratio, p: p_central };
}

/** `per 100,000 children` is a rate of 100,000. */
const perOf = (unit: string): number =>
  Number(/^per ([\d,]+)/.exec(unit)?.[1]?.replaceAll(',', '') ?? 1);

interface Limits {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

function limitsOf({ value, low, high }: DraftRow): Limits | null {
  if (value === null || low === null || low === undefined) return null;
  return high === null || high === undefined ? null : { value, low, high };
}

function fromLimits(one: DraftRow, other: DraftRow): Compared {
  if (one.value === null || other.value === null) return none('not_estimable');
  const value = one.value - other.value;
  const [a, b] = [limitsOf(one), limitsOf(other)];
  if (!a || !b) return { value, lower: null, upper: null, status: 'zero_cell' };
  return {
    value,
    lower: value - Math.hypot(a.value - a.low, b.high - b.value),
    upper: value + Math.hypot(a.high - a.value, b.value - b.low),
    status: 'ok',
  };
}

/** The p-value that 95 % limits imply, from the limit on the side of no difference. */
function pOfLimits({ value, lower, upper }: Compared): number | null {
  if (value === null || lower === null || upper === null) return null;
  const reach = value > 0 ? value - lower : upper - value;
  if (value === 0) return 1;
  return reach > 0 ? twoSided((z95 * value) / reach) : null;
}

function clustered(one: DraftRow, other: DraftRow): Pick<GroupComparison, 'ratio' | 'p'> {
  const [a, b] = [limitsOf(one), limitsOf(other)];
  if (!a || !b) return { ratio: none('not_estimable'), p: null };
  if (!(a.low > 0) || !(b.low > 0)) return { ratio: none('zero_cell'), p: null };
  const ratio = a.value / b.value;
  const se = Math.hypot(Math.log(a.high / a.low), Math.log(b.high / b.low)) / (2 * z95);
  const limits =
    se > 0
      ? { lower: ratio * Math.exp(-z95 * se), upper: ratio * Math.exp(z95 * se) }
      : { lower: null, upper: null };
  return {
    ratio: { value: ratio, ...limits, status: 'ok' },
    p: se > 0 ? twoSided(Math.log(ratio) / se) : null,
  };
}
