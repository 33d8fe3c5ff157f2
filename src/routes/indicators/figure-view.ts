import { touchingFilters } from '$lib/measure/touching-filters';
import type { View } from '$lib/measure/view';
import type { Breakdown, Indicator } from '$lib/schema/indicator';
import { viewFor } from '../view-for';

/** The view of a tile: as the page of the figure reads it, without a breakdown or comparison, or filters that cannot touch it. */
export const tileView = (indicator: Indicator, view: View): View => ({
  ...touchingFilters(indicator, viewFor(indicator, view)),
  by: [],
  compare: undefined,
});

/** One period, cut by each of the columns apart: filters, first and last month stay. */
export const wholeView = (view: View, by: readonly (readonly Breakdown[])[]): View => ({
  ...view,
  period: { ...view.period, kind: 'all' },
  by,
  compare: undefined,
});
