import type { Draft, DraftRow, DraftStep } from './draft';
import { Cancelled } from './pace';
import { protect } from './protect';
import type { ProtectOptions } from './protected-table';
import type { Cell, MissingReason, Protection, Released, ReleasedRow, Status } from './released';
import { checkRefs, plansOf, refText } from './plan';
import { keyText, TableError } from './table';
import type { CellRef } from './table';

export interface ReleaseOptions extends Pick<
  ProtectOptions,
  'effort' | 'timeBudgetMs' | 'solver' | 'signal' | 'rest'
> {
  /** Counts to keep visible where a safe pattern allows it, of the first table of a network. */
  readonly keepVisible?: readonly CellRef[];
}

const WITHHELD: Cell = { is: 'withheld' };

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

const reasonOf = (row: DraftRow): MissingReason =>
  row.missing ?? REASONS[row.status] ?? (row.denominator === 0 ? 'no denominator' : 'no rows');

function cellOf(value: number | null | undefined, why: MissingReason): Cell {
  return value === null || value === undefined ? { is: 'missing', why } : { is: 'value', value };
}

function show(row: DraftRow, all: boolean): ReleasedRow {
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

function withhold({ measure, period, by, unit, statistic, marks = [] }: DraftRow): ReleasedRow {
  return {
    ...{ measure, period, by, unit, statistic, status: 'withheld' },
    marks: marks.filter((mark) => HARMLESS_MARKS.has(mark)),
    value: WITHHELD,
    numerator: WITHHELD,
    denominator: WITHHELD,
    n: WITHHELD,
    unknown: WITHHELD,
  };
}

const countOf = ({ tables }: Draft) => tables.reduce((sum, { cells }) => sum + cells.length, 0);

/** Small numbers that the counts of a row should have covered already. */
function isSmall(row: DraftRow, k: number): boolean {
  const small = (value?: number | null) =>
    value !== null && value !== undefined && value > 0 && value < k;
  if (row.counts.length === 0) return false;
  if (small(row.denominator) || small(row.n)) return true;
  return row.show !== 'value only' && (small(row.numerator) || small(row.unknown));
}

/** Steps that name no count: shown only where no step and no difference of two is small. */
function looseStepsAreSafe(steps: readonly DraftStep[], k: number): boolean {
  const sizes = steps.map(({ count }) => count).filter((count) => count !== null);
  return [0, ...sizes].every((one) =>
    sizes.every((other) => one === other || Math.abs(one - other) >= k),
  );
}

async function decide(
  draft: Draft,
  { keepVisible = [], ...rest }: ReleaseOptions,
): Promise<{ shown: Set<string>; proven: boolean; milliseconds: number }> {
  const shown = new Set<string>();
  const began = performance.now();
  let proven = true;
  for (const { table, places } of plansOf(draft)) {
    const main = new Set(table.cells.map(({ key }) => keyText(key)));
    const forceVisible = keepVisible
      .filter((ref) => ref.table === places[0] && main.has(keyText(ref.key)))
      .map(({ key }) => key);
    try {
      const result = await protect(table, { effort: 'fast', ...rest, forceVisible });
      proven &&= result.audit.status === 'proven';
      [result, ...(result.linked ?? [])].forEach(({ cells }, at) => {
        for (const { key, value } of cells)
          if (value !== null) shown.add(refText({ table: places[at]!, key }));
      });
    } catch (error) {
      if (error instanceof Cancelled || error instanceof TableError) throw error;
      proven = false;
    }
  }
  return { shown, proven, milliseconds: Math.round(performance.now() - began) };
}

/**
 * The gate: the only maker of `Released`. In release mode a row is shown only if every count it
 * depends on is shown after protection of all tables; otherwise every number of it is withheld.
 * Without a proof nothing is shown. Throws `TableError` for contradictory tables or unknown counts
 * and `Cancelled` after an abort.
 */
export async function release(draft: Draft, options: ReleaseOptions = {}): Promise<Released> {
  const {
    indicator,
    revision,
    mode,
    synthetic,
    query,
    notes,
    unavailable,
    threshold,
    comparisons,
  } = draft;
  const finish = (
    rows: readonly ReleasedRow[],
    counts: readonly Cell[],
    audit: Protection['audit'],
    milliseconds: number,
  ): Released => {
    const withheldCells = rows.filter((row) => row.value.is === 'withheld').length;
    const shownCells = rows.length - withheldCells;
    const steps = draft.steps.map(({ words, kind }, at) => ({ words, kind, count: counts[at]! }));
    const protection = { threshold, audit, withheldCells, shownCells, milliseconds };
    return {
      ...{ mode, indicator, revision, rows, steps, protection, synthetic, query, notes },
      ...(comparisons && { comparisons }),
      ...(unavailable && { unavailable }),
    } as unknown as Released;
  };
  const plain = ({ count }: DraftStep) => cellOf(count, 'not recorded');
  if (mode === 'working') {
    const rows = draft.rows.map((row) => show(row, true));
    return finish(rows, draft.steps.map(plain), 'unprotected', 0);
  }
  checkRefs(draft);
  const { shown, proven, milliseconds } = await decide(draft, options);
  if (!proven) {
    const rows = draft.rows.map(withhold);
    return finish(
      rows,
      draft.steps.map(() => WITHHELD),
      'not proven',
      milliseconds,
    );
  }
  const open = (counts: readonly CellRef[]) => counts.every((ref) => shown.has(refText(ref)));
  const loose = looseStepsAreSafe(
    draft.steps.filter(({ counts }) => counts.length === 0),
    threshold,
  );
  const rows = draft.rows.map((row) =>
    !row.withhold && open(row.counts) && !isSmall(row, threshold)
      ? show(row, row.show !== 'value only')
      : withhold(row),
  );
  const steps = draft.steps.map((step) =>
    step.counts.length > 0
      ? open(step.counts)
        ? plain(step)
        : WITHHELD
      : loose
        ? plain(step)
        : WITHHELD,
  );
  const needed = shown.size < countOf(draft);
  return finish(rows, steps, needed ? 'proven' : 'not needed', milliseconds);
}
