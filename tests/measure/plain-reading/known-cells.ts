import { coreColumns } from '$lib/indicators/core-columns';
import type { Cells, Files } from './cells';
import { columns } from './columns-of';
import { conditions, notJudged } from './conditions';
import { gatedShare, groupBy, type PlainRow } from './figure-row';
import type { Months } from './populations';

const labels = ['not_recorded', 'unknown', 'not_asked', 'unreadable', 'refused', 'not_applicable'];

/** Months by which a row that is not about a child is put in a period; the extract has none. */
const monthOf = (table: string, row: Cells): string | null =>
  table === 'meta' ? null : ((row.month ?? row.assessed ?? row.period_start ?? row.start_date)?.slice(0, 7) ?? null); // prettier-ignore

/** What became of one cell, and where and when it stands. */
interface Cell {
  readonly ofChild: boolean;
  readonly month: string | null;
  readonly by: Readonly<Record<string, string>>;
  readonly state: string;
}

/** DQ-01: cells with a known value among those that should hold one. */
export function knownCells(
  files: Files,
  months: Months,
  split: string,
  which: 'core' | 'all',
): PlainRow[] {
  const cells = cellsOf(files).filter(
    ({ by, ofChild, month }) =>
      (which === 'all' || coreColumns.includes(`${by.table}.${by.column}`)) &&
      ((months.id === 'all' && !ofChild) ||
        (month !== null && month >= months.first && month <= months.last)),
  );
  const levels = split ? [split.split('*')] : [[], ['table'], ['table', 'column']];
  return levels.flatMap((level) =>
    groupBy(
      cells.filter(({ by }) => level.every((column) => by[column] !== undefined)),
      ({ by }) => Object.fromEntries(level.map((column) => [column, by[column] ?? ''])),
    ).flatMap(({ by, units }) => rowsOf({ period: months.id, by }, units)),
  );
}

const read = new WeakMap<Files, readonly Cell[]>();

/** Every cell of the files that should hold a value; read once. */
function cellsOf(files: Files): readonly Cell[] {
  const cells = read.get(files) ?? readCells(files);
  read.set(files, cells);
  return cells;
}

function readCells(files: Files): Cell[] {
  const ofCase = new Map((files.cases ?? []).map((row) => [row.case_key, row]));
  return Object.entries(files).flatMap(([table, rows]) => {
    const headings = new Set(rows.flatMap((row) => Object.keys(row)));
    const own = columns.filter((column) => column.table === table);
    const loaded = own.filter(({ isIn }) => isIn(headings));
    const ofChild = own.some(({ name }) => name === 'case_key');
    const named = ofChild || own.some(({ name }) => name === 'org_key');
    const judged = loaded.filter(({ name }) => {
      const told = conditions[`${table}.${name}`]?.told;
      return (
        !notJudged.includes(`${table}.${name}`) &&
        (!told || loaded.some((column) => told.includes(column.name)))
      );
    });
    return rows.flatMap((row) => {
      const file = ofChild ? ofCase.get(row.case_key) : row;
      const month = ofChild ? (file?.index_month ?? null) : monthOf(table, row);
      const place = { table, ...(named ? { organisation: file?.org_key || 'unknown' } : {}) };
      const states = new Map(loaded.map(({ name, stateOf }) => [name, stateOf(row)]));
      return judged.flatMap(({ name }): Cell[] => {
        const state = states.get(name) ?? '';
        const condition = conditions[`${table}.${name}`];
        // What is written happened, whatever another column says.
        const applies =
          !condition ||
          state === 'known' ||
          condition.holds(row, (column) => states.get(column) === 'known');
        return applies ? [{ by: { ...place, column: name }, ofChild, month, state }] : [];
      });
    });
  });
}

/** The share known and why the others are not, of the cells that should hold a value. */
function rowsOf(place: Pick<PlainRow, 'period' | 'by'>, cells: readonly Cell[]): PlainRow[] {
  const count = (label: string) => cells.filter(({ state }) => state === label).length;
  const numerator = count('known');
  const denominator = cells.length - count('refused') - count('not_applicable');
  return [
    { ...place, measure: 'share', numerator, denominator, ...gatedShare(numerator, denominator) },
    ...labels.map((label) => ({
      ...{ ...place, measure: `${label}_count`, value: count(label), status: 'ok' },
    })),
  ];
}
