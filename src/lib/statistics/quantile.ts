/**
 * Quantile of sorted numbers (0 ≤ p ≤ 1), null when there are none. Type 7 is the default of R,
 * numpy and DuckDB's `quantile_cont`; type 8 is the median-unbiased one used for bootstrap limits.
 * Source: Hyndman & Fan (1996) Am Stat 50:361.
 */
export function quantile(sorted: ArrayLike<number>, p: number, type: 7 | 8 = 7): number | null {
  const n = sorted.length;
  if (n === 0) return null;
  const place = type === 7 ? (n - 1) * p : (n + 1 / 3) * p + 1 / 3 - 1;
  const at = Math.min(n - 1, Math.max(0, place));
  const below = Math.floor(at + 4 * Number.EPSILON * Math.max(1, at));
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(n - 1, below + 1)] ?? low;
  return low + Math.max(0, at - below) * (high - low);
}
