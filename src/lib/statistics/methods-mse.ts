import { InputReader } from './input-reader';
import { computed } from './method';
import { mseBicSelect } from './mse-bic-select';
import { mseChapman } from './mse-chapman';
import { mseChooseMethod } from './mse-choose-method';
import { countsIn, existence, tableIn } from './mse-input';
import { mseLincolnPetersen } from './mse-lincoln-petersen';
import { mseLoglinearFixed } from './mse-loglinear-fixed';
import { mseLoglinearStrata } from './mse-loglinear-strata';
import { mseStepwise } from './mse-stepwise';
import { wordsMse } from './words-mse';

const twoIn = (read: InputReader) => ({
  n1: read.number('n1'),
  n2: read.number('n2'),
  m: read.number('m'),
});

/** Multiple systems estimation: how many victims no list has seen. */
export const methodsMse = computed(wordsMse, {
  'mse.choose_method': (input) => mseChooseMethod(tableIn(new InputReader(input))),
  'mse.loglinear_fixed': async (input, services) => {
    const read = new InputReader(input);
    const given = { ...tableIn(read), interactions: read.texts('interactions') };
    return mseLoglinearFixed(given, await existence(services));
  },
  'mse.stepwise': async (input, services) => {
    const read = new InputReader(input);
    const given = { ...tableIn(read), p_threshold: read.numberOr('p_threshold', undefined) };
    return mseStepwise(given, await existence(services));
  },
  'mse.bic_select': async (input, services) => {
    const read = new InputReader(input);
    const given = { ...tableIn(read), max_order: read.numberOr('max_order', undefined) };
    return mseBicSelect(given, await existence(services));
  },
  'mse.loglinear_strata': async (input, services) => {
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
  'mse.chapman': (input) => {
    const read = new InputReader(input);
    return mseChapman({ ...twoIn(read), conf: read.numberOr('conf', undefined) });
  },
  'mse.lincoln_petersen': (input) => mseLincolnPetersen(twoIn(new InputReader(input))),
});
