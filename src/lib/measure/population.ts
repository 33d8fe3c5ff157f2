import { codesOf } from '$lib/schema/breakdowns';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Breakdown, Population } from '$lib/schema/indicator';
import { join, list, name, sql, type Sql } from '$lib/schema/sql';
import { monthStartHours, type Slice } from './period';
import type { View } from './view';

const statuses: Partial<Record<Population, readonly string[]>> = {
  'P-REG': ['presumed', 'identified'],
  'P-CARE': ['presumed', 'identified'],
  'P-IDENT': ['identified'],
};

/**
 * Condition on `child` for a population (0.3). Data that are not about known victims have no
 * status to test (ruling S17): everyone in the file belongs, under the name the file gives them.
 */
export function populationSql(population: Population, facts: DatasetFacts): Sql {
  const wanted = facts.population ? undefined : statuses[population];
  const status = wanted ? sql`child.victim_status IN ${list(wanted)}` : sql`TRUE`;
  if (population === 'P-CARE')
    return sql`${status} AND EXISTS (SELECT 1 FROM placement_spell WHERE out_of_home AND placement_spell.child = child.child)`;
  return status;
}

/** Condition on `child` for the filters of a view. */
export function whereSql(where: View['where']): Sql {
  const conditions = Object.entries(where).map(
    ([column, codes]) =>
      sql`child.${name(column)}${codesOf(column as Breakdown) ? sql`::VARCHAR` : sql``} IN ${list(codes)}`,
  );
  return conditions.length ? join(conditions, sql` AND `) : sql`TRUE`;
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
 * Children of a cohort with the period they were first detected in. A child whose file gives the
 * year alone belongs only to periods that hold that whole year (ruling S17).
 */
export function cohortSql(slices: readonly Slice[]): Sql {
  return sql`child JOIN ${slicesSql(slices)} ON child.index_month >= period.first_month
    AND child.index_month + CASE WHEN child.index_grain = 'year' THEN INTERVAL 11 MONTH ELSE INTERVAL 0 MONTH END <= period.last_month`;
}

const nextMonth = (month: string) =>
  month.endsWith('12')
    ? `${Number(month.slice(0, 4)) + 1}-01`
    : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`;
