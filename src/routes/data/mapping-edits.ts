import type { ColumnLook, Decisions } from '$lib/state/dataset.svelte';

type Dialect = NonNullable<Decisions['dialect']>[number];
type Entry = { readonly file: string };
/** What a spelling stands for. */
export type Meaning = NonNullable<Decisions['value']>[number]['meaning'];

/** The list without the entries that `replaced` names, and with `entry` where there is one. */
const put = <T extends Entry>(
  list: readonly T[] | undefined,
  replaced: (one: T) => boolean,
  entry?: T,
): readonly T[] => [...(list ?? []).filter((one) => !replaced(one)), ...(entry ? [entry] : [])];

const of = (file: string, column?: string) => (one: Entry & { readonly column?: string }) =>
  one.file === file && (column === undefined || one.column === column);

/**
 * Reads a source column as a field of the table, or leaves it out (`null`). A column that could point
 * to a person is dropped, so that it does not keep the file out.
 */
export function chooseColumn(
  decisions: Decisions,
  file: string,
  column: string,
  target: string | null,
  risky: boolean,
): Decisions {
  const drop = target === null && risky ? { file, column } : undefined;
  return {
    ...decisions,
    drop: put(decisions.drop, of(file, column), drop),
    column: put(decisions.column, of(file, column), { file, column, target }),
    value: put(decisions.value, of(file, column)),
    merged: put(decisions.merged, of(file, column)),
  };
}

/** Reads a file as a table; what was decided about its columns concerned another one. */
export const chooseTable = (decisions: Decisions, file: string, table: string): Decisions => ({
  ...decisions,
  table: put(decisions.table, of(file), { file, table }),
  column: put(decisions.column, of(file)),
  value: put(decisions.value, of(file)),
  merged: put(decisions.merged, of(file)),
});

/** Reads the bytes of a file in an encoding. */
export const chooseEncoding = (
  decisions: Decisions,
  file: string,
  encoding: NonNullable<Decisions['encoding']>[number]['encoding'],
): Decisions => ({
  ...decisions,
  encoding: put(decisions.encoding, of(file), { file, encoding }),
});

/** Changes a part of how the records of a file are written and keeps what was decided about others. */
export const chooseDialect = (
  decisions: Decisions,
  file: string,
  part: Omit<Dialect, 'file'>,
): Decisions => ({
  ...decisions,
  dialect: put(decisions.dialect, of(file), {
    ...decisions.dialect?.findLast(of(file)),
    ...part,
    file,
  }),
});

/** Says whether the day or the month comes first in a column. */
export const chooseOrder = (
  decisions: Decisions,
  file: string,
  column: string,
  order: Decisions['dateOrder'][number]['order'],
): Decisions => ({
  ...decisions,
  dateOrder: put(decisions.dateOrder, of(file, column), { file, column, order }),
});

/** Says which sign stands before the decimals of a column. */
export const chooseMark = (
  decisions: Decisions,
  file: string,
  column: string,
  mark: ',' | '.',
): Decisions => ({
  ...decisions,
  decimal: put(decisions.decimal, of(file, column), { file, column, mark }),
});

const spelledSo =
  (file: string, column: string, spelling: string) =>
  (one: Entry & { readonly column: string; readonly spelling: string }) =>
    of(file, column)(one) && one.spelling === spelling;

/** Says that a spelling stands for several things which cannot be told apart. */
export const chooseMerged = (
  decisions: Decisions,
  file: string,
  column: string,
  spelling: string,
): Decisions => ({
  ...decisions,
  value: put(decisions.value, spelledSo(file, column, spelling)),
  merged: put(decisions.merged, spelledSo(file, column, spelling), { file, column, spelling }),
});

/** Says what a spelling in a column of codes stands for. */
export const chooseMeaning = (
  decisions: Decisions,
  file: string,
  column: string,
  spelling: string,
  meaning: Meaning,
): Decisions => ({
  ...decisions,
  merged: put(decisions.merged, spelledSo(file, column, spelling)),
  value: put(decisions.value, spelledSo(file, column, spelling), {
    file,
    column,
    spelling,
    meaning,
  }),
});

/**
 * Forgets what was decided about how a file is read, but not that columns which point to a person
 * stay out, that the proposal was confirmed, or what was repaired in its rows.
 */
export const backToProposal = (decisions: Decisions, file: string): Decisions => ({
  ...decisions,
  dateOrder: put(decisions.dateOrder, of(file)),
  table: put(decisions.table, of(file)),
  column: put(decisions.column, of(file)),
  encoding: put(decisions.encoding, of(file)),
  dialect: put(decisions.dialect, of(file)),
  decimal: put(decisions.decimal, of(file)),
  value: put(decisions.value, of(file)),
  merged: put(decisions.merged, of(file)),
});

/** True when two sets of decisions say the same about a file, in whatever order. */
export function sameFor(file: string, a: Decisions, b: Decisions): boolean {
  const told = (decisions: Decisions) =>
    Object.entries(decisions)
      .flatMap(([what, list]: [string, readonly Entry[] | undefined]) =>
        (list ?? [])
          .filter(of(file))
          .map((one) => what + JSON.stringify(Object.entries(one).sort())),
      )
      .sort()
      .join('\n');
  return told(a) === told(b);
}

/** How many columns were matched in which way. */
export interface Matches {
  readonly exact: number;
  readonly synonym: number;
  readonly likeness: number;
  /** Decided by the user or a saved mapping, or read by the rules of a known export. */
  readonly decided: number;
  readonly out: number;
}

/** Counts the columns of a file by how they were matched. */
export function matchesOf(columns: readonly Pick<ColumnLook, 'target' | 'tier'>[]): Matches {
  const fed = columns.filter(({ target }) => target !== null);
  const count = (...tiers: ColumnLook['tier'][]) =>
    fed.filter(({ tier }) => tiers.includes(tier)).length;
  return {
    exact: count('exact'),
    synonym: count('synonym'),
    likeness: count('fuzzy', 'content'),
    decided: count('user', 'adapter'),
    out: columns.length - fed.length,
  };
}

/** Source columns that are read as something else than before, with their field or null. */
export function movedColumns(
  before: readonly ColumnLook[],
  after: readonly ColumnLook[],
): Pick<ColumnLook, 'shown' | 'target'>[] {
  const old = new Map(before.map(({ source, target }) => [source, target]));
  return after
    .filter(({ source, target }) => old.has(source) && old.get(source) !== target)
    .map(({ shown, target }) => ({ shown, target }));
}

/** The columns with their spellings in the order of an earlier look: a row that is chosen in stays. */
export function inOldOrder(
  before: readonly ColumnLook[],
  after: readonly ColumnLook[],
): readonly ColumnLook[] {
  return after.map((column) => {
    const old = before.find(({ source }) => source === column.source)?.codes?.counts;
    if (!old || !column.codes) return column;
    const place = new Map(old.map(({ spelling }, i) => [spelling, i]));
    const at = (spelling: string) => place.get(spelling) ?? old.length;
    const counts = [...column.codes.counts].sort((a, b) => at(a.spelling) - at(b.spelling));
    return { ...column, codes: { ...column.codes, counts } };
  });
}

/** True for a spelling that nobody explained. */
export const isOpen = (meaning: Meaning | null): boolean =>
  meaning === null || ('missing' in meaning && meaning.missing === 'unmapped');

/** A meaning as the value of an option, and back. */
export const optionOf = (meaning: Meaning | null): string =>
  meaning === null || isOpen(meaning)
    ? ''
    : 'code' in meaning
      ? `code:${meaning.code}`
      : `missing:${meaning.missing}`;

/** What an option stands for; the empty one for a spelling that stays unexplained. */
export function meaningOf(option: string): Meaning {
  const [kind, ...rest] = option.split(':');
  const word = rest.join(':');
  if (kind === 'code') return { code: word };
  const missing = offeredGaps.find((one) => one === word);
  return { missing: missing ?? 'unmapped' };
}

/** Reasons for a gap that a spelling can be given. */
export const offeredGaps = [
  'unknown',
  'not_recorded',
  'not_asked',
  'refused',
  'not_applicable',
  'withheld',
] as const;
