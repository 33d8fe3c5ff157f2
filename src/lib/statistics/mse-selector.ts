import { defaultOrder, rankByBic } from './mse-bic-select';
import type { FitExists } from './mse-existence';
import { mseHierarchicalModels } from './mse-hierarchical-models';
import { mseModel, noModel, type MseModel } from './mse-model';
import { defaultThreshold, stepwiseOn } from './mse-stepwise';
import { hopeless, size, type MseTable } from './mse-table';
import { parseTerm } from './mse-term';

/** How a model is chosen; the choice is repeated on every resampled table. */
export interface SelectorSettings {
  readonly selector: 'stepwise' | 'bic' | 'fixed';
  readonly p_threshold?: number;
  readonly max_order?: number;
  /** For `fixed`. */
  readonly interactions?: readonly string[];
}

/** Estimates hidden persons on a table, model choice included. */
export type Selector = (table: MseTable) => MseModel;

/** Candidates kept from the original data for the repetitions: twenty, a hundred with five lists. */
const bestKept = (lists: number): number => (lists >= 5 ? 100 : 20);

/**
 * Makes the selector for the given original data. `bic` tries every hierarchical model on it and
 * repeats the choice among the best of those. Null when the settings do not fit.
 */
export function mseSelector(
  original: MseTable,
  settings: SelectorSettings,
  exists: FitExists,
): Selector | null {
  const { selector, p_threshold = defaultThreshold, interactions = [] } = settings;
  if (selector === 'stepwise')
    return p_threshold >= 0 && p_threshold <= 1
      ? (table) => stepwiseOn(table, p_threshold, exists).model
      : null;
  const guard =
    (choose: Selector): Selector =>
    (table) =>
      hopeless(table) ? noModel(table, 'not_estimable') : choose(table);
  if (selector === 'fixed') {
    const terms = interactions.map((text) => parseTerm(text, original.lists));
    if (!terms.every((term) => term !== null)) return null;
    return guard((table) => mseModel(table, terms, exists).model);
  }
  const lists = size(original.active);
  const order = settings.max_order ?? defaultOrder(original);
  if (!Number.isSafeInteger(order) || order < 1 || lists > 5) return null;
  const all = mseHierarchicalModels(original, Math.min(order, lists));
  const kept = bestKept(lists);
  const models =
    all.length <= kept
      ? all
      : rankByBic(original, all, exists)
          .slice(0, kept)
          .map(({ terms }) => terms);
  return guard(
    (table) => rankByBic(table, models, exists)[0]?.model ?? noModel(table, 'not_estimable'),
  );
}
