import { whereText } from './cut';
import type { Cut } from './cut';
import type { CountTable } from './draft';
import type { Entry } from './lay-over';
import { keyText } from './table';

interface Place {
  /** Label of the period; empty for counts without one. */
  readonly label: string;
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
      const label = key.find((one) => periods[one] !== undefined) ?? '';
      const print = JSON.stringify([
        filter,
        ...dims.map(({ name }, dim) => [name, periods[key[dim]!] ? '' : key[dim]]),
      ]);
      const [first = '', last = ''] = periods[label] ?? [];
      found.set(print, [...(found.get(print) ?? []), { label, first, last, value }]);
    }
  });
  return found;
}

const holds = (outer: Place, inner: Place): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;

/**
 * Periods (empty: counts without one) in which a count of the new figure and one of a figure of another
 * family (another choice of the definition, other periods) differ by 1 to k − 1, of the same group and of
 * periods of which one holds the other: who lays the two side by side would see so few children (rule D-7).
 */
export function nearPeriods(
  cut: Cut,
  tables: readonly CountTable[],
  shown: readonly (readonly string[])[],
  others: readonly Entry[],
  k: number,
): ReadonlySet<string> {
  const found = new Set<string>();
  if (others.length === 0) return found;
  const own = shownPlaces(cut, tables, shown);
  for (const entry of others) {
    const theirs = shownPlaces(
      entry.cut,
      entry.tables,
      entry.tables.map((table) => table.shown),
    );
    for (const [print, places] of own)
      for (const one of places)
        for (const other of theirs.get(print) ?? []) {
          const apart = Math.abs(one.value - other.value);
          if (apart > 0 && apart < k && (holds(one, other) || holds(other, one)))
            found.add(one.label);
        }
  }
  return found;
}
