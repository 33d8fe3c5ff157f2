import type { MethodWords } from './method-words';

/** Trends over periods, and many comparisons at once. */
export const wordsTrend = [
  {
    method: 'trend.cochran_armitage',
    name: 'Trend in a proportion',
    formula: '(Σ(x − n p)(s − s̄))² / (p(1 − p) Σ n(s − s̄)²), on 1 degree of freedom',
    source: 'Cochran (1954) Biometrics 10:417; Armitage (1955) Biometrics 11:375',
    use: 'A share over three or more comparable periods, the incomplete last one left out.',
    silent: 'Fewer than three periods; an empty period; nobody or everybody with the property.',
  },
  {
    method: 'trend.mann_kendall',
    name: 'Mann–Kendall test and Sen’s slope',
    formula:
      'S = Σ sign(xⱼ − xᵢ) over i < j, z = (S − sign S)/√var S with var S corrected for ties; slope: median of (xⱼ − xᵢ)/(j − i)',
    source:
      'Mann (1945) Econometrica 13:245; Kendall (1975) Rank Correlation Methods; Sen (1968) JASA 63:1379',
    use: 'Any series of numbers; words like "trend" only from eight points.',
    silent: 'Fewer than four points; all values equal: no test, slope 0.',
  },
  {
    method: 'trend.poisson',
    name: 'Trend in a rate',
    formula: 'log E(events) = log(person-time) + a + b × period; ratio per period exp(b)',
    source: 'McCullagh & Nelder (1989) Generalized Linear Models, ch. 6',
    use: 'A rate over three or more periods; limits are widened when counts spread too much.',
    silent:
      'Fewer than three periods; no event; all events in the first or in the last period. A period without exposure: invalid.',
  },
  {
    method: 'multiplicity.adjust',
    name: 'Adjustment for many comparisons',
    formula:
      'BH: least of p × m / rank over this and all larger p; Holm: most of p × (m − rank + 1) over this and all smaller p; at most 1',
    source: 'Benjamini & Hochberg (1995) JRSS B 57:289; Holm (1979) Scand J Stat 6:65',
    use: 'BH inside one panel of regions or groups, Holm for up to five planned comparisons.',
    silent: 'Comparisons that could not be made stay empty and are not counted.',
  },
] as const satisfies readonly MethodWords[];
