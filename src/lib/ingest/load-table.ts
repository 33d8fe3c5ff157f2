import type { Engine } from '$lib/engine/engine';
import { physicalColumns } from '$lib/schema/physical';
import { join, list, name, slot, sql, type Sql } from '$lib/schema/sql';
import type { Table } from '$lib/schema/table';
import { columnSql, guardedSql, typedSql, type Reading } from './column-sql';
import { readCsv } from './read-csv';
import type { Scan } from './scan';
import { staging } from './staging';
import { ValueReader, type Meaning } from './value-map';
import { wellFormed } from './well-formed';

/** A scanned file in UTF-8, ready for the engine. */
export interface Scanned {
  readonly blob: Blob;
  /** Where the same bytes lie on disk: only for the command line. */
  readonly path?: string;
  readonly headerRow: number;
  readonly scan: Scan;
  readonly delimiter: string;
  readonly quote: string;
}

/** A load that was stopped because engine and scanner disagree; the message is a sentence. */
export class LoadStopped extends Error {
  override name = 'LoadStopped';
}

/**
 * Runs one statement over the good records of a file: `into` receives what `select` makes of the
 * text columns `c0`, `c1`, …. The number of rows must be the scanner's; else the file is read once
 * more from a plain copy, and if that fails too the load stops and `undo` has been run.
 */
export async function loadRecords(
  engine: Engine,
  file: Scanned,
  statement: (source: Sql) => Sql,
  count: () => Promise<number>,
  undo: () => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  if (!file.scan.good) return;
  const firstCopy = file.scan.fields === 1 && file.scan.newline !== '\n';
  for (const copy of firstCopy ? [true] : [false, true]) {
    const { source, shape } = await sourceOf(file, copy, signal);
    const path = await engine.register(source);
    let failed: unknown = null;
    try {
      await engine.run(statement(readCsv(path, shape)), { signal });
      if ((await count()) === file.scan.good) return;
    } catch (thrown) {
      if (signal?.aborted || !isRefusal(thrown)) throw thrown;
      failed = thrown;
    } finally {
      await engine.release(path);
    }
    await undo();
    if (copy && failed) throw failed;
  }
  throw new LoadStopped(
    'The engine counted other rows than the scanner did, so nothing of this file was loaded.',
  );
}

const isRefusal = (thrown: unknown) =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'query';

async function sourceOf(file: Scanned, copy: boolean, signal?: AbortSignal) {
  const { scan } = file;
  const shape = { fields: scan.fields, longest: scan.longest };
  const [range] = scan.ranges;
  const clean =
    scan.ranges.length === 1 && !scan.irregular && range?.[1] === file.blob.size && !scan.rejected;
  if (!copy && clean && file.path && scan.lines.lineOf(0) === file.headerRow + 1)
    return {
      source: { path: file.path },
      shape: { ...shape, delimiter: file.delimiter, quote: file.quote, skip: file.headerRow },
    };
  const good = await wellFormed(file.blob, scan, file, copy, signal);
  return {
    source: good.blob,
    shape: { ...shape, delimiter: good.delimiter, quote: good.quote, skip: 0 },
  };
}

/** Fills the staging twin of a table from one file. */
export async function loadTable(
  engine: Engine,
  table: Table,
  fileNo: number,
  file: Scanned,
  readings: readonly Reading[],
  signal?: AbortSignal,
): Promise<readonly Reading[]> {
  const here = sql`${staging(table.name)} WHERE file_no = ${fileNo}`;
  const count = async () => {
    const [row] = await engine.query(sql`SELECT count(*)::DOUBLE AS n FROM ${here}`, { signal });
    return Number(row?.n);
  };
  const undo = () => engine.run(sql`DELETE FROM ${here}`);
  const load = (with_: readonly Reading[]) =>
    loadRecords(
      engine,
      file,
      (source) => insertSql(table, fileNo, with_, source),
      count,
      undo,
      signal,
    );
  await load(readings);
  const better = await unread(engine, table, fileNo, file, readings, signal);
  if (!better) return readings;
  await undo();
  await load(better);
  return better;
}

/** The one statement: text in, typed columns with the reason of every gap out. */
export function insertSql(
  table: Table,
  fileNo: number,
  readings: readonly Reading[],
  source: Sql,
): Sql {
  const values = new Map<string, Sql>([['file_no', sql`${fileNo}`]]);
  for (const column of table.columns) {
    const own = readings.filter((reading) => reading.binding.column === column);
    if (!own.length) values.set(`${column.name}__missing`, sql`'not_asked'::e_missing`);
    for (const [key, value] of Object.entries(columnSql(column, own))) values.set(key, value);
  }
  for (const { binding } of readings) {
    const coarser = binding.column;
    const finer = coarser.standsInFor;
    if (!finer || readings.some((other) => other.binding.column.name === finer)) continue;
    const year = values.get(coarser.name) ?? sql`NULL`;
    values.set(finer, sql`make_date(${year}, 1, 1)`);
    values.set(`${finer}__grain`, sql`CASE WHEN ${year} IS NOT NULL THEN 'year'::e_grain END`);
    values.set(`${finer}__missing`, values.get(`${coarser.name}__missing`) ?? sql`NULL`);
  }
  const columns = physicalColumns(table).filter((column) => values.has(column.name));
  const cells = readings.map(({ binding }) => slot(binding.slot));
  const inner = readings.map(
    (reading) => sql`${typedSql(reading)} AS ${name(`v${reading.binding.slot}`)}`,
  );
  return sql`INSERT INTO ${staging(table.name)} (${join(columns.map((column) => name(column.name)))})
    SELECT ${join(columns.map((column) => values.get(column.name) ?? sql`NULL`))}
    FROM (SELECT ${join([...cells, ...readings.map(guardedSql)])}
      FROM (SELECT ${join([...cells, ...inner])} FROM ${source}))`;
}

/**
 * Spellings that no code stands for, read once more from the file, column by column, and looked up
 * in the synonyms. Answers better readings when that explains any of them.
 */
async function unread(
  engine: Engine,
  table: Table,
  fileNo: number,
  file: Scanned,
  readings: readonly Reading[],
  signal?: AbortSignal,
): Promise<readonly Reading[] | null> {
  const coded = readings.filter(
    ({ binding: { column } }) => column.type !== 'list' || column.codes.length,
  );
  const tests = coded.map(
    ({ binding: { column, slot: at } }) =>
      sql`count(*) FILTER (WHERE ${name(`${column.name}__missing`)} IN ('unmapped', 'unreadable'))::DOUBLE AS ${slot(at)}`,
  );
  if (!tests.length) return null;
  const [counts] = await engine.query(
    sql`SELECT ${join(tests)} FROM ${staging(table.name)} WHERE file_no = ${fileNo}`,
    { signal },
  );
  const open = coded.filter(({ binding }) => Number(counts?.[`c${binding.slot}`]) > 0);
  if (!open.length) return null;
  const { source, shape } = await sourceOf(file, false, signal);
  const path = await engine.register(source);
  let found = false;
  const better = new Map<Reading, Reading>();
  try {
    for (const reading of open) {
      const { binding } = reading;
      const cell = slot(binding.slot);
      const item =
        binding.column.type === 'list' ? sql`trim(unnest(string_split(${cell}, ';')))` : cell;
      const exact = binding.column.codes.map(({ value }) => value);
      const rows = await engine.query(
        sql`SELECT DISTINCT cell FROM (SELECT ${item} AS cell FROM ${readCsv(path, shape)})
          WHERE length(cell) <= 80 AND cell NOT IN ${list([...exact, '\u0001'])} LIMIT 5000`,
        { signal },
      );
      const reader = new ValueReader(binding.column, binding.inverse);
      const map = new Map<string, Meaning>(reading.map);
      for (const { cell: spelling } of rows) {
        if (typeof spelling !== 'string' || map.has(spelling)) continue;
        const meaning = reader.meaning(spelling);
        if (meaning) map.set(spelling, meaning);
      }
      if (map.size > reading.map.size) found = true;
      better.set(reading, { ...reading, map });
    }
  } finally {
    await engine.release(path);
  }
  return found ? readings.map((reading) => better.get(reading) ?? reading) : null;
}
