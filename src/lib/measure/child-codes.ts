import type { Engine } from '$lib/engine/engine';
import type { Breakdown } from '$lib/schema/indicator';
import { name, sql } from '$lib/schema/sql';
import type { View } from './view';

/** One column of the children: its codes, and which of them the child of each number has (−1 none). */
interface Codes {
  readonly codes: readonly string[];
  readonly at: Int16Array;
}

/** Groups of children by some columns: the codes of each group, and the group of each child. */
export interface ChildGroups {
  readonly codes: readonly (readonly (string | null)[])[];
  readonly at: Int32Array;
}

/** Filters whose children are remembered. */
const remembered = 4;

/** The columns of `child` in memory, read when first asked for: two bytes a child and column. */
export class ChildCodes {
  readonly #columns = new Map<Breakdown, Codes>();
  readonly #kept = new Map<string, Uint8Array>();

  /** Bytes in memory. */
  get bytes(): number {
    const columns = [...this.#columns.values()].reduce((sum, { at }) => sum + at.byteLength, 0);
    return [...this.#kept.values()].reduce((sum, { byteLength }) => sum + byteLength, columns);
  }

  /** 1 at the number of each child that the filters leave, 0 elsewhere. */
  async kept(engine: Engine, where: View['where'], signal?: AbortSignal): Promise<Uint8Array> {
    const place = JSON.stringify(Object.entries(where).sort());
    const known = this.#kept.get(place);
    if (known) return known;
    let kept: Uint8Array | null = null;
    for (const [column, wanted] of Object.entries(where)) {
      const { codes, at } = await this.of(engine, column as Breakdown, signal);
      // A child without a code meets no filter: place 0.
      const meets = Uint8Array.of(0, ...codes.map((code) => Number(wanted.includes(code))));
      kept ??= new Uint8Array(at.length).fill(1);
      for (let child = 0; child < at.length; child++) kept[child]! &= meets[at[child]! + 1]!;
    }
    kept ??= new Uint8Array(0);
    this.#kept.set(place, kept);
    for (const [oldest] of this.#kept) if (this.#kept.size > remembered) this.#kept.delete(oldest);
    return kept;
  }

  /** Children by the codes of several columns. */
  async groups(
    engine: Engine,
    columns: readonly Breakdown[],
    signal?: AbortSignal,
  ): Promise<ChildGroups> {
    let found: ChildGroups | null = null;
    for (const column of columns) {
      const { codes, at } = await this.of(engine, column, signal);
      const own = [null, ...codes];
      const before: ChildGroups = found ?? { codes: [[]], at: new Int32Array(at.length) };
      found = {
        codes: before.codes.flatMap((group) => own.map((code) => [...group, code])),
        at: before.at.map((group, child) => group * own.length + at[child]! + 1),
      };
    }
    return found ?? { codes: [[]], at: new Int32Array(0) };
  }

  /** Reads a column, once. */
  async of(engine: Engine, column: Breakdown, signal?: AbortSignal): Promise<Codes> {
    const known = this.#columns.get(column);
    if (known) return known;
    const met = sql`SELECT DISTINCT ${name(column)} AS code FROM child WHERE ${name(column)} IS NOT NULL`;
    const codes = await engine.query(
      sql`SELECT code::VARCHAR AS code FROM (${met}) ORDER BY code::VARCHAR`,
      { signal },
    );
    const found = await engine.columns(
      sql`SELECT child, coalesce(place, -1)::INTEGER AS place FROM child LEFT JOIN
        (SELECT code, row_number() OVER (ORDER BY code::VARCHAR) - 1 AS place FROM (${met})) ON code = child.${name(column)}`,
      { signal },
    );
    const { child = new Float64Array(0), place = new Float64Array(0) } = found;
    const at = new Int16Array(child.reduce((most, one) => Math.max(most, one), -1) + 1).fill(-1);
    child.forEach((one, row) => (at[one] = place[row]!));
    const made = { codes: codes.map(({ code }) => String(code)), at };
    this.#columns.set(column, made);
    return made;
  }
}
