import type { Choice } from '$lib/schema/indicator';
import { join, sql, type Sql } from '$lib/schema/sql';
import { firstMissing } from './first-missing';
import { lastDay } from './last-day';
import { notKnown } from './not-known';

/** Days before the last day of follow-up in which a plan counts as kept up to date. */
export const windows = [180, 90] as const;

/** How assessments with a plan were made: the measure and the condition on `made`. */
export const parts = [
  {
    id: 'both',
    measure: 'multidisciplinary_and_heard_share',
    answer: sql`multi AND heard`,
    label: {
      en: 'Assessments made by several professions in which the child was heard',
      nb: 'Vurderinger gjort av flere yrkesgrupper der barnet ble hørt',
    },
  },
  {
    id: 'multidisciplinary',
    measure: 'multidisciplinary_share',
    answer: sql`multi`,
    label: {
      en: 'Assessments made by several professions',
      nb: 'Vurderinger gjort av flere yrkesgrupper',
    },
  },
  {
    id: 'child_heard',
    measure: 'child_heard_share',
    answer: sql`heard`,
    label: {
      en: 'Assessments in which the child was heard',
      nb: 'Vurderinger der barnet ble hørt',
    },
  },
] as const;

/** First plan of each registered child, in hours from detection, and what came before it. */
export const planRows = sql`
  WITH needs AS (
    SELECT child, min(completed_d) FILTER (plan_made = 'yes') AS plan_d,
      coalesce(bool_or(plan_made IS DISTINCT FROM 'no' AND (completed_d IS NULL AND completed__missing IN ${notKnown}
        OR completed_d IS NOT NULL AND plan_made IS NULL)), FALSE) AS unclear
    FROM dated_assessments WHERE assessment_type = 'individual_needs' GROUP BY child)
  SELECT child.child, 'plan' AS of, 24 * plan_d AS event_h, 24 * gone.at_d AS other_h, NULL::BOOLEAN AS ever,
    CASE WHEN plan_d < 0 THEN 'invalid' WHEN plan_d IS NULL AND unclear THEN 'unknown' END AS problem
  FROM child LEFT JOIN needs USING (child) LEFT JOIN ${firstMissing} AS gone USING (child)`;

/**
 * Children with an open file: whether a plan was completed, updated or reviewed in the days up to the
 * last one on which the child was followed. Not known where a day is not, where an assessment of those
 * days does not say whether it made a plan, or where no file says when plans are updated.
 */
export const currentRows = ({ has }: Choice): Sql => sql`
  WITH open_file AS (SELECT child FROM dated_cases GROUP BY child HAVING bool_or(case_open = 'yes')),
    kept AS (
      SELECT child, plan_updated_d AS day, plan_updated__missing AS missing, TRUE AS sure FROM dated_assessments
      UNION ALL SELECT child, completed_d, completed__missing, TRUE FROM dated_assessments WHERE assessment_type = 'plan_review'
      UNION ALL SELECT child, completed_d, completed__missing, coalesce(plan_made = 'yes', FALSE) FROM dated_assessments
        WHERE assessment_type = 'individual_needs' AND plan_made IS DISTINCT FROM 'no'),
    told AS (
      SELECT child, max(day) FILTER (sure AND day <= last_d) AS kept_d, max(day) FILTER (NOT sure AND day <= last_d) AS perhaps_d,
        bool_or(day IS NULL AND missing IN ${notKnown}) AS unclear
      FROM kept JOIN ${lastDay} AS followed USING (child) GROUP BY child)
  SELECT child, 'updated_' || days || 'd' AS of,
    CASE WHEN last_d - kept_d <= days THEN TRUE
      WHEN last_d IS NULL OR unclear OR last_d - perhaps_d <= days OR NOT ${has('assessments', 'plan_updated')} THEN NULL ELSE FALSE END AS answer
  FROM open_file LEFT JOIN ${lastDay} AS followed USING (child) LEFT JOIN told USING (child)
    CROSS JOIN (VALUES ${join(windows.map((days) => sql`(${days})`))}) AS span(days)`;

/** Assessments that made a plan within 30 days, by how they were made. */
export const qualityRows = sql`
  WITH made AS (
    SELECT child, assessment_key AS unit, multidisciplinary = 'yes' AS multi, child_heard = 'yes' AS heard FROM dated_assessments
    WHERE assessment_type = 'individual_needs' AND plan_made = 'yes' AND completed_d BETWEEN 0 AND 30)
  ${join(
    parts.map(
      ({ id, answer }) => sql`SELECT child, unit, ${id} AS of, ${answer} AS answer FROM made`,
    ),
    sql` UNION ALL `,
  )}`;
