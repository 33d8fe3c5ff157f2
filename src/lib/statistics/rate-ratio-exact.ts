import { isAmount, isCount } from './counts';
import type { Estimate } from './estimate';
import { noEstimate } from './estimate';
import { isConfidence } from './normal';
import { proportionClopperPearson } from './proportion-clopper-pearson';
import type { TwoRatesInput } from './rate-difference-mover';

export interface RateRatio extends Estimate {
  /** Twice the smaller tail, consistent with the interval. */
  readonly p_central: number | null;
  /** Sum of all outcomes no more likely than the one seen (the two-sided p of R). */
  readonly p_minlike: number | null;
}

const none = (status: Estimate['status'], p: number | null = null): RateRatio => ({
  ...noEstimate(status),
  p_central: p,
  p_minlike: p,
});

/** Probabilities of 0…n successes, each divided by the largest: no overflow, no factorials. */
function relativeBinomial(n: number, p: number): Float64Array {
  const logs = new Float64Array(n + 1);
  const logOdds = Math.log(p) - Math.log1p(-p);
  let largest = 0;
  for (let k = 1; k <= n; k++) {
    const log = (logs[k - 1] ?? 0) + Math.log((n - k + 1) / k) + logOdds;
    logs[k] = log;
    if (log > largest) largest = log;
  }
  return logs.map((log) => Math.exp(log - largest));
}

function pValues(x: number, n: number, p: number): { central: number; minlike: number } {
  const likely = relativeBinomial(n, p);
  const bar = (likely[x] ?? 0) * (1 + 1e-7);
  let [all, below, above, rare] = [0, 0, 0, 0];
  likely.forEach((value, k) => {
    all += value;
    if (k <= x) below += value;
    if (k >= x) above += value;
    if (value <= bar) rare += value;
  });
  return {
    central: Math.min(1, (2 * Math.min(below, above)) / all),
    minlike: Math.min(1, rare / all),
  };
}

/**
 * Ratio of two rates, exact given the sum of the two counts. `infinite` when x2 is 0: no value and
 * no upper limit, but the lower limit stays useful; both 0: p is 1 and there is no ratio.
 * Source: Przyborowski & Wilenski (1940) Biometrika 31:313; Clopper & Pearson (1934).
 */
export function rateRatioExact(input: TwoRatesInput): RateRatio {
  const { x1, t1, x2, t2, conf = 0.95 } = input;
  if (!isCount(x1) || !isCount(x2) || !isAmount(t1) || !isAmount(t2) || !isConfidence(conf))
    return none('invalid');
  if ((t1 === 0 && x1 > 0) || (t2 === 0 && x2 > 0)) return none('invalid');
  if (t1 === 0 || t2 === 0) return none('undefined');
  if (x1 + x2 === 0) return none('undefined', 1);
  const share = proportionClopperPearson({ x: x1, n: x1 + x2, conf });
  const asRatio = (p: number) => ((p / (1 - p)) * t2) / t1;
  const { central, minlike } = pValues(x1, x1 + x2, t1 / (t1 + t2));
  const infinite = x2 === 0;
  return {
    value: infinite ? null : x1 / t1 / (x2 / t2),
    lower: asRatio(share.lower ?? 0),
    upper: infinite || share.upper === null ? null : asRatio(share.upper),
    p_central: central,
    p_minlike: minlike,
    status: infinite ? 'infinite' : 'ok',
  };
}
