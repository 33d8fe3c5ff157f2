import type { Engine } from '$lib/engine/engine';
import { physicalColumns } from '$lib/schema/physical';
import { join, list, name, slot, sql, type Sql } from '$lib/schema/sql';
import type { Table } from '$lib/schema/table';
import { accountOf, type Account } from './account';
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
    const { source, shape } = await sourceOf(engine, file, copy, signal);
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

async function sourceOf(engine: Engine, file: Scanned, copy: boolean, signal?: AbortSignal) {
  const { scan } = file;
  const shape = { fields: scan.fields, longest: scan.longest };
  const [range] = scan.ranges;
  const clean =
    scan.ranges.length === 1 && !scan.irregular && range?.[1] === file.blob.size && !scan.rejected;
  if (
    engine.kind === 'native' &&
    !copy &&
    clean &&
    file.path &&
    scan.lines.lineOf(0) === file.headerRow + 1
  )
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

/** What an adapter adds to the statement: physical columns from text columns `c0`, `c1`, … */
export interface Extra {
  readonly values: Readonly<Record<string, Sql>>;
  readonly slots: readonly number[];
}

/**
 * Fills the staging twin of a table from one file. Spellings met beyond the sample are looked up
 * once the first load has shown them, and the file is loaded again with what was learnt.
 */
export async function loadTable(
  engine: Engine,
  table: Table,
  fileNo: number,
  file: Scanned,
  readings: readonly Reading[],
  extra: Extra | null,
  signal?: AbortSignal,
): Promise<{ readings: readonly Reading[]; account: Account }> {
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
      (source) => insertSql(table, fileNo, with_, source, extra),
      count,
      undo,
      signal,
    );
  await load(readings);
  const account = await accountOf(engine, table, fileNo, readings, file.scan.lines, signal);
  const better = account.open.length && (await explained(engine, file, account.open, signal));
  if (!better) return { readings, account };
  await undo();
  const again = readings.map((reading) => better.get(reading) ?? reading);
  await load(again);
  return {
    readings: again,
    account: await accountOf(engine, table, fileNo, again, file.scan.lines, signal),
  };
}

/** The one statement: text in, typed columns with the reason of every gap out. */
export function insertSql(
  table: Table,
  fileNo: number,
  readings: readonly Reading[],
  source: Sql,
  extra: Extra | null = null,
): Sql {
  const values = new Map<string, Sql>([['file_no', sql`${fileNo}`]]);
  for (const column of table.columns) {
    const own = readings.filter((reading) => reading.binding.column === column);
    if (!own.length) values.set(`${column.name}__missing`, sql`'not_asked'::e_missing`);
    for (const [key, value] of Object.entries(columnSql(column, own))) values.set(key, value);
  }
  const numbered = keyless(table, readings);
  if (numbered) {
    values.set(numbered, sql`${`f${fileNo + 1}r`} || row_no`);
    values.set(`${numbered}__missing`, sql`NULL`);
  }
  for (const [key, value] of Object.entries(extra?.values ?? {})) values.set(key, value);
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
  const slots = [...readings.map(({ binding }) => binding.slot), ...(extra?.slots ?? [])];
  const cells = [...new Set(slots)].map(slot);
  const carried = numbered ? [...cells, name('row_no')] : cells;
  const drawn = numbered ? [...cells, sql`row_number() OVER () AS row_no`] : cells;
  const inner = readings.map(
    (reading) => sql`${typedSql(reading)} AS ${name(`v${reading.binding.slot}`)}`,
  );
  return sql`INSERT INTO ${staging(table.name)} (${join(columns.map((column) => name(column.name)))})
    SELECT ${join(columns.map((column) => values.get(column.name) ?? sql`NULL`))}
    FROM (SELECT ${join([...carried, ...readings.map(guardedSql)])}
      FROM (SELECT ${join([...drawn, ...inner])} FROM ${source}))`;
}

/** The key column that must be made up, a number per row, because no source column feeds it. */
export function keyless(table: Table, readings: readonly Reading[]): string | null {
  const [key, ...more] = table.primaryKey;
  if (!key || more.length || readings.some(({ binding }) => binding.column.name === key))
    return null;
  return key;
}

/**
 * Spellings that nobody explained, read once more from the file, column by column, and looked up in
 * the synonyms. Null when none of them is known.
 */
async function explained(
  engine: Engine,
  file: Scanned,
  open: readonly Reading[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<Reading, Reading> | null> {
  const { source, shape } = await sourceOf(engine, file, false, signal);
  const path = await engine.register(source);
  const better = new Map<Reading, Reading>();
  try {
    for (const reading of open) {
      const { binding } = reading;
      const cell = slot(binding.slot);
      const isList = binding.column.type === 'list';
      const item = isList ? sql`trim(unnest(string_split(${cell}, ';')))` : cell;
      const exact = binding.inverse ? [] : binding.column.codes.map(({ value }) => value);
      const rows = await engine.query(
        sql`SELECT DISTINCT cell FROM (SELECT ${item} AS cell FROM ${readCsv(path, shape)})
          WHERE length(cell) <= 80 AND cell NOT IN ${list([...exact, ...reading.map.keys(), ''])} LIMIT 5000`,
        { signal },
      );
      const reader = new ValueReader(binding.column, binding.inverse);
      const map = new Map<string, Meaning>(reading.map);
      for (const { cell: spelling } of rows) {
        const meaning = typeof spelling === 'string' ? reader.meaning(spelling) : null;
        if (meaning) map.set(String(spelling), meaning);
      }
      if (map.size > reading.map.size) better.set(reading, { ...reading, map });
    }
  } finally {
    await engine.release(path);
  }
  return better.size ? better : null;
}
