import { from, physicalColumns } from './physical';
import { join, name, sql, type Sql, type SqlValue } from './sql';
import type { Column } from './table';

/** Rows of a statement, as an engine gives them. */
type Ask = (statement: Sql) => Promise<readonly Readonly<Record<string, SqlValue>>[]>;

/** What the rows of a loaded table say of one logical column. */
export interface ColumnCounts {
  /** Cells without a value that should hold one: neither refused nor not applicable. */
  readonly lacking: number;
  /** Cells that should hold a value. */
  readonly applicable: number;
  /** Rows by code of a coded column; a row with several codes counts with each. */
  readonly codes: Readonly<Record<string, number>>;
  /** First and last calendar month (`YYYY-MM`, or `YYYY` of a column of years); null without one. */
  readonly span: { readonly first: string; readonly last: string } | null;
}

/** Counts by column of a table, or of one of its files alone (`fileNo`); two statements. */
export async function columnCounts(
  ask: Ask,
  table: string,
  columns: readonly Column[],
  fileNo: number | null = null,
): Promise<Record<string, ColumnCounts>> {
  if (!columns.length) return {};
  const rows = fileNo === null ? from(table) : sql`${from(table)} WHERE file_no = ${fileNo}`;
  const [row] = await ask(sql`SELECT ${join(columns.flatMap(countsOf))} FROM ${rows}`);
  const codes = await codesIn(ask, table, columns, rows);
  return Object.fromEntries(
    columns.map(({ name: column }, i) => {
      const [first, last] = [row?.[`first${i}`], row?.[`last${i}`]];
      const counts: ColumnCounts = {
        lacking: Number(row?.[`lacking${i}`] ?? 0),
        applicable: Number(row?.[`applicable${i}`] ?? 0),
        codes: codes.get(column) ?? {},
        span: typeof first === 'string' && typeof last === 'string' ? { first, last } : null,
      };
      return [column, counts] as const;
    }),
  );
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
  ask: Ask,
  table: string,
  columns: readonly Column[],
  rows: Sql,
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
      FROM (SELECT ${value} AS code FROM ${rows}) WHERE code IS NOT NULL GROUP BY code`;
  });
  for (const { coded: column, code, rows } of await ask(join(parts, sql` UNION ALL `))) {
    const codes = found.get(String(column)) ?? {};
    codes[String(code)] = Number(rows);
    found.set(String(column), codes);
  }
  return found;
}
