/** The double nearest to `unscaled / 10^scale`, correctly rounded for every DECIMAL and HUGEINT. */
export function decimalNumber(unscaled: bigint, scale: number): number {
  const small = unscaled >= -(2n ** 53n) && unscaled <= 2n ** 53n && scale <= 22;
  return small ? Number(unscaled) / 10 ** scale : Number(`${unscaled}e-${scale}`);
}
