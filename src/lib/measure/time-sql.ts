import type { Breakdown } from '$lib/schema/indicator';
import { join, sql, type Sql } from '$lib/schema/sql';
import { cohortSql } from './population';
import { eligibleSql, groupColumnsSql, namedGroupsSql, type Request } from './request';

/**
 * The rows of a time definition, joined to their children and to the open-case rules: one row a
 * child and question, as relation `judged(slice, child, b0 …, of, ever, problem, cause, minutes)`.
 * Leaving the country, death and turning 18 end the wait (ruling S1); the event wins at the same
 * instant (M22); an event later than the end of follow-up is outside it, because the children without
 * one are not followed that far either (M18). Times are whole minutes so that ties stay ties.
 */
function judgedSql(request: Request, columns: readonly Breakdown[]): Sql {
  const definition = request.indicator.rows?.(request.choice) ?? sql``;
  // On a clock of whole days the last day counts as itself, not as the midnight after it; a last
  // row is a moment of its calendar day.
  const end =
    request.choice.options.unit === 'days'
      ? sql`24 * CASE WHEN child.end_why <> 'last row'::g_end_why THEN greatest(0, ceil(child.end_h / 24) - 1)
          WHEN child.t0_clock = 'datetime'::e_clock THEN floor((child.t0_h + child.end_h) / 24 + 1e-7) - floor(child.t0_h / 24)
          ELSE floor(child.end_h / 24) END`
      : sql`child.end_h`;
  return sql`WITH definition AS (${definition}),
    waiting AS (
      SELECT slice, child.child AS child, ${groupColumnsSql(columns)} definition.of AS of, definition.ever AS ever,
        CASE WHEN child.t0_h IS NULL THEN 'no T0' ELSE definition.problem END AS problem,
        definition.event_h AS event_h, ${end} AS end_h,
        least(coalesce(child.turns_18_h, 1e300), CASE WHEN child.end_why IN ('returned'::g_end_why, 'deceased'::g_end_why) THEN ${end} ELSE 1e300 END) AS other_h
      FROM ${cohortSql(request.slices)} JOIN definition USING (child)
      WHERE is_child AND ${eligibleSql(request)}),
    decided AS (
      SELECT *, CASE WHEN problem IS NOT NULL THEN 0 WHEN event_h <= least(other_h, end_h) THEN 1 WHEN other_h <= end_h THEN 2 ELSE 0 END AS cause
      FROM waiting),
    judged AS (
      SELECT * EXCLUDE (event_h, end_h, other_h), CASE WHEN problem IS NULL THEN round(60 * CASE cause
          WHEN 1 THEN event_h WHEN 2 THEN greatest(other_h, 0) ELSE end_h END)::BIGINT END AS minutes
      FROM decided)`;
}

/** Children counted by distinct time and outcome. */
export const timesSql = (request: Request, columns: readonly Breakdown[]): Sql =>
  namedGroupsSql(
    columns,
    sql`${judgedSql(request, columns)} SELECT * EXCLUDE (child), count(*) AS children FROM judged GROUP BY ALL`,
  );

/** Outcome of a child in one question: between which readings the event fell, or what became of it. */
export const outcomes = {
  by: (hours: number) => `by ${hours}`,
  later: 'later',
  left: 'left',
  open: 'open',
  unknown: 'unknown',
  invalid: 'invalid',
} as const;

/**
 * Children counted by their outcomes in all questions together: column `vector` holds
 * `of=outcome/ever` of each question, in order, between semicolons.
 */
export function vectorsSql(
  request: Request,
  columns: readonly Breakdown[],
  horizons: readonly number[],
): Sql {
  const readings = horizons.map(
    (hours) => sql`WHEN minutes <= ${hours * 60} THEN ${outcomes.by(hours)}`,
  );
  const groups = columns.map((_, i) => sql`${slotOf(i)},`);
  const counted = sql`${judgedSql(request, columns)} SELECT slice, ${join(groups, sql` `)} vector, count(*) AS children FROM (
      SELECT slice, child, ${join(groups, sql` `)} string_agg(of || '=' || outcome || '/' || coalesce(ever::VARCHAR, ''), ';' ORDER BY of) AS vector
      FROM (SELECT *, CASE WHEN problem = 'invalid' THEN ${outcomes.invalid} WHEN problem IS NOT NULL THEN ${outcomes.unknown}
          WHEN cause = 2 THEN ${outcomes.left} WHEN cause = 0 THEN ${outcomes.open}
          ${join(readings, sql` `)} ELSE ${outcomes.later} END AS outcome FROM judged)
      GROUP BY ALL) GROUP BY ALL`;
  return namedGroupsSql(columns, counted);
}

const slotOf = (index: number): Sql => [sql`b0`, sql`b1`, sql`b2`, sql`b3`][index] ?? sql`b4`;
