import { name, sql, type Sql } from '$lib/schema/sql';

/**
 * The value of a column of a child with several files: the first known one in order of detection
 * (ruling M2). An aggregate over `dated_cases`, grouped by child.
 */
export const firstKnown = (column: string): Sql =>
  sql`first(${name(column)} ORDER BY file_order NULLS LAST, case_key) FILTER (${name(column)} IS NOT NULL)`;

/**
 * `child`, `value`: the same for every child. Children with one file have nothing to put in order,
 * which a million of them would feel.
 */
export const firstKnownRows = (column: string): Sql =>
  sql`SELECT child, ${name(column)} AS value FROM dated_cases WHERE files = 1
    UNION ALL SELECT child, ${firstKnown(column)} FROM dated_cases WHERE files > 1 GROUP BY child`;
