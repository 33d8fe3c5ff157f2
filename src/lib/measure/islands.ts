import { sql, type Sql } from '$lib/schema/sql';

/**
 * Spells `(child, start_h, end_h, …)` with their island, `island`: a number that spells of one child share
 * where less than `apartHours` lie between the end of one and the start of the next; with 0 hours, where
 * they overlap. An open spell (NULL end) reaches everything after it. With 0 hours a spell that begins
 * as another ends stands apart, because a spell does not hold its end (stats 3.5). Spells with the same
 * ends are peers, so which of them comes first decides nothing.
 */
export function islandsSql(spells: Sql, apartHours: number): Sql {
  return sql`SELECT * EXCLUDE (opens), sum(opens::INTEGER) OVER (PARTITION BY child ORDER BY start_h, coalesce(end_h, 1e300)) AS island
    FROM (SELECT *, start_h - coalesce(max(coalesce(end_h, 1e300)) OVER (PARTITION BY child ORDER BY start_h, coalesce(end_h, 1e300)
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), -1e300) >= ${apartHours}
      AND start_h IS DISTINCT FROM lag(start_h) OVER (PARTITION BY child ORDER BY start_h, coalesce(end_h, 1e300)) AS opens
      FROM (${spells}))`;
}
