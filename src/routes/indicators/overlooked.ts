import type { Cell, Released } from '$lib/disclosure/released';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Breakdown } from '$lib/schema/indicator';
import { breakdownColumn, codesOf } from '$lib/schema/breakdowns';
import type { OverlookedId } from './overlooked-words';

/** A group of children that is often overlooked. */
interface OverlookedGroup {
  readonly id: OverlookedId;
  /** The column of the child that tells. */
  readonly of: Breakdown;
  /** Codes that together are the group. */
  readonly codes: readonly string[];
  /** Codes too coarse to tell whether a child belongs. */
  readonly coarse?: readonly string[];
}

/** What is recorded of one group. */
export interface OverlookedRow extends OverlookedGroup {
  /** Registered children of the group. */
  readonly recorded: Cell;
  /** Share of the registered children for whom the column was asked and not recorded. */
  readonly notRecorded: Cell;
  /** Share whose organisation does not collect the column. */
  readonly notAsked: Cell;
  /** Children under a code that may or may not be the group; missing where there are none. */
  readonly maybe: Cell;
  /** The column is in no file, or nobody was asked. */
  readonly notCollected: boolean;
  /** Nothing may be said of the group under this filter, such as a region (D1). */
  readonly leftOut: boolean;
}

const sexual = (code: string) => code.startsWith('sexual_');
const unknowns = new Set(['unknown', 'not_asked']);

const overlookedGroups: readonly OverlookedGroup[] = [
  {
    id: 'boys',
    of: 'gender',
    codes: ['male'],
  },
  {
    id: 'oldest',
    of: 'age_band',
    codes: ['15_17'],
    coarse: ['12_17', '9_17', 'under_18'],
  },
  {
    id: 'disability',
    of: 'disability_any',
    codes: ['yes'],
  },
  {
    id: 'lgbtqi',
    of: 'sogiesc_minority',
    codes: ['yes'],
  },
  {
    id: 'nationals',
    of: 'citizenship_group',
    codes: ['national'],
  },
  {
    id: 'not-sexual',
    of: 'main_form',
    codes: (codesOf('main_form') ?? [])
      .map(({ code }) => code)
      .filter((code) => !sexual(code) && !unknowns.has(code)),
  },
  {
    id: 'minorities',
    of: 'minority_group',
    codes: ['yes'],
  },
];

/** Whether a file has what tells the group; an age group may be read off an age in years. */
function isTold(of: Breakdown, facts: DatasetFacts): boolean {
  const columns = facts.tables.cases?.columns ?? [];
  const own = breakdownColumn(of).split('.')[1] ?? '';
  return columns.includes(own) || (of === 'age_band' && columns.includes('age_at_detection'));
}

/** Columns by which the children are to be counted: those that tell a group in these files. */
export const overlookedBreakdowns = (facts: DatasetFacts): readonly (readonly Breakdown[])[] =>
  overlookedGroups.filter(({ of }) => isTold(of, facts)).map(({ of }) => [of]);

const withheld: Cell = { is: 'withheld' };
const zero: Cell = { is: 'value', value: 0 };
const notAsked: Cell = { is: 'missing', why: 'not asked' };

/** The groups as ID-01, cut by {@link overlookedBreakdowns} over one period, shows them. */
export function overlookedRows(released: Released, facts: DatasetFacts): readonly OverlookedRow[] {
  const total = cellOf(released, 'count', {}) ?? notAsked;
  return overlookedGroups.map((group): OverlookedRow => {
    const at = (code: string) => cellOf(released, 'count', { [group.of]: code }) ?? zero;
    const asked = at('not_asked');
    const absent = {
      ...group,
      ...{ recorded: notAsked, notRecorded: notAsked, notAsked, maybe: notAsked },
    };
    if (!isTold(group.of, facts) || isAll(asked, total))
      return { ...absent, notCollected: true, leftOut: false };
    const none = total.is === 'value' && total.value === 0;
    if (!none && !released.rows.some(({ by }) => group.of in by))
      return { ...absent, notCollected: false, leftOut: true };
    // A person of unknown age is in no count of children: it stands beside the total.
    const ages = cellOf(released, 'age_unknown_count', {}) ?? zero;
    return {
      ...group,
      recorded: recorded(released, group, total),
      notRecorded:
        group.of === 'age_band' ? share(ages, sum([total, ages])) : share(at('unknown'), total),
      notAsked: share(asked, total),
      maybe: sum((group.coarse ?? []).map(at)),
      notCollected: false,
      leftOut: false,
    };
  });
}

const isAll = (part: Cell, total: Cell) =>
  part.is === 'value' && total.is === 'value' && total.value > 0 && part.value === total.value;

function cellOf(
  { rows }: Released,
  measure: string,
  by: Readonly<Record<string, string>>,
): Cell | null {
  const wanted = Object.entries(by);
  const row = rows.find(
    (one) =>
      one.measure === measure &&
      Object.keys(one.by).length === wanted.length &&
      wanted.every(([column, code]) => one.by[column] === code),
  );
  return row?.value ?? null;
}

/**
 * Children under the codes of a group: their sum, or the total less all other codes where only the
 * former holds a withheld cell. Any reader of the figures could work out the same; a number below
 * the threshold is withheld all the same.
 */
function recorded(released: Released, { of, codes }: OverlookedGroup, total: Cell): Cell {
  const rows = released.rows.filter(
    ({ measure, by }) => measure === 'count' && Object.keys(by).join() === of,
  );
  const isOwn = (by: Readonly<Record<string, string>>) => codes.includes(by[of] ?? '');
  const own = sum(rows.filter(({ by }) => isOwn(by)).map(({ value }) => value));
  if (own.is === 'value') return own;
  const others = sum(rows.filter(({ by }) => !isOwn(by)).map(({ value }) => value));
  if (total.is !== 'value' || others.is !== 'value') return own;
  const left = total.value - others.value;
  const small = left > 0 && left < released.protection.threshold;
  return small || left < 0 ? withheld : { is: 'value', value: left };
}

/** A sum of shown cells; withheld as soon as one of them is. */
function sum(cells: readonly Cell[]): Cell {
  if (cells.some(({ is }) => is === 'withheld')) return withheld;
  const absent = cells.find(({ is }) => is === 'missing');
  if (absent) return absent;
  return cells.reduce<Extract<Cell, { is: 'value' }>>(
    (all, cell) => ({ is: 'value', value: all.value + (cell.is === 'value' ? cell.value : 0) }),
    { is: 'value', value: 0 },
  );
}

/** A share (0–1) of shown cells. */
function share(part: Cell, total: Cell): Cell {
  if (part.is !== 'value') return part;
  if (total.is !== 'value') return total;
  if (total.value === 0) return { is: 'missing', why: 'no denominator' };
  return { is: 'value', value: part.value / total.value };
}
