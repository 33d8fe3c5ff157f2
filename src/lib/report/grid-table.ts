import type { Language, Text } from '$lib/schema/text';
import type { Cell, ReleasedRow } from '$lib/disclosure/released';
import { cellText, cellWords, markText, notApplicable } from './cell-text';
import { columnWords, groupWords } from './group-words';
import { formatRange } from './number-format';
import { periodWords } from '$lib/schema/period-words';
import type { Picked } from './pick-rows';
import type { Layout, ReportCell } from './report-table';

/** What runs down the side or along the top of a grid. */
export type Axis = 'period' | 'group' | 'measure';

interface Place {
  readonly period?: string;
  readonly measure?: string;
  readonly group?: Readonly<Record<string, string>>;
  readonly words: readonly string[];
}

const axisNames: Readonly<Record<Axis, Text>> = {
  period: { en: 'Period', nb: 'Periode' },
  group: { en: 'Group', nb: 'Gruppe' },
  measure: { en: 'Measure', nb: 'Mål' },
};

/** Values only, `down` × `along`; an axis with a single entry is left out of the row headers. */
export function gridTable(
  picked: Picked,
  language: Language,
  down: readonly Axis[],
  along: readonly Axis[],
): Layout {
  const rows = places(picked, language, down);
  const columns = places(picked, language, along);
  const used = axesUsed(picked, down);
  const shown: ReleasedRow[] = [];
  const body = rows.map((row) => ({
    header: row.words.join(', '),
    cells: columns.map((column): ReportCell => {
      const { period, measure, group } = { ...row, ...column };
      const found = picked.at(
        measure ?? picked.measures[0]?.id ?? '',
        period ?? picked.periods[0] ?? '',
        group ?? picked.groups[0] ?? {},
      );
      if (!found) return notApplicable(language);
      shown.push(found);
      const bound = (which: string) =>
        picked.at(`${found.measure}_${which}`, found.period, found.by)?.value;
      return reportCell(found, language, [bound('fewest'), bound('most')]);
    }),
  }));
  return {
    corner: used.map((axis) => axisWords(axis, picked, language)).join(', '),
    columns: columns.map(({ words }) => words.join(', ')),
    rows: body,
    shown,
    cells: shown.map(({ value }) => value),
  };
}

/** The value of a figure with the fewest and the most that it may be, and its marks. */
export const reportCell = (
  row: ReleasedRow,
  language: Language,
  [fewest, most]: readonly (Cell | undefined)[] = [],
): ReportCell => {
  const range =
    fewest?.is === 'value' && most?.is === 'value'
      ? `(${formatRange(fewest.value, most.value, row.unit, language)})`
      : '';
  return {
    is: row.value.is,
    text: [cellText(row.value, row.unit, language), range, markText(row)].filter(Boolean).join(' '),
    words: cellWords(row.value, language),
  };
};

/** Name of an axis; groups are named after their breakdowns. */
export function axisWords(axis: Axis, picked: Picked, language: Language): string {
  const columns = axis === 'group' ? Object.keys(picked.groups[0] ?? {}) : [];
  return columns.length > 0
    ? columns.map((column) => columnWords(column, language)).join(', ')
    : axisNames[axis][language];
}

/** Axes that tell rows apart; the last one if none does. */
export function axesUsed(picked: Picked, axes: readonly Axis[]): readonly Axis[] {
  const size = { period: picked.periods, group: picked.groups, measure: picked.measures };
  const used = axes.filter((axis) => size[axis].length > 1);
  return used.length > 0 ? used : axes.slice(-1);
}

/** Every combination of the axes, with the words of those `named` that tell rows apart. */
export function places(
  picked: Picked,
  language: Language,
  axes: readonly Axis[],
  named = axes,
): Place[] {
  const used = axesUsed(picked, named);
  return axes.reduce<Place[]>(
    (all, axis) =>
      all.flatMap((place) =>
        entries(picked, axis, language).map(([entry, words]) => ({
          ...place,
          ...entry,
          words: used.includes(axis) ? [...place.words, words] : place.words,
        })),
      ),
    [{ words: [] }],
  );
}

function entries(
  picked: Picked,
  axis: Axis,
  language: Language,
): [Partial<Omit<Place, 'words'>>, string][] {
  if (axis === 'period')
    return picked.periods.map((period) => [{ period }, periodWords(period, language)]);
  if (axis === 'group')
    return picked.groups.map((group) => [{ group }, groupWords(group, language)]);
  return picked.measures.map((measure) => [{ measure: measure.id }, measure.label[language]]);
}
