import type { Status } from './status';

export interface MultiplicityInput {
  /** p-values; a null is a comparison that could not be made: kept in place, not counted. */
  readonly p: readonly (number | null)[];
  readonly method: 'BH' | 'holm';
}

export interface Multiplicity {
  readonly adjusted: readonly (number | null)[];
  /** Comparisons counted. */
  readonly m: number;
  readonly status: Status;
}

/**
 * p-values adjusted for many comparisons: false discovery rate (BH) inside one panel, family-wise
 * error (Holm) for up to five planned comparisons. `undefined` when there is none to adjust.
 * Sources: Benjamini & Hochberg (1995) JRSS B 57:289; Holm (1979) Scand J Stat 6:65.
 */
export function multiplicityAdjust({ p, method }: MultiplicityInput): Multiplicity {
  if (!p.every((value) => value === null || (value >= 0 && value <= 1)))
    return { adjusted: p.map(() => null), m: 0, status: 'invalid' };
  const known = p.flatMap((value, place) => (value === null ? [] : [{ value, place }]));
  const m = known.length;
  const adjusted = p.map((): number | null => null);
  const bh = method === 'BH';
  known.sort((a, b) => (bh ? b.value - a.value : a.value - b.value));
  let reached = bh ? 1 : 0;
  known.forEach(({ value, place }, index) => {
    reached = bh
      ? Math.min(reached, (value * m) / (m - index))
      : Math.max(reached, Math.min(1, value * (m - index)));
    adjusted[place] = reached;
  });
  return { adjusted, m, status: m > 0 ? 'ok' : 'undefined' };
}
