import type { MseAlternative } from './mse-alternatives';
import type { ChosenMethod } from './mse-choose-method';
import type { GateReason } from './mse-gates';
import type { MseSensitivity } from './mse-sensitivity';
import { mseAssumptions, type Listed, type Wording } from './mse-sentence';
import { repeated, type MseTable } from './mse-table';
import type { Status } from './status';

/** How far the figure may be believed; anything but `stable` is printed with it. */
export type Stability =
  'stable' | 'order_of_magnitude' | 'unstable' | 'untestable' | 'needs_independence' | 'not_shown';

export interface MseAssessment {
  readonly status: Status;
  readonly label: Stability;
  readonly reasons: readonly GateReason[];
  readonly primary: 'bic' | 'stepwise' | 'chapman' | null;
  readonly model: string | null;
  readonly estimate: number | null;
  readonly observed: number;
  readonly persons_on_two_or_more: number;
  readonly dropped_lists: readonly number[];
  readonly lower80: number | null;
  readonly upper80: number | null;
  readonly lower95: number | null;
  readonly upper95: number | null;
  readonly deviance: number | null;
  readonly df: number | null;
  /** p-value of the fit; below 0.01 under forward selection the BIC model stands beside it. */
  readonly fit_p: number | null;
  readonly co_primary: { readonly model: string; readonly estimate: number | null } | null;
  readonly alternatives: readonly MseAlternative[];
  /** Smallest and largest estimate of the defensible models. */
  readonly least: number | null;
  readonly most: number | null;
  /** Two lists: at least so many in all (Chao). */
  readonly lower_bound: number | null;
  readonly sensitivity: MseSensitivity | null;
  readonly sentence: Wording | null;
  /** To be printed with the sentence. */
  readonly assumptions: readonly Wording[];
  readonly replicates: number;
  readonly failed: number;
  readonly seed: number;
}

/** An assessment without a figure, to be filled or to be returned with its reason. */
export function notAssessed(
  table: MseTable | null,
  choice: ChosenMethod | null,
  seed: number,
  of?: Listed,
): MseAssessment {
  return {
    status: 'invalid',
    label: 'not_shown',
    reasons: [],
    primary: choice?.primary ?? null,
    model: null,
    estimate: null,
    observed: table?.observed ?? 0,
    persons_on_two_or_more: table ? repeated(table) : 0,
    dropped_lists: table?.dropped ?? [],
    lower80: null,
    upper80: null,
    lower95: null,
    upper95: null,
    deviance: null,
    df: null,
    fit_p: null,
    co_primary: null,
    alternatives: [],
    least: null,
    most: null,
    lower_bound: null,
    sensitivity: null,
    sentence: null,
    assumptions: mseAssumptions(of),
    replicates: 0,
    failed: 0,
    seed,
  };
}
