import type { Released, ReleasedRow } from '$lib/disclosure/released';
import type { ChartSpec } from './chart-spec';
import { groupsOf, onePeriod, periodsOf, rowAt, rowsBy } from './find-rows';
import { periodWords } from '$lib/schema/period-words';
import type { Picture, Series } from './picture';
import { bandedFigure } from './unsure-of';

/**
 * A dot with its interval and the band that the unknown allow: a row per group of one period if a
 * breakdown is chosen, else per sub-question, else per period.
 */
export function shares(released: Released, spec: ChartSpec): Picture {
  const questions = spec.rows ?? [];
  const rows = rowsBy(
    released,
    spec.series,
    spec.series === null ? questions.map(({ measure }) => measure) : [spec.measure],
  );
  const met = questions.filter(({ measure }) => rows.some((row) => row.measure === measure));
  const series = (label: string, row: ReleasedRow | undefined, unknown = false): Series => ({
    label,
    unknown,
    figures: [bandedFigure(released, row, spec)],
  });
  if (spec.series === null && met.length < 2 && spec.period === undefined)
    return {
      shape: 'dots',
      series: periodsOf(rows).map((period) =>
        series(periodWords(period, spec.language), rowAt(rows, period, null, '')),
      ),
      tableOnly: [],
      period: '',
    };
  const period = onePeriod(rows, spec);
  const own = rows.filter((row) => row.period === period);
  return {
    shape: 'dots',
    series:
      spec.series === null
        ? met.map(({ measure, label }) =>
            series(
              label,
              own.find((row) => row.measure === measure),
            ),
          )
        : groupsOf(own, spec).map(({ code, label, unknown }) =>
            series(label, rowAt(own, period, spec.series, code), unknown),
          ),
    tableOnly: [],
    period: periodWords(period, spec.language),
  };
}
