import type { Engine } from '$lib/engine/engine';
import { sql } from '$lib/schema/sql';
import type { Table } from '$lib/schema/table';
import { accountOf, type Account } from './account';
import type { Reading } from './column-sql';
import { explainCells } from './explain-cells';
import { insertSql, type Extra } from './insert-sql';
import { loadRecords, type Scanned } from './load-records';
import { staging } from './staging';

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
  const rows = sql`${staging(table.name)} WHERE file_no = ${fileNo}`;
  const undo = sql`DELETE FROM ${rows}`;
  const load = (with_: readonly Reading[]) =>
    loadRecords(
      engine,
      file,
      (source) => insertSql(table, fileNo, with_, source, extra),
      undo,
      signal,
    );
  const account = (with_: readonly Reading[]) =>
    accountOf(engine, table, rows, with_, file.scan.lines, signal);
  const { copy } = await load(readings);
  const told = await account(readings);
  const { first, open } = told;
  const better =
    open.length && (await explainCells(engine, file, open, { rows, first, copy }, signal));
  if (!better) return { readings, account: told };
  await engine.run(undo, { signal });
  const again = readings.map((reading) => better.get(reading) ?? reading);
  await load(again);
  return { readings: again, account: await account(again) };
}
