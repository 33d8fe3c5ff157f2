import type { Engine } from '$lib/engine/engine';
import type { Issue } from '$lib/schema/issue';
import { list, name, sql, type Sql } from '$lib/schema/sql';
import type { Table } from '$lib/schema/table';
import { formOf } from './cell-mask';
import type { Reading } from './column-sql';
import { failedCells } from './failed-cells';
import type { FailedItems, LoadedRows } from './failed-items';
import { fixNotes } from './fix-words';
import type { Fixes } from './fixes';
import { staging } from './staging';

/** Rows named in one statement. */
const atOnce = 2000;

/**
 * Repairs in the loaded rows of a file: cells that cannot be read become unknown or their rows are left
 * out, and single cells that were said to be unknown become so. Answers how many rows were left out;
 * the others keep their `rowid`.
 */
export async function applyFixes(
  engine: Engine,
  table: Table,
  readings: readonly Reading[],
  { groups, cells }: Fixes,
  loaded: LoadedRows,
  items: FailedItems | null,
  signal?: AbortSignal,
): Promise<{ readonly excluded: number; readonly issues: readonly Issue[] }> {
  const { first, patches } = loaded;
  const issues: Issue[] = [];
  const each = async (ordinals: readonly number[], statement: (ids: Sql) => Sql) => {
    for (let at = 0; at < ordinals.length; at += atOnce) {
      const ids = ordinals.slice(at, at + atOnce).map((ordinal) => ordinal + first);
      await engine.run(statement(list(ids)), { signal });
    }
  };
  const unknown = async ({ binding: { column } }: Reading, ordinals: readonly number[]) => {
    const missing = name(`${column.name}__missing`);
    await each(
      ordinals,
      (ids) =>
        sql`UPDATE ${staging(table.name)} SET ${missing} = 'unknown'::e_missing WHERE ${missing} IS NOT NULL AND rowid IN ${ids}`,
    );
  };
  const wanted = new Set(groups.map(({ column }) => column));
  const failed = items && wanted.size ? await failedCells(engine, items, wanted, signal) : [];
  const out = new Set<number>();
  const said = (source: string, like: string) =>
    groups.find((group) => group.column === source && group.like === like)?.as;
  /** Rows of a list that hold another item of which nothing was said: these stay unexplained. */
  const stillOpen = (reading: Reading) =>
    new Set(
      failed
        .filter((one) => one.reading === reading && !said(reading.binding.source, one.like))
        .flatMap(({ ordinals }) => ordinals),
    );
  for (const { column, like, as } of groups) {
    let count = 0;
    for (const { reading, like: own, ordinals } of failed) {
      if (reading.binding.source !== column || own !== like) continue;
      let met = ordinals;
      if (as === 'exclude') for (const ordinal of ordinals) out.add(ordinal);
      else {
        // The items of a list that are known stay; that there is one more is what is unknown.
        if (reading.binding.column.type === 'list') {
          const open = stillOpen(reading);
          met = ordinals.filter((ordinal) => !open.has(ordinal));
        }
        await unknown(reading, met);
      }
      count += met.length;
    }
    if (count) issues.push({ level: 'note', column, count, ...fixNotes[as](formOf(like), count) });
  }
  for (const reading of readings) {
    const own = patches.filter(({ slot, text }) => slot === reading.binding.slot && text === null);
    if (own.length) await unknown(reading, own.map(({ ordinal }) => ordinal)); // prettier-ignore
  }
  if (cells.length)
    issues.push({
      level: 'note',
      count: patches.length,
      ...fixNotes.cells(patches.length, cells.length),
    });
  const left = [...out].sort((a, b) => a - b);
  await each(left, (ids) => sql`DELETE FROM ${staging(table.name)} WHERE rowid IN ${ids}`);
  return { excluded: left.length, issues };
}
