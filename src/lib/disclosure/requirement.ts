/**
 * What an attacker must not be able to rule out. `rise`: the figure may be higher by `need`
 * (reaching k, or 1 for a sensitive zero). `move`: it may be another whole number.
 */
export interface Requirement {
  /** Region number, or number of regions + row number for a cell of several regions. */
  readonly target: number;
  /** The cell it concerns, −1 for a group that only differences of cells show. */
  readonly cell: number;
  readonly kind: 'rise' | 'move';
  readonly need: number;
  /** Also met where the figure can be shown to be 0. */
  readonly orZero: boolean;
  /** Region or row that the attacker knows as a sole contributor: it holds still. */
  readonly knows?: number;
}
