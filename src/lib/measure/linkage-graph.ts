/** Two records, or children, that may be one child, by number. `same` is null while undecided. */
export interface LinkPair {
  readonly a: number;
  readonly b: number;
  readonly same: boolean | null;
}

/** Children who may be fewer: as many as nodes where every undecided pair is two children. */
export interface Tangle {
  /** Each node is the numbers that are one child already. */
  readonly nodes: readonly (readonly number[])[];
  /**
   * Sets of nodes, as bits, that undecided pairs join and no decision keeps apart: who may be one child.
   * Single nodes come first. Empty where there are more than `mostNodes`.
   */
  readonly sets: readonly number[];
}

/** Tangles of more children are not told apart one by one: their sets double with every node. */
export const mostNodes = 8;

/** The number that stands for a number after pairs were joined, its own for one that was not. */
export function joined(pairs: readonly Pick<LinkPair, 'a' | 'b'>[]): (one: number) => number {
  const parent = new Map<number, number>();
  const root = (one: number): number => {
    let at = one;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    for (let up = parent.get(one); up !== undefined; up = parent.get(one)) {
      if (up !== at) parent.set(one, at);
      one = up;
    }
    return at;
  };
  for (const { a, b } of pairs) {
    const [low, high] = [root(a), root(b)].sort((x, y) => x - y) as [number, number];
    if (low !== high) parent.set(high, low);
  }
  return root;
}

/** Whether decisions contradict each other: two that are not one child are joined through others. */
export function contradicts(pairs: readonly LinkPair[]): boolean {
  const root = joined(pairs.filter(({ same }) => same === true));
  return pairs.some(({ a, b, same }) => same === false && root(a) === root(b));
}

/** The tangles that undecided pairs leave, in the order of their least number. */
export function tanglesOf(pairs: readonly LinkPair[]): Tangle[] {
  const one = joined(pairs.filter(({ same }) => same === true));
  const apart = new Set(
    pairs.filter(({ same }) => same === false).map(({ a, b }) => edge(one(a), one(b))),
  );
  const open = pairs
    .filter(({ same }) => same === null)
    .map(({ a, b }) => ({ a: one(a), b: one(b) }))
    .filter(({ a, b }) => a !== b && !apart.has(edge(a, b)));
  const together = joined(open);
  const members = new Map<number, Set<number>>();
  for (const { a, b } of pairs) for (const n of [a, b]) add(members, one(n), n);
  const roots = new Map<number, Set<number>>();
  for (const { a, b } of open) for (const n of [a, b]) add(roots, together(n), n);
  const links = new Map<number, Set<number>>();
  for (const { a, b } of open) {
    add(links, a, b);
    add(links, b, a);
  }
  return [...roots]
    .sort(([a], [b]) => a - b)
    .map(([, found]) => {
      const nodes = [...found].sort((a, b) => a - b);
      const isApart = (i: number, j: number) => apart.has(edge(nodes[i]!, nodes[j]!));
      const joins = nodes.map((node) =>
        nodes.reduce((bits, other, i) => bits | (links.get(node)?.has(other) ? 1 << i : 0), 0),
      );
      return {
        nodes: nodes.map((node) => [...(members.get(node) ?? [node])].sort((a, b) => a - b)),
        sets: nodes.length > mostNodes ? [] : setsOf(nodes.length, joins, isApart),
      };
    });
}

/**
 * The fewest and the most that the children of a tangle can be in a figure, over every way to part its
 * nodes into allowed sets. `counts` says whether the child that a set makes is in the figure.
 */
export function fewestAndMost(
  { nodes, sets }: Tangle,
  counts: (set: number) => boolean,
): { readonly fewest: number; readonly most: number } {
  const whole = (1 << nodes.length) - 1;
  const fewest = new Int32Array(whole + 1).fill(1e6);
  const most = new Int32Array(whole + 1).fill(-1);
  fewest[0] = most[0] = 0;
  const worth = sets.map((set) => Number(counts(set)));
  for (let placed = 0; placed < whole; placed++) {
    if (most[placed]! < 0) continue;
    // The next set is the one that holds the first node not placed.
    const first = ~placed & (placed + 1);
    sets.forEach((set, i) => {
      if (!(set & first) || set & placed) return;
      const next = placed | set;
      fewest[next] = Math.min(fewest[next]!, fewest[placed]! + worth[i]!);
      most[next] = Math.max(most[next]!, most[placed]! + worth[i]!);
    });
  }
  return { fewest: fewest[whole]!, most: most[whole]! };
}

/**
 * How many children fewer there are at most: exact where no tangle is larger than `mostNodes`; of a larger
 * one every joined record is taken as one child, and then `exact` is false.
 */
export function fewerAtMost(tangles: readonly Tangle[]): { fewer: number; exact: boolean } {
  let fewer = 0;
  let exact = true;
  for (const tangle of tangles) {
    const { length } = tangle.nodes;
    fewer += length - (tangle.sets.length ? fewestAndMost(tangle, () => true).fewest : 1);
    exact &&= tangle.sets.length > 0;
  }
  return { fewer, exact };
}

function setsOf(
  count: number,
  joins: readonly number[],
  isApart: (i: number, j: number) => boolean,
): number[] {
  const single = joins.map((_, i) => 1 << i);
  const met = new Set(single);
  // A joined set without one of its outer nodes is joined too, so growing by one node finds them all.
  for (const set of met)
    for (let i = 0; i < count; i++) {
      const bit = 1 << i;
      if (set & bit || !(joins[i]! & set)) continue;
      const fits = joins.every((_, j) => !(set & (1 << j)) || !isApart(i, j));
      if (fits) met.add(set | bit);
    }
  return [...met];
}

const edge = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function add(to: Map<number, Set<number>>, key: number, value: number): void {
  const known = to.get(key);
  if (known) known.add(value);
  else to.set(key, new Set([value]));
}
