import type { Language, Text } from '$lib/schema/text';
import type { ReleasedRow } from '$lib/disclosure/released';
import { notApplicable } from './cell-text';
import { reportCell } from './grid-table';
import { columnWords, groupWords } from './group-words';
import { periodWords } from '$lib/schema/period-words';
import type { Picked } from './pick-rows';
import type { Layout, ReportCell } from './report-table';

const rowsWords: Text = { en: 'rows', nb: 'rader' };
const columnsWords: Text = { en: 'columns', nb: 'kolonner' };

/** What follows what: the code recorded first down the side, the later one along the top, with totals. */
export function pairTable({ groups, measures, periods, at }: Picked, language: Language): Layout {
  const [first = '', later = ''] = Object.keys(
    groups.find((group) => Object.keys(group).length === 2) ?? {},
  );
  const alone = (column: string) => [
    ...groups.filter((group) => Object.keys(group).join() === column),
    {},
  ];
  const shown: ReleasedRow[] = [];
  const rows = periods.flatMap((period) =>
    alone(first).map((row) => ({
      header: [
        ...(periods.length > 1 ? [periodWords(period, language)] : []),
        groupWords(row, language),
      ].join(', '),
      cells: alone(later).map((column): ReportCell => {
        const found = at(measures[0]?.id ?? '', period, { ...row, ...column });
        if (!found) return notApplicable(language);
        shown.push(found);
        return reportCell(found, language);
      }),
    })),
  );
  const side = (column: string, words: Text) =>
    `${columnWords(column, language)} (${words[language]})`;
  return {
    corner: first
      ? `${side(first, rowsWords)}, ${columnWords(later, language).toLowerCase()} (${columnsWords[language]})`
      : '',
    columns: alone(later).map((group) => groupWords(group, language)),
    rows,
    shown,
    cells: shown.map(({ value }) => value),
  };
}
