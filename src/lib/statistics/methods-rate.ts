import { InputReader } from './input-reader';
import { computed } from './method';
import { rateByar } from './rate-byar';
import { rateClustered } from './rate-clustered';
import { rateDsrDobson } from './rate-dsr-dobson';
import { rateDsrFayFeuer } from './rate-dsr-fay-feuer';
import { rateIsr } from './rate-isr';
import { rateDifferenceMover } from './rate-difference-mover';
import { rateOhid } from './rate-ohid';
import { ratePoissonExact } from './rate-poisson-exact';
import { rateRatioExact } from './rate-ratio-exact';
import { wordsRate } from './words-rate';

const scale = (read: InputReader) => ({
  per: read.numberOr('per', undefined),
  conf: read.numberOr('conf', undefined),
});

const one = (input: unknown) => {
  const read = new InputReader(input);
  return { events: read.number('events'), person_time: read.number('person_time'), ...scale(read) };
};

const two = (input: unknown) => {
  const read = new InputReader(input);
  return {
    x1: read.number('x1'),
    t1: read.number('t1'),
    x2: read.number('x2'),
    t2: read.number('t2'),
    ...scale(read),
  };
};

const standardised = (input: unknown) => {
  const read = new InputReader(input);
  return {
    events: read.numbers('events'),
    population: read.numbers('population'),
    standard: read.numbers('standard'),
    ...scale(read),
  };
};

/** Rates and their comparison. */
export const methodsRate = computed(wordsRate, {
  'rate.poisson_exact': (input) => ratePoissonExact(one(input)),
  'rate.byar': (input) => rateByar(one(input)),
  'rate.ohid': (input) => rateOhid(one(input)),
  'rate.clustered': (input) => {
    const read = new InputReader(input);
    const lists = { events: read.numbers('events'), person_time: read.numbers('person_time') };
    return rateClustered({ ...lists, ...scale(read) });
  },
  'rate.ratio_exact': (input) => rateRatioExact(two(input)),
  'rate.difference_mover': (input) => rateDifferenceMover(two(input)),
  'rate.dsr_dobson': (input) => rateDsrDobson(standardised(input)),
  'rate.dsr_fay_feuer': (input) => rateDsrFayFeuer(standardised(input)),
  'rate.isr': (input) => {
    const read = new InputReader(input);
    const events = Array.isArray((input as { events?: unknown }).events);
    return rateIsr({
      events: events ? read.numbers('events') : [read.number('events')],
      population: read.numbers('population'),
      ref_events: read.numbers('ref_events'),
      ref_population: read.numbers('ref_population'),
      ...scale(read),
    });
  },
});
