import { isAmount, isCount } from './counts';
import { garwoodLimits, type CountLimits } from './count-limits';
import { noEstimate, type Estimate } from './estimate';
import { isConfidence } from './normal';

export interface RateInput {
  readonly events: number;
  /** Population or time at risk, in one unit of the user's choice. */
  readonly person_time: number;
  /** Multiplier of the printed rate, for example 100 or 100000; 1 if left out. */
  readonly per?: number;
  readonly conf?: number;
}

/** events / person_time × per, with limits of the count taken from `limits`. */
export function rateWith(
  limits: (events: number, conf: number) => CountLimits,
  { events, person_time, per = 1, conf = 0.95 }: RateInput,
): Estimate {
  const valid = isCount(events) && isAmount(person_time) && isAmount(per) && per > 0;
  if (!valid || !isConfidence(conf)) return noEstimate('invalid');
  if (person_time === 0) return noEstimate(events === 0 ? 'undefined' : 'invalid');
  const { lower, upper } = limits(events, conf);
  const scale = per / person_time;
  return { value: events * scale, lower: lower * scale, upper: upper * scale, status: 'ok' };
}

/**
 * Rate with exact Poisson limits at every count. `undefined` without exposure, `invalid` when there
 * are events without exposure. Source: Garwood (1936) Biometrika 28:437.
 */
export function ratePoissonExact(input: RateInput): Estimate {
  return rateWith(garwoodLimits, input);
}
