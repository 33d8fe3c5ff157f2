import type { Breakdown } from '$lib/schema/indicator';
import { EngineError } from '$lib/engine/engine';
import { Cube, type CubeLimits } from './cube';
import type { Prepared } from './prepare';
import type { Additive, Request, SumsSource } from './request';

/** Columns of the child by which every cube is split, so that a filter on them needs no new one. */
const filtered: readonly Breakdown[] = [
  'gender',
  'age_band',
  'citizenship_group',
  'main_form',
  'org_type',
];

const usual: CubeLimits = { most: 4_000_000, readAtOnce: 60_000, held: 30_000 };

/** When a cube is made, and how much is kept. */
interface CubesOptions {
  /** How often a question must be asked; two, so that one figure on its own costs nothing more. */
  readonly after?: number;
  /** Cells kept in all, some 16 bytes each. */
  readonly mostCells?: number;
  readonly limits?: CubeLimits;
}

/**
 * The cubes of one data set. A question that is asked again is answered from sums made once, so that a
 * change of filter reads thousands of cells and not millions of rows. What was used longest ago goes first.
 */
export class Cubes implements SumsSource {
  readonly #after: number;
  readonly #mostCells: number;
  readonly #limits: CubeLimits;
  readonly #asked = new Map<string, number>();
  readonly #made = new Map<string, Cube | null>();
  readonly #making = new Set<string>();

  constructor({ after = 2, mostCells = 16_000_000, limits = usual }: CubesOptions = {}) {
    this.#after = after;
    this.#mostCells = mostCells;
    this.#limits = limits;
  }

  /** How many cubes are kept now, and their cells. */
  get kept(): { cubes: number; cells: number } {
    const cubes = [...this.#made.values()].filter((cube) => cube !== null);
    return { cubes: cubes.length, cells: cubes.reduce((sum, { cells }) => sum + cells, 0) };
  }

  async of(
    request: Request,
    columns: readonly Breakdown[],
    additive: Additive,
  ): Promise<Cube | null> {
    const open: Request = { ...request, view: { ...request.view, where: {} } };
    const question = String(additive.statement(open, columns));
    const times = (this.#asked.get(question) ?? 0) + 1;
    this.#asked.set(question, times);
    if (times < this.#after) return null;
    const wanted = [...columns, ...(Object.keys(request.view.where) as Breakdown[])];
    const dims = [...new Set([...(additive.wide ? [] : filtered), ...wanted.sort()])];
    const statement = additive.statement(open, dims);
    const place = String(statement);
    const known = this.#made.get(place);
    if (known !== undefined) {
      this.#made.delete(place);
      this.#made.set(place, known);
      return known;
    }
    if (this.#making.has(place)) return null;
    this.#making.add(place);
    try {
      const cube = await Cube.make(request, additive, statement, dims, this.#limits);
      this.#made.set(place, cube);
      await this.#forget(cube);
      return cube;
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== 'out-of-memory') throw error;
      this.#made.set(place, null);
      await this.#forget(null, 0);
      return null;
    } finally {
      this.#making.delete(place);
    }
  }

  /** Drops the cubes that were used longest ago until the others fit, the newest always. */
  async #forget(newest: Cube | null, most = this.#mostCells): Promise<void> {
    let cells = 0;
    for (const cube of this.#made.values()) cells += cube?.cells ?? 0;
    for (const [place, cube] of this.#made) {
      if (cells <= most) return;
      if (!cube || cube === newest) continue;
      cells -= cube.cells;
      this.#made.delete(place);
      await cube.drop();
    }
  }
}

const ofPrepared = new WeakMap<Prepared, Cubes>();

/** The cubes of a data set that was prepared. */
export function cubesOf(prepared: Prepared): Cubes {
  const known = ofPrepared.get(prepared) ?? new Cubes();
  ofPrepared.set(prepared, known);
  return known;
}
