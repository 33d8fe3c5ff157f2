import type { Engine } from '$lib/engine/engine';
import { list, slot, sql } from '$lib/schema/sql';
import type { Table } from '$lib/schema/table';
import { accountOf, type Account } from './account';
import type { Reading } from './column-sql';
import { insertSql, type Extra } from './insert-sql';
import { loadRecords, sourceOf, type Scanned } from './load-records';
import { readCsv } from './read-csv';
import { staging } from './staging';
import { ValueReader, type Meaning } from './value-map';

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
    await engine.release(path).catch(() => undefined);
  }
  return better.size ? better : null;
}
