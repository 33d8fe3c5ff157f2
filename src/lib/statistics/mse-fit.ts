import { logFactorial } from './log-gamma';
import type { FitExists } from './mse-existence';
import { isFullRank, loglinearFit, type Design, type LoglinearFit } from './mse-loglinear';
import { overlaps, type MseTable } from './mse-table';
import type { Status } from './status';

/** Log-linear fit of one or several overlap tables. */
export interface MseFit {
  /** `ok`, `mle_does_not_exist` or `not_identifiable`. */
  readonly status: Status;
  /** Persons on no list, by table; empty unless `ok`. */
  readonly hidden: readonly number[];
  readonly fit: LoglinearFit | null;
  readonly design: Design;
  /** Terms at −∞: nobody is on all of their lists. */
  readonly boundary: readonly number[];
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly df: number;
  /** Parameters, those at −∞ included. */
  readonly parameters: number;
}

/** A fitted table whose smallest cell is at least this is itself the proof that the fit exists. */
const clearlyPositive = 1e-6;

/**
 * Design under the extended maximum-likelihood rule: a term that nobody fulfils goes to −∞, its
 * cells leave the fit. Terms on lists not in use are left out.
 * Source: Chan, Silverman & Vincent (2021) JASA 116:1297.
 */
export function extendedDesign(
  tables: readonly MseTable[],
  terms: readonly number[],
): { design: Design; boundary: number[] } {
  const active = tables.reduce((mask, table) => mask | table.active, 0);
  const usable = [...new Set(terms)].filter((term) => (term & active) === term);
  const together = tables.map((table) => overlaps(table.counts));
  const boundary = usable.filter((term) => together.every((sums) => sums[term] === 0));
  const finite = usable.filter((term) => !boundary.includes(term));
  const layers = tables.map((table) => {
    const mains = Array.from({ length: table.lists }, (_, list) => 1 << list);
    return {
      y: table.counts,
      cells: Uint8Array.from(table.counts, (_, cell) => {
        const within = cell > 0 && (cell & table.active) === cell;
        return within && !boundary.some((term) => (cell & term) === term) ? 1 : 0;
      }),
      own: [0, ...mains.filter((bit) => table.active & bit)],
    };
  });
  const only = layers[0];
  if (only && layers.length === 1)
    return {
      design: { layers: [{ ...only, own: [...only.own, ...finite] }], shared: [] },
      boundary,
    };
  return { design: { layers, shared: finite }, boundary };
}

/**
 * Fits one model. Existence (Fienberg–Rinaldo) and rank are decided before a number is believed: a
 * converged fit without tiny cells proves existence, else the linear program is asked.
 */
export function mseFit(
  tables: readonly MseTable[],
  terms: readonly number[],
  exists: FitExists,
): MseFit {
  const { design, boundary } = extendedDesign(tables, terms);
  const cells = design.layers.reduce((n, layer) => n + layer.cells.reduce((a, b) => a + b, 0), 0);
  const finite = design.layers.reduce((n, { own }) => n + own.length, design.shared.length);
  const base = {
    design,
    boundary,
    df: cells - finite,
    parameters: finite + boundary.length,
    logLikelihood: NaN,
    deviance: NaN,
  };
  const failed = (status: Status): MseFit => ({ ...base, status, hidden: [], fit: null });
  if (!isFullRank(design))
    return failed(exists(design) ? 'not_identifiable' : 'mle_does_not_exist');
  const fit = loglinearFit(design);
  const smallest = Math.min(
    ...design.layers.flatMap((layer, i) =>
      Array.from(fit.mu[i]!).filter((_, cell) => layer.cells[cell]),
    ),
  );
  if (!fit.converged || !(smallest >= clearlyPositive)) {
    if (!exists(design)) return failed('mle_does_not_exist');
    if (!fit.converged) return failed('not_estimable');
  }
  let logLikelihood = 0;
  let deviance = 0;
  design.layers.forEach((layer, i) => {
    layer.y.forEach((y, cell) => {
      if (!layer.cells[cell]) return;
      const mean = fit.mu[i]![cell]!;
      logLikelihood += (y > 0 ? y * Math.log(mean) : 0) - mean - logFactorial(y);
      deviance += 2 * ((y > 0 ? y * Math.log(y / mean) : 0) - (y - mean));
    });
  });
  let place = 0;
  const hidden = design.layers.map(({ own }) => {
    const intercept = fit.beta[place]!;
    place += own.length;
    return Math.exp(intercept);
  });
  return { ...base, status: 'ok', hidden, fit, logLikelihood, deviance: Math.max(0, deviance) };
}
