import { InputReader } from './input-reader';
import { loadLinearProgram } from './linear-program';
import type { Method, Services } from './method';
import { mseBcaLimits } from './mse-bca-limits';
import { mseBicSelect } from './mse-bic-select';
import { mseBootstrapBca } from './mse-bootstrap-bca';
import { mseChapman } from './mse-chapman';
import { mseChooseMethod } from './mse-choose-method';
import { fitExists, type FitExists } from './mse-existence';
import { mseIdentificationRate } from './mse-identification-rate';
import { mseJackknifeAcceleration } from './mse-jackknife-acceleration';
import { mseLincolnPetersen } from './mse-lincoln-petersen';
import { mseLoglinearFixed } from './mse-loglinear-fixed';
import { mseLoglinearStrata } from './mse-loglinear-strata';
import { mseProfileInterval } from './mse-profile-interval';
import { mseStepwise } from './mse-stepwise';

/** Existence of fits as decided by HiGHS, loaded anew for each run so that no state is shared. */
const existence = async (services: Services): Promise<FitExists> =>
  fitExists(await loadLinearProgram(services.highsWasm));

const counts = (read: InputReader) =>
  read.records('counts', (row) => ({ pattern: row.text('pattern'), count: row.number('count') }));

const tableIn = (read: InputReader) => ({ lists: read.number('lists'), counts: counts(read) });

const selectorIn = (read: InputReader) => ({
  ...tableIn(read),
  selector: read.oneOf('selector', ['stepwise', 'bic', 'fixed'], 'stepwise'),
  p_threshold: read.numberOr('p_threshold', undefined),
  max_order: read.numberOr('max_order', undefined),
  interactions: read.textsOr('interactions', undefined),
});

const twoIn = (read: InputReader) => ({
  n1: read.number('n1'),
  n2: read.number('n2'),
  m: read.number('m'),
});

const noPerson = 'Nobody on two lists; fewer than two lists in use.';

/** Multiple systems estimation: how many victims no list has seen. */
export const methodsMse: readonly Method[] = [
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
    method: 'mse.profile_interval',
    name: 'Limits under one given model',
    formula: 'N with 2(max log L − log L(N)) ≤ χ²(1), multinomial profile likelihood',
    source: 'Cormack (1992) Biometrics 48:567',
    use: 'Expert panel only: it takes the model for certain and is too narrow.',
    silent: 'The fit does not exist; no upper limit when the likelihood never falls far enough.',
    compute: async (input, services) => {
      const read = new InputReader(input);
      const given = { ...tableIn(read), interactions: read.texts('interactions') };
      const conf = read.numberOr('conf', undefined);
      return mseProfileInterval({ ...given, conf }, await existence(services));
    },
  },
  {
    method: 'mse.bca_limits',
    name: 'BCa limits from replicates',
    formula: 'quantile at Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))), type 8',
    source: 'DiCiccio & Efron (1996) Stat Sci 11:189',
    use: 'The last step of the bootstrap interval.',
    silent: 'All replicates, or none, lie below the estimate.',
    compute: (input) => {
      const read = new InputReader(input);
      return mseBcaLimits({
        bootstrap: read.numbers('bootstrap'),
        estimate: read.number('estimate'),
        acceleration: read.number('acceleration'),
        alpha: read.numbers('alpha'),
      });
    },
  },
  {
    method: 'mse.jackknife_acceleration',
    name: 'Acceleration of the bootstrap interval',
    formula: 'Σ w(mean − N₋)³ / (6 (Σ w(mean − N₋)²)^1.5) over delete-one estimates',
    source: 'Efron (1987) JASA 82:171',
    use: 'Part of the bootstrap interval; the model is chosen anew each time.',
    silent: 'All delete-one estimates are equal or none exists.',
    compute: async (input, services) =>
      mseJackknifeAcceleration(selectorIn(new InputReader(input)), await existence(services)),
  },
  {
    method: 'mse.bootstrap_bca',
    name: 'Hidden persons with bootstrap interval',
    formula: 'BCa over 1,000 multinomial replicates, model choice repeated in each',
    source:
      'DiCiccio & Efron (1996) Stat Sci 11:189; Chan, Silverman & Vincent (2021) JASA 116:1297',
    use: 'The interval of every headline figure; seed printed, two digits shown.',
    silent: 'Over 5 % of the replicates failed.',
    compute: async (input, services) => {
      const read = new InputReader(input);
      const given = {
        ...selectorIn(read),
        replicates: read.numberOr('replicates', undefined),
        alpha: read.numbersOr('alpha', undefined),
        seed: read.numberOr('seed', undefined),
      };
      return mseBootstrapBca(given, await existence(services));
    },
  },
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
        strata: read.records('strata', (row) => ({ name: row.text('name'), counts: counts(row) })),
        shared_interactions: read.texts('shared_interactions'),
      };
      return mseLoglinearStrata(given, await existence(services));
    },
  },
  {
    method: 'mse.identification_rate',
    name: 'Identification rate',
    formula: 'identified / N, limits identified / upper to identified / lower, at most 1',
    source: 'UNODC, metadata of SDG indicator 16.2.2',
    use: 'What share of all victims the state has identified, never without its assumptions.',
    silent: 'No estimate; without an upper limit of N only "at most".',
    compute: (input) => {
      const read = new InputReader(input);
      return mseIdentificationRate({
        identified: read.number('identified'),
        estimate: read.numberOrNull('estimate'),
        lower: read.numberOrNull('lower'),
        upper: read.numberOrNull('upper'),
      });
    },
  },
];
