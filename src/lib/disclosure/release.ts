import type { Draft, DraftRow, DraftStep } from './draft';
import { layOver } from './lay-over';
import type { Entry } from './lay-over';
import { withoutNeedless } from './needless-rows';
import { nearPeriods } from './neighbours';
import { Cancelled } from './pace';
import { protect } from './protect';
import type { ProtectOptions } from './protected-table';
import type { Cell, Protection, Released, ReleasedRow } from './released';
import { cellOf, show, withhold, WITHHELD } from './released-row';
import { tellers } from './tellers';
import { checkRefs, plansOf, refText, widthOf } from './plan';
import { keyText, TableError } from './table';
import type { CellRef } from './table';

export interface ReleaseOptions extends Pick<
  ProtectOptions,
  'effort' | 'timeBudgetMs' | 'solver' | 'signal' | 'rest'
> {
  /** Counts to keep visible where a safe pattern allows it, of the first table of a network. */
  readonly keepVisible?: readonly CellRef[];
  /** Figures of the same release that were shown before, and cannot be withheld any more. */
  readonly beside?: readonly Entry[];
  /** Sets of `beside`, by number, of whose groups the figure may tell no more than they do themselves. */
  readonly apart?: readonly (readonly number[])[];
  /** Combinations of codes that the figures may have together; `WIDEST` if left out. */
  readonly widest?: number;
}

/** A figure through the gate, with what a ledger keeps of it. */
export interface Judged {
  readonly released: Released;
  /** By number of table in the draft: texts of the keys of the counts that are shown. */
  readonly shown: readonly (readonly string[])[];
  /** Zeros may be withheld too. */
  readonly hidZeros: boolean;
  /** Nothing is shown of some of its tables, because they are too wide to be protected together. */
  readonly tooWide?: boolean;
}

/** Combinations of codes that the figures of a release may have together: more takes minutes. */
const WIDEST = 6000;

const countOf = ({ tables }: Draft) =>
  tables.reduce((sum, { cells, before }) => sum + (before ? 0 : cells.length), 0);

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
  { keepVisible = [], apart = [], widest = Infinity, ...rest }: ReleaseOptions,
): Promise<{ shown: Set<string>; proven: boolean; tooWide: boolean; milliseconds: number }> {
  const shown = new Set<string>();
  const began = performance.now();
  let proven = true;
  let tooWide = false;
  for (const { table, places } of plansOf(draft)) {
    if (widthOf(table) > widest) {
      tooWide = true;
      continue;
    }
    const main = new Set(table.cells.map(({ key }) => keyText(key)));
    const forceVisible = keepVisible
      .filter((ref) => ref.table === places[0] && main.has(keyText(ref.key)))
      .map(({ key }) => key);
    try {
      const result = await protect(table, {
        effort: 'fast',
        orNothing: forceVisible.length === 0,
        ...rest,
        forceVisible,
      });
      proven &&= result.audit.status === 'proven';
      const own = places.filter((place) => !draft.tables[place]!.before);
      const open = new Set<string>();
      [result, ...(result.linked ?? [])].forEach(({ cells }, at) => {
        const table = places.indexOf(own[at]!);
        for (const { key, value } of cells) if (value !== null) open.add(refText({ table, key }));
      });
      const lower = apart.map((set) => new Set(set.map((place) => places.indexOf(place))));
      for (const ref of tellers(table, open, lower)) open.delete(refText(ref));
      places.forEach((place, at) => {
        if (draft.tables[place]!.before) return;
        for (const { key } of draft.tables[place]!.cells)
          if (open.has(refText({ table: at, key }))) shown.add(refText({ table: place, key }));
      });
    } catch (error) {
      if (error instanceof Cancelled || error instanceof TableError) throw error;
      proven = false;
      break;
    }
    if (!proven) break;
  }
  return { shown, proven, tooWide, milliseconds: Math.round(performance.now() - began) };
}

/**
 * The gate: the only maker of `Released`. In release mode a row is shown only if every count it
 * depends on is shown after protection of all tables; otherwise every number of it is withheld.
 * Without a proof nothing is shown. Throws `TableError` for contradictory tables or unknown counts
 * and `Cancelled` after an abort.
 */
export const release = async (draft: Draft, options: ReleaseOptions = {}): Promise<Released> =>
  (await judge(draft, options)).released;

/** As `release()`, telling also which counts are shown. What stands `beside` is part of the system. */
export async function judge(draft: Draft, options: ReleaseOptions = {}): Promise<Judged> {
  if (draft.mode === 'working') {
    const plain = ({ count }: DraftStep) => cellOf(count, 'not recorded');
    const rows = withoutNeedless(draft, () => true).map((row) => show(row, true));
    const audit = 'unprotected';
    return {
      released: finish(draft, { rows, counts: draft.steps.map(plain), audit, milliseconds: 0 }),
      shown: draft.tables.map(() => []),
      hidZeros: false,
    };
  }
  checkRefs(draft);
  const { beside = [], apart = [], ...rest } = options;
  const { cut, decided } = draft;
  if (decided && beside.length === 0) return asDecided(draft, decided.milliseconds);
  const kin = beside.filter((entry) => entry.cut.family === cut?.family);
  let laid = draft;
  let found: Awaited<ReturnType<typeof decide>>;
  try {
    if (cut && kin.length > 0) laid = layOver(draft, cut, kin);
    const published = (draft.zeros ?? 'published') === 'published';
    const hid = kin.some(({ tables }) => tables.some(({ hidZeros }) => hidZeros));
    if (published && hid) laid = { ...laid, zeros: 'secondary' };
    const asked = {
      ...rest,
      widest: rest.widest ?? (kin.length > 0 ? WIDEST : Infinity),
      apart: apart.map((set) => placesOf(set, beside, draft.tables.length)),
    };
    found = await decide(laid, asked);
    // Where a total is known already, zeros among its parts would narrow those that are withheld.
    if (!found.proven && published && kin.length > 0 && !hid) {
      laid = { ...laid, zeros: 'secondary' };
      found = await decide(laid, asked);
    }
  } catch (error) {
    // The figures contradict those shown before: alone they may well be right.
    if (error instanceof TableError && kin.length > 0)
      return nothing(draft, { milliseconds: 0, refused: true });
    throw error;
  }
  const { proven, tooWide, milliseconds } = found;
  if (!proven) return nothing(draft, { milliseconds, refused: kin.length > 0 });
  if (tooWide && found.shown.size === 0) return nothing(draft, { milliseconds, refused: true });
  const shown = draft.tables.map(({ cells }, table) =>
    cells
      .filter((_, at) =>
        found.shown.has(refText({ table, key: laid.tables[table]!.cells[at]!.key })),
      )
      .map(({ key }) => keyText(key)),
  );
  const others = beside.filter((entry) => entry.cut.family !== cut?.family);
  if (cut && nearPeriods(cut, draft.tables, shown, others, draft.threshold).size > 0)
    return nothing(draft, { milliseconds, refused: true });
  const hidZeros = (laid.zeros ?? 'published') !== 'published';
  return { released: opened(draft, laid, found), shown, hidZeros, tooWide };
}

/** Numbers, in the draft laid over `beside`, of the tables of some of them. */
function placesOf(set: readonly number[], beside: readonly Entry[], from: number): number[] {
  let next = from;
  const starts = beside.map(({ tables }) => (next += tables.length) - tables.length);
  return set.flatMap((at) => beside[at]!.tables.map((_, to) => starts[at]! + to));
}

/** The figure whose rows and steps are open as they stand. */
function asDecided(draft: Draft, milliseconds: number): Judged {
  const shown = draft.tables.map(({ cells }) => cells.map(({ key }) => keyText(key)));
  const refs = draft.tables.flatMap(({ cells }, table) =>
    cells.map(({ key }) => refText({ table, key })),
  );
  const sums = draft.rows.flatMap(({ share }) => share?.sums ?? []);
  const open = new Set([...refs, ...sums.map(({ count }) => refText(count))]);
  const found = { shown: open, proven: true, milliseconds };
  return { released: opened(draft, draft, found), shown, hidZeros: false };
}

/** The figure with nothing of it shown: not proven, or `refused` because of what was shown before. */
function nothing(
  draft: Draft,
  why: { readonly milliseconds: number; readonly refused: boolean },
): Judged {
  return {
    released: finish(draft, {
      rows: draft.rows.map((row) => withhold(row)),
      counts: draft.steps.map(() => WITHHELD),
      audit: 'not proven',
      ...why,
    }),
    shown: draft.tables.map(() => []),
    hidZeros: false,
  };
}

/** The figure with the rows and steps of which every count is shown. */
function opened(
  draft: Draft,
  laid: Draft,
  { shown, milliseconds }: Pick<Awaited<ReturnType<typeof decide>>, 'shown' | 'milliseconds'>,
): Released {
  const { threshold } = draft;
  const open = (counts: readonly CellRef[]) => counts.every((ref) => shown.has(refText(ref)));
  const loose = looseStepsAreSafe(
    draft.steps.filter(({ counts }) => counts.length === 0),
    threshold,
  );
  const rows = withoutNeedless(laid, (ref) => shown.has(refText(ref))).map((row) =>
    !row.withhold && open(row.counts) && !isSmall(row, threshold)
      ? show(row, row.show !== 'value only')
      : withhold(row, threshold, ({ count }) => shown.has(refText(count))),
  );
  const counts = laid.steps.map((step) =>
    !step.withhold && (step.counts.length > 0 ? open(step.counts) : loose)
      ? cellOf(step.count, 'not recorded')
      : WITHHELD,
  );
  const hides = draft.decided?.hides ?? false;
  const audit = hides || shown.size < countOf(laid) ? 'proven' : 'not needed';
  return finish(draft, { rows, counts, audit, milliseconds });
}

function finish(
  draft: Draft,
  outcome: {
    readonly rows: readonly ReleasedRow[];
    readonly counts: readonly Cell[];
    readonly audit: Protection['audit'];
    readonly milliseconds: number;
    readonly refused?: boolean;
  },
): Released {
  const { indicator, revision, mode, synthetic, query, notes, unavailable, threshold } = draft;
  const { rows, counts, audit, milliseconds, refused } = outcome;
  const withheldCells = rows.filter((row) => row.value.is === 'withheld').length;
  const shownCells = rows.length - withheldCells;
  const steps = draft.steps.map(({ words, kind }, at) => ({ words, kind, count: counts[at]! }));
  const protection: Protection = {
    ...{ threshold, audit, withheldCells, shownCells, milliseconds },
    ...(refused && { refused: true as const }),
  };
  return {
    ...{ mode, indicator, revision, rows, steps, protection, synthetic, query, notes },
    ...(draft.comparisons && { comparisons: draft.comparisons }),
    ...(unavailable && { unavailable }),
  } as unknown as Released;
}
