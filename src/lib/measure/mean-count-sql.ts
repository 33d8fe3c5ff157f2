import type { Breakdown } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { observedDays } from './observed-days';
import {
  groupColumnsSql,
  memberSql,
  namedGroupsSql,
  placedRowsSql,
  type Request,
  type Additive,
} from './request';

const slots = (columns: readonly Breakdown[]): Sql =>
  join(
    columns.map((_, i) => sql`${name(`b${i}`)},`),
    sql` `,
  );

/**
 * `member(slice, b0 …, child, origin_h, until_h, died)`: children of the figure with the hours from the
 * start of their clock to the end of observation (NULL or negative: they cannot be timed), and
 * `counted(slice, b0 …, child, t)`: their dated events under observation. Times are whole days in
 * hours, and the last day of observation counts as itself (ruling M19). Without T0 nobody is timed, as in times,
 * so that offsets and dates say the same.
 */
function membersSql(request: Request, columns: readonly Breakdown[]): Sql {
  const { choice, indicator } = request;
  return sql`WITH definition AS (${indicator.rows?.(choice) ?? sql``}), happened AS (${indicator.events?.(choice) ?? sql``}),
    member AS (SELECT slice, ${groupColumnsSql(columns)} child.child, origin_h, CASE WHEN child.t0_h IS NOT NULL THEN 24 * ${observedDays} - origin_h END AS until_h,
        end_why = 'deceased'::g_end_why AS died
      FROM ${placedRowsSql(request)} WHERE ${memberSql(request)}),
    counted AS (SELECT slice, ${slots(columns)} child, at_h - origin_h AS t FROM member JOIN happened USING (child)
      WHERE at_h >= origin_h AND at_h - origin_h <= until_h)`;
}

/** Children by the first horizon that their first event reaches: `first_by`, else `part`. */
export const meanCountTally = (horizons: readonly number[]): Additive => {
  const reached = horizons.map((hours) => sql`WHEN first_t <= ${hours} THEN ${hours}`);
  return {
    statement: (request, columns) => sql`${membersSql(request, columns)}
      SELECT slice, ${slots(columns)} CASE ${join(reached, sql` `)} END AS first_by,
        CASE WHEN until_h >= 0 THEN 'none' ELSE 'not timed' END AS part, count(*) AS children
      FROM member LEFT JOIN (SELECT slice, child, min(t) AS first_t FROM counted GROUP BY ALL) USING (slice, child) GROUP BY ALL`,
    keys: ['slice', 'first_by', 'part'],
    counts: ['children'],
  };
};

/** Rows `t, leaving, terminal, episodes` of each group. */
export const countTable: Additive = {
  statement: (request, columns) => sql`${membersSql(request, columns)}
    SELECT slice, ${slots(columns)} t, sum(leaving) AS leaving, sum(terminal) AS terminal, sum(episodes) AS episodes FROM (
      SELECT slice, ${slots(columns)} until_h AS t, 1 AS leaving, coalesce(died, FALSE)::INTEGER AS terminal, 0 AS episodes
        FROM member WHERE until_h >= 0
      UNION ALL SELECT slice, ${slots(columns)} t, 0, 0, 1 FROM counted) GROUP BY ALL`,
  keys: ['slice', 't'],
  counts: ['leaving', 'terminal', 'episodes'],
};

/** Children and their events in groups of at most `most` children: one row an event, at least one a child. */
export function countedChildrenSql(
  request: Request,
  columns: readonly Breakdown[],
  most: number,
): Sql {
  return namedGroupsSql(
    columns,
    sql`${membersSql(request, columns)},
      few AS (SELECT * FROM member WHERE until_h >= 0
        QUALIFY count(*) OVER (PARTITION BY slice, ${slots(columns)} TRUE) <= ${most})
      SELECT slice, ${join(
        columns.map((_, i) => sql`few.${name(`b${i}`)} AS ${name(`b${i}`)},`),
        sql` `,
      )} child, until_h, died, t FROM few LEFT JOIN (SELECT slice, child, t FROM counted) AS counted USING (slice, child)`,
  );
}
