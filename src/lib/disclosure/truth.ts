import { TableError } from './table';
import type { System } from './system';

/**
 * The number in every region, from cells that are a region and by differences; undefined where the
 * cells leave a choice. Refuses totals unlike the sum of their parts.
 */
export function regionValues(system: System): Float64Array | undefined {
  const value = new Float64Array(system.regions.length).fill(NaN);
  system.regions.forEach((region, at) => {
    if (region.unit >= 0) value[at] = system.cells[region.unit]!.value;
  });
  for (let changed = true; changed;) {
    changed = false;
    for (const row of system.rows) {
      const missing = row.regions.filter((at) => Number.isNaN(value[at]!));
      if (missing.length !== 1) continue;
      const total = row.cell < 0 ? 0 : system.cells[row.cell]!.value;
      let rest = total;
      let coef = 1;
      row.regions.forEach((at, k) => {
        if (at === missing[0]) coef = row.coefs[k]!;
        else rest -= row.coefs[k]! * value[at]!;
      });
      value[missing[0]!] = tidy(rest / coef, total);
      changed = true;
    }
  }
  for (const row of system.rows) {
    const total = row.cell < 0 ? 0 : system.cells[row.cell]!.value;
    const parts = row.regions.map((at, k) => row.coefs[k]! * value[at]!);
    if (parts.some((part) => Number.isNaN(part))) continue;
    const sum = parts.reduce((a, b) => a + b, 0);
    if (Math.abs(sum - total) > 1e-6 * Math.max(1, total))
      throw new TableError(
        row.cell < 0
          ? 'Linked tables have different totals for the same group.'
          : `${nameOf(system, row.cell)} is unlike the sum of its parts.`,
      );
  }
  value.forEach((each, at) => {
    if (each < -1e-6)
      throw new TableError(
        `${nameOf(system, system.regions[at]!.cells[0] ?? 0)} is contradicted by other cells.`,
      );
  });
  return value.some(Number.isNaN) ? undefined : value;
}

const tidy = (value: number, scale: number): number =>
  Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, scale) ? Math.round(value) : value;

const nameOf = (system: System, cell: number): string =>
  system.cells[cell]!.names[0]!.key.join(' × ');
