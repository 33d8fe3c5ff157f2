import type { MethodWords } from './method-words';

/** Time to an event, with cases that are still open. */
export const wordsTime = [
  {
    method: 'km.clean',
    name: 'Cleaning of durations',
    formula: 'out, in this order: missing time, missing status, negative time, entry ≥ exit',
    source: 'project contract, section 4.1',
    use: 'Before every curve; each exclusion is counted and shown. Time 0 is legal.',
    silent: 'Never.',
  },
  {
    method: 'km.estimate',
    name: 'Kaplan–Meier curve',
    formula: 'S(t) = Π (1 − d/n); limits S^exp(±θ), θ = z√Σ d/(n(n − d)) / log S',
    source:
      'Kaplan & Meier (1958) JASA 53:457; Kalbfleisch & Prentice (1980); Brookmeyer & Crowley (1982) Biometrics 38:29',
    use: 'Waiting times with open cases, where nothing else can happen first.',
    silent:
      'Past the last observation; a median that the curve does not reach; no limits where S is 0 or 1; nobody. Figures need ten at risk, a median ten children and five events.',
  },
  {
    method: 'aj.estimate',
    name: 'Aalen–Johansen cumulative incidence',
    formula: 'F(t) = Σ S(tᵢ−) dₖᵢ/nᵢ; limits 1 − (1 − F)^exp(±z se / ((1 − F) log(1 − F)))',
    source: 'Aalen & Johansen (1978) Scand J Stat 5:141; Andersen et al. (1993) IV.4',
    use: 'Share by 48 hours and the like when something else can happen first.',
    silent:
      'Past the last observation with children still event-free; no limits where F is 0 or 1; nobody. Figures need ten at risk.',
  },
  {
    method: 'km.rmst_difference',
    name: 'Difference of restricted means',
    formula: 'area under S₁ to τ − area under S₂ to τ, normal interval',
    source: 'Irwin (1949) J Hygiene 47:188; Royston & Parmar (2013) BMC Med Res Methodol 13:152',
    use: 'How many days longer one group waits, within a horizon fixed beforehand.',
    silent:
      'The horizon lies after the last observation of a group whose curve is not yet 0; a group without children.',
  },
  {
    method: 'logrank.test',
    name: 'Log-rank test',
    formula: '(O − E)ᵀ V⁻¹ (O − E), V hypergeometric, on k − 1 degrees of freedom',
    source: 'Mantel (1966) Cancer Chemother Rep 50:163; Peto & Peto (1972) JRSS A 135:185',
    use: 'Any difference between groups over the whole period; crossing curves can cancel.',
    silent: 'Fewer than two groups; no event.',
  },
  {
    method: 'mcc.estimate',
    name: 'Mean cumulative count',
    formula:
      'M(t) = Σ S(tᵢ−) eᵢ/nᵢ, S the Kaplan–Meier curve of the competing end; percentile bootstrap over children',
    source: 'Dong, Robison, Leisenring et al. (2015) Am J Epidemiol 181:532',
    use: 'Repeat episodes per child by a time; leaving care and turning 18 are not censoring.',
    silent: 'Past the last observation; limits when over 5 % of the replicates failed.',
  },
] as const satisfies readonly MethodWords[];
