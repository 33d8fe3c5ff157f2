import type { Draft, DraftRow } from './draft';
import { refText } from './plan';
import type { CellRef } from './table';

/**
 * The rows of a draft but those left out because two sums are shown to be the same. Whether a row is there never
 * says so of sums that are withheld.
 */
export function withoutNeedless(
  { tables, rows }: Pick<Draft, 'tables' | 'rows'>,
  isShown: (ref: CellRef) => boolean,
): readonly DraftRow[] {
  if (!rows.some(({ unless }) => unless)) return rows;
  const values = new Map(
    tables.flatMap(({ cells }, table) =>
      cells.map(({ key, value }) => [refText({ table, key }), value] as const),
    ),
  );
  const sum = (refs: readonly CellRef[]) =>
    refs.reduce((total, ref) => total + (values.get(refText(ref)) ?? 0), 0);
  return rows.filter(
    ({ unless }) => !unless || !unless.flat().every(isShown) || sum(unless[0]) !== sum(unless[1]),
  );
}
