import type { NumberColumns } from '$lib/engine/engine';
import type { ChildGroups, KeptChildren } from './child-codes';
import { cellSums, type Cells } from './cell-sums';
import { KeyLayers, type KeyLayer } from './key-layers';
import { addedKeySums, type KeySums } from './key-sums';
import { listsOf } from './lists-of';

/** Cells of one child that are laid out by child; more are loose. */
const mostLayers = 8;

/** Places for sums by group and key up to which all groups are summed in one pass. */
const mostPlaces = 1 << 18;

/**
 * The cells of a statement by child and key in memory: in layers by child where that is smaller
 * (`key-layers.ts`), the rest one by one with the number of its child. A change of filter reads them once.
 */
export class ChildCells {
  readonly cells: number;
  readonly #keys: number;
  readonly #layers: KeyLayers | null;
  /** Children of the other cells, rising, and those cells as one layer by their place. */
  readonly #who: Int32Array;
  readonly #loose: KeyLayers | null;
  readonly #counts: readonly string[];
  readonly #all: readonly Cells[];

  /** @param columns `child`, `k`, and of the `counts` those that are not 1 in every cell; whole numbers */
  constructor(columns: NumberColumns, keys: number, counts: readonly string[]) {
    const { child = new Float64Array(0), k = new Float64Array(0) } = columns;
    this.cells = child.length;
    this.#keys = keys;
    const layerOf = layersOf(child);
    const children = child.reduce((most, one) => Math.max(most, one), -1) + 1;
    const Keys = keys <= 255 ? Uint8Array : keys <= 65_535 ? Uint16Array : Int32Array;
    const values = counts.map((count) => {
      const own = columns[count] ?? null;
      return { own, Numbers: own?.every((one) => one >= 0 && one < 256) ? Uint8Array : Int32Array };
    });
    const empty = (cells: number): KeyLayer => ({
      key: new Keys(cells).fill(keys),
      numbers: values.map(({ own, Numbers }) => own && new Numbers(cells)),
    });
    const put = (cell: number, { key, numbers }: KeyLayer, at: number) => {
      key[at] = k[cell]!;
      for (let i = 0; i < values.length; i++)
        if (values[i]!.own) numbers[i]![at] = values[i]!.own![cell]!;
    };
    const bytes = values.reduce(
      (sum, { own, Numbers }) => sum + (own ? Numbers.BYTES_PER_ELEMENT : 0),
      Keys.BYTES_PER_ELEMENT,
    );
    const filled = new Int32Array(mostLayers + 1);
    for (const layer of layerOf) filled[layer]!++;
    let dense = 0;
    while (dense < mostLayers && filled[dense]! * (4 + bytes) > children * bytes) dense++;
    const layers = Array.from({ length: dense }, () => empty(children));
    const loose: number[] = [];
    for (let cell = 0; cell < layerOf.length; cell++) {
      const layer = layers[layerOf[cell]!];
      if (layer) put(cell, layer, child[cell]!);
      else loose.push(cell);
    }
    loose.sort((a, b) => child[a]! - child[b]!);
    const rest = empty(loose.length);
    loose.forEach((cell, at) => put(cell, rest, at));
    this.#layers = dense ? new KeyLayers(layers, keys, counts) : null;
    this.#who = Int32Array.from(loose, (cell) => child[cell]!);
    this.#loose = loose.length ? new KeyLayers([rest], keys, counts) : null;
    this.#counts = counts;
    this.#all = [
      ...layers.map((layer) => ({ ...layer, who: null })),
      ...(loose.length ? [{ ...rest, who: this.#who }] : []),
    ];
  }

  get bytes(): number {
    return (this.#layers?.bytes ?? 0) + (this.#loose?.bytes ?? 0) + this.#who.byteLength;
  }

  /**
   * Sums by key and group.
   * @param kept children that count; null for all
   * @param groups null for one group of all
   */
  sums(kept: KeptChildren | null, groups: ChildGroups | null): KeySums[] {
    const many = groups?.codes.length ?? 1;
    if (many === 1 || many * (this.#keys + 1) <= mostPlaces) {
      const grouping = groups && { at: groups.at, groups: many };
      const found = cellSums(this.#all, this.#keys, this.#counts, kept, grouping);
      return found.flatMap((own, group) =>
        own ? [{ ...own, codes: groups?.codes[group] ?? [] }] : [],
      );
    }
    const lists = groups
      ? groups.lists.map((list) => (kept ? list.filter((child) => kept.at[child]) : list))
      : [kept?.list ?? null];
    const layers = this.#layers?.sums(lists);
    const loose = this.#loose?.sums(this.#places(kept, groups));
    return lists.flatMap((_, group) => {
      const codes = groups?.codes[group] ?? [];
      const parts = [layers?.[group], loose?.[group]].flatMap((own) =>
        own ? [{ ...own, codes }] : [],
      );
      return parts.length ? [addedKeySums(parts, this.#keys, codes)] : [];
    });
  }

  /** Places of the loose cells of each group. */
  #places(kept: KeptChildren | null, groups: ChildGroups | null): (Int32Array | null)[] {
    if (!kept && !groups) return [null];
    const who = this.#who;
    const groupOf = new Int32Array(who.length);
    for (let cell = 0; cell < who.length; cell++) {
      const child = who[cell]!;
      groupOf[cell] = kept && !kept.at[child] ? -1 : groups ? groups.at[child]! : 0;
    }
    return listsOf(groupOf, groups ? groups.lists.length : 1);
  }
}

/** Which of its child's cells each cell is, at most the number of layers. */
function layersOf(child: Float64Array): Uint8Array {
  const met = new Uint8Array(child.reduce((most, one) => Math.max(most, one), -1) + 1);
  return Uint8Array.from(child, (one) => {
    const layer = met[one]!;
    if (layer < mostLayers) met[one] = layer + 1;
    return layer;
  });
}
