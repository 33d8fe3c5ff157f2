import type { FitExists } from './mse-existence';
import { mseModel, noModel, type MseModel } from './mse-model';
import { mseTable, size, type MseInput } from './mse-table';
import { parseTerm } from './mse-term';

export interface MseFixedInput extends MseInput {
  /** Interactions such as `"1-3"` or `"1-2-3"`. */
  readonly interactions: readonly string[];
}

/**
 * Hidden persons under one given log-linear model. `mle_does_not_exist` or `not_identifiable` when
 * the data cannot carry it. Sources: Bishop, Fienberg & Holland (1975) ch. 6; Chan, Silverman &
 * Vincent (2021) JASA 116:1297.
 */
export function mseLoglinearFixed(input: MseFixedInput, exists: FitExists): MseModel {
  const table = mseTable(input);
  if (!table) return noModel(table, 'invalid');
  const terms = input.interactions.map((text) => parseTerm(text, input.lists));
  if (!terms.every((term) => term !== null)) return noModel(table, 'invalid');
  if (size(table.active) < 2) return noModel(table, 'not_estimable');
  return mseModel(table, terms, exists).model;
}
