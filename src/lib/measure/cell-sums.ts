import type { KeptChildren } from './child-codes';
import type { KeyLayer } from './key-layers';
import type { KeySums } from './key-sums';

/** Cells of one layer by the number of the child, or one by one beside the number of the child of each. */
export interface Cells extends KeyLayer {
  /** Null where a cell stands at the number of its child. */
  readonly who: Int32Array | null;
}

/** Groups of children: the group of each child by its number, and how many groups there are. */
interface Grouping {
  readonly at: Uint8Array | Uint16Array | Int32Array;
  readonly groups: number;
}

/**
 * Sums by key of each group in one pass over the cells; null where nobody of a group has a cell. Takes
 * `groups` × `keys` places of memory, so that the lists of `key-layers.ts` are better where that is much.
 * @param kept children that count; null for all
 * @param grouping null for one group of all
 */
export function cellSums(
  layers: readonly Cells[],
  keys: number,
  counts: readonly string[],
  kept: KeptChildren | null,
  grouping: Grouping | null,
): (Omit<KeySums, 'codes'> | null)[] {
  const width = keys + 1;
  const groups = grouping?.groups ?? 1;
  const met = roomOf(groups * width);
  const added = counts.map((_, i) => (layers[0]?.numbers[i] ? roomOf(groups * width) : met));
  for (const cells of layers) {
    add(met, cells, null, kept, grouping, width);
    cells.numbers.forEach((values, i) => {
      if (values) add(added[i]!, cells, values, kept, grouping, width);
    });
  }
  const own = Array.from({ length: groups }, (_, group) => {
    const first = group * width;
    let length = 0;
    for (let at = first; at < first + keys; at++) if (met[at]) length++;
    if (!length) return null;
    const found = new Int32Array(length);
    for (let key = 0, at = 0; key < keys; key++) if (met[first + key]) found[at++] = key;
    const numbers = counts.map((count, i) => {
      const sums = added[i]!;
      const values = new Float64Array(length);
      for (let at = 0; at < length; at++) values[at] = sums[first + found[at]!]!;
      return [count, values] as const;
    });
    return { keys: found, numbers: Object.fromEntries(numbers) };
  });
  for (const room of new Set([met, ...added])) giveBack(room, groups * width);
  return own;
}

/** Adds the values of cells, or 1 for each, at group times `width` and key. */
function add(
  sums: Float64Array,
  { key, who }: Cells,
  values: Uint8Array | Int32Array | null,
  kept: KeptChildren | null,
  grouping: Grouping | null,
  width: number,
): void {
  const group = grouping?.at ?? null;
  if (who) {
    const stays = kept?.at ?? null;
    for (let cell = 0; cell < who.length; cell++) {
      const child = who[cell]!;
      if (stays && !stays[child]) continue;
      const place = group ? group[child]! * width + key[cell]! : key[cell]!;
      sums[place]! += values ? values[cell]! : 1;
    }
    return;
  }
  const list = kept?.list ?? null;
  let end = list ? list.length : key.length;
  while (list && end && list[end - 1]! >= key.length) end--;
  for (let i = 0; i < end; i++) {
    const child = list ? list[i]! : i;
    const place = group ? group[child]! * width + key[child]! : key[child]!;
    sums[place]! += values ? values[child]! : 1;
  }
}

/** The largest room that is kept, in numbers, and how many are. */
const mostKept = 1 << 20;
const kept: Float64Array[] = [];
const mostRooms = 4;

/** Numbers that are all 0, at least so many. */
function roomOf(size: number): Float64Array {
  const at = kept.findIndex((room) => room.length >= size);
  return at < 0 ? new Float64Array(size) : kept.splice(at, 1)[0]!;
}

function giveBack(room: Float64Array, used: number): void {
  if (room.length > mostKept) return;
  room.fill(0, 0, used);
  kept.push(room);
  kept.sort((a, b) => a.length - b.length);
  if (kept.length > mostRooms) kept.shift();
}
