import { defaultOrder, rankByBic } from './mse-bic-select';
import type { FitExists } from './mse-existence';
import { mseHierarchicalModels } from './mse-hierarchical-models';
import { mseModel } from './mse-model';
import type { Selector } from './mse-selector';
import { stepwiseOn } from './mse-stepwise';
import { pairs, size, tableOf, type MseTable } from './mse-table';
import { formatModel } from './mse-term';

/** One figure that stands beside the chosen one. */
export interface MseAlternative {
  readonly kind: 'main_effects' | 'stepwise' | 'bic_pairs' | 'bic_order_3' | 'without_list';
  /** List left out, from 1. */
  readonly list?: number;
  readonly model: string | null;
  readonly estimate: number | null;
}

export interface MseAlternatives {
  readonly beside: readonly MseAlternative[];
  /** Estimates of all admissible models within six BIC units of the best one. */
  readonly near: readonly number[];
}

/** BIC difference up to which a model still explains the data about as well. */
const nearBic = 6;

/** The table without one list; persons on no other list leave with it. */
function without(table: MseTable, list: number): MseTable {
  const bit = 1 << (list - 1);
  const counts = new Float64Array(table.counts.length);
  table.counts.forEach((count, cell) => {
    if (cell & ~bit) counts[cell & ~bit]! += count;
  });
  return tableOf(table.lists, counts);
}

/** Models to try: every hierarchical one up to five lists, else the chosen one ± one pair. */
function candidates(table: MseTable, chosen: readonly number[]): number[][] {
  if (size(table.active) <= 5) return mseHierarchicalModels(table, defaultOrder(table));
  const toggled = pairs(table).map((pair) =>
    chosen.includes(pair) ? chosen.filter((term) => term !== pair) : [...chosen, pair],
  );
  return [[], [...chosen], ...toggled];
}

/**
 * Everything that stands beside an estimate on the same chart: main effects only, forward
 * selection, lowest BIC among pairs and up to order three, each list left out, and all models of
 * nearly the same BIC. Never averaged. Source: project contract, sections 7.3 and 7.4.
 */
export function mseAlternatives(
  table: MseTable,
  chosen: readonly number[],
  threshold: number,
  select: Selector,
  exists: FitExists,
): MseAlternatives {
  const ranked = rankByBic(table, candidates(table, chosen), exists);
  const best = ranked[0]?.model.bic ?? 0;
  const order = (terms: readonly number[]) => Math.max(2, ...terms.map(size));
  const pairsOnly = ranked.find(({ terms }) => order(terms) === 2);
  const any = ranked[0];
  const stepwise = stepwiseOn(table, threshold, exists);
  const name = (terms: readonly number[] | undefined) =>
    terms ? formatModel(table.active, terms) : null;
  const lists = Array.from({ length: table.lists }, (_, i) => i + 1).filter(
    (list) => table.active & (1 << (list - 1)),
  );
  return {
    beside: [
      {
        kind: 'main_effects',
        model: name([]),
        estimate: mseModel(table, [], exists).model.estimate,
      },
      { kind: 'stepwise', model: name(stepwise.terms), estimate: stepwise.model.estimate },
      {
        kind: 'bic_pairs',
        model: name(pairsOnly?.terms),
        estimate: pairsOnly?.model.estimate ?? null,
      },
      { kind: 'bic_order_3', model: name(any?.terms), estimate: any?.model.estimate ?? null },
      ...lists.map((list): MseAlternative => {
        return {
          kind: 'without_list',
          list,
          model: null,
          estimate: select(without(table, list)).estimate,
        };
      }),
    ],
    near: ranked
      .filter(({ model }) => (model.bic ?? Infinity) - best <= nearBic)
      .flatMap(({ model }) => (model.estimate === null ? [] : [model.estimate])),
  };
}
