import { ageBands, type StandardisedInput } from './age-bands';
import { ohidLimits } from './count-limits';
import { noEstimate, type Estimate } from './estimate';

/** Events in total below which no directly standardised rate is shown. */
const leastEvents = 10;

/**
 * Directly age-standardised rate × per with Dobson limits from Byar's. Fewer than ten events:
 * `suppressed_small_count`; an age band without population: `undefined`. With uneven weights the
 * lower limit of the paper can fall below 0; no rate does, so it stops there.
 * Source: Dobson, Kuulasmaa, Eberle & Scherer (1991) Stat Med 10:457; OHID PHEindicatormethods.
 */
export function rateDsrDobson(input: StandardisedInput): Estimate {
  const bands = ageBands(input);
  if (typeof bands === 'string') return noEstimate(bands);
  const { events, rate, variance, per, conf } = bands;
  if (events < leastEvents) return noEstimate('suppressed_small_count');
  const { lower, upper } = ohidLimits(events, conf);
  const scale = Math.sqrt(variance / events);
  return {
    value: rate * per,
    lower: Math.max(0, rate + scale * (lower - events)) * per,
    upper: (rate + scale * (upper - events)) * per,
    status: 'ok',
  };
}
