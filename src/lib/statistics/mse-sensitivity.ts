import type { FitExists } from './mse-existence';
import { mseModel } from './mse-model';
import type { Selector } from './mse-selector';
import { overlaps, pairs, size, tableOf, type MseTable } from './mse-table';

/** What a small error in the data does to the estimate; null where there is none. */
export interface MseSensitivity {
  /** One person more, or one fewer, in the smallest overlap of two lists. */
  readonly one_more: number | null;
  readonly one_fewer: number | null;
  /** One and five in a hundred links between lists missed. */
  readonly links_missed_1pct: number | null;
  readonly links_missed_5pct: number | null;
  /** One of them moves the estimate by more than a tenth. */
  readonly sensitive: boolean;
}

/** Relative change worth a line. */
const worthALine = 0.1;

/** The table that would be seen if links had been missed: one person becomes two on fewer lists. */
function unlinked(table: MseTable, share: number): MseTable {
  const counts = table.counts.slice();
  table.counts.forEach((count, cell) => {
    const lists = size(cell);
    if (count === 0 || lists < 2) return;
    counts[cell]! -= share * count;
    for (let bit = 1; bit <= cell; bit <<= 1) {
      if (!(cell & bit)) continue;
      counts[bit]! += (share * count) / lists;
      counts[cell ^ bit]! += (share * count) / lists;
    }
  });
  return tableOf(table.lists, counts);
}

/**
 * Moves one person in and out of the smallest pairwise overlap (model chosen anew) and loosens a
 * share of the links (same model). Source: project contract, section 7.4.
 */
export function mseSensitivity(
  table: MseTable,
  estimate: number,
  terms: readonly number[],
  select: Selector,
  exists: FitExists,
): MseSensitivity {
  const together = overlaps(table.counts);
  const [smallest] = pairs(table).sort((a, b) => together[a]! - together[b]!);
  const moved = (by: number): number | null => {
    if (smallest === undefined || table.counts[smallest]! + by < 0) return null;
    const counts = table.counts.slice();
    counts[smallest]! += by;
    return select(tableOf(table.lists, counts)).estimate;
  };
  const loosened = (share: number) =>
    mseModel(unlinked(table, share), terms, exists).model.estimate;
  const found = {
    one_more: moved(1),
    one_fewer: moved(-1),
    links_missed_1pct: loosened(0.01),
    links_missed_5pct: loosened(0.05),
  };
  const sensitive = Object.values(found).some(
    (other) => other !== null && Math.abs(other / estimate - 1) > worthALine,
  );
  return { ...found, sensitive };
}
