import type { Engine } from '$lib/engine/engine';
import { from, physicalColumns } from '$lib/schema/physical';
import type { DatasetFacts } from '$lib/schema/dataset';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import type { Column } from '$lib/schema/table';
import { columnsOf } from '$lib/schema/tables';

/** What is remembered of one column. */
interface ColumnSummary {
  /** Cells without a value that should hold one: neither refused nor not applicable. */
  readonly lacking: number;
  /** Cells that should hold a value. */
  readonly applicable: number;
  /** Rows by code of a coded column; a row with several codes counts with each. */
  readonly codes: Readonly<Record<string, number>>;
  /** First and last calendar month (`YYYY-MM`, or `YYYY` of a column of years); null without one. */
  readonly span: { readonly first: string; readonly last: string } | null;
}

/** What is remembered of one loaded table. */
export interface TableSummary {
  readonly rows: number;
  /** Distinct child keys; null where the files have none. */
  readonly children: number | null;
  readonly files: readonly string[];
  /** By logical column that a file fed. */
  readonly columns: Readonly<Record<string, ColumnSummary>>;
}

/** What is remembered of an import: counts by table, no row. For the Working view alone. */
export interface ImportSummary {
  readonly tables: Readonly<Record<string, TableSummary>>;
  readonly period: { readonly first: string; readonly last: string } | null;
}

/** Counts what the loaded tables hold, two statements a table. */
export async function importSummary(engine: Engine, facts: DatasetFacts): Promise<ImportSummary> {
  const tables: Record<string, TableSummary> = {};
  for (const [table, { rows, columns: fed, files }] of Object.entries(facts.tables)) {
    const columns = columnsOf(table).filter((column) => fed.includes(column.name));
    const keyed = columns.some((column) => column.name === 'child_key');
    const [row] = await engine.query(
      sql`SELECT ${join([
        keyed ? sql`count(DISTINCT child_key)::DOUBLE AS children` : sql`NULL AS children`,
        ...columns.flatMap((column, i) => countsOf(column, i)),
      ])} FROM ${from(table)}`,
    );
    const codes = await codesIn(engine, table, columns);
    const summaryOf = ({ name: column }: Column, i: number): ColumnSummary => {
      const [first, last] = [row?.[`first${i}`], row?.[`last${i}`]];
      return {
        lacking: Number(row?.[`lacking${i}`] ?? 0),
        applicable: Number(row?.[`applicable${i}`] ?? 0),
        codes: codes.get(column) ?? {},
        span: typeof first === 'string' && typeof last === 'string' ? { first, last } : null,
      };
    };
    tables[table] = {
      ...{ rows, files },
      children: keyed ? Number(row?.children ?? 0) : null,
      columns: Object.fromEntries(
        columns.map((column, i) => [column.name, summaryOf(column, i)] as const),
      ),
    };
  }
  const { periodStart, periodEnd } = facts.meta;
  return {
    tables,
    period: periodStart && periodEnd ? { first: periodStart, last: periodEnd } : null,
  };
}

function countsOf(column: Column, i: number): Sql[] {
  const why = name(`${column.name}__missing`);
  const none = sql`${why} IN ('refused'::e_missing, 'not_applicable'::e_missing)`;
  const span = spanOf(column);
  return [
    sql`count(*) FILTER (${why} IS NOT NULL AND NOT ${none})::DOUBLE AS ${name(`lacking${i}`)}`,
    sql`count(*) FILTER (${why} IS NULL OR NOT ${none})::DOUBLE AS ${name(`applicable${i}`)}`,
    ...(span
      ? [sql`min(${span}) AS ${name(`first${i}`)}`, sql`max(${span}) AS ${name(`last${i}`)}`]
      : []),
  ];
}

/** The calendar month of a cell as text; null for columns that hold none. Offsets have no month. */
function spanOf({ name: column, type }: Column): Sql | null {
  switch (type) {
    case 'date':
    case 'yearmonth':
      return sql`strftime(${name(column)}, '%Y-%m')`;
    case 'year':
      return sql`${name(column)}::VARCHAR`;
    case 'event-h':
    case 'event-d':
      return sql`CASE WHEN ${name(`${column}__clock`)} IN ('datetime', 'date', 'month')
        THEN strftime(make_timestamp((${name(`${column}_h`)} * 3600000000)::BIGINT), '%Y-%m') END`;
    default:
      return null;
  }
}

async function codesIn(
  engine: Engine,
  table: string,
  columns: readonly Column[],
): Promise<Map<string, Record<string, number>>> {
  const found = new Map<string, Record<string, number>>();
  const physical = physicalColumns(table).map((one) => one.name);
  const coded = columns.filter(
    (column) => column.codes.length > 0 && physical.includes(column.name),
  );
  if (!coded.length) return found;
  const parts = coded.map((column) => {
    const value =
      column.type === 'list'
        ? sql`unnest(list_distinct(${name(column.name)}))`
        : sql`${name(column.name)}::VARCHAR`;
    return sql`SELECT ${column.name} AS coded, code, count(*)::DOUBLE AS rows
      FROM (SELECT ${value} AS code FROM ${from(table)}) WHERE code IS NOT NULL GROUP BY code`;
  });
  for (const { coded: column, code, rows } of await engine.query(join(parts, sql` UNION ALL `))) {
    const codes = found.get(String(column)) ?? {};
    codes[String(code)] = Number(rows);
    found.set(String(column), codes);
  }
  return found;
}
