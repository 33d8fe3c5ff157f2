import { columnOf } from '$lib/disclosure/cut';
import type { CountTable, Draft, DraftRow } from '$lib/disclosure/draft';
import type { Judged } from '$lib/disclosure/release';
import { keyText } from '$lib/disclosure/table';
import type { CellRef, Dimension, Key, TableCell } from '$lib/disclosure/table';

/** Counts of one table that are guarded as their sum; one of them is guarded by itself. */
export type CellSum = readonly CellRef[];

/** A table with sums of its counts that are guarded, each as the keys of its counts. */
interface GuardedTable extends CountTable {
  readonly guardedSums?: readonly (readonly Key[])[];
}

/**
 * What rows are made of that are one but for the codes of some columns: the counts of each that are alike but for
 * these codes, together.
 */
export function sumsOf(
  rows: readonly DraftRow[],
  columns: readonly string[],
  tables: readonly CountTable[],
): CellSum[] {
  const alike = new Map<string, CellRef[]>();
  for (const ref of rows.flatMap(({ counts }) => counts)) {
    const { dims } = tables[ref.table]!;
    const rest = ref.key.map((label, at) => (columns.includes(columnOf(dims[at]!.name)) ? '' : label)); // prettier-ignore
    const text = ref.table + keyText(rest);
    const known = alike.get(text) ?? [];
    if (!known.some(({ key }) => keyText(key) === keyText(ref.key))) known.push(ref);
    alike.set(text, known);
  }
  return [...alike.values()];
}

/** The counts of a draft that hold those of another with shorter periods: of each period with all of its months. */
export function overLonger(sums: readonly CellSum[], shorter: Draft, longer: Draft): CellSum[] {
  const placeOf = ({ dims }: CountTable) => JSON.stringify(dims.map(({ name }) => name));
  const places = longer.tables.map(placeOf);
  const known = longer.tables.map(({ cells }) => new Set(cells.map(({ key }) => keyText(key))));
  return sums.flatMap((refs) =>
    Object.entries(longer.cut?.periods ?? {}).flatMap(([period, [first, last]]): CellSum[] => {
      const held = refs.flatMap(({ table, key }) => {
        const own = shorter.tables[table]!;
        const at = own.dims.findIndex(({ name }) => columnOf(name) === 'period');
        const months = shorter.cut?.periods[key[at] ?? ''];
        const to = places.indexOf(placeOf(own));
        const moved = key.map((label, dim) => (dim === at ? period : label));
        const inside = months && months[0] >= first && months[1] <= last;
        return inside && known[to]?.has(keyText(moved)) ? [{ table: to, key: moved }] : [];
      });
      return held.length === refs.length ? [held] : [];
    }),
  );
}

/** The draft with these counts and sums of counts guarded, but for `given` sums that are guarded for all figures. */
export const withGuards = (draft: Draft, sums: readonly CellSum[], given: boolean): Draft => ({
  ...draft,
  tables: draft.tables.map((table, at): GuardedTable => {
    const own = sums.filter(([first]) => first?.table === at).map((refs) => refs.map(({ key }) => key)); // prettier-ignore
    const single = new Map(own.flatMap(([key, ...more]) => key && more.length === 0 ? [[keyText(key), key] as const] : [])); // prettier-ignore
    return {
      ...table,
      guarded: [...single.values()],
      guardedSums: own.filter((keys) => keys.length > 1 && !(given && isGiven(table, keys[0]!))),
    };
  }),
});

/** Whether counts are given of the population of the figure. */
function isGiven({ among }: CountTable, key: Key): boolean {
  if (!among) return false;
  const label = key[among.part]!;
  return among.everyone === undefined || among.of !== undefined ? label !== 'known' : label === among.everyone; // prettier-ignore
}

/**
 * Protects a draft with each guarded sum as a group of its own, of which nothing is said afterwards. The labels of
 * a sum are all that it adds up over.
 */
export async function withSumsGuarded(
  draft: Draft,
  judge: (draft: Draft) => Promise<Judged>,
): Promise<Judged> {
  const tables: readonly GuardedTable[] = draft.tables;
  if (tables.every(({ guardedSums = [] }) => guardedSums.length === 0)) return judge(draft);
  const added = tables.map(() => new Set<string>());
  const laid = tables.map(({ guardedSums = [], ...table }, at): CountTable => {
    const known = new Map(table.cells.map((cell) => [keyText(cell.key), cell.value]));
    let { dims } = table;
    const cells: TableCell[] = [];
    for (const keys of guardedSums) {
      if (!keys.every((key) => known.has(keyText(key)))) continue;
      const codes = dims.map((_, dim) => [...new Set(keys.map((key) => key[dim]!))].sort());
      dims = dims.map((dim, to): Dimension =>
        codes[to]!.length > 1
          ? { ...dim, groups: { ...dim.groups, [nameOf(codes[to]!)]: codes[to]! } }
          : dim,
      );
      const key = codes.map(nameOf);
      if (added[at]!.has(keyText(key))) continue;
      added[at]!.add(keyText(key));
      cells.push({ key, value: keys.reduce((sum, one) => sum + known.get(keyText(one))!, 0) });
    }
    const guarded = [...(table.guarded ?? []), ...cells.map(({ key }) => key)];
    return { ...table, dims, cells: [...table.cells, ...cells], guarded };
  });
  const judged = await judge({ ...draft, tables: laid });
  const shown = judged.shown.map((keys, at) => keys.filter((key) => !added[at]!.has(key)));
  return { ...judged, shown };
}

const nameOf = (codes: readonly string[]): string => codes.join(' or ');
