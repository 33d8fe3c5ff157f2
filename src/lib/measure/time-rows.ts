import type { Breakdown } from '$lib/schema/indicator';
import { sql, type Sql } from '$lib/schema/sql';
import { cohortSql } from './population';
import { byOf, eligibleSql, groupColumnsSql, type Request } from './request';

/** Children of one group with one outcome at one time; `minutes` is null where `problem` is set. */
export interface TimeRow {
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly of: string;
  /** Why the child cannot be timed: no T0, an event of unknown time, a time before T0. */
  readonly problem: 'no T0' | 'unknown' | 'invalid' | null;
  /** 1 the event, 2 left the country, died or turned 18 first, 0 still waiting when followed last. */
  readonly cause: 0 | 1 | 2;
  readonly minutes: number | null;
  /** Whether the event ever happened, before T0 included; null = not known. */
  readonly ever: boolean | null;
  readonly children: number;
}

/**
 * The rows of a time definition, joined to their children and to the open-case rules, counted by
 * distinct time. Leaving the country, death and turning 18 end the wait (ruling S1); the event wins
 * at the same instant (M22); a recorded event later than the recorded end of follow-up still counts,
 * because the child was evidently known of then. Times are whole minutes so that ties stay ties.
 */
export async function timeRows(
  request: Request,
  columns: readonly Breakdown[],
): Promise<{ rows: TimeRow[]; query: string }> {
  const { engine, indicator, slices, choice, signal } = request;
  const statement = timeSql(indicator.rows?.(choice) ?? sql``, request, columns);
  const result = await engine.query(statement, { signal });
  const rows = result.map((row) => ({
    period: slices[Number(row.slice)]?.id ?? '',
    by: byOf(columns, row),
    of: String(row.of),
    problem: row.problem as TimeRow['problem'],
    cause: Number(row.cause) as TimeRow['cause'],
    minutes: row.minutes === null ? null : Number(row.minutes),
    ever: row.ever === null ? null : row.ever === true,
    children: Number(row.children),
  }));
  return { rows, query: String(statement) };
}

function timeSql(definition: Sql, request: Request, columns: readonly Breakdown[]): Sql {
  return sql`WITH definition AS (${definition}),
    waiting AS (
      SELECT slice, ${groupColumnsSql(columns)} definition.of AS of, definition.ever AS ever,
        CASE WHEN child.t0_h IS NULL THEN 'no T0' ELSE definition.problem END AS problem,
        definition.event_h AS event_h, child.end_h AS end_h,
        least(coalesce(child.turns_18_h, 1e300), CASE WHEN child.end_why IN ('returned', 'deceased') THEN child.end_h ELSE 1e300 END) AS other_h
      FROM ${cohortSql(request.slices)} JOIN definition USING (child)
      WHERE is_child AND ${eligibleSql(request)}),
    judged AS (
      SELECT *, CASE WHEN problem IS NOT NULL THEN 0 WHEN event_h <= other_h THEN 1 WHEN other_h <= end_h THEN 2 ELSE 0 END AS cause
      FROM waiting)
    SELECT * EXCLUDE (event_h, end_h, other_h), CASE WHEN problem IS NULL
        THEN round(60 * CASE cause WHEN 1 THEN event_h WHEN 2 THEN greatest(other_h, 0) ELSE end_h END)::BIGINT END AS minutes,
      count(*) AS children FROM judged GROUP BY ALL`;
}
