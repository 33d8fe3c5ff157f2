import type { Issue } from '$lib/schema/issue';
import type { DatasetFacts, MergedCode } from '$lib/schema/dataset';
import { shownCell } from './cell-mask';
import type { Reading } from './column-sql';
import type { Meaning } from './value-map';

/** Spellings of codes that merge several things, by source column. */
export type Merged = Readonly<Record<string, readonly string[]>>;

/** What a merged spelling is read as: nobody knows which of the things it stands for. */
export const mergedMeanings = (spellings: readonly string[] = []): Record<string, Meaning> =>
  Object.fromEntries(spellings.map((spelling) => [spelling, { missing: 'unknown' }]));

/** The codes that cannot be separated in a file, with the columns of the data model they stand in. */
export const mergedCodes = (
  file: string,
  merged: Merged,
  readings: readonly Reading[],
): readonly (MergedCode & { readonly issue: Issue })[] =>
  readings.flatMap(({ binding: { source, column } }) =>
    (merged[source] ?? []).map((spelling) => {
      const [shown, path] = [shownCell(spelling), `${column.table}.${column.name}`];
      const words = {
        en: `“${shown}” in ${file} stands for several things that cannot be separated, so no figure is computed that needs ${path}.`,
        nb: `«${shown}» i ${file} står for flere ting som ikke kan skilles, så ingen tall som trenger ${path}, beregnes.`,
      };
      const issue: Issue = {
        level: 'warning',
        code: 'cannot-be-separated',
        column: source,
        count: 1,
        message: words,
      };
      return { table: column.table, column: column.name, file, words, issue };
    }),
  );

/** The facts without the columns that no figure may read. */
export function withoutMerged(facts: DatasetFacts, merged: readonly MergedCode[]): DatasetFacts {
  if (!merged.length) return facts;
  const tables = Object.entries(facts.tables).map(([table, own]) => {
    const out = merged.filter((one) => one.table === table).map(({ column }) => column);
    return [table, { ...own, columns: own.columns.filter((name) => !out.includes(name)) }] as const;
  });
  return { ...facts, tables: Object.fromEntries(tables), merged };
}

/** What a recipe and the user said of merged codes; a meaning given since takes a spelling back. */
export function mergedIn(
  saved: Merged = {},
  said: readonly { readonly column: string; readonly spelling: string }[],
  meant: readonly { readonly column: string; readonly spelling: string }[],
): Merged {
  const found = new Map(Object.entries(saved).map(([column, list]) => [column, new Set(list)]));
  for (const { column, spelling } of meant) found.get(column)?.delete(spelling);
  for (const { column, spelling } of said)
    found.set(column, new Set([...(found.get(column) ?? []), spelling]));
  const lists = [...found].flatMap(([column, list]) => (list.size ? [[column, [...list]]] : []));
  // A column may be called as something that every object has.
  return Object.setPrototypeOf(Object.fromEntries(lists), null);
}
