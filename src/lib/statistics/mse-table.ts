import { isCount } from './counts';

/** Persons by the lists they are on: character i of the pattern is list i, "1" on it. */
export interface PatternCount {
  readonly pattern: string;
  readonly count: number;
}

export interface MseInput {
  readonly lists: number;
  readonly counts: readonly PatternCount[];
}

/** Counts by cell; a cell is a bit mask, bit i for list i + 1. */
export interface MseTable {
  readonly lists: number;
  /** Length 2^lists; cell 0 (on no list) is 0. */
  readonly counts: Float64Array;
  /** Lists in use, as a bit mask; empty lists and lists holding everybody are not. */
  readonly active: number;
  /** Lists left out, from 1. */
  readonly dropped: readonly number[];
  /** Different persons. */
  readonly observed: number;
}

/** More lists than this are neither met in practice nor feasible (255 cells at eight). */
const mostLists = 8;

/** For every cell, the sum over all cells that contain it: persons on all lists of the cell. */
export function overlaps(counts: Float64Array): Float64Array {
  const sums = counts.slice();
  for (let bit = 1; bit < sums.length; bit <<= 1)
    for (let cell = 0; cell < sums.length; cell++)
      if (!(cell & bit)) sums[cell]! += sums[cell | bit]!;
  return sums;
}

/** Number of lists in a cell. */
export function size(cell: number): number {
  let lists = 0;
  for (let rest = cell; rest; rest &= rest - 1) lists++;
  return lists;
}

/** Drops lists that nobody or everybody is on; persons on no other list leave the counts with them. */
export function tableOf(lists: number, counts: Float64Array): MseTable {
  const observed = counts.reduce((total, count) => total + count, 0);
  const kept = counts.slice();
  const on = overlaps(counts);
  let active = 0;
  const dropped: number[] = [];
  for (let list = 0; list < lists; list++) {
    const bit = 1 << list;
    const persons = on[bit]!;
    if (persons > 0 && persons < observed) active |= bit;
    else dropped.push(list + 1);
  }
  for (let cell = 1; cell < kept.length; cell++) {
    const seen = cell & active;
    if (seen === cell) continue;
    kept[seen]! += kept[cell]!;
    kept[cell] = 0;
  }
  kept[0] = 0;
  return { lists, counts: kept, active, dropped, observed };
}

/** Reads the counts; repeated patterns are summed. Null when a pattern or a count is impossible. */
export function mseTable({ lists, counts }: MseInput): MseTable | null {
  if (!Number.isSafeInteger(lists) || lists < 1 || lists > mostLists) return null;
  const cells = new Float64Array(1 << lists);
  for (const { pattern, count } of counts) {
    if (pattern.length !== lists || !/^[01]+$/.test(pattern) || !isCount(count)) return null;
    const cell = [...pattern].reduce(
      (mask, on, list) => (on === '1' ? mask | (1 << list) : mask),
      0,
    );
    if (cell === 0 && count > 0) return null;
    cells[cell]! += count;
  }
  return tableOf(lists, cells);
}

/** Persons on two or more of the lists in use. */
export const repeated = (table: MseTable): number =>
  table.counts.reduce((total, count, cell) => (size(cell) >= 2 ? total + count : total), 0);

/** Persons on at least one of the lists in use. */
export const fitted = (table: MseTable): number =>
  table.counts.reduce((total, count) => total + count, 0);

/** Pairs of lists in use, in rising order of their numbers. */
export function pairs(table: MseTable): number[] {
  const bits = Array.from({ length: table.lists }, (_, list) => 1 << list).filter(
    (bit) => table.active & bit,
  );
  return bits.flatMap((a, i) => bits.slice(i + 1).map((b) => a | b));
}

/** Too little to estimate anything: fewer than two lists in use, or nobody on two of them. */
export const hopeless = (table: MseTable): boolean =>
  size(table.active) < 2 || repeated(table) === 0;
