import type { Relation } from './relations';

/**
 * Watches a pattern for cells that a single sum gives back, one after the other: a withheld cell
 * alone in a relation can be computed. Finds no others, and needs no solver.
 */
export class Exposure {
  readonly #of: readonly (readonly number[])[];

  constructor(
    private readonly relations: readonly Relation[],
    cells: number,
  ) {
    const of = Array.from({ length: cells }, () => [] as number[]);
    relations.forEach(({ total, parts }, at) => {
      for (const cell of [total, ...parts]) of[cell]!.push(at);
    });
    this.#of = of;
  }

  /** Withheld cells that can be computed once `first` is shown. */
  from(withheld: Uint8Array, first: number): number[] {
    const known = new Set([first]);
    for (const cell of known)
      for (const at of this.#of[cell]!) {
        const { total, parts } = this.relations[at]!;
        let last = -1;
        let open = 0;
        for (const one of [total, ...parts])
          if (withheld[one] && !known.has(one)) {
            open++;
            last = one;
          }
        if (open === 1) known.add(last);
      }
    known.delete(first);
    return [...known];
  }
}
