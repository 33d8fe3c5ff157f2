import { isAmount, isCount, sum } from './counts';
import { ohidLimits } from './count-limits';
import { isConfidence } from './normal';
import type { Status } from './status';

export interface IsrInput {
  /** Events by age band, or their total as the only entry. */
  readonly events: readonly number[];
  readonly population: readonly number[];
  readonly ref_events: readonly number[];
  readonly ref_population: readonly number[];
  readonly per?: number;
  readonly conf?: number;
}

export interface Isr {
  readonly observed: number | null;
  readonly expected: number | null;
  readonly ratio: number | null;
  readonly ratio_lower: number | null;
  readonly ratio_upper: number | null;
  /** Ratio × crude rate of the reference × per. */
  readonly rate: number | null;
  readonly rate_lower: number | null;
  readonly rate_upper: number | null;
  readonly status: Status;
}

const none = (status: Status): Isr => ({
  observed: null,
  expected: null,
  ratio: null,
  ratio_lower: null,
  ratio_upper: null,
  rate: null,
  rate_lower: null,
  rate_upper: null,
  status,
});

/**
 * Indirectly standardised ratio and rate of a small area against a reference, exact limits below
 * ten events and Byar's from ten. `undefined` when nothing is expected. Two such ratios are never
 * compared with each other. Source: Breslow & Day (1987) vol. II, ch. 2; OHID PHEindicatormethods.
 */
export function rateIsr(input: IsrInput): Isr {
  const { events, population, ref_events, ref_population, per = 1, conf = 0.95 } = input;
  const bands = population.length;
  const sameLength = ref_events.length === bands && ref_population.length === bands && bands > 0;
  const counts = [...events, ...ref_events].every(isCount);
  const amounts = [...population, ...ref_population].every(isAmount) && isAmount(per) && per > 0;
  if (!sameLength || !counts || !amounts || !isConfidence(conf)) return none('invalid');
  if (events.length !== bands && events.length !== 1) return none('invalid');
  if (ref_population.includes(0)) return none('undefined');
  const observed = sum(events);
  const expected = sum(population.map((p, i) => (p * ref_events[i]!) / ref_population[i]!));
  if (expected === 0) return { ...none(observed > 0 ? 'invalid' : 'undefined'), observed };
  const { lower, upper } = ohidLimits(observed, conf);
  const reference = (sum(ref_events) / sum(ref_population)) * per;
  return {
    observed,
    expected,
    ratio: observed / expected,
    ratio_lower: lower / expected,
    ratio_upper: upper / expected,
    rate: (observed / expected) * reference,
    rate_lower: (lower / expected) * reference,
    rate_upper: (upper / expected) * reference,
    status: 'ok',
  };
}
