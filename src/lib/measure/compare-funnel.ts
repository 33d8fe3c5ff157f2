import type { DraftRow } from '$lib/disclosure/draft';
import { logFactorial } from '$lib/statistics/log-gamma';
import { distinct, staysInside } from './compare';
import type { View } from './view';

/** Chances outside the limits of a funnel: 95 % and 99.8 %. */
const levels = { funnel_95: 0.05, funnel_998: 0.002 } as const;

/**
 * Where the figure of each region would lie by chance alone if it had the share or rate of all
 * together: rows `<measure>_funnel_95` and `<measure>_funnel_998` by region, whose value is that of
 * all. They cite the cells of the region and of all, and rest on what both show.
 */
export function compareFunnel(
  rows: readonly DraftRow[],
  isCompared: (measure: string) => 'share' | 'rate' | null,
  { mode, threshold }: Pick<View, 'mode' | 'threshold'>,
): DraftRow[] {
  const inside = (row: DraftRow) => mode === 'release' && staysInside(row, threshold);
  return rows.flatMap((row) => {
    const as = isCompared(row.measure);
    const { region, ...rest } = row.by;
    if (!as || region === undefined) return [];
    const all = rows.find(
      ({ measure, period, by }) =>
        measure === row.measure && period === row.period && sameGroup(by, rest),
    );
    if (!all) return [];
    const closed = inside(row) || inside(all);
    const shown = row.value !== null && all.value !== null && Boolean(all.denominator);
    const overall = shown ? (all.numerator ?? 0) / (all.denominator ?? 1) : 0;
    const scale = shown && overall > 0 ? (all.value ?? 0) / overall : 1;
    const n = row.denominator ?? 0;
    return Object.entries(levels).map(([name, alpha]): DraftRow => {
      const limits = shown ? funnelLimits(as, overall, n, alpha) : null;
      return {
        measure: `${row.measure}_${name}`,
        period: row.period,
        by: row.by,
        unit: row.unit,
        statistic: 'S-D',
        value: limits ? all.value : null,
        low: limits ? stable(limits[0] * scale) : null,
        high: limits ? stable(limits[1] * scale) : null,
        status: limits ? 'ok' : 'undefined',
        counts: distinct([...row.counts, ...all.counts]),
        ...(closed ? { withhold: true } : {}),
      };
    });
  });
}

const sameGroup = (one: DraftRow['by'], other: DraftRow['by']): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([column, code]) => other[column] === code);

/**
 * Exact limits around an overall share, or rate per unit of n, for a group of size n: quantiles of
 * the binomial or Poisson distribution, interpolated. Null where n is 0.
 * Source: Spiegelhalter (2005) Stat Med 24:1185, appendix A.1.1.
 */
export function funnelLimits(
  as: 'share' | 'rate',
  overall: number,
  n: number,
  alpha: number,
): readonly [number, number] | null {
  if (!(n > 0) || !(overall >= 0) || (as === 'share' && overall > 1)) return null;
  if (overall === 0) return [0, 0];
  if (as === 'share' && overall === 1) return [1, 1];
  const expected = overall * n;
  const chance =
    as === 'share'
      ? (k: number) =>
          Math.exp(
            logFactorial(n) -
              logFactorial(k) -
              logFactorial(n - k) +
              k * Math.log(overall) +
              (n - k) * Math.log1p(-overall),
          )
      : (k: number) => Math.exp(k * Math.log(expected) - expected - logFactorial(k));
  const most = as === 'share' ? n : Infinity;
  const quantile = (p: number): number => {
    let [k, below, upTo] = [0, 0, chance(0)];
    while (upTo < p && k < most) {
      k++;
      below = upTo;
      upTo += chance(k);
      if (k > expected && upTo === below) break;
    }
    const part = upTo > below ? (upTo - p) / (upTo - below) : 0;
    return Math.min(most, Math.max(0, k - part));
  };
  return [quantile(alpha / 2) / n, quantile(1 - alpha / 2) / n];
}

const stable = (value: number): number => Number(value.toPrecision(12));
