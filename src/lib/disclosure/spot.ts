/** A table of the lattice: a figure without filters, crossed by columns, at one kind of periods. */
export interface Spot {
  /** Columns in alphabetical order. */
  readonly columns: readonly string[];
  /** Number of the kind of periods; each is protected beside those of smaller numbers. */
  readonly level: number;
}
