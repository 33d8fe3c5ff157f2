import type { Engine } from '$lib/engine/engine';
import type { Breakdown } from '$lib/schema/indicator';
import { name, sql } from '$lib/schema/sql';
import { listsOf } from './lists-of';
import type { View } from './view';

/** One column of the children: its codes, and which of them the child of each number has (−1 none). */
interface Codes {
  readonly codes: readonly string[];
  readonly at: Int16Array;
}

/** Groups of children by some columns: the codes of each group, and the group of each child. */
export class ChildGroups {
  readonly codes: readonly (readonly (string | null)[])[];
  readonly at: Uint8Array | Uint16Array | Int32Array;
  #lists: readonly Int32Array[] | null = null;

  constructor(codes: ChildGroups['codes'], at: ChildGroups['at']) {
    this.codes = codes;
    this.at = at;
  }

  /** The children of each group, rising. */
  get lists(): readonly Int32Array[] {
    return (this.#lists ??= listsOf(this.at, this.codes.length));
  }

  /** Bytes in memory. */
  get bytes(): number {
    return this.at.byteLength + (this.#lists ? 4 * this.at.length : 0);
  }
}

/** The children that filters leave. */
export interface KeptChildren {
  /** 1 at the number of each, 0 elsewhere. */
  readonly at: Uint8Array;
  /** Their numbers, rising. */
  readonly list: Int32Array;
}

/** Filters and groups whose children are remembered. */
const remembered = 6;

/** The columns of `child` in memory, read when first asked for: two bytes a child and column. */
export class ChildCodes {
  readonly #columns = new Map<Breakdown, Codes>();
  readonly #kept = new Map<string, KeptChildren>();
  readonly #groups = new Map<string, ChildGroups>();

  /** Bytes in memory. */
  get bytes(): number {
    const columns = [...this.#columns.values()].reduce((sum, { at }) => sum + at.byteLength, 0);
    const kept = [...this.#kept.values()].flatMap(({ at, list }) => [at, list]);
    const groups = [...this.#groups.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    return kept.reduce((sum, { byteLength }) => sum + byteLength, columns + groups);
  }

  /** The children that filters leave. */
  async kept(engine: Engine, where: View['where'], signal?: AbortSignal): Promise<KeptChildren> {
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
    const found = kept ?? new Uint8Array(0);
    let length = 0;
    for (let child = 0; child < found.length; child++) length += found[child]!;
    const list = new Int32Array(length);
    for (let child = 0, at = 0; at < length; child++) if (found[child]) list[at++] = child;
    return newest(this.#kept, place, { at: found, list });
  }

  /** Children by the codes of several columns. */
  async groups(
    engine: Engine,
    columns: readonly Breakdown[],
    signal?: AbortSignal,
  ): Promise<ChildGroups> {
    const known = this.#groups.get(columns.join());
    if (known) return known;
    let codesOf: (string | null)[][] = [[]];
    let at = new Int32Array(0);
    for (const column of columns) {
      const { codes, at: own } = await this.of(engine, column, signal);
      const ofOne = [null, ...codes];
      const before = columns[0] === column ? new Int32Array(own.length) : at;
      at = new Int32Array(own.length);
      for (let child = 0; child < at.length; child++)
        at[child] = before[child]! * ofOne.length + own[child]! + 1;
      codesOf = codesOf.flatMap((group) => ofOne.map((code) => [...group, code]));
    }
    const small =
      codesOf.length <= 256 ? Uint8Array : codesOf.length <= 65_536 ? Uint16Array : null;
    const found = new ChildGroups(codesOf, small ? new small(at) : at);
    return newest(this.#groups, columns.join(), found);
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

/** Keeps something beside what was kept last. */
function newest<T>(all: Map<string, T>, place: string, one: T): T {
  all.set(place, one);
  for (const [oldest] of all) if (all.size > remembered) all.delete(oldest);
  return one;
}
