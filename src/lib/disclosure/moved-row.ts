import type { DraftRow } from './draft';
import type { CellRef } from './table';

/** A row with every count that it rests on under another reference. */
export function movedRow(row: DraftRow, move: (ref: CellRef) => CellRef): DraftRow {
  const { unless, share } = row;
  return {
    ...row,
    counts: row.counts.map(move),
    ...(unless && { unless: [unless[0].map(move), unless[1].map(move)] as const }),
    ...(share && {
      share: { ...share, sums: share.sums.map((sum) => ({ ...sum, count: move(sum.count) })) },
    }),
  };
}
