import type { Status } from '$lib/disclosure/released';
import type { Breakdown } from '$lib/schema/indicator';
import type { Slice } from './period';

/** A dimension of a count table: groups over their members, leaves are what is no group. */
export interface CountDimension {
  readonly name: string;
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

/** An additive table of counts of children. Tables that share a dimension are protected together. */
export interface CountTable {
  readonly dims: readonly CountDimension[];
  readonly cells: readonly { readonly key: readonly string[]; readonly value: number }[];
}

/** A count cell that a number is a function of. */
export interface CountRef {
  readonly table: number;
  readonly key: readonly string[];
}

/** One true figure with the counts it rests on. Null where a number does not exist. */
export interface PartRow {
  readonly measure: string;
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly n?: number | null;
  readonly unknown?: number | null;
  readonly status: Status;
  readonly statistic: string;
  readonly marks?: readonly string[];
  readonly counts: readonly CountRef[];
}

/** What one evaluator hands to the figure. */
export interface Part {
  readonly rows: readonly PartRow[];
  readonly tables: readonly CountTable[];
  /** Statements as run, the first being the one that made the headline counts. */
  readonly queries: readonly string[];
}

/** A figure's groups: one breakdown (columns crossed) and the codes met in the data. */
export interface Group {
  readonly columns: readonly Breakdown[];
  readonly by: Readonly<Record<string, string>>;
}

/** Label of a group inside a count table. */
export const groupKey = (by: Readonly<Record<string, string>>): string[] => Object.values(by);

/** Name of the total in every dimension. */
export const total = 'total';

/** The dimension of periods. Periods of a cohort are disjoint; no sum over them is shown. */
export function periodDimension(slices: readonly Slice[]): CountDimension {
  return { name: 'period', groups: { [total]: slices.map((slice) => slice.id) } };
}

/** The dimension of one breakdown with its total. */
export function groupDimension(name: string, codes: readonly string[]): CountDimension {
  return { name, groups: { [total]: codes } };
}
