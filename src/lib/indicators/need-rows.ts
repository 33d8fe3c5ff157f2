import { sql, type Sql } from '$lib/schema/sql';
import { lastDay } from './last-day';

/** Statuses that say the service was delivered, at least in part. */
const delivered = sql`('in_progress', 'completed', 'stopped_early')`;

/** Needs: the first row of a child, type of service and recipient, with whether it began. NULL `begun` = not known. */
const needs = sql`
  SELECT *, CASE WHEN started_d IS NOT NULL OR status IN ${delivered} THEN TRUE WHEN status IS NOT NULL THEN FALSE END AS begun
  FROM (SELECT *, coalesce(recipient::VARCHAR, 'not known') AS given_to FROM dated_services WHERE needed = 'yes')
  QUALIFY row_number() OVER (PARTITION BY child, service_type, given_to
    ORDER BY need_identified_d NULLS LAST, started_d NULLS LAST, service_key) = 1`;

/** The day on which the last file of a child was closed; NULL while one is open. */
const closed = sql`
  SELECT child, CASE WHEN bool_and(closed_d IS NOT NULL) THEN max(closed_d) END AS closed_d FROM dated_cases GROUP BY child`;

/**
 * One row a need, in whole days from the day it was identified to the first delivery, or to the end of
 * a completed one. A service begun before the need was written is day 0. Declined and no longer needed
 * compete on their day, else on that of the need; known by month, the need cannot be timed.
 */
export const waits = (completed: boolean): Sql => sql`
  SELECT child, 'help' AS of, service_type::VARCHAR AS service_type, service_type::VARCHAR || ' ' || given_to AS unit,
    24 * need_identified_d AS origin_h,
    24 * greatest(${completed ? sql`CASE WHEN status = 'completed' THEN ended_d END` : sql`started_d`},
      CASE WHEN ${completed ? sql`status = 'completed' AND ended_d IS NOT NULL` : sql`started_d IS NOT NULL`} THEN need_identified_d END) AS event_h,
    24 * least(CASE WHEN closed_d >= need_identified_d THEN closed_d END, CASE WHEN status IN ('declined', 'no_longer_needed'${completed ? sql`, 'stopped_early'` : sql``})
      THEN greatest(coalesce(ended_d, started_d, need_identified_d), need_identified_d) END) AS other_h,
    CASE WHEN need_identified_d IS NULL OR need_identified_grain = 'month'::g_grain
      OR ${completed ? sql`(status = 'completed' AND ended_d IS NULL) OR status IS NULL` : sql`(started_d IS NULL AND begun IS DISTINCT FROM FALSE)`} THEN 'unknown' END AS problem,
    NULL::BOOLEAN AS ever
  FROM (${needs}) JOIN (${closed}) AS file USING (child)`;

/** Whether every need of a child was begun; one still waiting under 90 days is left out. */
export const allMet = (completed: boolean): Sql => sql`
  SELECT child, 'all_met' AS of, CASE WHEN bool_or(met = FALSE AND NOT recent) THEN FALSE WHEN bool_or(met IS NULL) THEN NULL ELSE TRUE END AS answer
  FROM (SELECT need.child, ${completed ? sql`CASE WHEN status IS NOT NULL THEN status = 'completed' END` : sql`begun`} AS met,
      coalesce(status IN ('waiting'${completed ? sql`, 'in_progress'` : sql``}) AND last_d < need_identified_d + 90, FALSE) AS recent
    FROM (${needs}) AS need LEFT JOIN ${lastDay} AS follow USING (child))
  WHERE NOT (recent AND met IS NOT DISTINCT FROM FALSE) GROUP BY child`;

/** Why a need was not met, one row a child and reason; NULL where none of a child's reasons is known. */
export const reasons = sql`
  SELECT DISTINCT child, unmet_reason::VARCHAR AS unmet_reason FROM (
    SELECT child, unmet_reason FROM (${needs}) WHERE begun = FALSE AND (status IN ('not_provided', 'declined') OR unmet_reason IS NOT NULL)
    QUALIFY unmet_reason IS NOT NULL OR count(unmet_reason) OVER (PARTITION BY child) = 0)`;

/** How many types of service a child with any row was asked about: an answer, yes or no. */
export const asked = sql`
  SELECT child, count(DISTINCT service_type) FILTER (WHERE needed IS NOT NULL) AS value FROM dated_services GROUP BY child`;
