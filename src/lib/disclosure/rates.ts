import { UNBOUNDED } from './program';
import { keyText, TableError } from './table';
import type { LinkedTable, Rate } from './table';
import type { System, SystemRow } from './system';

const shownDigits = (rate: Rate) => Math.round(rate.value * 10 ** rate.decimals);
const scaleOf = (rate: Rate) => 10 ** rate.decimals * (rate.percent ? 100 : 1);

/** Refuses a rate that is not its numerator over its denominator, rounded as it says. */
export function checkRates(table: LinkedTable): void {
  const values = new Map(table.cells.map((cell) => [keyText(cell.key), cell.value]));
  for (const rate of table.rates ?? []) {
    const num = values.get(keyText(rate.num))!;
    const den = values.get(keyText(rate.den))!;
    const words = `The rate of ${rate.num.join(' × ')} to ${rate.den.join(' × ')}`;
    if (!Number.isInteger(rate.decimals) || rate.decimals < 0 || rate.decimals > 9)
      throw new TableError(`${words} needs decimals from 0 to 9.`);
    if (den <= 0) throw new TableError(`${words} has no denominator.`);
    if (Math.abs(num * scaleOf(rate) - shownDigits(rate) * den) > den / 2 + 1e-6)
      throw new TableError(`${words} is unlike its counts.`);
  }
}

/** A shown rate as an interval: (v − h)·den ≤ num ≤ (v + h)·den, in whole coefficients. */
export function rateRows(system: System, table: LinkedTable, number: number): SystemRow[] {
  return (table.rates ?? []).flatMap((rate) => {
    const num = system.cells[system.cellOf(number, rate.num)]!;
    const den = system.cells[system.cellOf(number, rate.den)]!;
    return [-1, 1].map((side) => {
      // side·(2·scale·num − (2·shown + side)·den) ≤ 0
      const coefs = new Map<number, number>();
      for (const at of num.regions) coefs.set(at, side * 2 * scaleOf(rate));
      for (const at of den.regions)
        coefs.set(at, (coefs.get(at) ?? 0) - side * (2 * shownDigits(rate) + side));
      const slack =
        -side * (2 * scaleOf(rate) * num.value - (2 * shownDigits(rate) + side) * den.value);
      return {
        regions: [...coefs.keys()],
        coefs: [...coefs.values()],
        cell: -1,
        down: UNBOUNDED * 1e3,
        up: Math.max(0, slack),
      };
    });
  });
}

/**
 * A rate is shown when its numerator, its denominator and the rest of the denominator are: a
 * withheld one of the three, or a rest from 1 to k − 1, takes the rate with it.
 */
export function rateIsShown(
  system: System,
  withheld: Uint8Array,
  number: number,
  rate: Rate,
  threshold: number,
): boolean {
  const num = system.cellOf(number, rate.num);
  const den = system.cellOf(number, rate.den);
  if (withheld[num] || withheld[den]) return false;
  const inside = new Set(system.cells[num]!.regions);
  const rest = system.cells[den]!.regions.filter((at) => !inside.has(at)).sort((a, b) => a - b);
  const same = system.cells.findIndex(
    ({ regions }) => regions.length === rest.length && regions.every((at, k) => at === rest[k]),
  );
  if (same >= 0 && withheld[same]) return false;
  const size = system.cells[den]!.value - system.cells[num]!.value;
  return !(size > 0 && size < threshold) && system.cells[den]!.value >= threshold;
}
