import { fitsPyramid } from '$lib/charts/fits-pyramid';
import type { Breakdown, Indicator } from '$lib/schema/indicator';

/** Columns that the figure is always split by. */
function ownOf({ statistic }: Indicator): readonly Breakdown[] {
  if (statistic.kind === 'composition') return [statistic.of];
  if (statistic.kind === 'funded-days' || statistic.kind === 'care-calendar') return ['programme'];
  return statistic.kind === 'completeness' ? ['table', 'column'] : [];
}

/** Breakdowns a reader may choose: not the columns that the figure is always split by. */
export function breakdownsOf(indicator: Indicator): readonly Breakdown[] {
  const own = ownOf(indicator);
  return indicator.breakdowns.filter((column) => !own.includes(column));
}

/**
 * Those of a view that the indicator can be split by, each once. A crossing with a column that the
 * figure is split by anyway asks for the others: genders by age band and gender are genders by age band.
 */
export function splitsOf(
  indicator: Indicator,
  by: readonly (readonly Breakdown[])[],
): (readonly Breakdown[])[] {
  const [own, allowed] = [ownOf(indicator), breakdownsOf(indicator)];
  const asked = by
    .map((crossed) => (crossed.length > 1 ? crossed.filter((one) => !own.includes(one)) : crossed))
    .filter((crossed) => crossed.length > 0 && crossed.every((column) => allowed.includes(column)));
  return [...new Map(asked.map((crossed) => [crossed.join(), crossed])).values()];
}

/** Kinds whose chart has rows of its own and no room for groups. */
const ownRows = new Set<Indicator['chart']>([
  'composition',
  'funded-days',
  'care-calendar',
  'profile',
  'completeness',
]);

/** Whether a chart can show the figure split by these columns. */
export const drawable = (indicator: Indicator, by: readonly Breakdown[]): boolean =>
  by.length === 0 ||
  fitsPyramid(indicator, by) ||
  (by.length === 1 && !ownRows.has(indicator.chart) && indicator.statistic.kind !== 'money-shares');
