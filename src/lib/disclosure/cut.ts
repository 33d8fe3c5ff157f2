/**
 * Where the counts of a figure stand among all that could be cut from the same records. Two drafts of
 * one `family` count the same children by the same rules, so that their tables can be laid over each
 * other: the same label of a dimension means the same children in both, apart from the filters.
 */
export interface Cut {
  readonly indicator: string;
  /** Choices of the definition, and the grain of periods whose sums are not the longer period. */
  readonly family: string;
  /** Counts of longer periods are sums of those of shorter ones. */
  readonly sums: boolean;
  /** Filters: a column and the codes that pass. Each child has one code of a column. */
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** First and last month (`YYYY-MM`) of each label of a dimension `period`. */
  readonly periods: Readonly<Record<string, readonly [first: string, last: string]>>;
}

/** A dimension of a further question or code is called `question 2: gender`; this is its `gender`. */
export const columnOf = (dimension: string): string =>
  dimension.slice(dimension.lastIndexOf(': ') + 1).trim();

/** What stands before the column: all dimensions of one question of a figure share it. */
export const prefixOf = (dimension: string): string =>
  dimension.slice(0, dimension.length - columnOf(dimension).length);

/** Two filters as one text, alike where they let the same codes pass. */
export const whereText = (where: Cut['where']): string =>
  JSON.stringify(
    Object.entries(where)
      .map(([column, codes]) => [column, [...codes].sort()])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  );
