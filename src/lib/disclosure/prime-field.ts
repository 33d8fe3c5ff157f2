/** A prime below 2^26, so that products of two numbers below it are exact. */
export const prime = 67_108_859;

/** The number that times `value` is 1 in whole numbers below the prime. `value` is not 0. */
export function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
