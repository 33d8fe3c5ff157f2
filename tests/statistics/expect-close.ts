/** Tolerance of a reference case: |got − expected| ≤ abs + rel·|expected|, per key where given. */
export interface Tolerance {
  readonly abs: number;
  readonly rel: number;
  readonly fields?: Readonly<Record<string, { readonly abs: number; readonly rel: number }>>;
}

/** Every place where an output does not equal what a reference case expects; extra keys are allowed. */
export function differences(
  got: unknown,
  expected: unknown,
  tolerance: Tolerance,
  path = '',
): string[] {
  if (typeof expected === 'number') {
    const { abs, rel } = tolerance.fields?.[path.split('.').at(-1) ?? ''] ?? tolerance;
    const close =
      typeof got === 'number' && Math.abs(got - expected) <= abs + rel * Math.abs(expected);
    return close ? [] : [`${path}: got ${String(got)}, expected ${expected}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length)
      return [`${path}: got a list of another length`];
    return expected.flatMap((item, i) => differences(got[i], item, tolerance, `${path}[${i}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof got !== 'object' || got === null) return [`${path}: got ${String(got)}`];
    return Object.entries(expected).flatMap(([key, item]) =>
      differences((got as Record<string, unknown>)[key], item, tolerance, `${path}.${key}`),
    );
  }
  return got === expected ? [] : [`${path}: got ${String(got)}, expected ${String(expected)}`];
}
