import { InputReader } from './input-reader';
import type { Method } from './method';
import { multiplicityAdjust } from './multiplicity-adjust';
import { trendCochranArmitage } from './trend-cochran-armitage';
import { trendMannKendall } from './trend-mann-kendall';
import { trendPoisson } from './trend-poisson';

/** Trends over periods, and many comparisons at once. */
export const methodsTrend: readonly Method[] = [
  {
    method: 'trend.cochran_armitage',
    name: 'Trend in a proportion',
    formula: '(Σ(x − n p)(s − s̄))² / (p(1 − p) Σ n(s − s̄)²), on 1 degree of freedom',
    source: 'Cochran (1954) Biometrics 10:417; Armitage (1955) Biometrics 11:375',
    use: 'A share over three or more comparable periods, the incomplete last one left out.',
    silent: 'An empty period; nobody or everybody with the property.',
    compute: (input) => {
      const read = new InputReader(input);
      const counts = { x: read.numbers('x'), n: read.numbers('n') };
      return trendCochranArmitage({ ...counts, scores: read.numbersOr('scores', undefined) });
    },
  },
  {
    method: 'trend.mann_kendall',
    name: 'Mann–Kendall test and Sen’s slope',
    formula: 'S = Σ sign(xⱼ − xᵢ), z = (S ∓ 1)/√var S with ties; median of pairwise slopes',
    source: 'Mann (1945) Econometrica 13:245; Kendall (1975); Sen (1968) JASA 63:1379',
    use: 'Any series of numbers; words like "trend" only from eight points.',
    silent: 'Fewer than four points; all values equal.',
    compute: (input) => trendMannKendall({ x: new InputReader(input).numbersOrNulls('x') }),
  },
  {
    method: 'trend.poisson',
    name: 'Trend in a rate',
    formula: 'log E(events) = log(person-time) + a + b × period; ratio per period exp(b)',
    source: 'McCullagh & Nelder (1989) Generalized Linear Models, ch. 6',
    use: 'A rate over three or more periods; limits are widened when counts spread too much.',
    silent: 'No event; all events in the first or in the last period.',
    compute: (input) => {
      const read = new InputReader(input);
      return trendPoisson({
        events: read.numbers('events'),
        person_time: read.numbers('person_time'),
        period: read.numbers('period'),
        conf: read.numberOr('conf', undefined),
      });
    },
  },
  {
    method: 'multiplicity.adjust',
    name: 'Adjustment for many comparisons',
    formula:
      'BH: min over larger p of p × m / rank; Holm: max over smaller p of p × (m − rank + 1)',
    source: 'Benjamini & Hochberg (1995) JRSS B 57:289; Holm (1979) Scand J Stat 6:65',
    use: 'BH inside one panel of regions or groups, Holm for up to five planned comparisons.',
    silent: 'Comparisons that could not be made stay empty and are not counted.',
    compute: (input) => {
      const read = new InputReader(input);
      const method = read.oneOf('method', ['BH', 'holm'], 'BH');
      return multiplicityAdjust({ p: read.numbersOrNulls('p'), method });
    },
  },
];
