import type { Released } from '$lib/disclosure/released';
import type { Indicator } from '$lib/schema/indicator';
import type { Language, Text } from '$lib/schema/text';
import { legendOf, notApplicable } from './cell-text';
import { countsRecords } from './counts-records';
import { detailTable } from './detail-table';
import { gridTable } from './grid-table';
import { periodWords } from './period-words';
import { pickRows, type Picked } from './pick-rows';
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
  /** Breakdown columns of the rows wanted; none = totals. */
  readonly by?: readonly string[];
}

const units: Readonly<Record<string, Text>> = {
  children: { en: 'Children', nb: 'Barn' },
  records: { en: 'Records', nb: 'Saker' },
  share: { en: 'Per cent', nb: 'Prosent' },
  hours: { en: 'Hours or days', nb: 'Timer eller dager' },
  days: { en: 'Days', nb: 'Dager' },
  gaps: { en: 'Gaps', nb: 'Opphold' },
  'per 100 child-months': { en: 'Per 100 child-months', nb: 'Per 100 barnemåneder' },
};

/**
 * The released figures as a table: counts as periods × groups, shares and rates with their range and
 * counts, readings of a curve and programmes a row each. Withheld is `[c]`, missing `[x]`.
 */
export function tableOf(released: Released, choice: TableChoice): ReportTable {
  const { indicator, language, by = [] } = choice;
  const picked = pickRows(released, indicator, by, {
    measures: choice.measures,
    total: ['count', 'funded-days'].includes(indicator.statistic.kind),
  });
  const layout = layoutOf(picked, choice);
  const only = picked.periods.length === 1 ? picked.periods[0] : undefined;
  const title = indicator.title[language];
  return {
    caption: only === undefined ? title : `${title}, ${periodWords(only, language)}`,
    unit: unitOf(released, picked, language),
    corner: layout.corner,
    columns: layout.columns,
    rows: layout.rows,
    footnotes: released.notes.map((note) => note[language]),
    legend: [
      ...legendOf(layout.cells, layout.shown, language),
      ...(layout.rows.some(({ cells }) => cells.some(({ text }) => text === '[z]'))
        ? [`[z] ${notApplicable(language).words}`]
        : []),
    ],
  };
}

function layoutOf(picked: Picked, { indicator, language, by = [] }: TableChoice): Layout {
  const { kind } = indicator.statistic;
  if (kind === 'count')
    return gridTable(picked, language, ['period'], by.length > 0 ? ['group'] : ['measure']);
  if (kind === 'funded-days') return gridTable(picked, language, ['period', 'group'], ['measure']);
  const several = by.length > 0 || picked.periods.length > 1;
  if (kind === 'time' && several)
    return by.length > 0
      ? gridTable(picked, language, ['period', 'measure'], ['group'])
      : gridTable(picked, language, ['measure'], ['period']);
  return detailTable(picked, language);
}

function unitOf(released: Released, { measures }: Picked, language: Language): string {
  const met = [...new Set(measures.map(({ unit }) => unit))].map((unit) =>
    unit === 'children' && countsRecords(released) ? 'records' : unit,
  );
  return met.map((unit) => units[unit]?.[language] ?? unit).join(', ');
}
