import type { FitExists } from './mse-existence';
import { mseHierarchicalModels } from './mse-hierarchical-models';
import { mseModel, noModel, type MseModel } from './mse-model';
import { hopeless, mseTable, size, type MseInput, type MseTable } from './mse-table';
import { formatModel } from './mse-term';

export interface MseBicInput extends MseInput {
  /** Largest number of lists in one interaction; one less than the lists and at most 3 if left out. */
  readonly max_order?: number;
}

export interface MseBic extends MseModel {
  /** Generators, for example `"[12,3]"`. */
  readonly model: string | null;
  readonly models_considered: number;
  readonly models_admissible: number;
  readonly second_model: string | null;
  readonly second_estimate: number | null;
  readonly second_bic: number | null;
}

/** An admissible model with its interactions. */
export interface RankedModel {
  readonly terms: readonly number[];
  readonly model: MseModel;
}

/** Most lists for which all hierarchical models are tried. */
const mostLists = 5;

/** Interactions among more lists than this are not looked for unless asked. */
export const defaultOrder = (table: MseTable): number => Math.min(3, size(table.active) - 1);

/** Fits models and puts the admissible ones in rising order of BIC. */
export function rankByBic(
  table: MseTable,
  models: readonly (readonly number[])[],
  exists: FitExists,
): RankedModel[] {
  return models
    .map((terms) => ({ terms, model: mseModel(table, terms, exists).model }))
    .filter(({ model }) => model.status === 'ok')
    .sort((a, b) => (a.model.bic ?? 0) - (b.model.bic ?? 0));
}

/**
 * Hidden persons under the hierarchical log-linear model of lowest BIC (n = persons). For up to
 * five lists that all overlap. Sources: Schwarz (1978) Ann Stat 6:461; Silverman, Chan & Vincent
 * (2024) Stat Comput 34:44.
 */
export function mseBicSelect(input: MseBicInput, exists: FitExists): MseBic {
  const table = mseTable(input);
  const none = (status: MseModel['status']): MseBic => ({
    ...noModel(table, status),
    model: null,
    models_considered: 0,
    models_admissible: 0,
    second_model: null,
    second_estimate: null,
    second_bic: null,
  });
  if (!table) return none('invalid');
  const order = input.max_order ?? defaultOrder(table);
  if (!Number.isSafeInteger(order) || order < 1) return none('invalid');
  if (hopeless(table) || size(table.active) > mostLists) return none('not_estimable');
  const models = mseHierarchicalModels(table, Math.min(order, size(table.active)));
  const ranked = rankByBic(table, models, exists);
  const [best, second] = ranked;
  if (!best) return { ...none('not_estimable'), models_considered: models.length };
  return {
    ...best.model,
    model: formatModel(table.active, best.terms),
    models_considered: models.length,
    models_admissible: ranked.length,
    second_model: second ? formatModel(table.active, second.terms) : null,
    second_estimate: second?.model.estimate ?? null,
    second_bic: second?.model.bic ?? null,
  };
}
