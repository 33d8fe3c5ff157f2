import type { CellRef } from '$lib/disclosure/table';
import type { CountTable } from '$lib/disclosure/draft';
import { movedRow } from '$lib/disclosure/moved-row';
import { everyone, type Part } from './part';

/**
 * The parts of a figure as one, the headline question first. Count tables of a further question count
 * other children or other rows, so their dimensions get names of their own. Where a question is asked
 * of the children of the headline question (`sameChildren`, by part), their totals are one figure: how
 * many each question knows of would else tell how many the other does not. A question that tells more of
 * the answers of an earlier one (`tells`) is tied to them.
 */
export function joinParts(parts: readonly Part[], sameChildren: readonly boolean[] = []): Part {
  const [first, ...others] = parts;
  if (!first) return { rows: [], tables: [], whole: [], queries: [] };
  return others.reduce<Part>((all, part, index) => {
    const met = new Map(all.meets);
    const move = ({ table, key }: CellRef) => ({ table: table + all.tables.length, key });
    return {
      ...all,
      rows: [...all.rows, ...part.rows.map((row) => movedRow(row, move))],
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
        ...(sameChildren[index + 1] ? tiesOf(first, part, move) : []),
        ...(part.tells ?? []).flatMap(([name, ref]) => {
          const other = met.get(name);
          return other ? [[other, move(ref)] as const] : [];
        }),
      ],
      meets: [
        ...(all.meets ?? []),
        ...(part.meets ?? []).map(([name, ref]) => [name, move(ref)] as const),
      ],
      queries: [...all.queries, ...part.queries],
    };
  }, first);
}

/** The totals of every breakdown that two parts have in common, where they agree. */
function tiesOf(
  headline: Part,
  part: Part,
  move: (ref: CellRef) => CellRef,
): (readonly [CellRef, CellRef])[] {
  const groupsIn = ({ dims }: CountTable) =>
    JSON.stringify(dims.slice(0, -1).map((dim) => dim.name));
  const totals = ({ cells }: CountTable) =>
    new Map(
      cells
        .filter(({ key }) => key.at(-1) === everyone)
        .map(({ key, value }) => [JSON.stringify(key), { key, value }]),
    );
  return part.tables.flatMap((table, at) => {
    const place = headline.tables.findIndex((one) => groupsIn(one) === groupsIn(table));
    const own = headline.tables[place];
    if (!own) return [];
    const theirs = totals(table);
    const pairs = [...totals(own)].flatMap(([text, one]) => {
      const other = theirs.get(text);
      return other ? [{ one, other }] : [];
    });
    return pairs.some(({ one, other }) => one.value !== other.value)
      ? []
      : pairs.map(
          ({ one, other }) =>
            [{ table: place, key: one.key }, move({ table: at, key: other.key })] as const,
        );
  });
}
