import { logFactorial, logGamma } from './log-gamma';
import type { FitExists } from './mse-existence';
import { loglinearFit } from './mse-loglinear';
import type { MseFixedInput } from './mse-loglinear-fixed';
import { mseModel, noModel } from './mse-model';
import { fitted, mseTable, size } from './mse-table';
import { parseTerm } from './mse-term';
import { criticalValue, isConfidence } from './normal';
import type { Status } from './status';

export interface MseProfileInput extends MseFixedInput {
  readonly conf?: number;
}

export interface MseProfile {
  readonly status: Status;
  /** Poisson estimate of the model. */
  readonly estimate: number | null;
  readonly lower: number | null;
  /** Null with status `infinite` when the likelihood never falls far enough. */
  readonly upper: number | null;
  /** Maximum of the multinomial profile likelihood. */
  readonly estimate_multinomial: number | null;
}

/** Place between a and b where a function that changes sign is 0. */
function bisect(at: (n: number) => number, a: number, b: number): number {
  let [inside, outside] = [a, b];
  for (let step = 0; step < 200 && Math.abs(outside - inside) > 1e-9 * outside; step++) {
    const middle = (inside + outside) / 2;
    if (at(middle) > 0) inside = middle;
    else outside = middle;
  }
  return (inside + outside) / 2;
}

/** Maximum of a function with one peak on [a, b], by golden section. */
function peak(at: (n: number) => number, a: number, b: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [a, b];
  while (high - low > 1e-7 * high) {
    const [c, d] = [high - golden * (high - low), low + golden * (high - low)];
    if (at(c) > at(d)) high = d;
    else low = c;
  }
  return (low + high) / 2;
}

/**
 * Limits of N from the multinomial profile likelihood of one given model. They hold only if that
 * model is right: for the expert panel, never the headline. Source: Cormack (1992) Biometrics 48:567.
 */
export function mseProfileInterval(input: MseProfileInput, exists: FitExists): MseProfile {
  const nothing = { estimate: null, lower: null, upper: null, estimate_multinomial: null };
  const { conf = 0.95 } = input;
  const table = mseTable(input);
  const terms = input.interactions.map((text) => parseTerm(text, input.lists));
  if (!table || !isConfidence(conf) || !terms.every((term) => term !== null))
    return { ...nothing, status: 'invalid' };
  const start =
    size(table.active) < 2
      ? { model: noModel(table, 'not_estimable') }
      : mseModel(table, terms, exists);
  const { estimate } = start.model;
  const layer = 'fit' in start ? start.fit.design.layers[0] : undefined;
  if (estimate === null || !layer || !('fit' in start))
    return { ...nothing, status: start.model.status };
  const n = fitted(table);
  const cells = layer.cells.slice();
  cells[0] = 1;
  const { beta } = start.fit.fit!;
  const profile = (total: number): number => {
    const y = layer.y.slice();
    y[0] = total - n;
    const { mu } = loglinearFit({ layers: [{ ...layer, y, cells }], shared: [] }, beta);
    let value = logFactorial(total) - logGamma(total - n + 1);
    y.forEach((count, cell) => {
      if (cells[cell] && count > 0) value += count * Math.log(mu[0]![cell]! / total);
    });
    return value;
  };
  const middle = peak(profile, n, n + 4 * (estimate - n) + 10);
  const drop = criticalValue(conf) ** 2 / 2;
  const bar = profile(middle) - drop;
  const above = (total: number) => profile(total) - bar;
  const lower = Math.max(table.observed, above(n) > 0 ? n : bisect(above, middle, n));
  let far = middle + (middle - n) + 10;
  while (above(far) > 0 && far < 1e9) far = n + 2 * (far - n);
  if (above(far) > 0)
    return { status: 'infinite', estimate, lower, upper: null, estimate_multinomial: middle };
  return {
    status: 'ok',
    estimate,
    lower,
    upper: bisect(above, middle, far),
    estimate_multinomial: middle,
  };
}
