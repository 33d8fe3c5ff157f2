import { ajEstimate } from './aj-estimate';
import { InputReader } from './input-reader';
import { kmClean } from './km-clean';
import { kmEstimate } from './km-estimate';
import { kmRmstDifference } from './km-rmst-difference';
import { logrankTest } from './logrank-test';
import { mccEstimate } from './mcc-estimate';
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
      read.oneOf('conf_type', ['log-log'], 'log-log');
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
  {
    method: 'km.rmst_difference',
    name: 'Difference of restricted means',
    formula: 'area under S₁ to τ − area under S₂ to τ, normal interval',
    source: 'Irwin (1949) J Hygiene 47:188; Royston & Parmar (2013) BMC Med Res Methodol 13:152',
    use: 'How many days longer one group waits, within a horizon fixed beforehand.',
    silent: 'The horizon lies after the last observation of a group.',
    compute: (input) => {
      const read = new InputReader(input);
      return kmRmstDifference({
        time1: read.numbersOrNulls('time1'),
        status1: read.numbersOrNulls('status1'),
        time2: read.numbersOrNulls('time2'),
        status2: read.numbersOrNulls('status2'),
        tau: read.number('tau'),
        conf: read.numberOr('conf', undefined),
      });
    },
  },
  {
    method: 'logrank.test',
    name: 'Log-rank test',
    formula: '(O − E)ᵀ V⁻¹ (O − E), V hypergeometric, on k − 1 degrees of freedom',
    source: 'Mantel (1966) Cancer Chemother Rep 50:163; Peto & Peto (1972) JRSS A 135:185',
    use: 'Any difference between groups over the whole period; crossing curves can cancel.',
    silent: 'Fewer than two groups; no event.',
    compute: (input) => {
      const read = new InputReader(input);
      return logrankTest({
        time: read.numbersOrNulls('time'),
        status: read.numbersOrNulls('status'),
        entry: entryOf(read),
        group: read.codes('group'),
      });
    },
  },
  {
    method: 'mcc.estimate',
    name: 'Mean cumulative count',
    formula: 'M(t) = Σ S(tᵢ−) eᵢ/nᵢ, S the Kaplan–Meier curve of the competing end',
    source: 'Dong, Robison, Leisenring et al. (2015) Am J Epidemiol 181:532',
    use: 'Repeat episodes per child by a time; leaving care and turning 18 are not censoring.',
    silent: 'Past the last observation; limits when over 5 % of the replicates failed.',
    compute: (input) => {
      const read = new InputReader(input);
      return mccEstimate({
        children: read.records('children', (row) => ({
          events: row.numbers('events'),
          end: row.number('end'),
          end_type: row.number('end_type'),
        })),
        times: read.numbers('times'),
        replicates: read.numberOr('replicates', undefined),
        seed: read.numberOr('seed', undefined),
        conf: read.numberOr('conf', undefined),
      });
    },
  },
];
