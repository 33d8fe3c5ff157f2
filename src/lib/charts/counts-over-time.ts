import type { Released } from '$lib/disclosure/released';
import type { ChartSpec } from './chart-spec';
import { fourSeries } from './four-series';
import { groupsOf, periodsOf, rowAt, rowsBy } from './find-rows';
import { periodWords } from '$lib/schema/period-words';
import { axisName } from './number-words';
import { figureOf, type Picture } from './picture';

/** Lines of counts over periods, one per group; horizontal bars where there is one period only. */
export function countsOverTime(released: Released, spec: ChartSpec): Picture {
  const rows = rowsBy(released, spec.series, [spec.measure]);
  const periods = periodsOf(rows);
  const lines = periods.length > 1;
  const series = groupsOf(rows, spec).map(({ code, label, unknown }) => ({
    label,
    unknown,
    figures: periods.map((period, at) =>
      figureOf(
        rowAt(rows, period, spec.series, code),
        spec,
        at,
        lines ? axisName(period, spec.language) : '',
        lines ? periodWords(period, spec.language) : '',
      ),
    ),
  }));
  if (!lines)
    return {
      shape: 'bars',
      series,
      tableOnly: [],
      period: periodWords(periods[0] ?? '', spec.language),
    };
  return { shape: 'lines', period: '', ...fourSeries(series) };
}
