import { InputReader } from './input-reader';
import type { Method } from './method';
import { rateByar } from './rate-byar';
import { rateClustered } from './rate-clustered';
import { rateDsrDobson } from './rate-dsr-dobson';
import { rateDsrFayFeuer } from './rate-dsr-fay-feuer';
import { rateIsr } from './rate-isr';
import { rateDifferenceMover } from './rate-difference-mover';
import { rateOhid } from './rate-ohid';
import { ratePoissonExact } from './rate-poisson-exact';
import { rateRatioExact } from './rate-ratio-exact';

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
export const methodsRate: readonly Method[] = [
  {
    method: 'rate.poisson_exact',
    name: 'Rate with exact Poisson limits',
    formula: 'χ²(α/2; 2x) / 2 to χ²(1 − α/2; 2x + 2) / 2, over the exposure',
    source: 'Garwood (1936) Biometrika 28:437',
    use: 'Incidence of first episodes, at every count. A rate of 0 is shown with its upper limit.',
    silent: 'No exposure: no rate. Events without exposure: invalid.',
    compute: (input) => ratePoissonExact(one(input)),
  },
  {
    method: 'rate.byar',
    name: 'Rate with Byar’s limits',
    formula: 'x(1 − 1/(9x) − z/(3√x))³, and the same with x + 1 and + z',
    source: 'Breslow & Day (1987) Statistical Methods in Cancer Research II, p. 69',
    use: 'Part of the rule of English public-health tables, from ten events.',
    silent: 'No exposure.',
    compute: (input) => rateByar(one(input)),
  },
  {
    method: 'rate.ohid',
    name: 'Rate by the rule of English public-health tables',
    formula: 'exact Poisson limits below ten events, Byar’s limits from ten',
    source: 'OHID / UKHSA PHEindicatormethods',
    use: 'Rates per 100,000 children, so that they equal published tables digit for digit.',
    silent: 'No population.',
    compute: (input) => rateOhid(one(input)),
  },
  {
    method: 'rate.clustered',
    name: 'Incidence of all episodes, robust to repeats',
    formula: 'r = Σe/Σt; r × exp(±z × √Σ(e − r t)² / Σe) over children',
    source: 'Cochran (1977) Sampling Techniques ch. 6; Huber (1967), children as clusters',
    use: 'Episodes per 100 child-months: twenty episodes of one child are not twenty children.',
    silent: 'No exposure. One child alone: no limits. No episode: exact upper limit only.',
    compute: (input) => {
      const read = new InputReader(input);
      const lists = { events: read.numbers('events'), person_time: read.numbers('person_time') };
      return rateClustered({ ...lists, ...scale(read) });
    },
  },
  {
    method: 'rate.ratio_exact',
    name: 'Exact ratio of two rates',
    formula: 'Clopper–Pearson for p = x₁ / (x₁ + x₂), then p/(1 − p) × t₂/t₁',
    source: 'Przyborowski & Wilenski (1940) Biometrika 31:313',
    use: 'Comparing two rates, small counts included.',
    silent: 'No events below the line: lower limit only. No events at all: no ratio.',
    compute: (input) => rateRatioExact(two(input)),
  },
  {
    method: 'rate.difference_mover',
    name: 'Difference of two rates',
    formula: 'd ± √((r₁ − l₁)² + (u₂ − r₂)²) with exact limits l and u',
    source: 'Donner & Zou (2012) Stat Methods Med Res 21:347',
    use: 'How many more per 100,000 in one group than in another.',
    silent: 'One group has no exposure.',
    compute: (input) => rateDifferenceMover(two(input)),
  },
  {
    method: 'rate.dsr_dobson',
    name: 'Directly age-standardised rate',
    formula: 'Σ w e/p, w = share of the standard; limits by √(Σ w² e/p² / Σe) × (Byar − Σe)',
    source: 'Dobson, Kuulasmaa, Eberle & Scherer (1991) Stat Med 10:457',
    use: 'Comparing years or regions of other age make-up. The crude rate stands beside it.',
    silent: 'Fewer than ten events; an age band without population.',
    compute: (input) => rateDsrDobson(standardised(input)),
  },
  {
    method: 'rate.dsr_fay_feuer',
    name: 'Directly age-standardised rate with gamma limits',
    formula: 'gamma quantiles with shape r²/v below and (r + wₘ)²/(v + wₘ²) above',
    source: 'Fay & Feuer (1997) Stat Med 16:791',
    use: 'When one age band weighs five times the average, or fewer than ten events.',
    silent: 'An age band without population.',
    compute: (input) => rateDsrFayFeuer(standardised(input)),
  },
  {
    method: 'rate.isr',
    name: 'Indirectly standardised ratio',
    formula: 'observed / expected, expected = Σ population × reference rate',
    source: 'Breslow & Day (1987) vol. II, ch. 2; OHID / UKHSA PHEindicatormethods',
    use: 'A small area against a reference, from its total only. Never two areas with each other.',
    silent: 'Nothing expected; a reference band without population.',
    compute: (input) => {
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
  },
];
