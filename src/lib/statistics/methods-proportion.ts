import { InputReader } from './input-reader';
import { computed } from './method';
import { proportionBounds } from './proportion-bounds';
import { proportionClopperPearson } from './proportion-clopper-pearson';
import { proportionDifferenceNewcombe } from './proportion-difference-newcombe';
import { proportionRatioLog } from './proportion-ratio-log';
import { proportionWilson } from './proportion-wilson';
import { wordsProportion } from './words-proportion';

const one = (input: unknown) => {
  const read = new InputReader(input);
  return { x: read.number('x'), n: read.number('n'), conf: read.numberOr('conf', undefined) };
};

const two = (input: unknown) => {
  const read = new InputReader(input);
  return {
    x1: read.number('x1'),
    n1: read.number('n1'),
    x2: read.number('x2'),
    n2: read.number('n2'),
    conf: read.numberOr('conf', undefined),
  };
};

/** Proportions and their comparison. */
export const methodsProportion = computed(wordsProportion, {
  'proportion.wilson': (input) => proportionWilson(one(input)),
  'proportion.clopper_pearson': (input) => proportionClopperPearson(one(input)),
  'proportion.difference_newcombe': (input) => proportionDifferenceNewcombe(two(input)),
  'proportion.ratio_log': (input) => proportionRatioLog(two(input)),
  'proportion.bounds': (input) => {
    const read = new InputReader(input);
    return proportionBounds({
      yes: read.number('yes'),
      no: read.number('no'),
      unknown: read.number('unknown'),
      max_unknown_share: read.numberOr('max_unknown_share', undefined),
      conf: read.numberOr('conf', undefined),
    });
  },
});
