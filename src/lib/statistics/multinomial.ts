import { logFactorial } from './log-gamma';
import { uniform, type RandomGenerator } from './random';

/** Binomial draw by inversion outwards from the mode: exact, and about √n steps. */
function binomial(random: RandomGenerator, n: number, p: number): number {
  if (n === 0 || p <= 0) return 0;
  if (p >= 1) return n;
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  const atMode = Math.exp(
    logFactorial(n) -
      logFactorial(mode) -
      logFactorial(n - mode) +
      mode * Math.log(p) +
      (n - mode) * Math.log1p(-p),
  );
  let rest = uniform(random) - atMode;
  if (rest < 0) return mode;
  let [low, high, pLow, pHigh] = [mode, mode, atMode, atMode];
  while (low > 0 || high < n) {
    if (high < n) {
      pHigh *= ((n - high) / (high + 1)) * odds;
      high++;
      rest -= pHigh;
      if (rest < 0) return high;
    }
    if (low > 0) {
      pLow *= low / (n - low + 1) / odds;
      low--;
      rest -= pLow;
      if (rest < 0) return low;
    }
    if (pLow + pHigh < 1e-300) break;
  }
  return mode;
}

/** Resamples a table of counts with the same total, by conditional binomials. */
export function multinomial(random: RandomGenerator, counts: Float64Array): Float64Array {
  let left = counts.reduce((total, count) => total + count, 0);
  let weight = left;
  return counts.map((count) => {
    const drawn = count >= weight ? left : binomial(random, left, count / weight);
    left -= drawn;
    weight -= count;
    return count === 0 ? 0 : drawn;
  });
}
