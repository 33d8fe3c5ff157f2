/** One label per dimension, in the order of `dims`. */
export type Key = readonly string[];

/** A published breakdown. A member may be the label of another group; groups may overlap. */
export interface Dimension {
  readonly name: string;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** The finest labels, where they differ from the members that are no group. */
  readonly leaves?: readonly string[];
  /** A group of which all, or all but `Table.coalition`, have one label here must not be seen. */
  readonly sensitive?: boolean;
}

/** A true figure: a whole number of 0 or more for counts, any number of 0 or more for magnitudes. */
export interface TableCell {
  readonly key: Key;
  readonly value: number;
  /** Of an amount: what each contributor gave, of all or of the largest. Never printed. */
  readonly contributions?: readonly number[];
  /** Number of contributors, where `contributions` are not all of them. */
  readonly count?: number;
}

/**
 * When an amount tells too much about one contributor: the p % rule (default 10, without n and k), and
 * the rule that the n largest gave more than k per cent. Fewer than `threshold` contributors: always.
 */
export interface Dominance {
  readonly p?: number;
  readonly n?: number;
  readonly k?: number;
}

/** A published ratio of two cells, in per cent where `percent`, rounded to `decimals` places. */
export interface Rate {
  readonly num: Key;
  readonly den: Key;
  readonly value: number;
  readonly percent?: boolean;
  readonly decimals: number;
}

export interface Rounding {
  readonly base: number;
  /** `controlled`: to a multiple next to the figure, so that totals stay the sum of their parts. */
  readonly method: 'nearest' | 'random' | 'controlled';
  /** Further multiples that some figure had to move so that totals stay sums (controlled, 0 to 2). */
  readonly steps?: number;
  /** Keeps the random draw of a cell the same from one release to the next. */
  readonly secret?: string;
}

/** The figures of one table without the rules: what a linked table brings. */
export interface LinkedTable {
  readonly dims: readonly Dimension[];
  readonly cells: readonly TableCell[];
  readonly primary?: readonly Key[];
  /** Figures that are withheld and not to be found exactly, beside what is sensitive by itself. */
  readonly guarded?: readonly Key[];
  readonly structuralZeros?: readonly Key[];
  readonly rates?: readonly Rate[];
  readonly suppressed?: readonly Key[];
  /** Of a table published before: the texts of the keys that it shows. Set by `withEarlier`. */
  readonly before?: ReadonlySet<string>;
  /** Of a table published before: it withheld zeros too, so that what it withheld may be none. */
  readonly hidZeros?: boolean;
}

/**
 * A table published before: null or `suppressed` where it withheld a figure. Figures are exact, of
 * the same children as those of the new tables.
 */
export interface EarlierTable {
  readonly name?: string;
  readonly dims: readonly Dimension[];
  readonly cells: readonly { readonly key: Key; readonly value: number | null }[];
  readonly suppressed?: readonly Key[];
}

/** A cell of one of several tables: 0 is the main one, then the linked ones in order. */
export interface CellRef {
  readonly table: number;
  readonly key: Key;
}

/** What `protect` reads. Tables linked by a dimension of the same name are one system. */
export interface Table extends LinkedTable {
  readonly kind: 'count' | 'magnitude';
  /** k: a count from 1 to k − 1 is sensitive; of amounts with contributions, fewer than k of them. */
  readonly threshold: number;
  /**
   * `published`: zeros are shown and never withheld. `primary`: zeros are sensitive too. `secondary`:
   * zeros are not sensitive, and may be withheld to hide others.
   */
  readonly zeros: 'published' | 'primary' | 'secondary';
  /** `exact`: no sensitive figure can be computed. `threshold`: none can be shown to be below k. */
  readonly level?: 'exact' | 'threshold';
  /** For amounts whose cells have `contributions`. */
  readonly dominance?: Dominance;
  /** People of a group who together know of themselves and ask about the rest (default 1). */
  readonly coalition?: number;
  readonly linked?: readonly LinkedTable[];
  /** What everyone knows already: their shown figures can no longer be withheld. */
  readonly earlier?: readonly EarlierTable[];
  /** Cells of tables without a common dimension that are one figure, the earlier table first. */
  readonly same?: readonly (readonly [CellRef, CellRef])[];
  readonly rounding?: Rounding;
}

/** A table that contradicts itself or its own description. Names keys, never figures. */
export class TableError extends Error {
  override name = 'TableError';
}

/** One string for a key, for maps. */
export const keyText = (key: Key): string => JSON.stringify(key);

const fail = (message: string): never => {
  throw new TableError(message);
};

/** The main table and its linked tables, in that order. */
export const allTables = (table: Table): readonly LinkedTable[] => [table, ...(table.linked ?? [])];

/** Whether a pattern is given and only to be audited. */
export const isAudit = (table: Table): boolean => allTables(table).some((each) => each.suppressed);

/** Level in force: explicit sensitive cells are protected against exact disclosure. */
export const levelOf = (table: Table): 'exact' | 'threshold' =>
  allTables(table).some((each) => each.primary) ? 'exact' : (table.level ?? 'threshold');

/** The leaves under every label of a dimension, labels met only in cells included. */
export function leavesOf(dim: Dimension, used: Iterable<string>): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const open = new Set<string>();
  const walk = (label: string): readonly string[] => {
    const known = found.get(label);
    if (known) return known;
    const members = Object.hasOwn(dim.groups, label) ? dim.groups[label] : undefined;
    if (open.has(label)) fail(`Group ${label} of ${dim.name} contains itself.`);
    open.add(label);
    const leaves = members ? [...new Set(members.flatMap((each) => walk(each)))] : [label];
    open.delete(label);
    found.set(label, leaves);
    return leaves;
  };
  for (const label of Object.keys(dim.groups)) walk(label);
  for (const leaf of dim.leaves ?? []) walk(leaf);
  for (const label of used) {
    if (dim.leaves && !found.has(label)) fail(`${label} is no label of ${dim.name}.`);
    walk(label);
  }
  return found;
}

/** Refuses cells without a label a dimension, with an impossible figure or given twice. */
export function checkCells(table: LinkedTable, kind: Table['kind']): Set<string> {
  const seen = new Set<string>();
  for (const { key, value } of table.cells) {
    const words = Array.isArray(key) ? key.join(' × ') : String(key);
    if (!Array.isArray(key) || key.length !== table.dims.length)
      fail(`Cell ${words} needs one label per dimension (${table.dims.length}).`);
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
      fail(`Cell ${words} needs a value of 0 or more.`);
    if (kind === 'count' && !Number.isSafeInteger(value))
      fail(`Cell ${words} of a count table needs a whole number.`);
    if (seen.has(keyText(key))) fail(`Cell ${words} is given twice.`);
    seen.add(keyText(key));
  }
  return seen;
}

/** Refuses a table whose description is incomplete or contradictory. */
export function checkTable(table: Table): void {
  if (table.kind !== 'count' && table.kind !== 'magnitude') fail('kind is count or magnitude.');
  if (!['published', 'primary', 'secondary'].includes(table.zeros))
    fail('zeros is published, primary or secondary.');
  if (!Number.isSafeInteger(table.threshold) || table.threshold < 0)
    fail('threshold is a whole number of 0 or more.');
  if (table.level && table.level !== 'exact' && table.level !== 'threshold')
    fail('level is exact or threshold.');
  if (table.rounding && !(Number.isSafeInteger(table.rounding.base) && table.rounding.base > 1))
    fail('The base of a rounding is a whole number of 2 or more.');
  if (table.rounding && !['nearest', 'random', 'controlled'].includes(table.rounding.method))
    fail('A rounding is nearest, random or controlled.');
  if (
    table.coalition !== undefined &&
    !(Number.isSafeInteger(table.coalition) && table.coalition >= 0)
  )
    fail('coalition is a whole number of 0 or more.');
  for (const each of allTables(table)) {
    if (!Array.isArray(each.dims) || each.dims.length === 0) fail('A table needs dims.');
    if (!Array.isArray(each.cells)) fail('A table needs cells.');
    if (table.kind === 'magnitude' && each.dims.some((dim) => dim.sensitive))
      fail('A dimension is sensitive where people are counted: kind is count.');
    if (new Set(each.dims.map((dim) => dim.name)).size < each.dims.length)
      fail('Two dimensions of a table have one name.');
    const cells = checkCells(each, table.kind);
    const named = [
      ...(each.primary ?? []),
      ...(each.structuralZeros ?? []),
      ...(each.suppressed ?? []),
      ...(each.rates ?? []).flatMap((rate) => [rate.num, rate.den]),
    ];
    for (const key of named)
      if (!cells.has(keyText(key))) fail(`${key.join(' × ')} is named but is no cell.`);
    for (const key of each.structuralZeros ?? [])
      if (each.cells.some((cell) => cell.value !== 0 && keyText(cell.key) === keyText(key)))
        fail(`${key.join(' × ')} is called impossible and has a figure above 0.`);
  }
  const cells = allTables(table).map((each) => new Set(each.cells.map(({ key }) => keyText(key))));
  for (const ref of (table.same ?? []).flat())
    if (!cells[ref.table]?.has(keyText(ref.key)))
      fail(`${ref.key.join(' × ')} is called the same as another figure but is no cell.`);
}
