import type { SystemRow } from './system';

/** A row as a sum of regions and of other rows: the same sum in fewer terms. */
export interface SparseRow {
  /** Region numbers, then number of regions + row number. */
  readonly parts: readonly number[];
  readonly coefs: readonly number[];
}

/**
 * Writes every row by the largest smaller rows that it is made of, as a total of its subtotals. A
 * solver factors such rows several times faster than sums over the finest groups.
 */
export function sparseRows(regions: number, rows: readonly SystemRow[]): SparseRow[] {
  const sizes = rows.map((row) => row.regions.length);
  const order = rows.map((_, at) => at).sort((a, b) => sizes[a]! - sizes[b]! || a - b);
  const plain = rows.map((row) => row.coefs.every((coef) => coef === 1));
  /** Rows that may stand for their regions, over each region, the largest last. */
  const over = Array.from({ length: regions }, () => [] as number[]);
  const left = new Float64Array(regions);
  const found: SparseRow[] = Array.from(rows, () => ({ parts: [], coefs: [] }));
  for (const at of order) {
    const row = rows[at]!;
    row.regions.forEach((region, k) => {
      left[region] = row.coefs[k]!;
    });
    const parts: number[] = [];
    const coefs: number[] = [];
    row.regions.forEach((region) => {
      const coef = left[region]!;
      if (coef === 0) return;
      const above = over[region]!;
      let part = region;
      for (let place = above.length - 1; place >= 0 && part === region; place--) {
        const other = above[place]!;
        if (rows[other]!.regions.every((each) => left[each] === coef)) part = regions + other;
      }
      parts.push(part);
      coefs.push(coef);
      if (part === region) left[region] = 0;
      else for (const each of rows[part - regions]!.regions) left[each] = 0;
    });
    if (plain[at] && row.regions.length > 1)
      for (const region of row.regions) over[region]!.push(at);
    found[at] = { parts, coefs };
  }
  return found;
}

/** Multipliers of the rows themselves from those of their sparse form. */
export function fullDual(
  regions: number,
  sparse: readonly SparseRow[],
  dual: Float64Array,
): Float64Array {
  const full = dual.slice();
  sparse.forEach(({ parts, coefs }, at) => {
    parts.forEach((part, k) => {
      if (part >= regions) full[part - regions] = full[part - regions]! - coefs[k]! * dual[at]!;
    });
  });
  return full;
}

/**
 * The same rows without what holds still: a total of subtotals that are shown is a sum of the others.
 * `still` tells which rows do. Rows that nothing is left of are undefined.
 */
export function openRows(
  regions: number,
  rows: readonly SystemRow[],
  still: readonly boolean[],
): (SystemRow | undefined)[] {
  const sparse = sparseRows(regions, rows);
  const found: (SystemRow | undefined)[] = [];
  const done = new Set<number>();
  const open = (at: number): SystemRow | undefined => {
    if (done.has(at)) return found[at];
    done.add(at);
    const own: number[] = [];
    const coefs: number[] = [];
    sparse[at]!.parts.forEach((part, k) => {
      const inner = part - regions;
      if (inner >= 0 && still[inner]) return;
      for (const region of inner < 0 ? [part] : (open(inner)?.regions ?? [])) {
        own.push(region);
        coefs.push(sparse[at]!.coefs[k]!);
      }
    });
    return (found[at] = own.length > 0 ? { ...rows[at]!, regions: own, coefs } : undefined);
  };
  rows.forEach((_, at) => open(at));
  return found;
}

/** For every region the number of the part of the system it is in: no row joins two parts. */
export function partsOf(regions: number, rows: readonly (SystemRow | undefined)[]): Int32Array {
  const above = Int32Array.from({ length: regions }, (_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (above[top] !== top) top = above[top]!;
    for (let next = at; next !== top; next = at) {
      at = above[next]!;
      above[next] = top;
    }
    return top;
  };
  for (const row of rows)
    for (const region of row?.regions ?? []) above[root(region)] = root(row!.regions[0]!);
  const numbers = new Map<number, number>();
  return above.map((_, at) => {
    const top = root(at);
    if (!numbers.has(top)) numbers.set(top, numbers.size);
    return numbers.get(top)!;
  });
}
