import type { Indicator } from '$lib/schema/indicator';

const words = {
  cohort: 'cohort: children first detected in the period, followed to the end of the data',
  flow: 'flow: what happened in the period',
  stock: 'stock: the situation on one day',
} as const;

/** The kind of period of a figure, in words. */
export const periodKind = ({ period }: Indicator): string => words[period];
