import type { Cell, Released, ReleasedRow } from '$lib/disclosure/released';
import { indicatorOf } from '$lib/indicators/catalogue';
import type { Indicator } from '$lib/schema/indicator';

export const indicator = (id: string): Indicator => {
  const found = indicatorOf(id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
};

export const value = (number: number, more: { low?: number; high?: number } = {}): Cell => ({
  is: 'value',
  value: number,
  ...more,
});

/** A planted secret: no output may ever hold these digits. */
export const secret = 7654321;
export const withheld = { is: 'withheld', value: secret, low: secret, high: secret } as Cell;
export const missing = (why: Extract<Cell, { is: 'missing' }>['why']): Cell => ({
  is: 'missing',
  why,
});

export function row(
  measure: string,
  cell: Cell,
  more: Partial<ReleasedRow> & Pick<ReleasedRow, 'unit'>,
): ReleasedRow {
  return {
    measure,
    period: '2024',
    by: {},
    value: cell,
    numerator: { is: 'withheld' },
    denominator: { is: 'withheld' },
    n: { is: 'withheld' },
    unknown: { is: 'withheld' },
    status: cell.is === 'withheld' ? 'withheld' : 'ok',
    statistic: 'S-N',
    marks: [],
    ...more,
  };
}

export function released(
  id: string,
  rows: readonly ReleasedRow[],
  more: Partial<Omit<Released, 'rows' | 'indicator'>> = {},
): Released {
  return {
    mode: 'release',
    indicator: id,
    revision: 1,
    rows,
    steps: [],
    protection: {
      threshold: 11,
      audit: 'proven',
      withheldCells: rows.filter((one) => one.value.is === 'withheld').length,
      shownCells: rows.length,
      milliseconds: 1,
    },
    synthetic: false,
    query: 'SELECT 1',
    notes: [],
    ...more,
  } as unknown as Released;
}
