import type { Cell, Released, Status } from '$lib/disclosure/released';

/** A column and the codes that pass. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/**
 * One figure in the row format of the command line and of the files. Shares are 0–1; a number that is
 * withheld or missing is null and `status` says why.
 */
export interface RowJson {
  readonly indicator: string;
  readonly revision: number;
  /** Null only where nothing could be computed. */
  readonly measure: string | null;
  readonly period: string | null;
  /** Breakdown column → code; `{}` is the total. */
  readonly by: Readonly<Record<string, string>>;
  /** Filters of the view, a column and its codes; left out without any. */
  readonly where?: Filters;
  readonly value: number | null;
  readonly unit: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly unknown: number | null;
  readonly status: Status;
  readonly statistic: string | null;
  readonly mode: 'working' | 'release';
  /** Limits of a withheld share that follow from numbers shown elsewhere. */
  readonly range_low?: number;
  readonly range_high?: number;
  /** The `table` or `table.column` without which nothing could be computed. */
  readonly needs?: string;
}

const numberOf = (cell: Cell): number | null => (cell.is === 'value' ? cell.value : null);

/** Figures of one indicator under these filters as plain rows, in the order of the released rows. */
export function rowsJson(released: Released, where: Filters = {}): RowJson[] {
  const filters = Object.entries(where).filter(([, codes]) => codes.length > 0);
  const { indicator, revision, mode, unavailable } = released;
  if (unavailable) return [unavailableRow(released, unavailable)];
  return released.rows.map(({ value, ...row }) => ({
    indicator,
    revision,
    measure: row.measure,
    period: row.period,
    by: row.by,
    ...(filters.length > 0 && { where: Object.fromEntries(filters) }),
    value: numberOf(value),
    unit: row.unit,
    low: (value.is === 'value' ? value.low : null) ?? null,
    high: (value.is === 'value' ? value.high : null) ?? null,
    numerator: numberOf(row.numerator),
    denominator: numberOf(row.denominator),
    n: numberOf(row.n),
    unknown: numberOf(row.unknown),
    status: value.is === 'withheld' ? 'withheld' : row.status,
    statistic: row.statistic,
    mode,
    ...(value.is === 'withheld' &&
      value.between && { range_low: value.between[0], range_high: value.between[1] }),
  }));
}

function unavailableRow(
  { indicator, revision, mode }: Released,
  { table, column }: NonNullable<Released['unavailable']>,
): RowJson {
  return {
    indicator,
    revision,
    measure: null,
    period: null,
    by: {},
    value: null,
    unit: null,
    low: null,
    high: null,
    numerator: null,
    denominator: null,
    n: null,
    unknown: null,
    status: column === undefined ? 'missing_table' : 'missing_column',
    statistic: null,
    mode,
    needs: column === undefined ? table : `${table}.${column}`,
  };
}
