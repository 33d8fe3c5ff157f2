import { isCount } from './counts';
import { isConfidence } from './normal';
import { proportionWilson } from './proportion-wilson';
import type { Status } from './status';

export interface BoundsInput {
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
  /** Above this share of unknowns the point is hidden and only the band stays; 0.3 if left out. */
  readonly max_unknown_share?: number;
  readonly conf?: number;
}

export interface Bounds {
  /** yes / (yes + no), or null when hidden or when nothing is known. */
  readonly known_share: number | null;
  /** Wilson limits of the known share. */
  readonly lower_ci: number | null;
  readonly upper_ci: number | null;
  /** Share if every unknown were "no", and if every unknown were "yes". */
  readonly bound_low: number | null;
  readonly bound_high: number | null;
  /** Known share of all children asked about. */
  readonly completeness: number | null;
  readonly status: Status;
}

const nothing = {
  known_share: null,
  lower_ci: null,
  upper_ci: null,
  bound_low: null,
  bound_high: null,
  completeness: null,
};

/**
 * Share among known values with the band from "every unknown is no" to "every unknown is yes".
 * Source: worst-case bounds, Manski (1989) J Human Resources 24:343; project rule U-BOUNDS.
 */
export function proportionBounds(input: BoundsInput): Bounds {
  const { yes, no, unknown, max_unknown_share = 0.3, conf = 0.95 } = input;
  const limitKnown = max_unknown_share >= 0 && max_unknown_share <= 1;
  if (![yes, no, unknown].every(isCount) || !isConfidence(conf) || !limitKnown)
    return { ...nothing, status: 'invalid' };
  const all = yes + no + unknown;
  if (all === 0) return { ...nothing, status: 'undefined' };
  const band = {
    bound_low: yes / all,
    bound_high: (yes + unknown) / all,
    completeness: (yes + no) / all,
  };
  const known = proportionWilson({ x: yes, n: yes + no, conf });
  if (unknown / all > max_unknown_share || known.value === null)
    return { ...nothing, ...band, status: 'bounds_only' };
  return {
    known_share: known.value,
    lower_ci: known.lower,
    upper_ci: known.upper,
    ...band,
    status: 'ok',
  };
}
