import type { Released } from '$lib/disclosure/released';
import type { ChartSpec } from './chart-spec';
import { groupsOf, onePeriod, periodsOf, rowAt, rowsBy } from './find-rows';
import { periodWords } from '$lib/schema/period-words';
import { figureOf, type Picture } from './picture';

/** A dot with its interval per group of one period or, for the total, per period. */
export function rates(released: Released, spec: ChartSpec): Picture {
  const rows = rowsBy(released, spec.series, [spec.measure]);
  if (spec.series === null) {
    const periods = periodsOf(rows);
    const series = periods.map((period) => ({
      label: periodWords(period, spec.language),
      unknown: false,
      figures: [figureOf(rowAt(rows, period, null, ''), spec)],
    }));
    return { shape: 'dots', series, tableOnly: [], period: '' };
  }
  const period = onePeriod(rows, spec);
  return {
    shape: 'dots',
    series: groupsOf(rows, spec).map(({ code, label, unknown }) => ({
      label,
      unknown,
      figures: [figureOf(rowAt(rows, period, spec.series, code), spec)],
    })),
    tableOnly: [],
    period: periodWords(period, spec.language),
  };
}
