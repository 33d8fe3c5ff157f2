import { ajEstimate } from './aj-estimate';
import { InputReader } from './input-reader';
import { kmClean } from './km-clean';
import { kmEstimate } from './km-estimate';
import type { Method } from './method';

const entryOf = (read: InputReader) =>
  read.has('entry') ? read.numbersOrNulls('entry') : undefined;

const reading = (read: InputReader) => ({
  entry: entryOf(read),
  conf: read.numberOr('conf', undefined),
  times: read.numbersOr('times', undefined),
});

/** Time to an event, with cases that are still open. */
export const methodsTime: readonly Method[] = [
  {
    method: 'km.clean',
    name: 'Cleaning of durations',
    formula: 'out, in this order: missing time, missing status, negative time, entry ≥ exit',
    source: 'project contract, section 4.1',
    use: 'Before every curve; each exclusion is counted and shown. Time 0 is legal.',
    silent: 'Never.',
    compute: (input) => {
      const read = new InputReader(input);
      const lists = { time: read.numbersOrNulls('time'), status: read.numbersOrNulls('status') };
      return kmClean({ ...lists, entry: entryOf(read) });
    },
  },
  {
    method: 'km.estimate',
    name: 'Kaplan–Meier curve',
    formula: 'S(t) = Π (1 − d/n); limits S^exp(±θ), θ = z√Σ d/(n(n − d)) / log S',
    source: 'Kaplan & Meier (1958) JASA 53:457; Brookmeyer & Crowley (1982) Biometrics 38:29',
    use: 'Waiting times with open cases, where nothing else can happen first.',
    silent: 'Past the last observation; a median that the curve does not reach; nobody.',
    compute: (input) => {
      const read = new InputReader(input);
      return kmEstimate({
        time: read.numbersOrNulls('time'),
        status: read.numbersOrNulls('status'),
        ...reading(read),
        rmst_tau: read.numbersOr('rmst_tau', undefined),
      });
    },
  },
  {
    method: 'aj.estimate',
    name: 'Aalen–Johansen cumulative incidence',
    formula: 'F(t) = Σ S(tᵢ−) dₖᵢ/nᵢ; limits 1 − (1 − F)^exp(±z se / ((1 − F) log(1 − F)))',
    source: 'Aalen & Johansen (1978) Scand J Stat 5:141; Andersen et al. (1993) IV.4',
    use: 'Share by 48 hours and the like when something else can happen first.',
    silent: 'Past the last observation with children still event-free; nobody.',
    compute: (input) => {
      const read = new InputReader(input);
      return ajEstimate({
        time: read.numbersOrNulls('time'),
        cause: read.numbersOrNulls('cause'),
        ...reading(read),
        causes: read.numberOr('causes', undefined),
      });
    },
  },
];
