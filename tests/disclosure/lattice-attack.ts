import { columns, lists } from './lattice-walk';
import type { Child, Told } from './lattice-walk';

const prime = 94_906_249;
const inverse = (value: number): number => {
  let [a, b, x, y] = [value, prime, 1, 0];
  while (b > 0) {
    const q = Math.floor(a / b);
    [a, b] = [b, a - q * b];
    [x, y] = [y, x - q * y];
  }
  return ((x % prime) + prime) % prime;
};

const names = [...columns, 'answer'] as const;
type Group = Pick<Told, 'where' | 'range'>;

/**
 * Who sees some views and subtracts: the finest groups (half year and one code of every column) as unknowns,
 * shown counts as equations, shown zeros as no one. Written apart from the engine.
 */
export class Attack {
  readonly #unknowns: Group[];
  readonly #zero: boolean[];
  readonly #basis = new Map<number, number[]>();

  constructor(told: readonly Told[], years: number) {
    let all: Record<string, readonly string[]>[] = [{}];
    for (const name of names)
      all = all.flatMap((one) => lists[name].map((code) => ({ ...one, [name]: [code] })));
    this.#unknowns = Array.from({ length: 2 * years }, (_, half) => half).flatMap((half) =>
      all.map((where): Group => ({ where, range: [half, half] })),
    );
    const shown = told.filter(({ count }) => count !== null);
    const empty = shown.filter(({ count }) => count === 0);
    this.#zero = this.#unknowns.map((one) => empty.some((group) => isIn(one, group)));
    for (const group of shown) {
      const row = this.#reduced(group);
      const lead = row.findIndex((value) => value !== 0);
      if (lead < 0) continue;
      const times = inverse(row[lead]!);
      this.#basis.set(
        lead,
        row.map((value) => (value * times) % prime),
      );
    }
  }

  /** Whether the number of children of a group follows from sums and differences of what is shown. */
  knows(group: Group): boolean {
    return this.#reduced(group).every((value) => value === 0);
  }

  #reduced(group: Group): number[] {
    const row = this.#unknowns.map((one, at) =>
      !this.#zero[at] && isIn(one, group) ? 1 : 0,
    ) as number[];
    for (let at = 0; at < row.length; at++) {
      const own = this.#basis.get(at);
      if (row[at] === 0 || !own) continue;
      const times = prime - row[at]!;
      for (let to = at; to < row.length; to++)
        if (own[to] !== 0) row[to] = (row[to]! + times * own[to]!) % prime;
    }
    return row;
  }
}

const isIn = (one: Group, group: Group): boolean =>
  one.range[0] >= group.range[0] &&
  one.range[1] <= group.range[1] &&
  Object.entries(group.where).every(([name, codes]) => codes.includes(one.where[name]![0]!));

const size = (children: readonly Child[], { where, range }: Group): number =>
  children.filter(
    (child) =>
      child.half >= range[0] &&
      child.half <= range[1] &&
      Object.entries(where).every(([name, codes]) => codes.includes(child[name as 'form'])),
  ).length;

/** Every group of one code or all codes of each column, in one of the ranges, that has 1 to k − 1 children. */
export function smallGroups(
  children: readonly Child[],
  ranges: readonly (readonly [number, number])[],
  k: number,
): Group[] {
  let all: Record<string, readonly string[]>[] = [{}];
  for (const name of names)
    all = all.flatMap((one) => [one, ...lists[name].map((code) => ({ ...one, [name]: [code] }))]);
  return ranges
    .flatMap((range) => all.map((where) => ({ where, range })))
    .filter((group) => {
      const n = size(children, group);
      return n > 0 && n < k;
    });
}

/** Pairs of shown counts of which one group lies within the other and 1 to k − 1 children are left over. */
export function leftOver(told: readonly Told[], k: number): string[] {
  const shown = told.filter(({ count }) => count !== null);
  const holds = (outer: Group, inner: Group) =>
    inner.range[0] >= outer.range[0] &&
    inner.range[1] <= outer.range[1] &&
    Object.entries(outer.where).every(([name, codes]) =>
      (inner.where[name] ?? lists[name as 'form']).every((code) => codes.includes(code)),
    );
  return shown.flatMap((outer) =>
    shown.flatMap((inner) => {
      const left = outer.count! - inner.count!;
      return left > 0 && left < k && holds(outer, inner)
        ? [`${JSON.stringify(outer)} - ${JSON.stringify(inner)}`]
        : [];
    }),
  );
}
