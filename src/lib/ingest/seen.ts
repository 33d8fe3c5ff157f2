import type { Engine } from '$lib/engine/engine';
import { columnCounts } from '$lib/schema/column-counts';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Column, Field } from '$lib/schema/table';
import { tables } from '$lib/schema/tables';
import { dateForms } from './date-forms';
import { isDate } from './date-order';
import type { ColumnMapping, ImportReport } from './import-report';
import type { DayMonth } from './value-formats';

/** What one column of a file was like: no cell, no count of rows. */
interface SeenColumn {
  /** Per cent of the cells that should hold a value and have none that is known; whole in a saved recipe. */
  readonly unknown?: number;
  /** Codes of the schema that some row had, in alphabetical order. */
  readonly codes?: readonly string[];
  /** Forms in which dates were written: `YYYY-MM-DD`. */
  readonly dates?: readonly string[];
}

/** What a file was like when its recipe was made, by `table.field` of the schema. */
export interface FileSeen {
  readonly columns: Readonly<Record<string, SeenColumn>>;
}

/** The forms of dates of a file, from a sample of its cells by position. */
export function seenDates(
  mapping: readonly ColumnMapping[],
  cells: readonly (readonly string[])[],
  orders: Readonly<Record<string, DayMonth>>,
): FileSeen {
  const columns: Record<string, SeenColumn> = {};
  for (const [slot, { source, target }] of mapping.entries()) {
    const found = target === null ? null : fieldOf(target);
    if (!found || !target || !isDate({ column: found.column, part: found.field.part ?? null }))
      continue;
    const dates = dateForms(cells[slot] ?? [], orders[source]);
    if (dates.length) columns[target] = { dates };
  }
  return { columns };
}

/**
 * Adds shares of unknown and codes met, counted in the loaded tables file by file. `seen` holds the
 * forms of dates by report.
 */
export async function countSeen(
  engine: Engine,
  facts: DatasetFacts,
  reports: readonly Pick<ImportReport, 'file' | 'mapping'>[],
  seen: readonly (FileSeen | undefined)[],
): Promise<readonly FileSeen[]> {
  const taken = new Map<string, number>();
  const counted: FileSeen[] = [];
  for (const [i, { file, mapping }] of reports.entries()) {
    const columns: Record<string, SeenColumn> = { ...seen[i]?.columns };
    const targets = mapping.flatMap(({ target }) => target ?? []);
    for (const table of new Set(targets.map((target) => target.split('.')[0] ?? ''))) {
      const before = taken.get(`${table}/${file}`) ?? 0;
      const fileNo = nthOf(facts.tables[table]?.files ?? [], file, before);
      if (fileNo < 0) continue;
      taken.set(`${table}/${file}`, before + 1);
      const mine = targets.flatMap((target) => {
        const found = target.startsWith(`${table}.`) ? fieldOf(target) : null;
        return found ? [{ target, column: found.column }] : [];
      });
      const counts = await columnCounts(
        (statement) => engine.query(statement),
        table,
        [...new Set(mine.map(({ column }) => column))],
        fileNo,
      );
      for (const { target, column } of mine) {
        const { lacking, applicable, codes } = counts[column.name] ?? { lacking: 0, applicable: 0 };
        columns[target] = {
          ...(applicable ? { unknown: (100 * lacking) / applicable } : {}),
          ...(column.codes.length ? { codes: Object.keys(codes ?? {}).sort() } : {}),
          ...columns[target],
        };
      }
    }
    counted.push({ columns });
  }
  return counted;
}

/** What is saved of one file: shares in whole per cent. */
export const savedSeen = ({ columns }: FileSeen): FileSeen => ({
  columns: Object.fromEntries(
    Object.entries(columns).map(([target, { unknown, ...rest }]) => [
      target,
      { ...(unknown === undefined ? {} : { unknown: Math.round(unknown) }), ...rest },
    ]),
  ),
});

/** True for what `savedSeen` writes, however it was changed by hand. */
export function isSeen(value: unknown): value is FileSeen {
  const isRecord = (one: unknown): one is Record<string, unknown> =>
    typeof one === 'object' && one !== null && !Array.isArray(one);
  const words = (one: unknown) =>
    one === undefined || (Array.isArray(one) && one.every((word) => typeof word === 'string'));
  return (
    isRecord(value) &&
    isRecord(value.columns) &&
    Object.values(value.columns).every(
      (one) =>
        isRecord(one) &&
        (one.unknown === undefined || Number.isFinite(one.unknown)) &&
        words(one.codes) &&
        words(one.dates),
    )
  );
}

function fieldOf(target: string): { column: Column; field: Field } | null {
  const [table, own] = target.split('.');
  for (const column of tables.find(({ name }) => name === table)?.columns ?? []) {
    const field = column.fields.find(({ name }) => name === own);
    if (field) return { column, field };
  }
  return null;
}

/** Position of a name that stands in a list for the `nth` time, from 0; -1 where it does not. */
function nthOf(names: readonly string[], name: string, nth: number): number {
  let left = nth;
  return names.findIndex((one) => one === name && left-- === 0);
}
