import type { CellRef } from './table';

/** A share by the groups that it is made of, and the sums of such groups that are counted. */
export interface ShareOf {
  /** Groups in the numerator. */
  readonly part: readonly string[];
  /** Groups in the denominator, those of the numerator included. */
  readonly whole: readonly string[];
  /** Counts of children, each with the groups that it is the sum of. */
  readonly sums: readonly ShareSum[];
  /** Nothing but its two counts decides whether there is such a share. */
  readonly plain?: boolean;
}

export interface ShareSum {
  readonly count: CellRef;
  readonly value: number;
  readonly over: readonly string[];
}

/** Wider limits would say no more than that the share is withheld. */
const MOST_WIDE_PERCENT = 15;

/** Where the numerator is shown, the lower one says at least how large the share is. */
const MOST_WIDE_COUNTED_PERCENT = 35;

/** Fewest children for whom a share is told, as in `shareStatus`. */
export const FEWEST = 10;

const TINY = 1e-9;

type Sum = Pick<ShareSum, 'value' | 'over'>;

const isWithin = (inner: readonly string[], outer: readonly string[]) =>
  inner.every((group) => outer.includes(group));

const without = (all: readonly string[], some: readonly string[]) =>
  all.filter((group) => !some.includes(group));

/** The largest of the sums within some groups, none of which share a group, and the groups left over. */
function packed(sums: readonly Sum[], groups: readonly string[]) {
  const inside = sums.filter(({ over }) => over.length > 0 && isWithin(over, groups));
  inside.sort((one, other) => other.over.length - one.over.length);
  let rest = groups;
  let value = 0;
  for (const sum of inside) {
    if (!isWithin(sum.over, rest)) continue;
    rest = without(rest, sum.over);
    value += sum.value;
  }
  return { value, rest };
}

/** Fewest and most children in some groups, by the sums that hold them. Exact where sums are nested. */
function countLimits(sums: readonly Sum[], groups: readonly string[]): [low: number, high: number] {
  const inside = packed(sums, groups);
  let low = inside.value;
  let high = inside.rest.length === 0 ? inside.value : Infinity;
  for (const { over, value } of sums) {
    if (!isWithin(groups, over)) continue;
    const beside = packed(sums, without(over, groups));
    high = Math.min(high, value - beside.value);
    if (beside.rest.length === 0) low = Math.max(low, value - beside.value);
  }
  return [low, high];
}

/**
 * Limits of a share (0–1, whole per cents, rounded outwards) that follow from sums of its groups that are shown,
 * for whole numbers of 0 or more. Read off those sums alone, so that they tell nothing that is not told already.
 * Undefined where they are wider than 15 points, 35 where the count of the part is shown, or where the sums allow
 * fewer than `least` children in the whole.
 */
export function shareLimits(
  { part, whole, sums }: Pick<ShareOf, 'part' | 'whole'> & { readonly sums: readonly Sum[] },
  least: number,
): readonly [low: number, high: number] | undefined {
  const [fewest, most] = countLimits(sums, whole);
  if (fewest < Math.max(least, FEWEST)) return undefined;
  const [fewIn, manyIn] = countLimits(sums, part);
  const outside = countLimits(sums, without(whole, part));
  const fewOut = Math.max(outside[0], fewest - manyIn);
  const manyOut = Math.min(outside[1], most - fewIn);
  if (manyIn === Infinity || manyOut === Infinity) return undefined;
  const percent = (inside: number, beside: number) =>
    inside === 0 ? 0 : (100 * inside) / (inside + beside);
  const low = Math.floor(percent(fewIn, manyOut) + TINY);
  const high = Math.max(low, Math.ceil(percent(manyIn, fewOut) - TINY));
  const counted = fewIn > 0 && countOver(sums, part) !== undefined;
  const widest = counted ? MOST_WIDE_COUNTED_PERCENT : MOST_WIDE_PERCENT;
  return high - low <= widest ? [low / 100, high / 100] : undefined;
}

/** The count over exactly these groups, if it is among the sums. */
export const countOver = (sums: readonly Sum[], groups: readonly string[]): number | undefined =>
  sums.find(({ over }) => over.length === groups.length && isWithin(groups, over))?.value;
