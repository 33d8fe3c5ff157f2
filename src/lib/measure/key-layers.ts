import type { KeySums } from './key-sums';

/** At most one cell a child: its key by the number of the child, and the numbers of the cell. */
export interface KeyLayer {
  /** As many keys as there are stands for none. */
  readonly key: Uint8Array | Uint16Array | Int32Array;
  /** Null where the number is 1 in every cell. */
  readonly numbers: readonly (Uint8Array | Int32Array | null)[];
}

/** Under so small a part of the keys, the keys met are put in order instead of looking at all. */
const fewOfKeys = 16;

/**
 * Cells that most children have, in layers of one a child: one byte a child for up to 255 keys, two up to
 * 65,535. A change of filter reads the children that it leaves, once.
 */
export class KeyLayers {
  readonly #layers: readonly KeyLayer[];
  readonly #keys: number;
  readonly #counts: readonly string[];

  constructor(layers: readonly KeyLayer[], keys: number, counts: readonly string[]) {
    this.#layers = layers;
    this.#keys = keys;
    this.#counts = counts;
  }

  get bytes(): number {
    return this.#layers.reduce(
      (all, { key, numbers }) =>
        numbers.reduce((sum, values) => sum + (values?.byteLength ?? 0), all + key.byteLength),
      0,
    );
  }

  /**
   * Sums by key of each list of children, null for all; null where nobody of a list has a cell.
   * @param lists numbers of children, rising
   */
  sums(lists: readonly (Int32Array | null)[]): (Omit<KeySums, 'codes'> | null)[] {
    const met = new Float64Array(this.#keys + 1);
    const added = this.#counts.map((_, i) =>
      this.#layers.some(({ numbers }) => numbers[i]) ? new Float64Array(this.#keys + 1) : met,
    );
    return lists.map((list) => {
      for (const { key, numbers } of this.#layers) {
        count(met, key, list);
        numbers.forEach((values, i) => values && add(added[i]!, key, values, list));
      }
      const keys = this.#met(met, list);
      const numbers = this.#counts.map((count, i) => {
        const sums = added[i]!;
        const own = new Float64Array(keys.length);
        for (let at = 0; at < keys.length; at++) own[at] = sums[keys[at]!]!;
        return [count, own] as const;
      });
      for (const sums of new Set([met, ...added])) {
        for (let at = 0; at < keys.length; at++) sums[keys[at]!] = 0;
        sums[this.#keys] = 0;
      }
      return keys.length ? { keys, numbers: Object.fromEntries(numbers) } : null;
    });
  }

  /** The keys that were met, rising. */
  #met(met: Float64Array, list: Int32Array | null): Int32Array {
    if (list && list.length * this.#layers.length < this.#keys / fewOfKeys) {
      const found = new Set<number>();
      for (const { key } of this.#layers)
        for (let i = 0, end = within(list, key.length); i < end; i++) found.add(key[list[i]!]!);
      found.delete(this.#keys);
      return Int32Array.from(found).sort();
    }
    let length = 0;
    for (let key = 0; key < this.#keys; key++) if (met[key]) length++;
    const keys = new Int32Array(length);
    for (let key = 0, at = 0; key < this.#keys; key++) if (met[key]) keys[at++] = key;
    return keys;
  }
}

/** How many children of a list are among the first `most`. */
function within(list: Int32Array, most: number): number {
  let end = list.length;
  while (end && list[end - 1]! >= most) end--;
  return end;
}

function count(met: Float64Array, key: KeyLayer['key'], list: Int32Array | null): void {
  if (!list) for (let child = 0; child < key.length; child++) met[key[child]!]!++;
  else for (let i = 0, end = within(list, key.length); i < end; i++) met[key[list[i]!]!]!++;
}

function add(
  sums: Float64Array,
  key: KeyLayer['key'],
  values: Uint8Array | Int32Array,
  list: Int32Array | null,
): void {
  const end = list ? within(list, key.length) : key.length;
  for (let i = 0; i < end; i++) {
    const child = list ? list[i]! : i;
    sums[key[child]!]! += values[child]!;
  }
}
