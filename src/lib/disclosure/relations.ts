import type { System } from './system';
import { allTables, keyText } from './table';
import type { Table } from './table';

/** A total with its parts, as cell numbers. */
export interface Relation {
  readonly total: number;
  readonly parts: readonly number[];
}

/** Each total with its parts: rows of the tables' own hierarchies. */
export function relationsOf(table: Table, system: System): Relation[] {
  const seen = new Set<string>();
  return allTables(table).flatMap((each, number) => {
    const keys = new Set(each.cells.map((cell) => keyText(cell.key)));
    return each.cells.flatMap(({ key }) =>
      each.dims.flatMap((dim, at) => {
        const members = Object.hasOwn(dim.groups, key[at]!) ? dim.groups[key[at]!] : undefined;
        if (!members || members.length < 2) return [];
        const all = members.map((member) => key.map((label, to) => (to === at ? member : label)));
        if (!all.every((one) => keys.has(keyText(one)))) return [];
        const total = system.cellOf(number, key);
        const parts = all.map((one) => system.cellOf(number, one));
        const size = parts.reduce((sum, one) => sum + system.cells[one]!.regions.length, 0);
        const print = [total, ...parts].join();
        if (size !== system.cells[total]!.regions.length || seen.has(print)) return [];
        seen.add(print);
        return [{ total, parts }];
      }),
    );
  });
}
