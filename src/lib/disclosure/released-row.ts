import type { DraftRow } from './draft';
import type { Cell, MissingReason, ReleasedRow, Status } from './released';
import { countOver, FEWEST, shareLimits } from './share-limits';
import type { ShareSum } from './share-limits';

/** The one mark of everything withheld. */
export const WITHHELD = { is: 'withheld' } as const;

/** Marks that say nothing about the figure itself. */
const HARMLESS_MARKS = new Set(['provisional', 'incomplete', 'break', 'reduced']);

const REASONS: Partial<Record<Status, MissingReason>> = {
  undefined: 'no denominator',
  too_few: 'too few for this statistic',
  not_estimable: 'too few for this statistic',
  constant: 'too few for this statistic',
  not_reached: 'not reached',
  beyond_follow_up: 'beyond follow-up',
  not_collected: 'not asked',
  missing_table: 'not recorded',
  missing_column: 'not recorded',
  bounds_only: 'not recorded',
};

/** Why a result of this status has no value. */
export const missingReason = (status: Status): MissingReason => REASONS[status] ?? 'no rows';

const reasonOf = (row: DraftRow): MissingReason =>
  row.missing ??
  (row.denominator === 0 && !REASONS[row.status] ? 'no denominator' : missingReason(row.status));

/** A cell with its value, or why there is none. */
export function cellOf(value: number | null | undefined, why: MissingReason): Cell {
  return value === null || value === undefined ? { is: 'missing', why } : { is: 'value', value };
}

/** A row as it is shown: `all` of it, or its value alone. */
export function show(row: DraftRow, all: boolean): ReleasedRow {
  const { measure, period, by, unit, status, statistic, marks = [] } = row;
  const { low = null, high = null, n = null } = row;
  const why = reasonOf(row);
  const rest = (value?: number | null) => (all ? cellOf(value, why) : WITHHELD);
  const value: Cell =
    row.value === null
      ? { is: 'missing', why }
      : {
          is: 'value',
          value: row.value,
          ...(all && low !== null && { low }),
          ...(all && high !== null && { high }),
          ...(all && n !== null && { n }),
        };
  return {
    ...{ measure, period, by, unit, status, statistic, marks, value },
    numerator: rest(row.numerator),
    denominator: rest(row.denominator),
    n: rest(n),
    unknown: rest(row.unknown),
  };
}

/**
 * A row whose value is not told. Of a share its limits are, and its counts where they are shown by themselves:
 * `shown` tells which sums of its groups are. A `plain` share is told where both of its counts are.
 */
export function withhold(
  row: DraftRow,
  threshold = 0,
  shown: (sum: ShareSum) => boolean = () => false,
): ReleasedRow {
  const { measure, period, by, unit, statistic, marks = [], share } = row;
  const sums = share?.sums.filter(shown) ?? [];
  const count = (groups: readonly string[] = []): number | null => {
    const value = countOver(sums, groups) ?? null;
    return value !== null && value > 0 && value < threshold ? null : value;
  };
  const counts = { numerator: count(share?.part), denominator: count(share?.whole) };
  const { numerator, denominator } = counts;
  if (share?.plain && numerator !== null && denominator !== null && denominator >= FEWEST)
    return show({ ...row, ...counts, value: numerator / denominator, status: 'ok' }, true);
  const between = share && shareLimits({ ...share, sums }, threshold);
  const cell = (value: number | null): Cell => (value === null ? WITHHELD : { is: 'value', value });
  return {
    ...{ measure, period, by, unit, statistic, status: 'withheld' },
    marks: marks.filter((mark) => HARMLESS_MARKS.has(mark)),
    value: between ? { ...WITHHELD, between } : WITHHELD,
    numerator: cell(numerator),
    denominator: cell(denominator),
    n: WITHHELD,
    unknown: WITHHELD,
  };
}
