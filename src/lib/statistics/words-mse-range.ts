import type { MethodWords } from './method-words';

/** How sure an estimate of hidden victims is, and the identification rate that follows. */
export const wordsMseRange = [
  {
    method: 'mse.bootstrap_bca',
    name: 'Hidden persons with bootstrap interval',
    formula: 'BCa over 1,000 multinomial replicates, model choice repeated in each',
    source:
      'DiCiccio & Efron (1996) Stat Sci 11:189; Chan, Silverman & Vincent (2021) JASA 116:1297',
    use: 'The interval of every headline figure; seed printed, two digits shown.',
    silent:
      'No estimate; over 5 % of the replicates failed; all replicates, or none, lie below the estimate.',
  },
  {
    method: 'mse.bca_limits',
    name: 'BCa limits from replicates',
    formula: 'quantile at Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))), type 8',
    source: 'DiCiccio & Efron (1996) Stat Sci 11:189',
    use: 'The last step of the bootstrap interval.',
    silent: 'All replicates, or none, lie below the estimate.',
  },
  {
    method: 'mse.jackknife_acceleration',
    name: 'Acceleration of the bootstrap interval',
    formula: 'Σ w(mean − N₋)³ / (6 (Σ w(mean − N₋)²)^1.5) over delete-one estimates',
    source: 'Efron (1987) JASA 82:171',
    use: 'Part of the bootstrap interval; the model is chosen anew each time.',
    silent: 'All delete-one estimates are equal or none exists.',
  },
  {
    method: 'mse.profile_interval',
    name: 'Limits under one given model',
    formula:
      'N with 2(max log L − log L(N)) ≤ 95 % quantile of χ² on 1 degree of freedom, multinomial profile likelihood',
    source: 'Cormack (1992) Biometrics 48:567',
    use: 'Expert panel only: it takes the model for certain and is too narrow.',
    silent: 'The fit does not exist; no upper limit when the likelihood never falls far enough.',
  },
  {
    method: 'mse.identification_rate',
    name: 'Identification rate',
    formula: 'identified / N, limits identified / upper to identified / lower, at most 1',
    source: 'UNODC, metadata of SDG indicator 16.2.2',
    use: 'What share of all victims the state has identified, never without its assumptions.',
    silent: 'No estimate; without an upper limit of N only "at most".',
  },
  {
    method: 'mse.identification_difference',
    name: 'Difference of two identification rates',
    formula:
      'rate of the first group − rate of the second, from one model; percentile limits, both groups in the same replicates',
    source: 'Efron & Tibshirani (1993) ch. 13; project contract, section 7.6',
    use: 'Whether girls or boys are identified less often.',
    silent: 'The fit does not exist; over 5 % of the replicates failed.',
  },
  {
    method: 'mse.assess',
    name: 'Hidden victims: figure, range and how far to believe it',
    formula: 'gates, model by the fixed rule, BCa range, other defensible models, stability label',
    source: 'project contract, sections 7.3–7.7; Binette & Steorts (2022) JRSS A 185:640',
    use: 'Every published estimate: it is never shown without what this prints beside it.',
    silent:
      'Under 50 persons, under 11 on two lists, a list under 5: nothing. Models too far apart: their range and no single number.',
  },
] as const satisfies readonly MethodWords[];
