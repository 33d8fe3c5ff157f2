import type { Indicator, Measure, Statistic } from '$lib/schema/indicator';
import { indicator } from './released-of';

type Given = Pick<Measure, 'id' | 'unit' | 'reads'> &
  Partial<Measure> & { en?: string; nb?: string };

/** A definition made by hand: a statistic and what is measured, all else as ID-01. */
export function asking(
  statistic: Statistic,
  measures: readonly Given[],
  more: Partial<Indicator> = {},
): Indicator {
  return {
    ...indicator('ID-01'),
    title: { en: 'A made-up figure', nb: 'Et oppdiktet tall' },
    statistic,
    options: [],
    measures: measures.map(({ en, nb, ...measure }): Measure => ({
      label: { en: en ?? measure.id, nb: nb ?? en ?? measure.id },
      ...measure,
    })),
    ...more,
  };
}
