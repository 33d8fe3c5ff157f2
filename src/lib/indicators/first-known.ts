import { name, sql, type Sql } from '$lib/schema/sql';

/**
 * The value of a column of a child with several files: the first known one in order of detection
 * (ruling M2). An aggregate over `dated_cases`, grouped by child.
 */
export const firstKnown = (column: string): Sql =>
  sql`first(${name(column)} ORDER BY file_order NULLS LAST, case_key) FILTER (${name(column)} IS NOT NULL)`;
