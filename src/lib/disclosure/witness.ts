import { allTables, isAudit, keyText } from './table';
import type { Dimension, LinkedTable, Table } from './table';

/** A complete table of the finest groups; groups that are left out hold nobody. */
interface WitnessPart {
  readonly dims: readonly string[];
  readonly cells: readonly { readonly key: readonly string[]; readonly value: number }[];
}

/** One part for each set of dimensions that the linked tables multiply out. */
export type Witness = readonly WitnessPart[];

const close = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));

/** Every label of a dimension that a leaf belongs to, itself included, by climbing. */
function above(dims: readonly Dimension[]): (name: string, leaf: string) => readonly string[] {
  const found = new Map<string, string[]>();
  return (name, leaf) => {
    const place = JSON.stringify([name, leaf]);
    const known = found.get(place);
    if (known) return known;
    const labels = new Set([leaf]);
    for (const label of labels)
      for (const dim of dims)
        if (dim.name === name)
          for (const [group, members] of Object.entries(dim.groups))
            if (members.includes(label)) labels.add(group);
    found.set(place, [...labels]);
    return [...labels];
  };
}

type Climb = (name: string, leaf: string) => readonly string[];

/** Every key that a leaf combination counts in: one label of each dimension, climbing. */
function keysOver(
  names: readonly string[],
  places: readonly number[],
  key: readonly string[],
  climb: Climb,
): string[] {
  let keys: string[][] = [[]];
  places.forEach((place, at) => {
    const labels = climb(names[at]!, key[place]!);
    keys = keys.flatMap((start) => labels.map((label) => [...start, label]));
  });
  return keys.map(keyText);
}

/**
 * Adds up the sums of one table; where a leaf combination counts is worked out once, and looked up by
 * its key where several witnesses bring the same one.
 */
function adder(names: readonly string[], climb: Climb) {
  const places = new Map<string, number>();
  const known = new Map<string, readonly number[]>();
  let byKey = new WeakMap<readonly string[], readonly number[]>();
  let order = '';
  return (witness: Witness): ((text: string) => number) => {
    const part = witness.find(({ dims }) => names.every((name) => dims.includes(name)));
    const sums: number[] = [];
    const at = part ? names.map((name) => part.dims.indexOf(name)) : [];
    if (at.join() !== order) [byKey, order] = [new WeakMap(), at.join()];
    for (const { key, value } of part?.cells ?? []) {
      let over = byKey.get(key);
      if (!over) {
        const leaf = keyText(at.map((place) => key[place]!));
        over = known.get(leaf);
        if (!over) {
          over = keysOver(names, at, key, climb).map((text) => {
            if (!places.has(text)) places.set(text, places.size);
            return places.get(text)!;
          });
          known.set(leaf, over);
        }
        byKey.set(key, over);
      }
      for (const place of over) sums[place] = (sums[place] ?? 0) + value;
    }
    return (text) => sums[places.get(text) ?? -1] ?? 0;
  };
}

/** Whether a table shows no figure from 1 to k − 1, which its readers then know. */
function showsNoneBelow(
  { kind, zeros, threshold, ...table }: Table,
  published: readonly ReadonlyMap<string, number | null>[],
): boolean {
  const tables = [table, ...(table.linked ?? [])];
  if (kind !== 'count' || zeros !== 'published' || tables.some((each) => each.primary))
    return false;
  return tables.every(({ cells }, at) =>
    cells.every(
      ({ key, value }) =>
        value === 0 || value >= threshold || (published[at]!.get(keyText(key)) ?? null) === null,
    ),
  );
}

function shownAlike(table: Table, shown: number, other: number, rule: boolean): boolean {
  const { rounding, threshold } = table;
  if (!rounding) return close(shown, other);
  if (rule && other > 0 && other < threshold) return false;
  const { base, method, steps = 0 } = rounding;
  if (method === 'nearest') return Math.floor(other / base + 0.5) * base === shown;
  return Math.abs(shown - other) < base * (1 + steps);
}

function rateFault(each: LinkedTable, sum: (text: string) => number): string | undefined {
  for (const rate of each.rates ?? []) {
    const num = sum(keyText(rate.num));
    const den = sum(keyText(rate.den));
    const scale = 10 ** rate.decimals * (rate.percent ? 100 : 1);
    const shown = Math.round(rate.value * 10 ** rate.decimals);
    const twice = 2 * num * scale - 2 * shown * den;
    if (twice < -den - 1e-6 || twice > den + 1e-6 || den <= 0)
      return `The rate of ${rate.num.join(' × ')} would differ.`;
  }
  return undefined;
}

function partFault(table: Table, witness: Witness): string | undefined {
  for (const part of witness)
    for (const { value } of part.cells) {
      if (value < 0) return 'A group would have less than nobody.';
      if (table.kind === 'count' && !Number.isInteger(value)) return 'A group is not whole.';
    }
  const marginal = (part: WitnessPart, names: readonly string[]) => {
    const sums = new Map<string, number>();
    const places = names.map((name) => part.dims.indexOf(name));
    for (const { key, value } of part.cells) {
      const text = keyText(places.map((place) => key[place]!));
      sums.set(text, (sums.get(text) ?? 0) + value);
    }
    return sums;
  };
  for (const [at, first] of witness.entries())
    for (const second of witness.slice(at + 1)) {
      const names = first.dims.filter((name) => second.dims.includes(name));
      if (names.length === 0) continue;
      const one = marginal(first, names);
      const two = marginal(second, names);
      for (const key of new Set([...one.keys(), ...two.keys()]))
        if (!close(one.get(key) ?? 0, two.get(key) ?? 0)) return 'Linked tables would not meet.';
    }
  return undefined;
}

/**
 * Re-adds witnesses from the finest groups up and compares each with everything published (a figure,
 * or null where withheld): shown figures, rates, and that a withheld figure above 0 stays above 0
 * where zeros are published. Returns what is wrong with one. Uses addition only.
 */
export function readder(
  table: Table,
  published: readonly ReadonlyMap<string, number | null>[],
): (witness: Witness) => string | undefined {
  const tables = allTables(table);
  const climb = above(tables.flatMap((each) => each.dims));
  const rule = showsNoneBelow(table, published);
  const adders = tables.map((each) => {
    const names = each.dims.map((dim) => dim.name);
    return adder(names, climb);
  });
  const cells = tables.map((each, number) =>
    each.cells.map(({ key, value }) => {
      const text = keyText(key);
      return { key, text, value, shown: published[number]!.get(text) ?? null };
    }),
  );
  return (witness) => {
    const sums = adders.map((add) => add(witness));
    const unfit = partFault(table, witness);
    if (unfit) return unfit;
    for (const [one, two] of table.same ?? []) {
      const [first, second] = [one, two].map((ref) => sums[ref.table]!(keyText(ref.key)));
      if (!close(first!, second!)) return `${one.key.join(' × ')} would differ between tables.`;
    }
    for (const [number, each] of tables.entries()) {
      for (const { key, text, value, shown } of cells[number]!) {
        const other = sums[number]!(text);
        if (shown !== null) {
          if (!(each.before ? close(shown, other) : shownAlike(table, shown, other, rule)))
            return `${key.join(' × ')} would differ.`;
        } else if (table.kind === 'count' && table.zeros === 'published' && value > 0 && other < 1)
          return `${key.join(' × ')} would be a zero, which would be shown.`;
      }
      // A rate that the gate shows is computed from two figures that it shows; a given one may tell more.
      const fault = isAudit(table) && rateFault(each, sums[number]!);
      if (fault) return fault;
    }
    return undefined;
  };
}
