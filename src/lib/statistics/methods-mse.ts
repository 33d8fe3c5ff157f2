import { InputReader } from './input-reader';
import type { Method } from './method';
import { mseBicSelect } from './mse-bic-select';
import { mseChapman } from './mse-chapman';
import { mseChooseMethod } from './mse-choose-method';
import { countsIn, existence, tableIn } from './mse-input';
import { mseLincolnPetersen } from './mse-lincoln-petersen';
import { mseLoglinearFixed } from './mse-loglinear-fixed';
import { mseLoglinearStrata } from './mse-loglinear-strata';
import { mseStepwise } from './mse-stepwise';

const twoIn = (read: InputReader) => ({
  n1: read.number('n1'),
  n2: read.number('n2'),
  m: read.number('m'),
});

const noPerson = 'Nobody on two lists; fewer than two lists in use.';

/** Multiple systems estimation: how many victims no list has seen. */
export const methodsMse: readonly Method[] = [
  {
    method: 'mse.choose_method',
    name: 'Which way of choosing a model',
    formula: 'BIC if at most five lists and every pair shares five persons, else stepwise',
    source: 'project contract, section 7.3',
    use: 'First step of every estimate; fixed in advance, nobody picks a number.',
    silent: noPerson,
    compute: (input) => mseChooseMethod(tableIn(new InputReader(input))),
  },
  {
    method: 'mse.loglinear_fixed',
    name: 'Hidden persons under one given model',
    formula: 'N = n + exp(a) of a Poisson log-linear fit to the overlap table',
    source:
      'Bishop, Fienberg & Holland (1975) ch. 6; Chan, Silverman & Vincent (2021) JASA 116:1297',
    use: 'Expert panel, and to repeat a published model.',
    silent: 'The fit does not exist, or more than one fits equally well.',
    compute: async (input, services) => {
      const read = new InputReader(input);
      const given = { ...tableIn(read), interactions: read.texts('interactions') };
      return mseLoglinearFixed(given, await existence(services));
    },
  },
  {
    method: 'mse.stepwise',
    name: 'Hidden persons, pairs of lists added one by one',
    formula:
      'add the pair with the smallest min(P(X ≤ m), P(X ≥ m)), X ~ Poisson(fitted), below 0.02',
    source: 'Chan, Silverman & Vincent (2021) JASA 116:1297',
    use: 'Sparse lists: a pair that shares fewer than five persons, or six lists and more.',
    silent: noPerson,
    compute: async (input, services) => {
      const read = new InputReader(input);
      const given = { ...tableIn(read), p_threshold: read.numberOr('p_threshold', undefined) };
      return mseStepwise(given, await existence(services));
    },
  },
  {
    method: 'mse.bic_select',
    name: 'Hidden persons, hierarchical model of lowest BIC',
    formula: 'BIC = p log(persons) − 2 log-likelihood, over all hierarchical models',
    source: 'Schwarz (1978) Ann Stat 6:461; Silverman, Chan & Vincent (2024) Stat Comput 34:44',
    use: 'Dense lists: at most five, every pair sharing five persons or more.',
    silent: noPerson,
    compute: async (input, services) => {
      const read = new InputReader(input);
      const given = { ...tableIn(read), max_order: read.numberOr('max_order', undefined) };
      return mseBicSelect(given, await existence(services));
    },
  },
  {
    method: 'mse.loglinear_strata',
    name: 'Hidden persons by group',
    formula: 'one Poisson log-linear fit: list × group main effects, shared list–list interactions',
    source: 'Bishop, Fienberg & Holland (1975) ch. 6; Chan, Silverman & Vincent (2021)',
    use: 'Girls and boys, or age bands, with the pooled estimate beside the sum.',
    silent: 'A group has nobody on two lists; the fit does not exist.',
    compute: async (input, services) => {
      const read = new InputReader(input);
      const given = {
        lists: read.number('lists'),
        strata: read.records('strata', (row) => ({
          name: row.text('name'),
          counts: countsIn(row),
        })),
        shared_interactions: read.texts('shared_interactions'),
      };
      return mseLoglinearStrata(given, await existence(services));
    },
  },
  {
    method: 'mse.chapman',
    name: 'Two lists: Chapman',
    formula: '(n₁ + 1)(n₂ + 1)/(m + 1) − 1, log-normal limits on the hidden part',
    source: 'Chapman (1951) U Calif Publ Stat 1:131; Seber (1970); Chao (1987) Biometrics 43:783',
    use: 'Two lists only; needs independence, which cannot be checked.',
    silent:
      'An empty list. Below seven shared persons it is unreliable, with none not to be shown.',
    compute: (input) => {
      const read = new InputReader(input);
      return mseChapman({ ...twoIn(read), conf: read.numberOr('conf', undefined) });
    },
  },
  {
    method: 'mse.lincoln_petersen',
    name: 'Two lists: Lincoln–Petersen',
    formula: 'n₁ n₂ / m',
    source: 'Petersen (1896); Lincoln (1930)',
    use: 'Comparison with older publications only.',
    silent: 'No shared person.',
    compute: (input) => mseLincolnPetersen(twoIn(new InputReader(input))),
  },
];
