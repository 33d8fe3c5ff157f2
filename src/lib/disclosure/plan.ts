import type { CountTable, Draft } from './draft';
import { blocksOf, mergeDims } from './blocks';
import { allTables, keyText, TableError } from './table';
import type { CellRef, Table } from './table';

/** Tables to be protected together, with the number that each has in the draft. */
export interface Plan {
  readonly table: Table;
  readonly places: readonly number[];
}

/** One text for a cell of a draft, for sets. */
export const refText = ({ table, key }: CellRef): string => table + keyText(key);

/** Refuses references to counts that no table holds. */
export function checkRefs({ tables, rows, steps, same = [] }: Draft): void {
  const known = new Set(
    tables.flatMap(({ cells }, table) => cells.map(({ key }) => refText({ table, key }))),
  );
  for (const ref of [...[...rows, ...steps].flatMap(({ counts }) => counts), ...same.flat()])
    if (!known.has(refText(ref)))
      throw new TableError(`The count ${ref.key.join(' × ')} is in no table ${ref.table}.`);
}

/** Tables that share a dimension or a figure, by number. */
function networksOf({ tables, same = [] }: Draft): number[][] {
  const names = tables.map(({ dims }) => dims.map(({ name }) => name));
  const linked = (a: number, b: number) =>
    names[a]!.some((name) => names[b]!.includes(name)) ||
    same.some(
      (pair) => pair.some(({ table }) => table === a) && pair.some(({ table }) => table === b),
    );
  const groups: number[][] = [];
  tables.forEach((_, at) => {
    const touched = groups.filter((group) => group.some((other) => linked(at, other)));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push([...touched.flat(), at].sort((a, b) => a - b));
  });
  return groups;
}

interface Part extends CountTable {
  readonly place: number;
}

/**
 * A dimension without any group (periods that no sum joins) makes its labels independent: each is a
 * plan of its own.
 */
function slicesOf(parts: readonly Part[], same: NonNullable<Draft['same']>): Part[][] {
  const at = (part: Part, name: string) => part.dims.findIndex((dim) => dim.name === name);
  const labelIn = (ref: CellRef, name: string) => {
    const part = parts.find(({ place }) => place === ref.table);
    return part && ref.key[at(part, name)];
  };
  const name = parts[0]!.dims.find(
    (dim) =>
      parts.every((part) => {
        const own = part.dims[at(part, dim.name)];
        return own && Object.keys(own.groups).length === 0;
      }) && same.every(([a, b]) => labelIn(a, dim.name) === labelIn(b, dim.name)),
  )?.name;
  if (name === undefined) return [[...parts]];
  const labels = new Set(
    parts.flatMap((part) => part.cells.map(({ key }) => key[at(part, name)]!)),
  );
  return [...labels].map((label) =>
    parts
      .map((part) => {
        const dim = at(part, name);
        const inside = (key: readonly string[]) => key[dim] === label;
        return {
          ...part,
          dims: part.dims.map((one, to) => (to === dim ? { name, groups: {} } : one)),
          cells: part.cells.filter(({ key }) => inside(key)),
          structuralZeros: part.structuralZeros?.filter(inside),
          guarded: part.guarded?.filter(inside),
        };
      })
      .filter(({ cells }) => cells.length > 0),
  );
}

/**
 * The systems of a draft: independent of one another, each protected as a whole. One in which all
 * was released before is left out.
 */
export function plansOf(draft: Draft): Plan[] {
  const { tables, same = [], threshold, zeros = 'published' } = draft;
  return networksOf(draft).flatMap((network) =>
    slicesOf(
      network.map((place) => ({ ...tables[place]!, place })),
      same.filter((pair) => pair.some(({ table }) => network.includes(table))),
    )
      .filter((parts) => parts.some(({ before }) => !before))
      .map((parts): Plan => {
        const places = parts.map(({ place }) => place);
        const local = ({ table, key }: CellRef) => ({ table: places.indexOf(table), key });
        const known = new Set(
          parts.flatMap(({ cells, place }) =>
            cells.map(({ key }) => refText({ table: place, key })),
          ),
        );
        const ties = same
          .filter((pair) => pair.every((ref) => known.has(refText(ref))))
          .map(([a, b]) => [local(a), local(b)] as const);
        const [first, ...others] = parts.map(
          ({ dims, cells, structuralZeros, guarded, before, hidZeros }) => ({
            dims,
            cells,
            ...(guarded?.length && { guarded }),
            ...(structuralZeros && { structuralZeros }),
            ...(before && { before, hidZeros }),
          }),
        );
        return {
          places,
          table: {
            kind: 'count',
            threshold,
            zeros,
            level: 'threshold',
            ...first!,
            ...(others.length > 0 && { linked: others }),
            ...(ties.length > 0 && { same: ties }),
          },
        };
      }),
  );
}

/** Combinations of leaves in the widest block of a system. */
export function widthOf(table: Table): number {
  const tables = allTables(table);
  const sizes = blocksOf(tables, mergeDims(tables)).map(({ leaves }) =>
    leaves.reduce((size, each) => size * each.length, 1),
  );
  return Math.max(0, ...sizes);
}
