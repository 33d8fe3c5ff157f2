import type { Released } from '$lib/disclosure/released';
import type { ChartLine, ChartSpec } from './chart-spec';
import { fourSeries } from './four-series';
import { groupsOf, onePeriod, periodsOf, rowAt, rowsBy } from './find-rows';
import { periodWords } from '$lib/schema/period-words';
import { horizonSaid, horizonWords } from './number-words';
import { figureOf, type Figure, type Picture } from './picture';
import { unsureOf } from './unsure-of';

/**
 * Curves through readings at fixed times: one per group if a breakdown is chosen, else one per
 * sub-question, else one per period (the last four).
 */
export function cumulativeIncidence(released: Released, spec: ChartSpec): Picture {
  const first = spec.lines[0] ?? { label: '', readings: [] };
  const rows = rowsBy(
    released,
    spec.series,
    spec.lines.flatMap(({ readings }) => readings.map(({ measure }) => measure)),
  );
  const period = onePeriod(rows, spec);
  const read = (line: ChartLine, at: string, code: string): Figure[] =>
    line.readings.map(({ measure, atHours }) => {
      const own = rows.filter((row) => row.measure === measure);
      const row = rowAt(own, at, spec.series, code);
      const figure = figureOf(
        row,
        spec,
        atHours,
        horizonWords(atHours, spec.language),
        horizonSaid(atHours, spec.language),
      );
      if (!figure.shown || figure.gap) return figure;
      return { ...figure, shown: { ...figure.shown, ...unsureOf(released, row) } };
    });
  if (spec.series !== null)
    return {
      shape: 'curve',
      period: periodWords(period, spec.language),
      ...fourSeries(
        groupsOf(rows, spec).map(({ code, label, unknown }) => ({
          label,
          unknown,
          figures: read(first, period, code),
        })),
      ),
    };
  const periods = periodsOf(rows);
  if (spec.lines.length === 1 && periods.length > 1 && spec.period === undefined) {
    const all = periods.map((one) => ({
      label: periodWords(one, spec.language),
      unknown: false,
      figures: read(first, one, ''),
    }));
    const earlier = all.slice(0, -4).map(({ label }) => label);
    const { series, tableOnly } = fourSeries(all.slice(-4));
    return { shape: 'curve', period: '', series, tableOnly: [...earlier, ...tableOnly] };
  }
  return {
    shape: 'curve',
    period: periodWords(period, spec.language),
    ...fourSeries(
      spec.lines.map((line) => ({
        label: line.label,
        unknown: false,
        figures: read(line, period, ''),
      })),
    ),
  };
}
