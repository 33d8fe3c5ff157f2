import type { MethodWords } from './method-words';

const noPerson = 'Nobody on two lists; fewer than two lists in use.';

/** Multiple systems estimation: how many victims no list has seen. */
export const wordsMse = [
  {
    method: 'mse.choose_method',
    name: 'Which way of choosing a model',
    formula:
      'two lists: Chapman; BIC if at most five lists and every pair shares at least five persons; else stepwise',
    source: 'project contract, section 7.3',
    use: 'First step of every estimate; fixed in advance, nobody picks a number.',
    silent: noPerson,
  },
  {
    method: 'mse.loglinear_fixed',
    name: 'Hidden persons under one given model',
    formula:
      'N = n + exp(a), a the intercept of a Poisson log-linear fit to the overlap table; a pair in the model that shares nobody is set to zero',
    source:
      'Bishop, Fienberg & Holland (1975) ch. 6; Fienberg & Rinaldo (2012) Ann Stat 40:996; Chan, Silverman & Vincent (2021) JASA 116:1297',
    use: 'Expert panel, and to repeat a published model.',
    silent: 'The fit does not exist, or more than one fits equally well.',
  },
  {
    method: 'mse.stepwise',
    name: 'Hidden persons, pairs of lists added one by one',
    formula:
      'add the pair with the smallest min(P(X ≤ m), P(X ≥ m)), X ~ Poisson(fitted overlap), while that is below 0.02',
    source: 'Chan, Silverman & Vincent (2021) JASA 116:1297',
    use: 'Sparse lists: a pair that shares fewer than five persons, or six lists and more.',
    silent: noPerson,
  },
  {
    method: 'mse.bic_select',
    name: 'Hidden persons, hierarchical model of lowest BIC',
    formula:
      'least p log(persons) − 2 log-likelihood over all hierarchical models with interactions of at most three lists and never of all lists',
    source: 'Schwarz (1978) Ann Stat 6:461; Silverman, Chan & Vincent (2024) Stat Comput 34:44',
    use: 'Dense lists: at most five, every pair sharing five persons or more.',
    silent: 'Nobody on two lists; fewer than two lists in use, or more than five.',
  },
  {
    method: 'mse.loglinear_strata',
    name: 'Hidden persons by group',
    formula: 'one Poisson log-linear fit: list × group main effects, shared list–list interactions',
    source: 'Bishop, Fienberg & Holland (1975) ch. 6; Chan, Silverman & Vincent (2021)',
    use: 'Girls and boys, or age bands, with the pooled estimate beside the sum.',
    silent: 'A group has nobody on two lists; the fit does not exist.',
  },
  {
    method: 'mse.chapman',
    name: 'Two lists: Chapman',
    formula: '(n₁ + 1)(n₂ + 1)/(m + 1) − 1, log-normal limits on the hidden part',
    source:
      'Chapman (1951) U Calif Publ Stat 1:131; Seber (1970) Biometrics 26:313; Chao (1987) Biometrics 43:783',
    use: 'Two lists only; needs independence, which cannot be checked.',
    silent:
      'An empty list; nobody hidden: no limits. Below seven shared persons it is unreliable, with none not to be shown.',
  },
  {
    method: 'mse.lincoln_petersen',
    name: 'Two lists: Lincoln–Petersen',
    formula: 'n₁ n₂ / m',
    source: 'Petersen (1896); Lincoln (1930)',
    use: 'Comparison with older publications only.',
    silent: 'No shared person; an empty list.',
  },
] as const satisfies readonly MethodWords[];
