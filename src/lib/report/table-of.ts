import type { Released } from '$lib/disclosure/released';
import type { Indicator, Statistic } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { multipleWords } from '$lib/charts/multiple-words';
import { legendOf, notApplicable } from './cell-text';
import { countsRecords } from './counts-records';
import { layoutOf } from './layout-of';
import { periodWords } from '$lib/schema/period-words';
import { pickRows, type Picked } from './pick-rows';
import { unitWords } from './unit-words';
import type { Layout } from './report-table';

/** A table in words, ready for HTML: one header row, each row with a header of its own. */
export interface ReportTable extends Pick<Layout, 'corner' | 'columns' | 'rows'> {
  readonly caption: string;
  /** Units of the numbers in words. */
  readonly unit: string;
  readonly footnotes: readonly string[];
  /** What the signs in the table mean, a line each. */
  readonly legend: readonly string[];
}

/** Which figures a table shows. */
export interface TableChoice {
  readonly indicator: Indicator;
  readonly language: Language;
  /** Measure ids; all that have rows if left out. */
  readonly measures?: readonly string[];
  /** Words over the table; the title of the indicator if left out. */
  readonly caption?: string;
  /** Breakdown columns of the rows wanted; none = totals. */
  readonly by?: readonly string[];
}

/**
 * The released figures of one question as a table: counts as periods × groups, shares and rates with
 * their range and counts, readings of a curve and programmes a row each. Withheld is `[c]`, missing
 * `[x]`.
 */
export function tableOf(released: Released, choice: TableChoice): ReportTable {
  const { indicator, language, by = [] } = choice;
  const { statistic } = indicator;
  const picked = pickRows(released, indicator, by, {
    measures: choice.measures,
    total: withTotal.has(statistic.kind),
  });
  const layout = layoutOf(statistic.kind, picked, language, by);
  const only = picked.periods.length === 1 ? picked.periods[0] : undefined;
  const title = choice.caption ?? indicator.title[language];
  const multiple = statistic.kind === 'composition' && statistic.multiple;
  return {
    caption: only === undefined ? title : `${title}, ${periodWords(only, language)}`,
    unit: unitOf(released, picked, language),
    corner: layout.corner,
    columns: layout.columns,
    rows: layout.rows,
    footnotes: [
      ...released.notes.map((note) => note[language]),
      ...(multiple ? [multipleWords[language]] : []),
    ],
    legend: [
      ...legendOf(layout.cells, layout.shown, language),
      ...(layout.rows.some(({ cells }) => cells.some(({ text }) => text === '[z]'))
        ? [`[z] ${notApplicable(language).words}`]
        : []),
    ],
  };
}

const withTotal: ReadonlySet<Statistic['kind']> = new Set(['count', 'rate', 'funded-days']);

/** Units of the rows of some measures, in the order of the measures. */
function unitOf(released: Released, { measures }: Picked, language: Language): string {
  const met = measures.map(({ id, unit }) =>
    unit === 'children' && countsRecords(released)
      ? 'records'
      : (released.rows.find((row) => row.measure === id)?.unit ?? unit),
  );
  return [...new Set(met)]
    .map((unit) => unitWords[unit as keyof typeof unitWords][language])
    .join(', ');
}
