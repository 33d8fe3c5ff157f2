import { InputReader } from './input-reader';
import { computed } from './method';
import { multiplicityAdjust } from './multiplicity-adjust';
import { trendCochranArmitage } from './trend-cochran-armitage';
import { trendMannKendall } from './trend-mann-kendall';
import { trendPoisson } from './trend-poisson';
import { wordsTrend } from './words-trend';

/** Trends over periods, and many comparisons at once. */
export const methodsTrend = computed(wordsTrend, {
  'trend.cochran_armitage': (input) => {
    const read = new InputReader(input);
    const counts = { x: read.numbers('x'), n: read.numbers('n') };
    return trendCochranArmitage({ ...counts, scores: read.numbersOr('scores', undefined) });
  },
  'trend.mann_kendall': (input) =>
    trendMannKendall({ x: new InputReader(input).numbersOrNulls('x') }),
  'trend.poisson': (input) => {
    const read = new InputReader(input);
    return trendPoisson({
      events: read.numbers('events'),
      person_time: read.numbers('person_time'),
      period: read.numbers('period'),
      conf: read.numberOr('conf', undefined),
    });
  },
  'multiplicity.adjust': (input) => {
    const read = new InputReader(input);
    const method = read.oneOf('method', ['BH', 'holm'], 'BH');
    return multiplicityAdjust({ p: read.numbersOrNulls('p'), method });
  },
});
