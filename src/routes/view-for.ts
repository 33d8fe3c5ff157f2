import type { View } from '$lib/measure/view';
import type { Indicator } from '$lib/schema/indicator';

/** Whether a figure is cut by year if nothing else is asked: counts, and rates of whole years. */
export const byYear = ({ chart, statistic }: Indicator): boolean =>
  chart === 'counts-over-time' || statistic.kind === 'rate';

/**
 * The view as a page of this definition reads it: counts are cut by year unless the view cuts them
 * otherwise, because a sum over years says little, and rates, because they are of whole years.
 */
export function viewFor(indicator: Indicator, view: View): View {
  const { kind, from, to } = view.period;
  const open = kind === 'all' && !from && !to;
  return open && byYear(indicator) ? { ...view, period: { kind: 'year' } } : view;
}
