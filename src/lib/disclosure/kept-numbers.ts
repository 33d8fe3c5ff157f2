import type { Cell, Released, ReleasedRow } from './released';

/** How much of a figure a reader can see. Zeros stand apart: every narrow table is full of them. */
export interface KeptNumbers {
  /** Numbers other than zero that are shown. */
  readonly shown: number;
  /** Zeros that are shown. */
  readonly zeros: number;
  readonly withheld: number;
  /**
   * Children in the totals that are shown, over all periods. Only to compare views with: printed beside
   * another view it could be subtracted from what that one shows.
   */
  readonly children: number;
}

/** Counts the numbers of a figure, of all its measures, periods and groups. */
export function keptNumbers({ rows }: Released): KeptNumbers {
  const [first] = rows;
  return {
    shown: rows.filter(isTold).length,
    zeros: rows.filter(({ value }) => value.is === 'value' && value.value === 0).length,
    withheld: rows.filter(({ value }) => value.is === 'withheld').length,
    children: rows
      .filter((row) => row.measure === first?.measure && Object.keys(row.by).length === 0)
      .reduce((sum, row) => sum + (childrenOf(row) ?? 0), 0),
  };
}

/** Whether a row shows a number other than zero. */
export const isTold = ({ value }: ReleasedRow): boolean =>
  value.is === 'value' && value.value !== 0;

/** Most of what the figure asks for is withheld. */
export const mostIsWithheld = (released: Released): boolean => {
  const { shown, withheld } = keptNumbers(released);
  return withheld > shown;
};

/** Children that a row shows: its count, or those that its statistic is about; null where it shows none. */
export function childrenOf({ unit, value, n }: ReleasedRow): number | null {
  const number = (cell: Cell) => (cell.is === 'value' ? cell.value : null);
  if (number(value) === null) return null;
  return unit === 'children' || unit === 'persons' ? number(value) : number(n);
}
