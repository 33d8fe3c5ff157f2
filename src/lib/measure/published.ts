import type { DraftRow } from '$lib/disclosure/draft';
import type { Cell } from '$lib/disclosure/released';
import type { Indicator } from '$lib/schema/indicator';
import { isCount } from './figure-steps';

type Filters = Readonly<Record<string, readonly string[]>>;

/** Numbers that a row of a figure is made of, where they were published. */
const parts = ['numerator', 'denominator', 'n', 'unknown'] as const;

/** The same and the number of the row, which is a count itself where its unit is one. */
export const rowParts = [...parts, 'value'] as const;

export type RowPart = (typeof rowParts)[number];

/** A row of a table that was published before; null where it shows no number. */
interface PublishedRow extends Readonly<Record<(typeof parts)[number], number | null>> {
  readonly measure: string;
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly value: Cell;
}

/** A table of one indicator that was published before, with the filters that it was saved under. */
export interface PublishedTable {
  readonly indicator: Indicator;
  readonly where: Filters;
  readonly rows: readonly PublishedRow[];
}

/** A published row as a row of a figure without filters: those of one code are codes of its group. */
export interface PublishedLine {
  readonly measure: string;
  readonly period: string;
  readonly group: Readonly<Record<string, string>>;
  /** Filters of several codes, which are no group of the figure. */
  readonly several: Filters;
  /** What was published; `value` of counts alone. */
  readonly numbers: Readonly<Partial<Record<RowPart, number>>>;
}

/** Measure, period and group as one text, alike for a published row and the same row of a figure. */
export const lineText = ({
  measure,
  period,
  group,
  several,
}: Omit<PublishedLine, 'numbers'>): string =>
  JSON.stringify([measure, period, sorted(group), sorted(several).map(([c, all]) => [c, [...all].sort()])]); // prettier-ignore

const sorted = <T>(of: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(of).sort(([one], [other]) => (one < other ? -1 : 1));

/** A group under filters: a filter on one code is a code of the group. Undefined where nobody can be in it. */
export function groupUnder(
  by: Readonly<Record<string, string>>,
  where: Filters,
): Pick<PublishedLine, 'group' | 'several'> | undefined {
  const group: Record<string, string> = { ...by };
  const several: Record<string, readonly string[]> = {};
  for (const [column, codes] of Object.entries(where)) {
    const own = by[column];
    if (own !== undefined && !codes.includes(own)) return undefined;
    if (own !== undefined) continue;
    if (codes.length === 1) group[column] = codes[0]!;
    else if (codes.length > 1) several[column] = codes;
  }
  return { group, several };
}

/** The rows of published tables. A share without its counts says nothing and is left out. */
export const linesOf = (tables: readonly PublishedTable[]): PublishedLine[] =>
  tables.flatMap(({ where, rows }) =>
    rows.flatMap(({ measure, period, by, unit, value, ...row }): PublishedLine[] => {
      const under = groupUnder(by, where);
      // Answers under a filter on the answer itself: only how many have it is the same without the filter.
      const told = Object.keys(by).some((column) => where[column])
        ? (['numerator'] as const)
        : parts;
      const numbers = {
        ...Object.fromEntries(
          told.flatMap((part) => (row[part] === null ? [] : [[part, row[part]]])),
        ),
        ...(value.is === 'value' && isCount(unit) && { value: value.value }),
      };
      return under && Object.keys(numbers).length > 0
        ? [{ ...under, measure, period, numbers }]
        : [];
    }),
  );

/**
 * The groups of a figure crossed by these columns that a line is about: itself, or one for each code that a filter on
 * several let pass; none where the figure is not crossed by all of these.
 */
export function groupsUnder(
  { group, several }: PublishedLine,
  columns: readonly string[],
): PublishedLine['group'][] {
  if (!Object.keys(several).every((column) => columns.includes(column))) return [];
  return Object.entries(several).reduce<PublishedLine['group'][]>(
    (all, [column, codes]) =>
      all.flatMap((one) => codes.map((code) => ({ ...one, [column]: code }))),
    [group],
  );
}

/** Whether two numbers tell of 1 to k − 1 children beside each other. */
const isNear = (one: number, other: number, k: number): boolean => {
  const apart = Math.abs(one - other);
  return apart > 1e-9 * Math.max(1, Math.abs(one)) && apart < k;
};

/**
 * The numbers of a row that beside those published of it would tell of 1 to k − 1 children; not one that was published
 * as it is. Of a share also how many are not in it: then it is how many are.
 */
export function nearParts(
  row: Pick<DraftRow, RowPart | 'unit'>,
  lines: readonly Pick<PublishedLine, 'numbers'>[],
  k: number,
): RowPart[] {
  const isTelling = (now: number | null | undefined, was: readonly (number | undefined)[]) =>
    typeof now === 'number' &&
    !was.includes(now) &&
    was.some((one) => one !== undefined && isNear(now, one, k));
  const near = rowParts.filter(
    (part) =>
      (part !== 'value' || isCount(row.unit)) &&
      isTelling(
        row[part],
        lines.map(({ numbers }) => numbers[part]),
      ),
  );
  const rest = ({ numerator, denominator }: Partial<Record<RowPart, number | null>>) =>
    typeof numerator === 'number' && typeof denominator === 'number'
      ? denominator - numerator
      : undefined;
  const others = lines.map(({ numbers }) => rest(numbers));
  if (row.unit === 'share' && isTelling(rest(row), others)) near.push('numerator');
  return [...new Set(near)];
}
