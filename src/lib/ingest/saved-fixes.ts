import type { Reading } from './column-sql';
import type { Fixes } from './fixes';
import type { FileRecipe } from './recipe';

/**
 * What a recipe keeps of repairs. A single cell is kept where it became a code of the list or unknown;
 * any other content is a value of a record and is not.
 */
export function savedFixes(
  { groups, cells }: Fixes,
  readings: readonly Reading[],
): Pick<FileRecipe, 'fixes'> {
  const kept = cells.filter(({ column, to }) => {
    const codes = readings.find(({ binding }) => binding.source === column)?.binding.column.codes;
    return to === null || codes?.some(({ value }) => value === to);
  });
  return groups.length || kept.length ? { fixes: { groups, cells: kept } } : {};
}
