/**
 * log Γ(x) for x > 0, relative error under 1e−14 away from its zeros at 1 and 2: Stirling's series
 * after shifting the argument above 15. Source: Abramowitz & Stegun 6.1.40.
 */
export function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 15; at++) shift += Math.log(at);
  const i = 1 / (at * at);
  const series = (1 / 12 - i * (1 / 360 - i * (1 / 1260 - i * (1 / 1680 - i / 1188)))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/** log n! for n ≥ 0, fractions allowed. */
export const logFactorial = (n: number): number =>
  n < 2 && Number.isInteger(n) ? 0 : logGamma(n + 1);
