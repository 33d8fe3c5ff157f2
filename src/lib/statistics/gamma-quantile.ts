import { logGamma } from './log-gamma';
import { phiInverse } from './normal';

/** x^a e^−x / Γ(a + 1) without cancellation at large a. */
function point(a: number, x: number): number {
  if (a < 15) return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  const i = 1 / (a * a);
  const stirling = (1 / 12 - i * (1 / 360 - i * (1 / 1260 - i / 1680))) / a;
  const away = (x - a) / a;
  return Math.exp(-a * (away - Math.log1p(away)) - stirling) / Math.sqrt(2 * Math.PI * a);
}

/** P(X ≤ x) by its power series, for x up to about a. */
function lowerTail(a: number, x: number): number {
  let term = 1;
  let total = 1;
  for (let k = 1; term > total * 1e-17; k++) {
    term *= x / (a + k);
    total += term;
  }
  return point(a, x) * total;
}

/** P(X > x) by Legendre's continued fraction (modified Lentz), for x above about a. */
function upperTail(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 1_000_000; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return point(a, x) * a * fraction;
}

/** Both tails of a gamma variable of shape `a` and scale 1; the smaller one keeps its digits. */
function gammaTails(a: number, x: number): { below: number; above: number } {
  if (x <= 0) return { below: 0, above: 1 };
  if (x < a + 1) {
    const below = Math.min(1, lowerTail(a, x));
    return { below, above: 1 - below };
  }
  const above = Math.min(1, upperTail(a, x));
  return { below: 1 - above, above };
}

/**
 * Quantile of a gamma variable of shape `a` > 0 and scale 1: the x with P(X ≤ x) = p, or with
 * P(X > x) = p when `upper`. Newton's method between brackets on the tail asked for. Written out
 * because a published routine loses the fourth digit of upper limits from about 900 events on.
 * Source: Abramowitz & Stegun 6.5.29, 6.5.31 and 26.4.17 (start value).
 */
export function gammaQuantile(p: number, a: number, upper = false): number {
  if (p <= 0) return upper ? Infinity : 0;
  if (p >= 1) return upper ? 0 : Infinity;
  const z = upper ? -phiInverse(p) : phiInverse(p);
  const cube = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  const small = Math.exp((Math.log(upper ? 1 - p : p) + logGamma(a + 1)) / a);
  let x = a * cube ** 3;
  if (!(cube > 0.1) || a < 1) x = small;
  let [low, high] = [0, Infinity];
  for (let step = 0; step < 200; step++) {
    const { below, above } = gammaTails(a, x);
    const excess = upper ? p - above : below - p;
    if (excess > 0) high = x;
    else low = x;
    let next = x - (excess * x) / (a * point(a, x));
    if (!(next > low && next < high))
      next = high === Infinity ? 2 * x + 1 : low > 0 ? Math.sqrt(low * high) : high / 16;
    if (Math.abs(next - x) <= 2e-15 * x || next === 0) return next;
    x = next;
  }
  return x;
}
