import type { Engine } from '$lib/engine/engine';
import type { DatasetFacts } from '$lib/schema/dataset';
import { tableOf } from '$lib/schema/tables';
import type { ImportSummary, TableSummary } from './import-summary';
import { keyOfTable, keyPrints, keysSince, type KeyCounts } from './key-prints';

/** A code that rows had in one of two imports only. */
export interface CodeChange {
  readonly column: string;
  readonly code: string;
  readonly rows: number;
}

/** Something of a column in both imports. */
interface ColumnChange<Value> {
  readonly column: string;
  readonly before: Value;
  readonly now: Value;
}

/** What became of one table from one import to the next; null where an import has no such table. */
export interface TableChange {
  readonly table: string;
  readonly before: Pick<TableSummary, 'rows' | 'children'> | null;
  readonly now: Pick<TableSummary, 'rows' | 'children'> | null;
  readonly columnsCame: readonly string[];
  readonly columnsWent: readonly string[];
  readonly codesCame: readonly CodeChange[];
  readonly codesWent: readonly CodeChange[];
  /** Columns whose share (0–1) of cells without a value moved by more than 10 percentage points. */
  readonly unknown: readonly ColumnChange<number>[];
  /** Columns whose first or last month moved; null where there is no date. */
  readonly spans: readonly ColumnChange<{ readonly first: string; readonly last: string } | null>[];
  /** Null where the table is in one import only or its key is not in both. */
  readonly keys: KeyCounts | null;
}

/** What changed from one import to the next. Holds small exact numbers: for the Working view alone. */
export interface ImportChanges {
  readonly period: {
    readonly before: ImportSummary['period'];
    readonly now: ImportSummary['period'];
  };
  /** In the order of the schema's tables as loaded: those of now, then those that went. */
  readonly tables: readonly TableChange[];
}

/** What is loaded in one engine. */
interface Side {
  readonly engine: Engine;
  readonly facts: DatasetFacts;
  readonly summary: ImportSummary;
}

/** Holds two imports against each other, each in its own engine; changes neither. */
export async function importChanges(before: Side, now: Side): Promise<ImportChanges> {
  const names = new Set([
    ...Object.keys(now.summary.tables),
    ...Object.keys(before.summary.tables),
  ]);
  const tables: TableChange[] = [];
  for (const table of names) {
    const [old, fresh] = [before.summary.tables[table], now.summary.tables[table]];
    const keys = old && fresh ? await keysOf(table, before, now) : null;
    tables.push(tableChange(table, old ?? null, fresh ?? null, keys));
  }
  return { period: { before: before.summary.period, now: now.summary.period }, tables };
}

/** The prints of the import before live for one statement of the new engine and are then forgotten. */
async function keysOf(table: string, before: Side, now: Side): Promise<KeyCounts | null> {
  const [old, fresh] = [before, now].map(({ facts }) => facts.tables[table]?.columns ?? []);
  const columns = (old ?? []).filter((column) => fresh?.includes(column));
  if (!keyOfTable(table, columns)) return null;
  return keysSince(now.engine, table, columns, await keyPrints(before.engine, table, columns));
}

/** The difference of two summaries of one table. */
export function tableChange(
  table: string,
  before: TableSummary | null,
  now: TableSummary | null,
  keys: KeyCounts | null,
): TableChange {
  const [old, fresh] = [before?.columns ?? {}, now?.columns ?? {}];
  const missingIn = (one: object, columns: object) =>
    Object.keys(columns).filter((column) => !(column in one));
  const order = tableOf(table).columns.map(({ name }) => name);
  const both = order.flatMap((column) => {
    const [was, is] = [old[column], fresh[column]];
    return was && is ? [{ column, was, is }] : [];
  });
  const sizes = (one: TableSummary | null) => one && { rows: one.rows, children: one.children };
  const codes = (from: 'was' | 'is', to: 'was' | 'is') =>
    both.flatMap(({ column, ...sides }) =>
      Object.entries(sides[to].codes)
        .filter(([code]) => !(code in sides[from].codes))
        .map(([code, rows]): CodeChange => ({ column, code, rows }))
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
    );
  return {
    table,
    before: sizes(before),
    now: sizes(now),
    columnsCame: before && now ? missingIn(old, fresh) : [],
    columnsWent: before && now ? missingIn(fresh, old) : [],
    codesCame: codes('was', 'is'),
    codesWent: codes('is', 'was'),
    unknown: both
      .filter(({ was, is }) => {
        const moved = was.lacking * is.applicable - is.lacking * was.applicable;
        // In whole numbers: more than a tenth.
        return Math.abs(moved) * 10 > was.applicable * is.applicable;
      })
      .map(({ column, was, is }) => ({
        column,
        before: was.lacking / was.applicable,
        now: is.lacking / is.applicable,
      })),
    spans: both
      .filter(
        ({ was, is }) => was.span?.first !== is.span?.first || was.span?.last !== is.span?.last,
      )
      .map(({ column, was, is }) => ({ column, before: was.span, now: is.span })),
    keys,
  };
}
