import type { View } from '$lib/measure/view';
import type { Indicator } from '$lib/schema/indicator';
import { viewFor } from '../../view.svelte';
import { splitsOf } from './splits';

/** The view that the page of a definition asks its figure for: split by what it is always and what it can be. */
export const askedView = (indicator: Indicator, view: View): View => ({
  ...viewFor(indicator, view),
  by: [
    ...(['funded-days', 'care-calendar'].includes(indicator.statistic.kind)
      ? [['programme'] as const]
      : []),
    ...splitsOf(indicator, view.by),
  ],
});
