import type { Choice } from '$lib/schema/indicator';
import { sql, type Sql } from '$lib/schema/sql';

const threshold = (options: Choice['options']) =>
  options.stage === 'first_threshold' ? 'first_threshold' : 'final';

/**
 * First positive decision at the stage, against the first refusal at a formal stage. A positive
 * decision on reconsideration is never the first: `reconsidered` asks it of the refused alone.
 * A decision with an outcome and no day, or a final one without its outcome, cannot be timed where
 * nothing dated says what came first. From the request: children put forward.
 */
export function firstDecisions({ options }: Choice): Sql {
  const asked = options.clock === 'requested';
  return sql`
    WITH decision AS (
      SELECT child, decided_d, requested_d, outcome, coalesce(is_reconsideration = 'yes', FALSE) AS again,
        stage = ${threshold(options)} AS own, stage IN ('final', 'first_threshold') AS formal,
        outcome IN ('negative', 'withdrawn', 'suspended') AS refused
      FROM dated_decisions),
    told AS (
      SELECT child, min(decided_d) FILTER (own AND outcome = 'positive' AND NOT again) AS yes_d,
        min(decided_d) FILTER (formal AND refused) AS no_d,
        max(decided_d) FILTER (own AND outcome = 'positive') AS last_yes_d,
        coalesce(bool_or(own AND outcome = 'positive' AND NOT again AND decided_d IS NULL), FALSE) AS yes_undated,
        coalesce(bool_or(own AND outcome = 'positive' AND again), FALSE) AS yes_again,
        coalesce(bool_or((formal AND refused AND decided_d IS NULL) OR (own AND outcome IS NULL)), FALSE) AS unclear,
        min(requested_d) AS asked_d, coalesce(bool_or(requested_d IS NULL AND decided_d IS NOT NULL), FALSE) AS unasked,
        bool_or(formal OR requested_d IS NOT NULL) AS put_forward
      FROM decision GROUP BY child),
    first AS (
      SELECT *, ${asked ? sql`asked_d` : sql`0`} AS origin_d, least(yes_d, no_d) AS first_d,
        no_d IS NOT NULL AND coalesce(no_d < yes_d, TRUE) AS refused_first
      FROM child LEFT JOIN told USING (child))
    SELECT child, 'identified' AS of, 24 * yes_d AS event_h, 24 * no_d AS other_h, 24 * origin_d AS origin_h,
      CASE WHEN first_d < 0 OR origin_d < 0 THEN 'invalid' WHEN origin_d IS NULL THEN 'unknown'
        WHEN first_d < origin_d THEN CASE WHEN unasked THEN 'unknown' ELSE 'invalid' END
        WHEN yes_d IS NULL AND (yes_undated OR (no_d IS NULL AND (unclear OR yes_again))) THEN 'unknown' END AS problem,
      NULL::BOOLEAN AS ever
    FROM first WHERE ${asked ? sql`put_forward` : sql`TRUE`}
    UNION ALL
    SELECT child, 'reconsidered', NULL, NULL, 24 * origin_d, NULL, coalesce(last_yes_d > no_d, FALSE) OR yes_again
    FROM first WHERE refused_first AND ${asked ? sql`put_forward` : sql`TRUE`}`;
}

/** Decisions of the stage with a day and an outcome, one row each. */
export const decisionMix = ({ options }: Choice): Sql => sql`
    SELECT child, decision_key AS unit, outcome::VARCHAR AS decision_outcome, decided_h AS at_h FROM dated_decisions
    WHERE stage = ${threshold(options)} AND decided_h IS NOT NULL AND outcome IS DISTINCT FROM 'pending'`;

/** By the status alone: whether a child first detected at least 12 months before the cut-off is identified. */
export const statusAlone = ({ extractMonth }: Choice): Sql => sql`
    SELECT child, 'identified' AS of, CASE WHEN victim_status IN ('unknown', 'not_asked') THEN NULL ELSE victim_status = 'identified' END AS answer
    FROM child WHERE index_last + INTERVAL 12 MONTH <= ${
      extractMonth
        ? sql`${`${extractMonth}-01`}::DATE`
        : sql`(SELECT date_trunc('month', make_timestamp((max(t0_abs_h + end_h) * 3600000000)::BIGINT)) FROM child)`
    }`;
