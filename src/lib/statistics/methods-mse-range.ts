import { InputReader } from './input-reader';
import { computed } from './method';
import { mseAssess } from './mse-assess';
import { mseBcaLimits } from './mse-bca-limits';
import { mseBootstrapBca } from './mse-bootstrap-bca';
import { mseIdentificationRate } from './mse-identification-rate';
import { mseIdentificationDifference } from './mse-identification-difference';
import { countsIn, existence, selectorIn, tableIn } from './mse-input';
import { mseJackknifeAcceleration } from './mse-jackknife-acceleration';
import { mseProfileInterval } from './mse-profile-interval';
import { wordsMseRange } from './words-mse-range';

/** How sure an estimate of hidden victims is, and the identification rate that follows. */
export const methodsMseRange = computed(wordsMseRange, {
  'mse.bootstrap_bca': async (input, services) => {
    const read = new InputReader(input);
    const given = {
      ...selectorIn(read),
      replicates: read.numberOr('replicates', undefined),
      alpha: read.numbersOr('alpha', undefined),
      seed: read.numberOr('seed', undefined),
    };
    return mseBootstrapBca(given, await existence(services));
  },
  'mse.bca_limits': (input) => {
    const read = new InputReader(input);
    return mseBcaLimits({
      bootstrap: read.numbers('bootstrap'),
      estimate: read.number('estimate'),
      acceleration: read.number('acceleration'),
      alpha: read.numbers('alpha'),
    });
  },
  'mse.jackknife_acceleration': async (input, services) =>
    mseJackknifeAcceleration(selectorIn(new InputReader(input)), await existence(services)),
  'mse.profile_interval': async (input, services) => {
    const read = new InputReader(input);
    const given = { ...tableIn(read), interactions: read.texts('interactions') };
    const conf = read.numberOr('conf', undefined);
    return mseProfileInterval({ ...given, conf }, await existence(services));
  },
  'mse.identification_rate': (input) => {
    const read = new InputReader(input);
    return mseIdentificationRate({
      identified: read.number('identified'),
      estimate: read.numberOrNull('estimate'),
      lower: read.numberOrNull('lower'),
      upper: read.numberOrNull('upper'),
    });
  },
  'mse.identification_difference': async (input, services) => {
    const read = new InputReader(input);
    const given = {
      lists: read.number('lists'),
      strata: read.records('strata', (row) => ({
        name: row.text('name'),
        counts: countsIn(row),
        identified: row.number('identified'),
      })),
      shared_interactions: read.texts('shared_interactions'),
      replicates: read.numberOr('replicates', undefined),
      seed: read.numberOr('seed', undefined),
      conf: read.numberOr('conf', undefined),
    };
    return mseIdentificationDifference(given, await existence(services));
  },
  'mse.assess': async (input, services) => {
    const read = new InputReader(input);
    const given = {
      ...tableIn(read),
      replicates: read.numberOr('replicates', undefined),
      seed: read.numberOr('seed', undefined),
    };
    return mseAssess(given, await existence(services));
  },
});
