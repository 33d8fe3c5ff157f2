import { isAmount, isCount } from './counts';
import { noEstimate, type Estimate } from './estimate';
import { criticalValue, isConfidence } from './normal';

/** Sufficient statistics of the children: t = time watched and w = time among it with, of one child. */
export interface ShareOfTimeSums {
  readonly w: number;
  readonly t: number;
  readonly ww: number;
  readonly wt: number;
  readonly tt: number;
  /** Children with time. */
  readonly children: number;
}

/**
 * Share of the children's time Σw / Σt, from sums made by SQL, with a child-level linearised interval
 * on the logit scale: se = √Σ(wᵢ − r tᵢ)² / Σt, limits from logit r ± z · se / (r(1 − r)). A share of
 * 0 or 1, or children without any spread, has no limits; one child alone has none either (`too_few`).
 * Source: ratio estimator, Cochran (1977) Sampling Techniques ch. 6; delta method for the logit.
 */
export function shareOfTimeFromSums(
  { w, t, ww, wt, tt, children }: ShareOfTimeSums,
  { conf = 0.95 }: { readonly conf?: number } = {},
): Estimate {
  const amounts = [w, t, ww, wt, tt].every(isAmount);
  const tolerance = 1e-9 * t;
  if (!amounts || !isCount(children) || w > t + tolerance || !isConfidence(conf))
    return noEstimate('invalid');
  if (t === 0) return noEstimate('undefined');
  const value = Math.min(1, w / t);
  const none = { value, lower: null, upper: null };
  if (children < 2) return { ...none, status: 'too_few' };
  const squares = ww - 2 * value * wt + value * value * tt;
  if (w === 0 || w >= t - tolerance || squares <= tt * 1e-12) return { ...none, status: 'ok' };
  const middle = Math.log(value / (1 - value));
  const spread = (criticalValue(conf) * Math.sqrt(squares)) / t / (value * (1 - value));
  const back = (logit: number) => 1 / (1 + Math.exp(-logit));
  return { value, lower: back(middle - spread), upper: back(middle + spread), status: 'ok' };
}
