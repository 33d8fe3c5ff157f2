import type { Engine } from '$lib/engine/engine';
import { join, name, slot, sql, type Sql } from '$lib/schema/sql';
import type { AdapterFile } from './adapter';
import { loadRecords } from './load-records';

/** Columns of a table that holds the text of a source while it is read, after `file` and `row`. */
export interface TextTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Those of them that hold days: `<column>_d` is what the text says. */
  readonly days: readonly string[];
}

/** Creates the text table, empty; it holds what points to persons and must be dropped. */
export const createText = ({ name: table, columns, days }: TextTable): Sql =>
  sql`CREATE OR REPLACE TABLE ${name(table)} (file SMALLINT, row BIGINT, ${join([
    ...columns.map((column) => sql`${name(column)} VARCHAR`),
    ...days.map((column) => sql`${name(`${column}_d`)} DATE`),
  ])})`;

/** Forgets text tables and others, by name. */
export async function dropTables(engine: Engine, tables: readonly string[]): Promise<void> {
  await engine.run(
    join(
      tables.map((table) => sql`DROP TABLE IF EXISTS ${name(table)}`),
      sql`; `,
    ),
  );
}

/**
 * Reads the cells of one file into its text table; `at` is the position of a column in the header, -1
 * where it is not there. Days are read as ISO, year first, `31.12.2024` and `31-Dec-2024`; with slashes
 * or dashes between figures only where one cell of the file proves which is the day.
 */
export async function readText(
  engine: Engine,
  file: AdapterFile,
  k: number,
  table: TextTable,
  at: (column: string) => number,
  signal?: AbortSignal,
): Promise<void> {
  const cells = table.columns.map((column) =>
    at(column) < 0 ? sql`NULL` : sql`NULLIF(trim(${slot(at(column))}), '')`,
  );
  const into = name(table.name);
  const names = ['file', 'row', ...table.columns].map(name);
  await loadRecords(
    engine,
    file.scanned,
    (source) =>
      sql`INSERT INTO ${into} (${join(names)}) SELECT ${k}, row_number() OVER () - 1, ${join(cells)} FROM ${source}`,
    sql`DELETE FROM ${into} WHERE file = ${k}`,
    signal,
  );
  const days = table.days.filter((column) => at(column) >= 0);
  if (!days.length) return;
  const part = (column: string, n: number): Sql =>
    sql`TRY_CAST(regexp_extract(${name(column)}, '^(\\d{1,2})[-/](\\d{1,2})[-/]\\d{4}', ${n}) AS INTEGER)`;
  const over = (n: number) =>
    join(days.map((column) => sql`COALESCE(bool_or(${part(column, n)} > 12), FALSE)`), sql` OR `); // prettier-ignore
  const [proof] = await engine.query(
    sql`SELECT ${over(1)} AS first, ${over(2)} AS second FROM ${into} WHERE file = ${k}`,
    { signal },
  );
  const slashed =
    Boolean(proof?.first) === Boolean(proof?.second)
      ? []
      : proof?.first
        ? ['%d/%m/%Y', '%d-%m-%Y']
        : ['%m/%d/%Y', '%m-%d-%Y'];
  const formats = ['%Y-%m-%d', '%Y/%m/%d', '%d.%m.%Y', '%d-%b-%Y', '%d %b %Y', ...slashed];
  const read = days.map((column) => {
    const day = sql`regexp_extract(${name(column)}, '^(?:\\d{4}-\\d{2}-\\d{2}|[^ ]+(?: [A-Za-z]+ \\d{4})?)')`;
    const moment = sql`try_strptime(${day}, [${join(formats.map((format) => sql`${format}`))}])`;
    return sql`${name(`${column}_d`)} = CASE WHEN year(${moment}) BETWEEN 1900 AND 2100 THEN CAST(${moment} AS DATE) END`;
  });
  await engine.run(sql`UPDATE ${into} SET ${join(read)} WHERE file = ${k}`, { signal });
}
