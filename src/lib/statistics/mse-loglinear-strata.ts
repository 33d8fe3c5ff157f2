import type { FitExists } from './mse-existence';
import { mseFit } from './mse-fit';
import { fitted, mseTable, repeated, type PatternCount } from './mse-table';
import { formatTerms, parseTerm } from './mse-term';
import type { Status } from './status';

export interface MseStrataInput {
  readonly lists: number;
  /** Groups of persons, for example girls and boys, each with its own overlap table. */
  readonly strata: readonly { readonly name: string; readonly counts: readonly PatternCount[] }[];
  readonly shared_interactions: readonly string[];
}

interface MseStratum {
  readonly name: string;
  readonly observed: number;
  readonly estimate: number | null;
}

export interface MseStrata {
  readonly status: Status;
  readonly strata: readonly MseStratum[];
  readonly total: number | null;
  readonly observed: number;
  /** The same lists and interactions without strata. */
  readonly pooled: number | null;
  /** Total and pooled estimate differ by more than a fifth: chances of detection differ. */
  readonly detection_differs: boolean | null;
  readonly aic: number | null;
  readonly boundary_terms: readonly string[];
}

/** Relative difference from the pooled estimate above which groups differ in chance of detection. */
const worthSaying = 0.2;

/**
 * Hidden persons by group from one model: every list has its own reach in every group, lists depend
 * on each other in the same way in all groups. Sources: Bishop, Fienberg & Holland (1975) ch. 6;
 * Chan, Silverman & Vincent (2021).
 */
export function mseLoglinearStrata(input: MseStrataInput, exists: FitExists): MseStrata {
  const { lists, strata, shared_interactions } = input;
  const read = strata.map(({ counts }) => mseTable({ lists, counts }));
  const tables = read.filter((table) => table !== null);
  const terms = shared_interactions.map((text) => parseTerm(text, lists));
  const observed = tables.reduce((total, table) => total + table.observed, 0);
  const none = (status: Status): MseStrata => ({
    status,
    strata: strata.map(({ name }, i) => ({
      name,
      observed: read[i]?.observed ?? 0,
      estimate: null,
    })),
    total: null,
    observed,
    pooled: null,
    detection_differs: null,
    aic: null,
    boundary_terms: [],
  });
  const interactions = terms.filter((term) => term !== null);
  if (tables.length !== read.length || interactions.length !== terms.length || !tables.length)
    return none('invalid');
  if (tables.some((table) => repeated(table) === 0)) return none('not_estimable');
  const fit = mseFit(tables, interactions, exists);
  if (fit.status !== 'ok') return none(fit.status);
  const estimates = tables.map((table, i) => fitted(table) + fit.hidden[i]!);
  if (estimates.some((estimate, i) => estimate < tables[i]!.observed)) return none('not_estimable');
  const total = estimates.reduce((a, b) => a + b, 0);
  const together = mseTable({ lists, counts: strata.flatMap(({ counts }) => counts) });
  const single = together && mseFit([together], interactions, exists);
  const hidden = single?.status === 'ok' ? single.hidden[0] : undefined;
  const pooled = together && hidden !== undefined ? fitted(together) + hidden : null;
  return {
    ...none('ok'),
    strata: strata.map(({ name }, i) => ({
      name,
      observed: tables[i]!.observed,
      estimate: estimates[i]!,
    })),
    total,
    pooled,
    detection_differs: pooled === null ? null : Math.abs(total / pooled - 1) > worthSaying,
    aic: 2 * fit.parameters - 2 * fit.logLikelihood,
    boundary_terms: formatTerms(fit.boundary),
  };
}
