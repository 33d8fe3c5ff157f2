import type { DatasetFacts } from '$lib/schema/dataset';
import type { Linkage } from '$lib/schema/linkage';
import type { LinkPair, Tangle } from './linkage-graph';

/** A pair of records that a rule found; numbers mean something inside this data set only. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  /** Place of its rule in `linkageRules`. */
  readonly rule: number;
  readonly days: number;
  readonly digest: string;
}

/** What looking for pairs found. */
export interface Linked {
  readonly candidates: readonly Candidate[];
  /** Candidates by rule, also where there are too many to list; then `candidates` is empty. */
  readonly byRule: readonly number[];
  readonly tooMany: boolean;
  /** Files that were not compared under some rule, because too many others are like them. */
  readonly alike: number;
  /** Files that were not compared, because they lack a date or an age. */
  readonly undated: number;
  /** Children of all files where every undecided pair is two, and where as many as can be are one. */
  readonly children: { readonly most: number; readonly fewest: number; readonly exact: boolean };
  readonly undecided: number;
  /** What figures tell their bounds from; null where nothing is undecided or a tangle is too large. */
  readonly tangles: readonly Tangle[] | null;
}

/** What the data allow to be looked for: offsets and shifted dates of two bodies are on no one clock. */
export const canLink = ({ meta, tables }: DatasetFacts): boolean =>
  (meta.dateMode === 'exact' || meta.dateMode === 'month') && (tables.cases?.rows ?? 0) > 0;

/** The candidates with what was decided about them. */
export function decidedPairs(
  candidates: readonly Candidate[],
  { same, different }: Pick<Linkage, 'same' | 'different'>,
): LinkPair[] {
  const [one, two] = [new Set(same), new Set(different)];
  return candidates.map(({ a, b, digest }) => ({
    ...{ a, b },
    same: one.has(digest) ? true : two.has(digest) ? false : null,
  }));
}
