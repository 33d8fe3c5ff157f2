import type { Breakdown, Indicator } from '$lib/schema/indicator';

/**
 * Whether a figure split by these columns is a pyramid: one that counts or shares children, split by age
 * band and gender, in either order; a composition of one of them is split by the other alone.
 */
export function fitsPyramid(
  { statistic, unit }: Pick<Indicator, 'statistic' | 'unit'>,
  by: readonly Breakdown[],
): boolean {
  const { kind } = statistic;
  if (unit !== 'child' || (kind !== 'count' && kind !== 'composition' && kind !== 'shares'))
    return false;
  const crossed = kind === 'composition' ? [statistic.of, ...by] : by;
  return [...crossed].sort().join() === 'age_band,gender';
}
