import type { FitExists } from './mse-existence';
import { mseFit, type MseFit } from './mse-fit';
import { formatTerms } from './mse-term';
import { fitted, type MseTable } from './mse-table';
import type { Status } from './status';

/** One fitted model of hidden persons. */
export interface MseModel {
  readonly status: Status;
  /** Known and hidden persons together. */
  readonly estimate: number | null;
  /** Different persons known. */
  readonly observed: number;
  readonly hidden: number | null;
  readonly aic: number | null;
  /** With n = persons, not cells. */
  readonly bic: number | null;
  readonly deviance: number | null;
  readonly df: number | null;
  /** Pairs of lists without a shared person whose term is −∞, for example `["1-3"]`. */
  readonly boundary_terms: readonly string[];
  /** Lists that nobody or everybody is on. */
  readonly dropped_lists: readonly number[];
}

/** A model without a number. */
export const noModel = (table: MseTable | null, status: Status): MseModel => ({
  status,
  estimate: null,
  observed: table?.observed ?? 0,
  hidden: null,
  aic: null,
  bic: null,
  deviance: null,
  df: null,
  boundary_terms: [],
  dropped_lists: table?.dropped ?? [],
});

/** Fits a model with the given interactions (bit masks) and reports it; the fit comes beside it. */
export function mseModel(
  table: MseTable,
  terms: readonly number[],
  exists: FitExists,
): { model: MseModel; fit: MseFit } {
  const fit = mseFit([table], terms, exists);
  const persons = fitted(table);
  const hidden = fit.hidden[0];
  if (fit.status !== 'ok' || hidden === undefined)
    return { model: noModel(table, fit.status), fit };
  const estimate = persons + hidden;
  if (estimate < table.observed) return { model: noModel(table, 'not_estimable'), fit };
  return {
    model: {
      status: 'ok',
      estimate,
      observed: table.observed,
      hidden: estimate - table.observed,
      aic: 2 * fit.parameters - 2 * fit.logLikelihood,
      bic: fit.parameters * Math.log(persons) - 2 * fit.logLikelihood,
      deviance: fit.deviance,
      df: fit.df,
      boundary_terms: formatTerms(fit.boundary),
      dropped_lists: table.dropped,
    },
    fit,
  };
}
