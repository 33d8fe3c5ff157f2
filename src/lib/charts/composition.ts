import type { Released } from '$lib/disclosure/released';
import type { ChartSpec } from './chart-spec';
import { groupsOf, onePeriod, rowAt, rowsBy } from './find-rows';
import { periodWords } from '$lib/schema/period-words';
import type { Picture } from './picture';
import { bandedFigure } from './unsure-of';

/**
 * One bar per group, shares of the known, hatched what the unknown could change; the unknown follow
 * on the same scale as shares of all.
 */
export function composition(released: Released, spec: ChartSpec): Picture {
  const rows = rowsBy(released, spec.series, [spec.measure, spec.unknownMeasure]);
  const period = onePeriod(rows, spec);
  const own = rows.filter((row) => row.period === period);
  return {
    shape: 'bars',
    series: groupsOf(own, spec).map(({ code, label, unknown }) => ({
      label,
      unknown,
      figures: [bandedFigure(released, rowAt(own, period, spec.series, code), spec)],
    })),
    tableOnly: [],
    period: periodWords(period, spec.language),
  };
}
