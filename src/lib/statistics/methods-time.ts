import { ajEstimate } from './aj-estimate';
import { InputReader } from './input-reader';
import { kmClean } from './km-clean';
import { kmEstimate } from './km-estimate';
import { kmRmstDifference } from './km-rmst-difference';
import { logrankTest } from './logrank-test';
import { mccEstimate } from './mcc-estimate';
import { computed } from './method';
import { wordsTime } from './words-time';

const entryOf = (read: InputReader) =>
  read.has('entry') ? read.numbersOrNulls('entry') : undefined;

const reading = (read: InputReader) => ({
  entry: entryOf(read),
  conf: read.numberOr('conf', undefined),
  times: read.numbersOr('times', undefined),
});

/** Time to an event, with cases that are still open. */
export const methodsTime = computed(wordsTime, {
  'km.clean': (input) => {
    const read = new InputReader(input);
    const lists = { time: read.numbersOrNulls('time'), status: read.numbersOrNulls('status') };
    return kmClean({ ...lists, entry: entryOf(read) });
  },
  'km.estimate': (input) => {
    const read = new InputReader(input);
    read.oneOf('conf_type', ['log-log'], 'log-log');
    return kmEstimate({
      time: read.numbersOrNulls('time'),
      status: read.numbersOrNulls('status'),
      ...reading(read),
      rmst_tau: read.numbersOr('rmst_tau', undefined),
    });
  },
  'aj.estimate': (input) => {
    const read = new InputReader(input);
    return ajEstimate({
      time: read.numbersOrNulls('time'),
      cause: read.numbersOrNulls('cause'),
      ...reading(read),
      causes: read.numberOr('causes', undefined),
    });
  },
  'km.rmst_difference': (input) => {
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
  'logrank.test': (input) => {
    const read = new InputReader(input);
    return logrankTest({
      time: read.numbersOrNulls('time'),
      status: read.numbersOrNulls('status'),
      entry: entryOf(read),
      group: read.codes('group'),
    });
  },
  'mcc.estimate': (input) => {
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
});
