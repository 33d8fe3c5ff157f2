import { choleskySolve } from './cholesky';
import { overlaps } from './mse-table';

/** One table of cells (bit masks) with the terms that belong to it alone; term 0 is the intercept. */
interface Layer {
  readonly y: Float64Array;
  /** 1 where the cell takes part. */
  readonly cells: Uint8Array;
  readonly own: readonly number[];
}

/** Poisson log-linear model over one or several tables, with terms that all of them share. */
export interface Design {
  readonly layers: readonly Layer[];
  readonly shared: readonly number[];
}

export interface LoglinearFit {
  /** Own terms of each layer in turn, then the shared ones. */
  readonly beta: Float64Array;
  readonly mu: readonly Float64Array[];
  readonly converged: boolean;
}

/** Largest difference between observed and fitted margins at which a fit has converged, persons. */
const closeMargin = 1e-8;

const count = ({ layers, shared }: Design) =>
  layers.reduce((total, layer) => total + layer.own.length, shared.length);

/** Columns of each layer: term and place among the parameters. */
function columns({ layers, shared }: Design) {
  let place = 0;
  const own = layers.map((layer) => layer.own.map((term) => ({ term, place: place++ })));
  const common = shared.map((term) => ({ term, place: place++ }));
  return own.map((list) => [...list, ...common]);
}

/** Xᵀ W X, lower triangle, from weights of the cells. */
function gram(design: Design, weights: readonly Float64Array[]): Float64Array {
  const p = count(design);
  const matrix = new Float64Array(p * p);
  columns(design).forEach((list, layer) => {
    const sums = overlaps(weights[layer]!);
    for (const a of list)
      for (const b of list)
        if (b.place <= a.place) matrix[a.place * p + b.place]! += sums[a.term | b.term]!;
  });
  return matrix;
}

/** Xᵀ v from values of the cells. */
function margins(design: Design, values: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(count(design));
  columns(design).forEach((list, layer) => {
    const sums = overlaps(values[layer]!);
    for (const { term, place } of list) out[place]! += sums[term]!;
  });
  return out;
}

/** Linear predictor of every cell: the sum of the terms that the cell contains. */
function predictor(design: Design, beta: Float64Array): Float64Array[] {
  return columns(design).map((list, layer) => {
    const eta = new Float64Array(design.layers[layer]!.y.length);
    for (const { term, place } of list) eta[term]! += beta[place]!;
    for (let bit = 1; bit < eta.length; bit <<= 1)
      for (let cell = 0; cell < eta.length; cell++) if (cell & bit) eta[cell]! += eta[cell ^ bit]!;
    return eta;
  });
}

const means = (design: Design, beta: Float64Array): Float64Array[] =>
  predictor(design, beta).map((eta, layer) =>
    eta.map((value, cell) => (design.layers[layer]!.cells[cell] ? Math.exp(value) : 0)),
  );

/** Σ y log μ − μ over the cells that take part. */
function score(design: Design, mu: readonly Float64Array[]): number {
  let total = 0;
  design.layers.forEach(({ y, cells }, layer) => {
    for (let cell = 0; cell < y.length; cell++) {
      if (!cells[cell]) continue;
      const mean = mu[layer]![cell]!;
      total += (y[cell] ? y[cell]! * Math.log(mean) : 0) - mean;
    }
  });
  return total;
}

/** Whether the columns are linearly independent on the cells that take part. */
export function isFullRank(design: Design): boolean {
  const p = count(design);
  const ones = design.layers.map((layer) => Float64Array.from(layer.cells));
  return choleskySolve(gram(design, ones), new Float64Array(p), p) > 1e-9;
}

/**
 * Maximum-likelihood fit by iteratively reweighted least squares with step halving; sums over cells
 * are taken by subset transforms, so the design matrix is never formed. Not converged when the
 * columns are dependent or when a fitted count runs to 0.
 * Source: McCullagh & Nelder (1989) Generalized Linear Models, section 2.5.
 */
export function loglinearFit(design: Design, start?: Float64Array): LoglinearFit {
  const p = count(design);
  let beta: Float64Array = start?.slice() ?? new Float64Array(p);
  if (!start) {
    const first = design.layers.map(({ y, cells }) =>
      y.map((v, cell) => (cells[cell] ? v + 0.5 : 0)),
    );
    const working = first.map((mu, layer) =>
      mu.map((m, cell) => (m > 0 ? m * Math.log(m) + design.layers[layer]!.y[cell]! - m : 0)),
    );
    beta = margins(design, working);
    if (choleskySolve(gram(design, first), beta, p) === 0)
      return { beta, mu: first, converged: false };
  }
  let mu: Float64Array[] = means(design, beta);
  let likelihood = score(design, mu);
  for (let iteration = 0; iteration < 60; iteration++) {
    const rest = design.layers.map(({ y, cells }, layer) =>
      y.map((v, cell) => (cells[cell] ? v - mu[layer]![cell]! : 0)),
    );
    const step = margins(design, rest);
    if (step.every((gap) => Math.abs(gap) <= closeMargin)) return { beta, mu, converged: true };
    if (choleskySolve(gram(design, mu), step, p) === 0) break;
    let factor = 1;
    let next = beta;
    let nextMu = mu;
    let nextLikelihood = -Infinity;
    for (; factor > 1e-6; factor /= 2) {
      const scale = factor;
      next = beta.map((value, place) => value + scale * step[place]!);
      nextMu = means(design, next);
      nextLikelihood = score(design, nextMu);
      if (nextLikelihood >= likelihood - 1e-9 * Math.abs(likelihood)) break;
    }
    if (!(nextLikelihood >= likelihood - 1e-9 * Math.abs(likelihood))) break;
    [beta, mu, likelihood] = [next, nextMu, nextLikelihood];
  }
  return { beta, mu, converged: false };
}
