import { isCount, sum } from './counts';
import { twoSided } from './normal';
import type { Status } from './status';

export interface CochranArmitageInput {
  readonly x: readonly number[];
  readonly n: readonly number[];
  /** Position of each period; 1, 2, 3 … if left out. */
  readonly scores?: readonly number[];
}

export interface CochranArmitage {
  /** On one degree of freedom. */
  readonly chisq: number | null;
  /** Signed root: positive when the share rises with the score. */
  readonly z: number | null;
  readonly p: number | null;
  readonly status: Status;
}

const none = (status: Status): CochranArmitage => ({ chisq: null, z: null, p: null, status });

/**
 * Linear trend in a proportion. `too_few` below three periods, `undefined` when a period is empty
 * or when no child or every child has the property.
 * Sources: Cochran (1954) Biometrics 10:417; Armitage (1955) Biometrics 11:375.
 */
export function trendCochranArmitage(input: CochranArmitageInput): CochranArmitage {
  const { x, n } = input;
  const scores = input.scores ?? x.map((_, period) => period + 1);
  const sameLength = x.length === n.length && scores.length === n.length;
  if (!sameLength || ![...x, ...n].every(isCount) || !scores.every(Number.isFinite))
    return none('invalid');
  if (x.some((count, period) => count > n[period]!)) return none('invalid');
  if (n.length < 3) return none('too_few');
  const all = sum(n);
  const share = sum(x) / all;
  if (n.includes(0) || share === 0 || share === 1) return none('undefined');
  const centre = sum(n.map((size, period) => size * scores[period]!)) / all;
  const slope = sum(x.map((count, i) => (count - n[i]! * share) * (scores[i]! - centre)));
  const spread = sum(n.map((size, period) => size * (scores[period]! - centre) ** 2));
  if (spread === 0) return none('undefined');
  const z = slope / Math.sqrt(share * (1 - share) * spread);
  return { chisq: z * z, z, p: twoSided(z), status: 'ok' };
}
