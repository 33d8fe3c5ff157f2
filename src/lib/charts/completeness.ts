import type { Released } from '$lib/disclosure/released';
import { tables } from '$lib/schema/tables';
import type { ChartSpec } from './chart-spec';
import { columnLabel, tableLabel } from './column-label';
import { onePeriod } from './find-rows';
import { periodWords } from '$lib/schema/period-words';
import { figureOf, type Picture } from './picture';

/** A dot per column of the files, in the order of the tables and of their columns: never ranked. */
export function completeness(released: Released, spec: ChartSpec): Picture {
  const rows = released.rows.filter(
    ({ measure, by }) =>
      measure === spec.measure && 'column' in by && 'table' in by && Object.keys(by).length === 2,
  );
  const period = onePeriod(rows, spec);
  const order = new Map(
    tables
      .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
      .map((path, i) => [path, i]),
  );
  const place = ({ table = '', column = '' }: Readonly<Record<string, string>>) =>
    order.get(`${table}.${column}`) ?? order.size;
  const series = rows
    .filter((row) => row.period === period)
    .sort((a, b) => place(a.by) - place(b.by))
    .map((row) => {
      const { table = '', column = '' } = row.by;
      const label = `${tableLabel(table, spec.language)}: ${columnLabel(table, column, spec.language)}`;
      return { label, unknown: false, figures: [figureOf(row, spec)] };
    });
  return {
    shape: 'dots',
    dense: true,
    series,
    tableOnly: [],
    period: periodWords(period, spec.language),
  };
}
