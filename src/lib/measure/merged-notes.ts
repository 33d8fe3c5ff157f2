import type { DatasetFacts } from '$lib/schema/dataset';
import type { Text } from '$lib/schema/text';

/** Why a column that is in the files may not be read: a code of it merges what must be told apart. */
export const mergedNotes = (
  { merged = [] }: DatasetFacts,
  missing: { readonly table: string; readonly column?: string },
): readonly Text[] =>
  merged
    .filter(({ table, column }) => table === missing.table && column === missing.column)
    .map(({ words }) => words);
