import type { Indicator } from '$lib/schema/indicator';
import type { View } from './view';

/**
 * The view without filters that cannot touch the figure: filters are of children, and money and
 * checklists of programmes have none. Two such views that are the same have the same figure. Release
 * view keeps its filters, because it refuses some of them.
 */
export const touchingFilters = ({ population }: Pick<Indicator, 'population'>, view: View): View =>
  population === 'programmes' && view.mode === 'working' ? { ...view, where: {} } : view;
