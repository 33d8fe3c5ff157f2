import { columnOf, prefixOf } from '$lib/disclosure/cut';
import type { CountTable } from '$lib/disclosure/draft';
import type { Stand } from '$lib/disclosure/lattice';
import { keyText } from '$lib/disclosure/table';
import type { Key } from '$lib/disclosure/table';
import { total } from './part';

/** A count of another figure, or of another question, that may be a part of one, or hold it. */
export interface Count {
  /** Period and codes, by name of column. */
  readonly at: string;
  readonly label: string;
  readonly value: number;
  readonly shown: boolean;
}

/** Labels of those among whom a question counts: of two questions they are often nearly the same children. */
const counted = /(^| )(known|timed|with|total|everyone|asked|child)$/;

const isAlike = (one: string, other: string): boolean =>
  one === other || (counted.test(one) && counted.test(other));

/** Period and codes as one text. */
export const placeOf = (at: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(at).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Period and codes of a cell as one text, alike in tables of all figures. */
const cellPlace = ({ dims }: Pick<CountTable, 'dims'>, key: Key): string =>
  placeOf(Object.fromEntries(dims.slice(0, -1).map(({ name }, at) => [columnOf(name), key[at]!])));

/** Everyone in a question, who is held against the population. */
const isWhole = ({ among }: CountTable, key: Key): boolean =>
  among?.everyone !== undefined && [among.everyone, total].includes(key.at(-1)!);

/** The counts of a table. */
const countsOf = (table: CountTable, shown: (key: Key) => boolean): Count[] =>
  table.cells
    .filter(({ key }) => !isWhole(table, key))
    .map(({ key, value }) => ({
      ...{ at: cellPlace(table, key), label: key.at(-1)!, value },
      shown: shown(key),
    }));

/** The counts of a figure that is protected before. */
export const countsAt = ({ entry }: Stand): Count[] =>
  entry.tables
    .filter(({ given, dims }) => !given && dims.some(({ name }) => columnOf(name) === 'period'))
    .flatMap((table) => {
      const open = new Set(table.shown);
      return countsOf(table, (key) => open.has(keyText(key)));
    });

/**
 * Shown counts of the tables of a figure that are to be withheld: where a count of the same period and codes that is
 * shown in another figure, or in an earlier question of this one, differs by 1 to k − 1 children, or where another
 * figure withholds as many. `undefined`: those that would be near to other figures if all were shown, small counts
 * aside.
 */
export function nearCounts(
  tables: readonly CountTable[],
  shown: readonly (readonly string[])[] | undefined,
  othersOf: (table: CountTable) => readonly Count[],
  k: number,
): Key[][] {
  const earlier: { readonly prefix: string; readonly counts: readonly Count[] }[] = [];
  return tables.map((table, number): Key[] => {
    if (!table.dims.some(({ name }) => columnOf(name) === 'period')) return [];
    const prefix = prefixOf(table.dims[0]!.name);
    const asked = earlier.filter((one) => one.prefix !== prefix).flatMap(({ counts }) => counts);
    const near = new Map<string, Count[]>();
    for (const one of [...othersOf(table), ...(table.among ? asked : [])])
      near.set(one.at, [...(near.get(one.at) ?? []), one]);
    const open = shown && new Set(shown[number]);
    const isOpen = (key: Key, value: number) => (open ? open.has(keyText(key)) : value >= k);
    const isNear = (key: Key, value: number) =>
      (near.get(cellPlace(table, key)) ?? []).some((other) => {
        const apart = Math.abs(other.value - value);
        return (
          isAlike(key.at(-1)!, other.label) && (other.shown ? apart > 0 && apart < k : apart === 0)
        );
      });
    const cells = table.cells
      .filter(({ key, value }) => value > 0 && isOpen(key, value) && !isWhole(table, key))
      .filter(({ key, value }) => isNear(key, value))
      .map(({ key }) => key);
    if (open && table.among) {
      const closed = new Set(cells.map(keyText));
      const told = (key: Key) => open.has(keyText(key)) && !closed.has(keyText(key));
      earlier.push({
        prefix,
        counts: countsOf(table, told).filter((one) => one.shown),
      });
    }
    return cells;
  });
}
