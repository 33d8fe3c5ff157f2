import { isAmount, isCount, sum } from './counts';
import { isConfidence } from './normal';
import type { Status } from './status';

export interface StandardisedInput {
  /** Events, population and standard population of each age band, same order. */
  readonly events: readonly number[];
  readonly population: readonly number[];
  readonly standard: readonly number[];
  readonly per?: number;
  readonly conf?: number;
}

/** Weighted sums over age bands that both intervals of a standardised rate start from. */
export interface Standardised {
  readonly events: number;
  /** Σ w e / p with weights that add to 1, and its variance Σ w² e / p². */
  readonly rate: number;
  readonly variance: number;
  /** Largest w / p. */
  readonly largestWeight: number;
  readonly per: number;
  readonly conf: number;
}

/**
 * Checks and sums the age bands; a status instead when there is no rate: `invalid`, or `undefined`
 * for a band without population (never skipped) or a standard without anyone.
 */
export function ageBands(input: StandardisedInput): Standardised | Status {
  const { events, population, standard, per = 1, conf = 0.95 } = input;
  const bands = events.length;
  const sameLength = population.length === bands && standard.length === bands && bands > 0;
  const amounts = [...population, ...standard].every(isAmount) && isAmount(per) && per > 0;
  if (!sameLength || !amounts || !events.every(isCount) || !isConfidence(conf)) return 'invalid';
  if (population.some((size, band) => size === 0 && events[band]! > 0)) return 'invalid';
  const whole = sum(standard);
  if (population.includes(0) || whole === 0) return 'undefined';
  const weight = standard.map((size, band) => size / whole / population[band]!);
  return {
    events: sum(events),
    rate: sum(events.map((e, band) => e * weight[band]!)),
    variance: sum(events.map((e, band) => e * weight[band]! ** 2)),
    largestWeight: Math.max(...weight),
    per,
    conf,
  };
}
