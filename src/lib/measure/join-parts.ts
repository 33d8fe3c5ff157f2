import type { CellRef } from '$lib/disclosure/table';
import type { Part } from './part';

/**
 * The parts of a figure as one, the headline question first. Count tables of a further question count
 * other children or other rows, so their dimensions get names of their own.
 */
export function joinParts(parts: readonly Part[]): Part {
  const [first, ...others] = parts;
  if (!first) return { rows: [], tables: [], whole: [], queries: [] };
  return others.reduce<Part>((all, part, index) => {
    const move = ({ table, key }: CellRef) => ({ table: table + all.tables.length, key });
    const moved = (refs: readonly CellRef[]) => refs.map(move);
    return {
      ...all,
      rows: [...all.rows, ...part.rows.map((row) => ({ ...row, counts: moved(row.counts) }))],
      tables: [
        ...all.tables,
        ...part.tables.map((table) => ({
          ...table,
          dims: table.dims.map((dim) => ({ ...dim, name: `question ${index + 2}: ${dim.name}` })),
        })),
      ],
      same: [
        ...(all.same ?? []),
        ...(part.same ?? []).map(([one, other]) => [move(one), move(other)] as const),
      ],
      queries: [...all.queries, ...part.queries],
    };
  }, first);
}
