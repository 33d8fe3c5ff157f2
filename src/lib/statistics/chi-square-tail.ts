import { phi } from './normal';

/**
 * P(χ² on `df` degrees of freedom > x), accurate however small: finite series from the normal tail
 * (odd df) or from exp(−x/2) (even df). Source: Abramowitz & Stegun 26.4.4–26.4.5.
 */
export function chiSquareTail(x: number, df: number): number {
  if (x <= 0) return 1;
  const half = x / 2;
  const odd = df % 2 === 1;
  let tail = odd ? 2 * phi(-Math.sqrt(x)) : Math.exp(-half);
  let logTerm = odd ? Math.log(Math.sqrt((2 * x) / Math.PI)) - half : Math.log(half) - half;
  for (let k = odd ? 3 : 4; k <= df; k += 2) {
    tail += Math.exp(logTerm);
    logTerm += Math.log(x / k);
  }
  return Math.min(1, tail);
}
