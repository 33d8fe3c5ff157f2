import { isCount } from './counts';
import { noEstimate, type Estimate } from './estimate';
import type { FitExists } from './mse-existence';
import { mseFit } from './mse-fit';
import { fitted, mseTable, tableOf, type MseTable, type PatternCount } from './mse-table';
import { parseTerm } from './mse-term';
import { multinomial } from './multinomial';
import { isConfidence } from './normal';
import { quantile } from './quantile';
import { defaultSeed, randomFrom } from './random';

export interface IdentificationDifferenceInput {
  readonly lists: number;
  /** Two groups, for example girls and boys, each with the persons formally identified in it. */
  readonly strata: readonly {
    readonly name: string;
    readonly counts: readonly PatternCount[];
    readonly identified: number;
  }[];
  readonly shared_interactions: readonly string[];
  readonly replicates?: number;
  readonly seed?: number;
  readonly conf?: number;
}

export interface IdentificationDifference extends Estimate {
  /** Identification rate of each group, 0–1. */
  readonly rates: readonly (number | null)[];
  readonly replicates: number;
  readonly failed: number;
  readonly seed: number;
}

/** Share of failed replicates above which there is no interval. */
const mostFailed = 0.05;

/**
 * Difference of the identification rates of two groups, first minus second, with percentile limits
 * from replicates in which both groups are resampled together and the shared model is fitted anew.
 * Source: Efron & Tibshirani (1993) ch. 13; project contract, section 7.6.
 */
export function mseIdentificationDifference(
  input: IdentificationDifferenceInput,
  exists: FitExists,
): IdentificationDifference {
  const { lists, strata, replicates = 1000, seed = defaultSeed, conf = 0.95 } = input;
  const tables = strata.map(({ counts }) => mseTable({ lists, counts }));
  const terms = input.shared_interactions.map((text) => parseTerm(text, lists));
  const head = { rates: strata.map(() => null), replicates, failed: 0, seed };
  const [a, b] = tables;
  const settings = isCount(replicates) && replicates > 0 && replicates <= 100_000;
  const counts = strata.every(({ identified }) => isCount(identified));
  if (!a || !b || tables.length !== 2 || !terms.every((term) => term !== null))
    return { ...head, ...noEstimate('invalid') };
  if (!settings || !counts || !isConfidence(conf) || !Number.isSafeInteger(seed))
    return { ...head, ...noEstimate('invalid') };
  const rates = (pair: readonly MseTable[]): number[] | null => {
    const fit = mseFit(pair, terms, exists);
    if (fit.status !== 'ok') return null;
    return pair.map((table, i) =>
      Math.min(1, strata[i]!.identified / (fitted(table) + fit.hidden[i]!)),
    );
  };
  const found = rates([a, b]);
  if (!found) return { ...head, ...noEstimate('not_estimable') };
  const random = randomFrom(seed);
  const joined = Float64Array.from([...a.counts, ...b.counts]);
  const differences: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const drawn = multinomial(random, joined);
    const half = a.counts.length;
    const pair = [drawn.slice(0, half), drawn.slice(half)].map((own) => tableOf(lists, own));
    const [first, second] = rates(pair) ?? [];
    if (first !== undefined && second !== undefined) differences.push(first - second);
  }
  const failed = replicates - differences.length;
  const sorted = Float64Array.from(differences).sort();
  const enough = failed <= replicates * mostFailed;
  return {
    value: found[0]! - found[1]!,
    lower: enough ? quantile(sorted, (1 - conf) / 2) : null,
    upper: enough ? quantile(sorted, (1 + conf) / 2) : null,
    status: enough ? 'ok' : 'not_estimable',
    rates: found,
    replicates,
    failed,
    seed,
  };
}
