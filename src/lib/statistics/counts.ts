/** A whole number of 0 or more that a double holds exactly. */
export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** A finite number of 0 or more. */
export const isAmount = (value: number): boolean => Number.isFinite(value) && value >= 0;

/** Sum of numbers, compensated (Neumaier 1974) so that the order of rows does not show. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
