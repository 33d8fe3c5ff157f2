import { chiSquareTail } from './chi-square-tail';
import { defaultOrder, rankByBic } from './mse-bic-select';
import { mseBootstrapBca, type OnShare } from './mse-bootstrap-bca';
import { notAssessed, type MseAssessment, type Stability } from './mse-assessment';
import { chooseMethodFor } from './mse-choose-method';
import type { FitExists } from './mse-existence';
import { mseGates, twoListTable } from './mse-gates';
import { mseHierarchicalModels } from './mse-hierarchical-models';
import { mseAlternatives } from './mse-alternatives';
import type { MseModel } from './mse-model';
import { mseSelector } from './mse-selector';
import { mseSensitivity } from './mse-sensitivity';
import { mseSentence, type Listed } from './mse-sentence';
import { defaultThreshold, stepwiseOn } from './mse-stepwise';
import { mseTable, repeated, size, type MseInput } from './mse-table';
import { formatModel } from './mse-term';
import { defaultSeed } from './random';

export interface MseAssessInput extends MseInput {
  /** 1,000 if left out. */
  readonly replicates?: number;
  readonly seed?: number;
  /** Whom the lists hold, for the words; children if left out. */
  readonly of?: Listed;
}

/** Factor between two estimates above which no single number is shown. */
const tooFarApart = 1.5;
/** Upper over lower 95 % limit above which only an order of magnitude is known. */
const tooWide = 3;
/** p-value of the fit below which forward selection is not left alone. */
const poorFit = 0.01;

const apart = (a: number, b: number) => Math.max(a / b, b / a) > tooFarApart;

/**
 * The whole answer about hidden victims: gates, the model chosen by the rule, its bootstrap range,
 * every figure that stands beside it, and a label for how far to believe it. `onShare` follows the
 * replicates, the longest part; the comparison with other models comes after its 1.
 * Source: project contract, sections 7.3 to 7.7; Binette & Steorts (2021) on reliability.
 */
export function mseAssess(
  input: MseAssessInput,
  exists: FitExists,
  onShare?: OnShare,
): MseAssessment {
  const { replicates = 1000, seed = defaultSeed } = input;
  const table = mseTable(input);
  const choice = table && chooseMethodFor(table);
  const none = notAssessed(table, choice, seed, input.of);
  if (!table || !choice) return none;
  const gates = mseGates(table);
  if (gates.status !== 'ok') return { ...none, ...gates };
  if (choice.primary === 'chapman') {
    const { chapman, lowerBound } = twoListTable(table, 0.95);
    const { chapman: narrow } = twoListTable(table, 0.8);
    // Two lists cannot speak where a third, which holds everybody, knows of more than they make out.
    if (chapman.N !== null && chapman.N < table.observed)
      return { ...none, status: 'not_estimable' };
    const known = (limit: number | null) => limit && Math.max(limit, table.observed);
    return {
      ...none,
      status: chapman.status,
      label: 'needs_independence',
      estimate: chapman.N,
      lower80: known(narrow.lower),
      upper80: narrow.upper,
      lower95: known(chapman.lower),
      upper95: chapman.upper,
      lower_bound: known(lowerBound),
    };
  }
  const selector = choice.primary === 'bic' ? 'bic' : 'stepwise';
  const select = mseSelector(table, { selector }, exists);
  const byBic = () =>
    rankByBic(table, mseHierarchicalModels(table, defaultOrder(table)), exists)[0];
  const chosen: { model: MseModel; terms: readonly number[] } | undefined =
    selector === 'bic' ? byBic() : stepwiseOn(table, defaultThreshold, exists);
  if (!select || !chosen || chosen.model.estimate === null)
    return { ...none, status: chosen?.model.status ?? 'not_estimable' };
  const { estimate, deviance, df } = chosen.model;
  const name = (terms: readonly number[]) => formatModel(table.active, terms);
  const fit_p = deviance !== null && df !== null && df > 0 ? chiSquareTail(deviance, df) : null;
  const poor = selector === 'stepwise' && fit_p !== null && fit_p < poorFit;
  const second = poor && size(table.active) <= 5 ? byBic() : undefined;
  const interval = mseBootstrapBca(
    { ...input, selector, replicates, seed, alpha: [0.025, 0.1, 0.9, 0.975] },
    exists,
    onShare,
  );
  const [lower95 = null, lower80 = null, upper80 = null, upper95 = null] = interval.limits;
  const { beside, near } = mseAlternatives(table, chosen.terms, defaultThreshold, select, exists);
  const left = beside.filter(({ kind }) => kind === 'without_list').map((one) => one.estimate);
  const defensible = [...near, ...left, second?.model.estimate ?? null].filter((n) => n !== null);
  /** Without an interval, or where leaving out a list leaves no estimate, nothing holds it up. */
  const unstable =
    interval.status !== 'ok' ||
    left.includes(null) ||
    defensible.some((other) => apart(other, estimate));
  const wide = lower95 !== null && upper95 !== null && upper95 / lower95 > tooWide;
  const label: Stability =
    df === 0 ? 'untestable' : unstable ? 'unstable' : wide ? 'order_of_magnitude' : 'stable';
  const least = Math.min(estimate, ...defensible);
  const most = Math.max(estimate, ...defensible);
  return {
    ...none,
    status: 'ok',
    label,
    model: name(chosen.terms),
    estimate,
    lower80,
    upper80,
    lower95,
    upper95,
    deviance,
    df,
    fit_p,
    co_primary: second ? { model: name(second.terms), estimate: second.model.estimate } : null,
    alternatives: beside,
    least,
    most,
    sensitivity: mseSensitivity(table, estimate, chosen.terms, select, exists),
    sentence: mseSentence(
      {
        known: table.observed,
        shared: repeated(table),
        estimate,
        lower80,
        upper80,
        least,
        most,
        unstable: label === 'unstable' || label === 'untestable',
      },
      input.of,
    ),
    replicates,
    failed: interval.failed,
    seed,
  };
}
