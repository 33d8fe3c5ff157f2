import { twoSided } from './normal';
import { quantile } from './quantile';
import type { Status } from './status';

export interface MannKendallInput {
  /** Values in order of time; null is a gap, which keeps its place. */
  readonly x: readonly (number | null)[];
}

export interface MannKendall {
  readonly n: number;
  readonly S: number | null;
  readonly var_s: number | null;
  readonly z: number | null;
  readonly p: number | null;
  /** Kendall's tau-b. */
  readonly tau: number | null;
  /** Median change per step of time. */
  readonly sen_slope: number | null;
  readonly status: Status;
}

const nulls = { S: null, var_s: null, z: null, p: null, tau: null, sen_slope: null };

/** From this many points a test is computed; words like "trend" need eight. */
const leastPoints = 4;

/**
 * Mann–Kendall test with tie-corrected variance and continuity correction, and Sen's slope on the
 * true time index. `too_few` below four points, `constant` when all values are equal.
 * Sources: Mann (1945) Econometrica 13:245; Kendall (1975); Gilbert (1987); Sen (1968) JASA 63:1379.
 */
export function trendMannKendall({ x }: MannKendallInput): MannKendall {
  const points = x.flatMap((value, time) => (value === null ? [] : [{ value, time }]));
  const n = points.length;
  if (!points.every(({ value }) => Number.isFinite(value)))
    return { n, ...nulls, status: 'invalid' };
  if (n < leastPoints) return { n, ...nulls, status: 'too_few' };
  let S = 0;
  const slopes: number[] = [];
  points.forEach((late, j) => {
    for (const early of points.slice(0, j)) {
      S += Math.sign(late.value - early.value);
      slopes.push((late.value - early.value) / (late.time - early.time));
    }
  });
  const ties = new Map<number, number>();
  for (const { value } of points) ties.set(value, (ties.get(value) ?? 0) + 1);
  if (ties.size === 1) return { n, ...nulls, S: 0, var_s: 0, sen_slope: 0, status: 'constant' };
  const sizes = [...ties.values()];
  const sumOver = (term: (t: number) => number) => sizes.reduce((all, t) => all + term(t), 0);
  const var_s = (n * (n - 1) * (2 * n + 5) - sumOver((t) => t * (t - 1) * (2 * t + 5))) / 18;
  const z = (S - Math.sign(S)) / Math.sqrt(var_s);
  const pairs = (n * (n - 1)) / 2;
  const untied = pairs - sumOver((t) => (t * (t - 1)) / 2);
  return {
    n,
    S,
    var_s,
    z,
    p: twoSided(z),
    tau: S / Math.sqrt(pairs * untied),
    sen_slope: quantile(Float64Array.from(slopes).sort(), 0.5),
    status: 'ok',
  };
}
