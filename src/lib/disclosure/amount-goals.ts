import { isSingle, upperProtection } from './amounts';
import type { Requirement } from './requirement';
import type { System } from './system';
import { allTables, keyText } from './table';
import type { Table, TableCell } from './table';

/** Whole steps by which each amount must be able to be higher, 0 where it is not sensitive. */
export function protectionsOf(table: Table, system: System, structural: Uint8Array): Int32Array {
  const needs = new Int32Array(system.cells.length);
  allTables(table).forEach((each, number) => {
    for (const cell of each.cells) {
      const at = system.cellOf(number, cell.key);
      if (each.before?.has(keyText(cell.key))) continue;
      const described = !each.before || cell.contributions;
      const elsewhere = system.cells[at]!.names.some(
        (name) => !allTables(table)[name.table]!.before,
      );
      if (!described && elsewhere) continue;
      const level = upperProtection(cell, table.dominance, table.threshold);
      const zero = cell.value === 0 && table.zeros === 'primary' && !structural[at];
      needs[at] = Math.max(needs[at]!, zero ? 1 : Math.ceil(level - 1e-9));
    }
  });
  return needs;
}

/**
 * Every sensitive amount may be higher by its protection level, also for whoever stands alone behind
 * another amount and knows that one. Groups that only differences show count as one contributor's.
 */
export function amountRequirements(
  table: Table,
  system: System,
  truth: Float64Array,
  structural: Uint8Array,
): Requirement[] {
  const needs = protectionsOf(table, system, structural);
  const targets = new Int32Array(system.cells.length).fill(-1);
  system.regions.forEach(({ unit }, at) => {
    if (unit >= 0) targets[unit] = at;
  });
  system.rows.forEach(({ cell }, at) => {
    if (cell >= 0) targets[cell] = system.regions.length + at;
  });
  const single = new Uint8Array(system.cells.length);
  const mark = (number: number, cell: TableCell) => {
    if (isSingle(cell)) single[system.cellOf(number, cell.key)] = 1;
  };
  allTables(table).forEach(({ cells }, number) => cells.forEach((cell) => mark(number, cell)));
  const list: Requirement[] = [];
  const alike = { kind: 'rise', orZero: false } as const;
  system.regions.forEach(({ unit, cells }, target) => {
    const value = truth[target]!;
    if (unit >= 0 || cells.length === 0 || value <= 0) return;
    const need = Math.ceil(upperProtection({ key: [], value }, table.dominance) - 1e-9);
    list.push({ target, cell: -1, need, ...alike });
  });
  needs.forEach((need, cell) => {
    if (need === 0) return;
    list.push({ target: targets[cell]!, cell, need, ...alike });
    const own = new Set(system.cells[cell]!.regions);
    single.forEach((is, other) => {
      if (!is || other === cell) return;
      const theirs = system.cells[other]!.regions;
      const both = theirs.filter((at) => own.has(at)).length;
      // One inside the other with a sole contributor each: the same, who knows both.
      if (single[cell] && both > 0 && (both === own.size || both === theirs.length)) return;
      list.push({ target: targets[cell]!, cell, need, ...alike, knows: targets[other]! });
    });
  });
  return list;
}
