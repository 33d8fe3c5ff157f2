import type { Case } from './capacity';
import type { Cut } from './cuts';
import { emptyQuestion, UNBOUNDED } from './program';
import { simplexProgram } from './simplex';
import type { SystemRow } from './system';

/** Entries of the dense program up to which it is solved here. */
const LARGEST = 180_000;

const sumOf = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0);

/**
 * The linear relaxation of the program over patterns by the built-in solver, for small tables. It
 * starts where every cell is withheld, which no cut forbids, and shows cells from there.
 */
export class LeanMaster {
  readonly #cells: readonly number[];
  readonly #place = new Map<number, number>();
  readonly #cuts: Cut[] = [];
  /** Cuts that no solution has violated yet. */
  #waiting: Cut[] = [];

  constructor(
    private readonly given: Case,
    private readonly sensitive: Uint8Array,
    cuts: readonly Cut[],
  ) {
    this.#cells = given.system.cells
      .map((_, cell) => cell)
      .filter((cell) => given.selectable[cell] && !sensitive[cell]);
    this.#cells.forEach((cell, at) => this.#place.set(cell, at));
    for (const cut of cuts) this.add(cut);
  }

  /** What even all cells together do not meet is left out: the bound only gets lower. */
  add(cut: Cut): void {
    if (sumOf(cut.coefs) >= cut.side) this.#waiting.push(cut);
  }

  /**
   * Extent to which each cell is withheld, and a bound on the cost of every safe pattern; undefined
   * where the program is too large for the built-in solver.
   */
  solve(): { share: Float64Array; bound: number } | undefined {
    for (;;) {
      const found = this.#solveActive();
      const { share } = found ?? {};
      if (!share) return undefined;
      const before = this.#cuts.length;
      this.#waiting = this.#waiting.filter((cut) => {
        const left = cut.cells.reduce((sum, cell, k) => sum + cut.coefs[k]! * share[cell]!, 0);
        if (left > cut.side - 1e-6) return true;
        this.#cuts.push(cut);
        return false;
      });
      if (this.#cuts.length === before) return found;
    }
  }

  #solveActive(): { share: Float64Array; bound: number } | undefined {
    const { weight, system } = this.given;
    const size = this.#cells.length;
    const count = this.#cuts.length;
    if ((size + count) * count > LARGEST) return undefined;
    const rows = this.#cuts.map(({ cells, coefs }): SystemRow => ({
      regions: cells.map((cell) => this.#place.get(cell)!),
      coefs,
      ...{ cell: -1, down: 0, up: 0 },
    }));
    const question = emptyQuestion(size + count);
    this.#cells.forEach((cell, at) => {
      question.gain[at] = weight[cell]!;
      question.upper[at] = 1;
    });
    this.#cuts.forEach(({ coefs, side }, row) => {
      question.lower[size + row] = -UNBOUNDED;
      question.upper[size + row] = sumOf(coefs) - side;
    });
    const { solved, change, rowDual } = simplexProgram(size, rows).maximise(question);
    if (!solved || !rowDual) return undefined;
    const share = Float64Array.from(system.cells, (_, cell) => (this.sensitive[cell] ? 1 : 0));
    this.#cells.forEach((cell, at) => {
      share[cell] = 1 - change[at]!;
    });
    return { share, bound: this.#bound(rowDual) };
  }

  /** Weak duality, from the cuts themselves: holds whatever the solver rounded. */
  #bound(dual: Float64Array): number {
    const left = this.#cells.map((cell) => this.given.weight[cell]!);
    let bound = 0;
    this.#cuts.forEach(({ cells, coefs, side }, row) => {
      const price = Math.max(0, dual[row]!);
      bound += price * side;
      cells.forEach((cell, k) => {
        const at = this.#place.get(cell)!;
        left[at] = left[at]! - price * coefs[k]!;
      });
    });
    return left.reduce((sum, each) => sum + Math.min(0, each), bound);
  }
}
