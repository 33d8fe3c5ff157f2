import type { Case } from './capacity';
import { narrow } from './narrow';
import type { NarrowProgram } from './narrow';
import type { Requirement } from './requirement';
import type { Program } from './program';

/** Cells from which on a question about one of them is first asked of a part of the table. */
export const WIDE = 2000;
const PART = 1 / 4;

/**
 * Programs for parts of a wide table: the groups inside the largest figure around a cell that covers
 * at most a quarter of the table, with every total over them. An answer from there is an answer; none
 * is not.
 */
export class Boxes {
  readonly #programs = new Map<number, NarrowProgram>();

  constructor(
    private readonly given: Case,
    private readonly program: Program,
    /** Cells that may move at all. */
    private readonly movable: Uint8Array,
    private readonly wide = WIDE,
    /** Whether whole numbers will be asked for. */
    private readonly whole = false,
  ) {}

  /** The program of the part around a requirement; undefined in a narrow table or where none fits. */
  around(goal: Requirement): NarrowProgram | undefined {
    const { regions, cells } = this.given.system;
    if (cells.length < this.wide) return undefined;
    const own =
      goal.target < regions.length
        ? [goal.target]
        : this.given.rows[goal.target - regions.length]!.regions;
    const most = regions.length * PART;
    let box = -1;
    for (const cell of regions[own[0]!]!.cells) {
      const size = cells[cell]!.regions.length;
      if (size > most || size <= own.length || (box >= 0 && size <= cells[box]!.regions.length))
        continue;
      if (own.every((at) => regions[at]!.cells.includes(cell))) box = cell;
    }
    if (box < 0) return undefined;
    const known = this.#programs.get(box);
    if (known) return known;
    const inside = new Set(cells[box]!.regions);
    const free = Uint8Array.from(cells, (cell, at) =>
      this.movable[at] && cell.regions.some((region) => inside.has(region)) ? 1 : 0,
    );
    const made = narrow(this.given, free, this.program, this.whole);
    this.#programs.set(box, made);
    return made;
  }

  dispose(): void {
    for (const program of this.#programs.values()) program.dispose();
  }
}
