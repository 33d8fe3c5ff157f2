import type { Breakdown } from '$lib/schema/indicator';
import { formatKind } from '$lib/measure/period';
import type { View } from '$lib/measure/view';

/**
 * What a file is about beside its indicator, for its name: breakdown, cut of time, months and the
 * columns that are filtered. Codes of the schema and months alone.
 */
export const fileSubject = ({ period, where }: View, by: readonly Breakdown[]): string =>
  [
    ...by,
    period.kind === 'all' ? '' : formatKind(period),
    period.from || period.to ? `${period.from ?? 'first'}-to-${period.to ?? 'last'}` : '',
    ...Object.keys(where).map((column) => `only-${column}`),
  ]
    .filter(Boolean)
    .join('-');
