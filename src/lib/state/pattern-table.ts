import type { MseInput } from '$lib/statistics/mse-table';

/** A table of list patterns as it is typed: nothing in it is checked yet. */
export interface PatternTable {
  /** Names of the lists. */
  readonly lists: readonly string[];
  readonly rows: readonly PatternRow[];
}

interface PatternRow {
  /** One cell for each list: `1` on it, `0` not. */
  readonly on: readonly string[];
  /** Persons with this pattern. */
  readonly count: string;
}

/** Why a text is no table of patterns. */
export type Unreadable = 'empty' | 'no_count_column' | 'list_number' | 'too_many_rows' | 'ragged';

/** What is wrong with a table; `row` and `list` from 0. */
export type PatternProblem =
  | { readonly is: 'list_number' | 'nobody' | 'too_many_rows' }
  | { readonly is: 'not_0_or_1'; readonly row: number; readonly list: number }
  | { readonly is: 'not_a_count' | 'on_no_list'; readonly row: number };

/** A table that was looked through. `input` is null while there is a problem. */
export interface CheckedPatterns {
  readonly problems: readonly PatternProblem[];
  readonly input: MseInput | null;
  /** Rows (from 0) whose pattern an earlier row has too: they are added up. */
  readonly repeated: readonly number[];
}

const fewestLists = 2;
const mostLists = 8;
/** Every pattern of eight lists twice over; a longer text is rather one row a person. */
const mostRows = 512;
const largestCount = 9_999_999;

/** Reads a CSV text (comma, semicolon or tab): one 0/1 column for each list and one named `count`. */
export function readPatterns(text: string): PatternTable | { readonly unreadable: Unreadable } {
  const [first, ...others] = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  if (first === undefined) return { unreadable: 'empty' };
  const mark = [';', '\t', ','].find((one) => first.includes(one)) ?? ',';
  const cells = (line: string) =>
    line.split(mark).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const header = cells(first);
  const count = header.findIndex((name) => name.toLowerCase() === 'count');
  if (count < 0) return { unreadable: 'no_count_column' };
  const lists = header.toSpliced(count, 1);
  if (lists.length < fewestLists || lists.length > mostLists) return { unreadable: 'list_number' };
  if (others.length > mostRows) return { unreadable: 'too_many_rows' };
  const rows = others.map(cells);
  if (rows.some((row) => row.length !== header.length)) return { unreadable: 'ragged' };
  return { lists, rows: rows.map((row) => ({ on: row.toSpliced(count, 1), count: row[count]! })) };
}

/** Every pattern of so many lists but "on none", to be filled in. */
export function emptyPatterns(lists: number): PatternTable {
  const bits = Array.from({ length: lists }, (_, list) => 1 << list);
  const cells = Array.from({ length: 2 ** lists - 1 }, (_, i) => i + 1);
  const size = (cell: number) => bits.filter((bit) => cell & bit).length;
  return {
    lists: bits.map((_, list) => `List ${list + 1}`),
    rows: cells
      .toSorted((a, b) => size(a) - size(b) || a - b)
      .map((cell) => ({ on: bits.map((bit) => (cell & bit ? '1' : '0')), count: '' })),
  };
}

/** Looks a table through; a pattern that no row has counts as nobody. */
export function checkPatterns({ lists, rows }: PatternTable): CheckedPatterns {
  const problems: PatternProblem[] = [];
  if (lists.length < fewestLists || lists.length > mostLists) problems.push({ is: 'list_number' });
  if (rows.length > mostRows) problems.push({ is: 'too_many_rows' });
  rows.forEach(({ on, count }, row) => {
    on.forEach((cell, list) => {
      if (cell !== '0' && cell !== '1') problems.push({ is: 'not_0_or_1', row, list });
    });
    if (!/^\d{1,7}$/.test(count) || Number(count) > largestCount)
      problems.push({ is: 'not_a_count', row });
    else if (Number(count) > 0 && on.every((cell) => cell === '0'))
      problems.push({ is: 'on_no_list', row });
  });
  const counts = rows.map(({ on, count }) => ({ pattern: on.join(''), count: Number(count) }));
  if (problems.length === 0 && !counts.some(({ count }) => count > 0))
    problems.push({ is: 'nobody' });
  const patterns = counts.map(({ pattern }) => pattern);
  return {
    problems,
    repeated: [...rows.keys()].filter((row) => patterns.indexOf(patterns[row]!) < row),
    input: problems.length > 0 ? null : { lists: lists.length, counts },
  };
}
