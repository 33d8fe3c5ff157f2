import { amountRequirements, protectionsOf } from './amount-goals';
import { isRuled } from './amounts';
import { oneCodeCells } from './one-code';
import { allTables, levelOf } from './table';
import type { Requirement } from './requirement';
import type { Table } from './table';
import type { System } from './system';

/**
 * Cells that are sensitive by themselves: 1 … k − 1, explicit ones, zeros where protected, amounts by
 * their contributors, and what tells that a group has one label of a sensitive dimension.
 */
export function sensitiveCells(table: Table, system: System): Uint8Array {
  if (isRuled(table)) {
    const needs = protectionsOf(table, system, structuralZeros(table, system));
    return Uint8Array.from(needs, (need) => (need > 0 ? 1 : 0));
  }
  const sensitive = oneCodeCells(table, system).primary;
  const explicit = allTables(table).some((each) => each.primary);
  allTables(table).forEach((each, number) => {
    for (const key of each.primary ?? []) sensitive[system.cellOf(number, key)] = 1;
  });
  if (explicit) return sensitive;
  for (const cell of guardedCells(table, system)) sensitive[cell] = 1;
  const structural = structuralZeros(table, system);
  system.cells.forEach(({ value }, cell) => {
    const small = value > 0 && value < table.threshold;
    const zero = value === 0 && table.zeros === 'primary' && table.threshold > 0;
    if (small || (zero && !structural[cell])) sensitive[cell] = 1;
  });
  return sensitive;
}

/** Cells that are withheld for what another table shows, unless they were shown before. */
const guardedCells = (table: Table, system: System): number[] =>
  allTables(table).flatMap((each, number) =>
    (each.guarded ?? [])
      .map((key) => system.cellOf(number, key))
      .filter((cell) =>
        system.cells[cell]!.names.every((name) => !allTables(table)[name.table]!.before),
      ),
  );

/** Cells that cannot hold anyone, as declared: always shown, never a protection. */
function structuralZeros(table: Table, system: System): Uint8Array {
  const found = new Uint8Array(system.cells.length);
  allTables(table).forEach((each, number) => {
    for (const key of each.structuralZeros ?? []) found[system.cellOf(number, key)] = 1;
  });
  return found;
}

/** Cells that are never withheld: structural zeros, and zeros where zeros are published. */
export function alwaysShown(table: Table, system: System): Uint8Array {
  const shown = structuralZeros(table, system);
  const explicit = sensitiveCells(table, system);
  const { zeros } = oneCodeCells(table, system);
  if (table.zeros === 'published')
    system.cells.forEach(({ value }, cell) => {
      if (value === 0 && !explicit[cell] && !zeros[cell]) shown[cell] = 1;
    });
  return shown;
}

/** The least that an attacker knows a withheld cell to be: at least 1 where zeros are published. */
export const floorOf = (table: Table, value: number): number =>
  table.kind === 'count' && table.zeros === 'published' && value >= 1 ? 1 : 0;

/** Everything to be protected. `truth`: one value a region, a table that agrees with all cells. */
export function requirementsOf(table: Table, system: System, truth: Float64Array): Requirement[] {
  if (isRuled(table))
    return amountRequirements(table, system, truth, structuralZeros(table, system));
  const sensitive = sensitiveCells(table, system);
  const shown = alwaysShown(table, system);
  const explicit = allTables(table).some((each) => each.primary);
  const level = levelOf(table);
  const k = table.threshold;
  const list: Requirement[] = [];
  const add = (target: number, cell: number, value: number, orZero = false) => {
    const rise = value === 0 && !orZero ? 1 : k - value;
    if (level === 'exact') list.push({ target, cell, kind: 'move', need: 1, orZero });
    else if (rise > 0) list.push({ target, cell, kind: 'rise', need: rise, orZero });
  };
  system.regions.forEach((region, at) => {
    const value = truth[at]!;
    if (region.unit >= 0) {
      if (sensitive[region.unit]) add(at, region.unit, value);
      return;
    }
    if (explicit || region.cells.length === 0) return;
    if (value > 0 && value < k) add(at, -1, value);
    const bare = value === 0 && !region.cells.some((cell) => shown[cell]);
    if (bare && level === 'threshold' && k > 1) add(at, -1, 0, true);
  });
  const guarded = new Set(explicit ? [] : guardedCells(table, system));
  const guard = (target: number, cell: number) =>
    guarded.has(cell) && list.push({ target, cell, kind: 'move', need: 1, orZero: false });
  system.regions.forEach(({ unit }, at) => guard(at, unit));
  system.rows.forEach(({ cell }, at) => guard(system.regions.length + at, cell));
  system.rows.forEach((row, at) => {
    if (row.cell >= 0 && sensitive[row.cell])
      add(system.regions.length + at, row.cell, system.cells[row.cell]!.value);
  });
  return list;
}
