import { isCount } from './counts';
import { criticalValue, isConfidence } from './normal';
import type { Status } from './status';

export interface TwoListsInput {
  /** Persons on each list, and on both. */
  readonly n1: number;
  readonly n2: number;
  readonly m: number;
}

export interface Chapman {
  readonly N: number | null;
  readonly variance: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: Status;
}

/** Persons on both lists below which the figure is unreliable. */
const smallOverlap = 7;

/** Counts that two lists can have. */
export const twoLists = ({ n1, n2, m }: TwoListsInput): boolean =>
  [n1, n2, m].every(isCount) && m <= Math.min(n1, n2);

/**
 * Total from two lists with log-normal limits on the hidden part. It needs lists that are
 * independent, which cannot be checked. `unreliable_small_overlap` below seven shared persons (with
 * none it is not to be shown), `complete_overlap` when nobody seems hidden: no limits then.
 * Sources: Chapman (1951) U Calif Publ Stat 1:131; Seber (1970) Biometrics 26:313; Chao (1987)
 * Biometrics 43:783.
 */
export function mseChapman(input: TwoListsInput & { readonly conf?: number }): Chapman {
  const { n1, n2, m, conf = 0.95 } = input;
  const none = (status: Status) => ({ N: null, variance: null, lower: null, upper: null, status });
  if (!twoLists(input) || !isConfidence(conf)) return none('invalid');
  if (n1 === 0 || n2 === 0) return none('not_estimable');
  const N = ((n1 + 1) * (n2 + 1)) / (m + 1) - 1;
  const variance = ((n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m)) / ((m + 1) ** 2 * (m + 2));
  const known = n1 + n2 - m;
  const hidden = N - known;
  if (!(variance > 0) || !(hidden > 0))
    return { N, variance, lower: null, upper: null, status: 'complete_overlap' };
  const spread = Math.exp(
    criticalValue(conf) * Math.sqrt(Math.log1p(variance / (hidden * hidden))),
  );
  return {
    N,
    variance,
    lower: known + hidden / spread,
    upper: known + hidden * spread,
    status: m < smallOverlap ? 'unreliable_small_overlap' : 'ok',
  };
}
