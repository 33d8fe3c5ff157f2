import type { Breakdown, Indicator } from '$lib/schema/indicator';

/** Breakdowns a reader may choose: not the columns that the figure is always split by. */
export function breakdownsOf({ breakdowns, statistic }: Indicator): readonly Breakdown[] {
  const own: readonly Breakdown[] =
    statistic.kind === 'composition'
      ? [statistic.of]
      : statistic.kind === 'funded-days' || statistic.kind === 'care-calendar'
        ? ['programme']
        : statistic.kind === 'completeness'
          ? ['table', 'column']
          : [];
  return breakdowns.filter((column) => !own.includes(column));
}

/** Those of a view that the indicator can be split by. */
export const splitsOf = (
  indicator: Indicator,
  by: readonly (readonly Breakdown[])[],
): (readonly Breakdown[])[] =>
  by.filter((crossed) => crossed.every((column) => breakdownsOf(indicator).includes(column)));

/** Kinds whose chart has rows of its own and no room for groups. */
const ownRows = new Set<Indicator['chart']>([
  'composition',
  'funded-days',
  'care-calendar',
  'profile',
  'completeness',
]);

/** Whether a chart can show the figure split by these columns. */
export const drawable = ({ chart, statistic }: Indicator, by: readonly Breakdown[]): boolean =>
  by.length === 0 || (by.length === 1 && !ownRows.has(chart) && statistic.kind !== 'money-shares');
