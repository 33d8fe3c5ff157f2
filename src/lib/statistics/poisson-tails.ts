import { logFactorial } from './log-gamma';

/** Σ of a series that starts at exp(`log`) and changes by the factor `ratio(step)`, step 1, 2, … */
function tail(log: number, ratio: (step: number) => number): number {
  let term = 1;
  let total = 1;
  for (let step = 1; term > total * 1e-17; step++) {
    term *= ratio(step);
    total += term;
  }
  return Math.exp(log + Math.log(total));
}

/**
 * P(X ≤ k) and P(X ≥ k) of a Poisson count with the given mean, summed directly in log space from
 * k outwards on the short side, so that neither loses digits at large means.
 */
export function poissonTails(k: number, mean: number): { below: number; above: number } {
  if (mean <= 0) return { below: 1, above: k === 0 ? 1 : 0 };
  const log = k * Math.log(mean) - mean - logFactorial(k);
  const point = Math.exp(log);
  if (k < mean) {
    const below = Math.min(
      1,
      tail(log, (step) => Math.max(0, k - step + 1) / mean),
    );
    return { below, above: Math.min(1, 1 - below + point) };
  }
  const above = Math.min(
    1,
    tail(log, (step) => mean / (k + step)),
  );
  return { below: Math.min(1, 1 - above + point), above };
}
