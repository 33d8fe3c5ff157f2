import { isCount } from './counts';
import { mseBcaLimits } from './mse-bca-limits';
import type { FitExists } from './mse-existence';
import { accelerationOn } from './mse-jackknife-acceleration';
import { mseSelector, type SelectorSettings } from './mse-selector';
import { mseTable, tableOf, type MseInput } from './mse-table';
import { multinomial } from './multinomial';
import { defaultSeed, randomFrom } from './random';
import type { Status } from './status';

export interface BootstrapInput extends MseInput, SelectorSettings {
  /** At least 1,000 for a figure; 1,000 if left out. */
  readonly replicates?: number;
  /** Lower-tail probabilities; 0.025, 0.1, 0.9 and 0.975 if left out. */
  readonly alpha?: readonly number[];
  readonly seed?: number;
}

export interface BootstrapBca {
  readonly status: Status;
  readonly estimate: number | null;
  readonly observed: number;
  /** First and last of `limits`. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** One limit for each of `alpha`. */
  readonly limits: readonly (number | null)[];
  readonly alpha: readonly number[];
  readonly acceleration: number | null;
  readonly z0: number | null;
  readonly replicates: number;
  readonly failed: number;
  readonly seed: number;
}

/** Is told what share of the replicates is done, rising to 1, about a hundred times. */
export type OnShare = (share: number) => void;

/** Share of failed replicates above which there is no interval. */
const mostFailed = 0.05;

/**
 * BCa interval of N with the model chosen anew in every multinomial replicate (n fixed). The same
 * seed gives the same limits. No interval when over 5 % of the replicates failed.
 * Sources: DiCiccio & Efron (1996) Stat Sci 11:189; Chan, Silverman & Vincent (2021) JASA 116:1297.
 */
export function mseBootstrapBca(
  input: BootstrapInput,
  exists: FitExists,
  onShare?: OnShare,
): BootstrapBca {
  const { replicates = 1000, alpha = [0.025, 0.1, 0.9, 0.975], seed = defaultSeed } = input;
  const table = mseTable(input);
  const none = (status: Status, estimate: number | null = null, failed = 0): BootstrapBca => ({
    status,
    estimate,
    observed: table?.observed ?? 0,
    lower: null,
    upper: null,
    limits: alpha.map(() => null),
    alpha,
    acceleration: null,
    z0: null,
    replicates,
    failed,
    seed,
  });
  const settings = isCount(replicates) && replicates > 0 && replicates <= 100_000;
  const tails = alpha.length > 0 && alpha.every((p) => p > 0 && p < 1);
  const select = table && mseSelector(table, input, exists);
  if (!table || !select || !settings || !tails || !Number.isSafeInteger(seed))
    return none('invalid');
  const { estimate, status } = select(table);
  if (estimate === null) return none(status);
  const random = randomFrom(seed);
  const step = Math.ceil(replicates / 100);
  const drawn = Array.from({ length: replicates }, (_, i) => {
    const drawing = select(tableOf(table.lists, multinomial(random, table.counts))).estimate;
    const done = i + 1;
    if (done % step === 0 || done === replicates) onShare?.(done / replicates);
    // Persons known only through a list that holds everybody are in no replicate: one below what is
    // known is no estimate.
    return drawing !== null && drawing < table.observed ? null : drawing;
  });
  const bootstrap = drawn.filter((value) => value !== null);
  const failed = replicates - bootstrap.length;
  const { acceleration } = accelerationOn(table, select);
  if (failed > replicates * mostFailed || acceleration === null)
    return none('not_estimable', estimate, failed);
  const {
    limits,
    z0,
    status: limited,
  } = mseBcaLimits({ bootstrap, estimate, acceleration, alpha });
  return {
    ...none(limited, estimate, failed),
    limits,
    lower: limits[0] ?? null,
    upper: limits.at(-1) ?? null,
    acceleration,
    z0,
  };
}
