import type { Breakdown } from '$lib/schema/indicator';
import { type Engine, EngineError } from '$lib/engine/engine';
import { Answers } from './answers';
import { ChildCodes } from './child-codes';
import { ChildCube, childDims } from './child-cube';
import { Cube } from './cube';
import { holdSums } from './held-sums';
import type { Prepared } from './prepare';
import type { Additive, Request, SumsSource } from './request';

/** Columns of the child by which a cube that is not of single children is split besides those asked for. */
const filtered: readonly Breakdown[] = [
  'gender',
  'age_band',
  'citizenship_group',
  'main_form',
  'org_type',
];

/** Limits of one cube, in cells; a larger one is not made. */
interface CubeLimits {
  /** Of a cube by child. */
  readonly byChild: number;
  /** Of a cube by columns of the child, whose cells come as rows. */
  readonly byColumns: number;
}

const usual: CubeLimits = { byChild: 4_000_000, byColumns: 60_000 };

/** When a cube is made, and how much is kept. */
interface CubesOptions {
  /** How often a question must be asked; two, so that one figure on its own costs nothing more. */
  readonly after?: number;
  /** Bytes kept in all, in arrays of JavaScript; the engine keeps nothing. */
  readonly mostBytes?: number;
  readonly limits?: CubeLimits;
}

type Made = ChildCube | Cube;

/** A question as it was asked, without its filters. */
interface Question {
  readonly request: Request;
  readonly columns: readonly Breakdown[];
  readonly additive: Additive;
}

/** Questions remembered, so that their cubes can be made ahead. */
const mostQuestions = 200;

/**
 * The cubes of one data set. A question that is asked again is answered from sums made once, so that a
 * change of filter reads arrays in memory and not millions of rows. What was used longest ago goes first.
 */
export class Cubes implements SumsSource {
  /** Answers to statements that were asked before; null where every question is to be asked. */
  readonly answers: Answers | null;
  readonly #after: number;
  readonly #mostBytes: number;
  readonly #limits: CubeLimits;
  #codes = new ChildCodes();
  readonly #asked = new Map<string, number>();
  readonly #questions = new Map<string, Question>();
  readonly #made = new Map<string, Made | null>();
  readonly #making = new Set<string>();

  constructor({ after = 2, mostBytes = 384 * 2 ** 20, limits = usual }: CubesOptions = {}) {
    this.answers = after === Infinity ? null : new Answers();
    this.#after = after;
    this.#mostBytes = mostBytes;
    this.#limits = limits;
  }

  /** Drops everything that is kept. */
  clear(): void {
    for (const all of [this.#asked, this.#questions, this.#made]) all.clear();
    this.#codes = new ChildCodes();
  }

  /** How many cubes are kept now, and their bytes. */
  get kept(): { cubes: number; bytes: number } {
    const cubes = [...this.#made.values()].filter((cube) => cube !== null);
    return { cubes: cubes.length, bytes: cubes.reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  async of(
    request: Request,
    columns: readonly Breakdown[],
    additive: Additive,
  ): Promise<Made | null> {
    const open: Request = { ...request, view: { ...request.view, where: {} } };
    const question = String(additive.statement(open, columns));
    const times = (this.#asked.get(question) ?? 0) + 1;
    this.#asked.set(question, times);
    this.#questions.delete(question);
    this.#questions.set(question, { request: open, columns, additive });
    for (const [oldest] of this.#questions)
      if (this.#questions.size > mostQuestions) this.#questions.delete(oldest);
    if (times < this.#after) return null;
    return this.#answering(
      { request: open, columns, additive },
      Object.keys(request.view.where) as Breakdown[],
    );
  }

  /**
   * Makes the cubes that the questions asked so far would need under a filter on any one of `filters`,
   * one after the other, and counts them as asked. Stops when `signal` aborts (rejects with `AbortError`)
   * and where no room is left for more.
   */
  async makeAhead(
    engine: Engine,
    filters: readonly Breakdown[],
    signal: AbortSignal,
  ): Promise<void> {
    if (this.#after === Infinity) return;
    for (const [name, { request, columns, additive }] of [...this.#questions]) {
      const question = { request: { ...request, engine, signal }, columns, additive };
      for (const filter of byChild(additive) ? filters.slice(0, 1) : filters) {
        signal.throwIfAborted();
        if (this.kept.bytes > 0.8 * this.#mostBytes) return;
        await this.#answering(question, [filter]);
      }
      this.#asked.set(name, this.#after);
    }
    for (const filter of filters) await this.#codes.of(engine, filter, signal);
    await this.#rollUp(filters, signal);
  }

  /** Adds the cubes by child up by each of the filters, as long as there is room, with pauses for the page. */
  async #rollUp(filters: readonly Breakdown[], signal: AbortSignal): Promise<void> {
    for (const filter of filters)
      for (const { request, columns, additive } of [...this.#questions.values()]) {
        if (!byChild(additive)) continue;
        const cube = this.#made.get(String(additive.statement(request, childDims(columns))));
        if (!(cube instanceof ChildCube)) continue;
        if (this.kept.bytes > 0.8 * this.#mostBytes) return;
        if (await cube.ahead(columns, filter, signal))
          await new Promise((later) => setTimeout(later));
        signal.throwIfAborted();
      }
  }

  async #answering(
    { request, columns, additive }: Question,
    filters: readonly Breakdown[],
  ): Promise<Made | null> {
    if (byChild(additive)) return this.#byChild(request, columns, additive);
    const wanted = [...columns, ...filters].sort();
    return (
      (await this.#byColumns(request, [...new Set([...filtered, ...wanted])], additive)) ??
      this.#byColumns(request, [...new Set(wanted)], additive)
    );
  }

  #byChild(
    request: Request,
    columns: readonly Breakdown[],
    additive: Additive,
  ): Promise<Made | null> {
    const dims = childDims(columns);
    const statement = additive.statement(request, dims);
    return this.#once(String(statement), () =>
      ChildCube.make(request, this.#codes, additive, statement, dims, this.#limits.byChild),
    );
  }

  #byColumns(
    request: Request,
    dims: readonly Breakdown[],
    additive: Additive,
  ): Promise<Made | null> {
    const statement = additive.statement(request, dims);
    return this.#once(String(statement), () =>
      Cube.make(request, additive, statement, dims, this.#limits.byColumns),
    );
  }

  /** The cube of a statement; null while it is being made for another, and where it cannot be. */
  async #once(place: string, make: () => Promise<Made | null>): Promise<Made | null> {
    const known = this.#made.get(place);
    if (known !== undefined) {
      this.#made.delete(place);
      this.#made.set(place, known);
      return known;
    }
    if (this.#making.has(place)) return null;
    this.#making.add(place);
    try {
      const cube = await make();
      this.#made.set(place, cube);
      this.#forget(cube);
      return cube;
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== 'out-of-memory') throw error;
      this.#made.set(place, null);
      this.#forget(null, 0);
      return null;
    } finally {
      this.#making.delete(place);
    }
  }

  /** Drops the cubes that were used longest ago until the others fit, the newest always. */
  #forget(newest: Made | null, most = this.#mostBytes): void {
    let bytes = this.#codes.bytes;
    for (const cube of this.#made.values()) bytes += cube?.bytes ?? 0;
    for (const [place, cube] of this.#made) {
      if (bytes <= most) return;
      if (!cube || cube === newest) continue;
      bytes -= cube.bytes;
      this.#made.delete(place);
    }
  }
}

/** Whether such numbers are added that one set a child can be held. */
const byChild = ({ sums }: Additive) => !sums;

const ofPrepared = new WeakMap<Prepared, Cubes>();

/** The cubes of a data set that was prepared. */
export function cubesOf(prepared: Prepared): Cubes {
  const known = ofPrepared.get(prepared) ?? new Cubes();
  ofPrepared.set(prepared, known);
  holdSums(prepared, known);
  return known;
}
