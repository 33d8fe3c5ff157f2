/**
 * Quantile of sorted numbers (0 ≤ p ≤ 1), null when there are none. Type 7 is the default of R,
 * numpy and DuckDB's `quantile_cont`; type 8 is the median-unbiased one used for bootstrap limits.
 * Source: Hyndman & Fan (1996) Am Stat 50:361.
 */
export const quantile = (sorted: ArrayLike<number>, p: number, type: 7 | 8 = 7): number | null =>
  between(sorted.length, p, type, (rank) => sorted[rank] ?? 0);

/** The same, type 7, of values that are counted and not listed: `[value, how often]`, rising. */
export function quantileOfCounted(
  counted: readonly (readonly [value: number, times: number])[],
  p: number,
): number | null {
  const n = counted.reduce((sum, [, times]) => sum + times, 0);
  return between(n, p, 7, (rank) => {
    let before = 0;
    return counted.find(([, times]) => rank < (before += times))?.[0] ?? 0;
  });
}

function between(
  n: number,
  p: number,
  type: 7 | 8,
  value: (rank: number) => number,
): number | null {
  if (n === 0) return null;
  const place = type === 7 ? (n - 1) * p : (n + 1 / 3) * p + 1 / 3 - 1;
  const at = Math.min(n - 1, Math.max(0, place));
  const below = Math.floor(at + 4 * Number.EPSILON * Math.max(1, at));
  const low = value(below);
  return low + Math.max(0, at - below) * (value(Math.min(n - 1, below + 1)) - low);
}
