import type { Engine, Row } from '$lib/engine/engine';
import { codesOf, isRowBreakdown, sensitiveBreakdowns } from '$lib/schema/breakdowns';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Breakdown, Choice, Indicator } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { isChildSql } from './is-child';
import type { Slice } from './period';
import { cohortSql, populationSql, slicesSql, whereSql } from './population';
import type { Prepared } from './prepare';
import type { View } from './view';

/** Everything an evaluator needs to turn one definition into numbers under one view. */
export interface Request {
  readonly engine: Engine;
  readonly facts: DatasetFacts;
  readonly prepared: Prepared;
  /** Sums made once, for statements that were asked before. */
  readonly cubes: SumsSource;
  readonly indicator: Indicator;
  readonly view: View;
  readonly slices: readonly Slice[];
  readonly choice: Choice;
  readonly signal?: AbortSignal;
}

/**
 * A statement whose rows can be added: one row a group (`b0`, `b1`, … of the columns asked for) and key,
 * with sums over children or their rows. Of the same statement with more columns, sums over the further
 * columns are the statement itself, because a child has one code of each column.
 */
export interface Additive {
  /** Grouped, with the group columns as they are stored and the filters of the request in it. */
  readonly statement: (request: Request, columns: readonly Breakdown[]) => Sql;
  /** Columns that tell rows of one group apart: `slice`, an outcome, a time. */
  readonly keys: readonly string[];
  /** Whole numbers to add. */
  readonly counts: readonly string[];
  /** Other numbers to add; NULL is passed over. */
  readonly sums?: readonly string[];
}

/** Rows of a statement apart from their keys, which stay the same under every filter. */
export interface KeyCounts {
  /** The columns `keys` of the statement, by number. */
  readonly keys: readonly Row[];
  /** The keys that each group has, rising, and the numbers of each. */
  readonly groups: readonly {
    readonly codes: readonly (string | null)[];
    readonly keys: ArrayLike<number>;
    readonly numbers: Readonly<Record<string, ArrayLike<number>>>;
  }[];
}

/** Sums of an additive statement by columns of the child, without any filter. */
export interface Sums {
  /** The same as `read`, by key; null where it has only rows. */
  counts(
    where: View['where'],
    columns: readonly Breakdown[],
    signal?: AbortSignal,
  ): Promise<KeyCounts | null>;
  /** The rows that the statement has under filters, its group columns as text; null once they are dropped. */
  read(
    where: View['where'],
    columns: readonly Breakdown[],
    signal?: AbortSignal,
  ): Promise<Row[] | null>;
}

/** Where sums are kept. */
export interface SumsSource {
  /** The sums that answer a statement under the filters of the request; null where it must be asked itself. */
  of(request: Request, columns: readonly Breakdown[], additive: Additive): Promise<Sums | null>;
}

/** Age, population and filters of the request as one condition on `child`: who can be in the figure. */
export const memberSql = (request: Request): Sql =>
  request.indicator.anyAge
    ? eligibleSql(request)
    : sql`${isChildSql(request.choice)} AND ${eligibleSql(request)}`;

/** Population and filters of the request as one condition on `child`. */
export const eligibleSql = (request: Request): Sql =>
  sql`${populationSql(request.indicator.population, request.facts)} AND ${whereSql(request.view.where)}`;

/**
 * Children joined to the rows of the definition (relation `definition`) with the period they fall in,
 * column `slice`: that of the child for a cohort, that of the moment `at` of the row for a flow.
 */
export const placedRowsSql = (
  { indicator, slices }: Request,
  at: Sql = sql`definition.at_h`,
): Sql =>
  indicator.period === 'flow'
    ? sql`child JOIN definition USING (child) JOIN ${slicesSql(slices)}
        ON child.t0_abs_h + ${at} >= period.start_h AND child.t0_abs_h + ${at} < period.end_h`
    : sql`${cohortSql(slices)} JOIN definition USING (child)`;

/**
 * The breakdowns of a request, the total first. Columns the definition does not allow are left out;
 * in Release view also a special-category column crossed with region (indicators 0.9).
 */
export function breakdownsOf({ indicator, view }: Request): (readonly Breakdown[])[] {
  const allowed = view.by.filter(
    (crossed) =>
      crossed.every((column) => indicator.breakdowns.includes(column)) &&
      !(view.mode === 'release' && neverCrossed([...crossed, ...filtersOf(view)])),
  );
  return [[], ...allowed];
}

/** Columns that the filters of a view look at: a filter cuts a group as a breakdown does. */
export const filtersOf = ({ where }: View): Breakdown[] => Object.keys(where) as Breakdown[];

/** Whether a special-category breakdown is crossed with region. */
export const neverCrossed = (crossed: readonly Breakdown[]): boolean =>
  crossed.includes('region') && crossed.some((column) => sensitiveBreakdowns.has(column));

/**
 * Group columns `b0`, `b1`, … as they are stored, each followed by a comma. Columns of the rows of the
 * definition are read from the relation `rows`, where a missing code is `unknown`.
 */
export const groupColumnsSql = (columns: readonly Breakdown[], rows = 'definition'): Sql =>
  join(
    columns.map((column, i) => {
      const value = isRowBreakdown(column)
        ? sql`coalesce(${name(rows)}.${name(column)}::VARCHAR, 'unknown')`
        : sql`child.${name(column)}`;
      return sql`${value} AS ${name(`b${i}`)},`;
    }),
    sql` `,
  );

/** A statement with its group columns as text: turned into text after grouping, not row by row. */
export const namedGroupsSql = (columns: readonly Breakdown[], grouped: Sql): Sql =>
  columns.length
    ? sql`SELECT * REPLACE (${join(columns.map((_, i) => sql`${name(`b${i}`)}::VARCHAR AS ${name(`b${i}`)}`))}) FROM (${grouped})`
    : grouped;

/** The `by` object of a result row. */
export const byOf = (columns: readonly Breakdown[], row: Row): Record<string, string> =>
  Object.fromEntries(columns.map((column, i) => [column, String(row[`b${i}`])]));

/**
 * The groups of one breakdown: every code met in the data, in the order of the code list, crossed.
 * A code met in no period of the figure has no row; one met in some has a row in each.
 */
export function groupsOf(
  columns: readonly Breakdown[],
  met: readonly Readonly<Record<string, string>>[],
): Record<string, string>[] {
  let groups: Record<string, string>[] = [{}];
  for (const column of columns) {
    const codes = [...new Set(met.map((by) => by[column] ?? 'unknown'))].sort(byCodeList(column));
    groups = groups.flatMap((group) => codes.map((code) => ({ ...group, [column]: code })));
  }
  return groups;
}

/** Codes met in the data per column, in code-list order; the leaves of the group dimensions. */
export function codesMet(
  columns: readonly Breakdown[],
  met: readonly Readonly<Record<string, string>>[],
): string[][] {
  return columns.map((column) =>
    [...new Set(met.map((by) => by[column] ?? 'unknown'))].sort(byCodeList(column)),
  );
}

function byCodeList(column: Breakdown): (a: string, b: string) => number {
  const order = new Map(codesOf(column)?.map(({ code }, i) => [code, i]));
  const place = (code: string) => order.get(code) ?? (code === 'unknown' ? 1e6 : 1e5);
  return (a, b) => place(a) - place(b) || (a < b ? -1 : 1);
}
