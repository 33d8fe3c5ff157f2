import type { FitExists } from './mse-existence';
import { mseModel, noModel, type MseModel } from './mse-model';
import { hopeless, mseTable, overlaps, pairs, type MseInput, type MseTable } from './mse-table';
import { formatTerms } from './mse-term';
import { poissonTails } from './poisson-tails';

export interface MseStepwiseInput extends MseInput {
  /** A pair enters while its overlap is less plausible than this; 0.02 if left out. */
  readonly p_threshold?: number;
}

export interface MseStepwise extends MseModel {
  /** Pairs of lists in the model, for example `["1-2"]`. */
  readonly selected: readonly string[];
}

/** The published recommendation for sparse lists, from simulation. */
export const defaultThreshold = 0.02;

/** Forward selection on a table; the terms come beside the model. */
export function stepwiseOn(
  table: MseTable,
  threshold: number,
  exists: FitExists,
): { model: MseModel; terms: readonly number[] } {
  if (hopeless(table)) return { model: noModel(table, 'not_estimable'), terms: [] };
  let terms: number[] = [];
  let current = mseModel(table, terms, exists);
  const seen = overlaps(table.counts);
  while (current.model.status === 'ok' && current.fit.fit) {
    const expected = overlaps(current.fit.fit.mu[0]!);
    const candidates = pairs(table)
      .filter((pair) => !terms.includes(pair))
      .map((pair) => {
        const { below, above } = poissonTails(seen[pair]!, expected[pair]!);
        return { pair, p: Math.min(below, above) };
      })
      .filter(({ p }) => p < threshold)
      .sort((a, b) => a.p - b.p);
    let next: typeof current | null = null;
    for (const { pair } of candidates) {
      const tried = mseModel(table, [...terms, pair], exists);
      if (tried.model.status !== 'ok') continue;
      terms = [...terms, pair];
      next = tried;
      break;
    }
    if (!next) break;
    current = next;
  }
  return { model: current.model, terms };
}

/**
 * Hidden persons under main effects plus the pairs of lists that forward selection adds: at each
 * step the admissible pair whose observed overlap is least plausible under the current fit.
 * Source: Chan, Silverman & Vincent (2021) JASA 116:1297.
 */
export function mseStepwise(input: MseStepwiseInput, exists: FitExists): MseStepwise {
  const { p_threshold = defaultThreshold } = input;
  const table = mseTable(input);
  if (!table || !(p_threshold >= 0 && p_threshold <= 1))
    return { ...noModel(table, 'invalid'), selected: [] };
  const { model, terms } = stepwiseOn(table, p_threshold, exists);
  return { ...model, selected: formatTerms(terms) };
}
