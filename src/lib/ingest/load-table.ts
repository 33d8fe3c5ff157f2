import type { Engine } from '$lib/engine/engine';
import type { Issue } from '$lib/schema/issue';
import { sql } from '$lib/schema/sql';
import type { Table } from '$lib/schema/table';
import { accountOf, type Account } from './account';
import { applyFixes } from './apply-fixes';
import type { Reading } from './column-sql';
import { explainCells } from './explain-cells';
import { dropFailed, forgetRepaired, gatherFailed } from './failed-items';
import type { Fixes } from './fixes';
import type { ProblemGroup } from './import-report';
import { insertSql, type Extra } from './insert-sql';
import { loadRecords, type Scanned } from './load-records';
import { patchedRows, patchesOf } from './patched-rows';
import { problemGroups } from './problem-groups';
import { staging } from './staging';

/** What is decided about the rows of a file, with its columns. */
interface Repairs {
  readonly header: readonly string[];
  readonly fixes: Fixes;
}
const noRepairs: Repairs = { header: [], fixes: { groups: [], cells: [] } };

/** What came of one file in its table. */
interface LoadedTable {
  readonly readings: readonly Reading[];
  readonly account: Account;
  /** Rows left out by decision. */
  readonly excluded: number;
  /** Notes on what was repaired. */
  readonly repaired: readonly Issue[];
  readonly problems: readonly ProblemGroup[];
}

/**
 * Fills the staging twin of a table from one file. Spellings met beyond the sample are looked up
 * once the first load has shown them, and the file is loaded again with what was learnt. Then what was
 * decided about its rows is done.
 */
export async function loadTable(
  engine: Engine,
  table: Table,
  fileNo: number,
  file: Scanned,
  readings: readonly Reading[],
  extra: Extra | null,
  signal?: AbortSignal,
  { header, fixes }: Repairs = noRepairs,
): Promise<LoadedTable> {
  const rows = sql`${staging(table.name)} WHERE file_no = ${fileNo}`;
  const undo = sql`DELETE FROM ${rows}`;
  const patches = await patchesOf(file, header, fixes.cells, signal);
  const load = (with_: readonly Reading[]) =>
    loadRecords(
      engine,
      file,
      (source) => insertSql(table, fileNo, with_, patchedRows(source, patches), extra),
      undo,
      signal,
    );
  const account = (with_: readonly Reading[], first?: number) =>
    accountOf(engine, table, rows, with_, file.scan.lines, first, signal);
  let now = readings;
  let { copy } = await load(now);
  let told = await account(now);
  const at = () => ({ rows, first: told.first, copy, patches });
  const gather = async () =>
    told.open.length ? await gatherFailed(engine, file, told.open, at(), signal) : null;
  let items = await gather();
  const better = items && (await explainCells(engine, items, signal));
  if (better) {
    await engine.run(undo, { signal });
    now = readings.map((reading) => better.get(reading) ?? reading);
    ({ copy } = await load(now));
    told = await account(now);
    items = await gather();
  }
  const { excluded, issues: repaired } = await applyFixes(engine, table, now, fixes, at(), items, signal); // prettier-ignore
  if (repaired.length) {
    told = await account(now, told.first);
    if (items) await forgetRepaired(engine, items, at(), signal);
  }
  const problems = items ? await problemGroups(engine, items, file.scan.lines, signal) : [];
  await dropFailed(engine);
  return { readings: now, account: told, excluded, repaired, problems };
}
