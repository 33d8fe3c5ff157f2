import { whereText } from './cut';
import type { Cut } from './cut';
import type { CountTable } from './draft';
import type { Entry } from './lay-over';
import { keyText } from './table';

interface Place {
  readonly first: string;
  readonly last: string;
  readonly value: number;
}

/** Shown counts by what they count, periods aside. */
function shownPlaces(
  { where, periods }: Cut,
  tables: readonly CountTable[],
  shown: readonly (readonly string[])[],
): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  const filter = whereText(where);
  tables.forEach(({ dims, cells }, at) => {
    const open = new Set(shown[at]);
    for (const { key, value } of cells) {
      if (!open.has(keyText(key))) continue;
      const months = key.map((label) => periods[label]).find((range) => range !== undefined);
      const print = JSON.stringify([
        filter,
        ...dims.map(({ name }, dim) => [name, periods[key[dim]!] ? '' : key[dim]]),
      ]);
      const [first = '', last = ''] = months ?? [];
      found.set(print, [...(found.get(print) ?? []), { first, last, value }]);
    }
  });
  return found;
}

const holds = (outer: Place, inner: Place): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;

/**
 * Whether a count of the new figure and one of a figure of another family (another choice of the
 * definition, other periods) differ by 1 to k − 1, of the same group and of periods of which one
 * holds the other: who lays the two side by side would see so few children (rule D-7).
 */
export function tooNear(
  cut: Cut,
  tables: readonly CountTable[],
  shown: readonly (readonly string[])[],
  others: readonly Entry[],
  k: number,
): boolean {
  const own = shownPlaces(cut, tables, shown);
  return others.some((entry) => {
    const theirs = shownPlaces(
      entry.cut,
      entry.tables,
      entry.tables.map((table) => table.shown),
    );
    return [...own].some(([print, places]) =>
      places.some((one) =>
        (theirs.get(print) ?? []).some((other) => {
          const apart = Math.abs(one.value - other.value);
          return apart > 0 && apart < k && (holds(one, other) || holds(other, one));
        }),
      ),
    );
  });
}
