/**
 * Solves A x = b for a symmetric positive definite A (p × p, row by row) by Cholesky factorisation.
 * Overwrites `a` with the factor and `b` with the solution. Returns the smallest pivot relative to
 * its diagonal: near 0 means that A is not of full rank and `b` is not to be used.
 */
export function choleskySolve(a: Float64Array, b: Float64Array, p: number): number {
  let smallest = 1;
  for (let j = 0; j < p; j++) {
    const diagonal = a[j * p + j]!;
    let pivot = diagonal;
    for (let k = 0; k < j; k++) pivot -= a[j * p + k]! ** 2;
    if (!(diagonal > 0) || !(pivot > diagonal * 1e-13)) return 0;
    smallest = Math.min(smallest, pivot / diagonal);
    const root = Math.sqrt(pivot);
    a[j * p + j] = root;
    for (let i = j + 1; i < p; i++) {
      let below = a[i * p + j]!;
      for (let k = 0; k < j; k++) below -= a[i * p + k]! * a[j * p + k]!;
      a[i * p + j] = below / root;
    }
  }
  for (let i = 0; i < p; i++) {
    let value = b[i]!;
    for (let k = 0; k < i; k++) value -= a[i * p + k]! * b[k]!;
    b[i] = value / a[i * p + i]!;
  }
  for (let i = p - 1; i >= 0; i--) {
    let value = b[i]!;
    for (let k = i + 1; k < p; k++) value -= a[k * p + i]! * b[k]!;
    b[i] = value / a[i * p + i]!;
  }
  return smallest;
}
