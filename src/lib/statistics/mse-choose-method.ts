import {
  mseTable,
  overlaps,
  pairs,
  repeated,
  size,
  type MseInput,
  type MseTable,
} from './mse-table';
import type { Status } from './status';

export interface ChosenMethod {
  readonly primary: 'bic' | 'stepwise' | 'chapman' | null;
  /** Persons shared by the pair of lists that shares fewest. */
  readonly min_pair_overlap: number | null;
  /** Pairs of lists that share nobody. */
  readonly zero_pairs: number | null;
  readonly persons_on_two_or_more: number | null;
  readonly observed: number | null;
  readonly dropped_lists: readonly number[];
  readonly status: Status;
}

/** Up to this many lists, each pair sharing at least this many persons, count as dense. */
const denseLists = 5;
const denseOverlap = 5;

/** The rule on a table. */
export function chooseMethodFor(table: MseTable): ChosenMethod {
  const sums = overlaps(table.counts);
  const shared = pairs(table).map((pair) => sums[pair]!);
  const lists = size(table.active);
  const least = shared.length > 0 ? Math.min(...shared) : null;
  const dense = lists <= denseLists && least !== null && least >= denseOverlap;
  return {
    primary: lists < 2 ? null : lists === 2 ? 'chapman' : dense ? 'bic' : 'stepwise',
    min_pair_overlap: least,
    zero_pairs: shared.filter((persons) => persons === 0).length,
    persons_on_two_or_more: repeated(table),
    observed: table.observed,
    dropped_lists: table.dropped,
    status: lists < 2 || repeated(table) === 0 ? 'not_estimable' : 'ok',
  };
}

/**
 * Which way of choosing a model the data get: lowest BIC when at most five lists all share at least
 * five persons pairwise, else forward selection of pairs; two lists: Chapman. Fixed in advance, so
 * that nobody picks a number. Source: project contract, section 7.3.
 */
export function mseChooseMethod(input: MseInput): ChosenMethod {
  const table = mseTable(input);
  if (table) return chooseMethodFor(table);
  return {
    primary: null,
    min_pair_overlap: null,
    zero_pairs: null,
    persons_on_two_or_more: null,
    observed: null,
    dropped_lists: [],
    status: 'invalid',
  };
}
