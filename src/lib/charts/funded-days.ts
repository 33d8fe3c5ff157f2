import type { Released } from '$lib/disclosure/released';
import type { ChartSpec } from './chart-spec';
import { groupsOf, onePeriod, rowAt, rowsBy } from './find-rows';
import { periodWords } from '$lib/schema/period-words';
import { numberWords } from './number-words';
import { figureOf, type Figure, type Picture } from './picture';
import { unsureOf } from './unsure-of';

/** One bar per programme: share of its days without money, the days printed beside it. */
export function fundedDays(released: Released, spec: ChartSpec): Picture {
  const rows = rowsBy(released, spec.series, [spec.measure]);
  const days = rowsBy(released, spec.series, [spec.daysMeasure]);
  const period = onePeriod(rows, spec);
  const figure = (code: string): Figure => {
    const row = rowAt(rows, period, spec.series, code);
    const own = figureOf(row, spec);
    const beside = rowAt(days, period, spec.series, code)?.value;
    if (!own.shown) return own;
    const words =
      beside?.is === 'value'
        ? `${numberWords(beside.value, 'days', spec.language)} · ${own.words}`
        : own.words;
    if (own.gap) return { ...own, words };
    return { ...own, words, shown: { ...own.shown, ...unsureOf(released, row) } };
  };
  return {
    shape: 'bars',
    series: groupsOf(rows, spec).map(({ code, label, unknown }) => ({
      label,
      unknown,
      figures: [figure(code)],
    })),
    tableOnly: [],
    period: periodWords(period, spec.language),
  };
}
