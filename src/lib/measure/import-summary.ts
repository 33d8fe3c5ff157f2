import type { Engine } from '$lib/engine/engine';
import { columnCounts, type ColumnCounts } from '$lib/schema/column-counts';
import type { DatasetFacts } from '$lib/schema/dataset';
import { from } from '$lib/schema/physical';
import { sql } from '$lib/schema/sql';
import { columnsOf } from '$lib/schema/tables';

/** What is remembered of one loaded table. */
export interface TableSummary {
  readonly rows: number;
  /** Distinct child keys; null where the files have none. */
  readonly children: number | null;
  readonly files: readonly string[];
  /** By logical column that a file fed. */
  readonly columns: Readonly<Record<string, ColumnCounts>>;
}

/** What is remembered of an import: counts by table, no row. For the Working view alone. */
export interface ImportSummary {
  readonly tables: Readonly<Record<string, TableSummary>>;
  readonly period: { readonly first: string; readonly last: string } | null;
}

/** Counts what the loaded tables hold, three statements a table. */
export async function importSummary(engine: Engine, facts: DatasetFacts): Promise<ImportSummary> {
  const tables: Record<string, TableSummary> = {};
  for (const [table, { rows, columns: fed, files }] of Object.entries(facts.tables)) {
    const columns = columnsOf(table).filter((column) => fed.includes(column.name));
    const keyed = columns.some((column) => column.name === 'child_key');
    const [row] = keyed
      ? await engine.query(
          sql`SELECT count(DISTINCT child_key)::DOUBLE AS children FROM ${from(table)}`,
        )
      : [];
    tables[table] = {
      ...{ rows, files },
      children: keyed ? Number(row?.children ?? 0) : null,
      columns: await columnCounts((statement) => engine.query(statement), table, columns),
    };
  }
  const { periodStart, periodEnd } = facts.meta;
  return {
    tables,
    period: periodStart && periodEnd ? { first: periodStart, last: periodEnd } : null,
  };
}
