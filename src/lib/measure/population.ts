import { codesOf } from '$lib/schema/breakdowns';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Breakdown, Population } from '$lib/schema/indicator';
import { join, list, name, sql, type Sql } from '$lib/schema/sql';
import { monthStartHours, type Slice } from './period';
import type { View } from './view';

const statuses: Partial<Record<Population, readonly string[]>> = {
  'P-REG': ['presumed', 'identified'],
  'P-DEPR': ['presumed', 'identified'],
  'P-CARE': ['presumed', 'identified'],
  'P-PROC': ['presumed', 'identified'],
  'P-EXIT': ['presumed', 'identified'],
  'P-IDENT': ['identified'],
};

/**
 * Condition on `child` for a population (0.3). Data that are not about known victims have no
 * status to test (ruling S17): everyone in the file belongs, under the name the file gives them.
 */
export function populationSql(population: Population, facts: DatasetFacts): Sql {
  const wanted = facts.population ? undefined : statuses[population];
  const status = wanted ? isOneOf('victim_status', wanted) : sql`TRUE`;
  const belongs: Partial<Record<Population, Sql>> = {
    'P-DEPR': sql`child.deprived IS TRUE`,
    'P-CARE': sql`child.in_care`,
    'P-PROC': sql`child.in_proceedings`,
    'P-EXIT': sql`child.exit_h IS NOT NULL`,
  };
  const group = belongs[population];
  return group ? sql`${status} AND ${group}` : status;
}

/** Condition on `child` for the filters of a view. */
export function whereSql(where: View['where']): Sql {
  const conditions = Object.entries(where).map(([column, codes]) =>
    isOneOf(column as Breakdown, codes),
  );
  return conditions.length ? join(conditions, sql` AND `) : sql`TRUE`;
}

/** Codes of the type of their column: a bare word would be compared as text, row by row. */
function isOneOf(column: Breakdown, codes: readonly string[]): Sql {
  const known = codesOf(column);
  if (!known) return sql`child.${name(column)} IN ${list(codes)}`;
  const typed = codes
    .filter((code) => known.some((entry) => entry.code === code))
    .map((code) => sql`${code}::${name(`g_${column}`)}`);
  return typed.length ? sql`child.${name(column)} IN (${join(typed)})` : sql`FALSE`;
}

/** The periods as rows `(slice, first_month, last_month, start_h, end_h)`; a relation to join. */
export function slicesSql(slices: readonly Slice[]): Sql {
  const rows = slices.map(
    ({ first, last }, i) =>
      sql`(${i}, ${`${first}-01`}::DATE, ${`${last}-01`}::DATE, ${monthStartHours(first)}::DOUBLE, ${monthStartHours(nextMonth(last))}::DOUBLE)`,
  );
  return sql`(VALUES ${join(rows)}) AS period(slice, first_month, last_month, start_h, end_h)`;
}

/**
 * Children of a cohort with the period they were first detected in: relation `child` with a column
 * `slice`. A child whose file gives the year alone belongs only to periods that hold that whole
 * year (ruling S17). Periods do not overlap.
 */
export function cohortSql(slices: readonly Slice[], children: Sql = sql`child`): Sql {
  const [only, ...more] = slices.map((slice, i) => ({ inside: insideSql([slice]), i }));
  if (!only) return sql`(SELECT *, 0 AS slice FROM ${children} AS child WHERE FALSE) AS child`;
  if (!more.length)
    return sql`(SELECT *, 0 AS slice FROM ${children} AS child WHERE ${only.inside}) AS child`;
  const branches = [only, ...more].map(({ inside, i }) => sql`WHEN ${inside} THEN ${i}`);
  return sql`(SELECT *, CASE ${join(branches, sql` `)} END AS slice FROM ${children} AS child WHERE ${insideSql(slices)}) AS child`;
}

/** Condition on `child`: first detected in one of the periods. */
export function insideSql(slices: readonly Slice[]): Sql {
  const conditions = slices.map(
    ({ first, last }) =>
      sql`child.index_month >= ${`${first}-01`}::DATE AND child.index_last <= ${`${last}-01`}::DATE`,
  );
  return conditions.length ? sql`(${join(conditions, sql` OR `)})` : sql`FALSE`;
}

const nextMonth = (month: string) =>
  month.endsWith('12')
    ? `${Number(month.slice(0, 4)) + 1}-01`
    : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`;
