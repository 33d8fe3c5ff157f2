import { sql, type Sql } from '$lib/schema/sql';

/** When one is missed, and the columns that tell; without any of them nothing does. */
interface Condition {
  readonly when: Sql;
  readonly told: readonly string[];
}

const where = (when: Sql, ...told: readonly string[]): Condition => ({ when, told });

/**
 * Columns that not every row must fill (ruling DQ-01 names closed, closure_reason, ended, resolved,
 * unmet_reason and turned_18; the others are of the same kind), with the condition on the row under
 * which one is missed. `null`: no other column says that the moment has come, so an empty cell may be
 * right and the column cannot be judged.
 */
const conditions: Readonly<Record<string, Condition | null>> = {
  'cases.closed': where(
    sql`case_open = 'no'::e_yn OR closure_reason IS NOT NULL`,
    ...['case_open', 'closure_reason'],
  ),
  'cases.closure_reason': where(
    sql`case_open = 'no'::e_yn OR closed__missing IS NULL`,
    ...['case_open', 'closed'],
  ),
  // Closed for it, or followed for longer than a child of that age can stay under 18; a year is 8,766 hours.
  'cases.turned_18': where(
    sql`coalesce(closure_reason::VARCHAR = 'turned_18', FALSE) OR (followup_end_h - detected_h >= (18 - age_at_detection) * 8766
      AND (detected__clock IN ('offset_h'::e_clock, 'offset_d'::e_clock)) = (followup_end__clock IN ('offset_h'::e_clock, 'offset_d'::e_clock)))`,
    ...['closure_reason', 'followup_end'],
  ),
  'placements.ended': where(sql`end_reason IS NOT NULL`, 'end_reason'),
  'placements.end_reason': where(sql`ended__missing IS NULL`, 'ended'),
  'assignments.ended': where(sql`end_reason IS NOT NULL`, 'end_reason'),
  'assignments.end_reason': where(sql`ended__missing IS NULL`, 'ended'),
  'services.started': where(
    sql`status::VARCHAR IN ('in_progress', 'completed', 'stopped_early')`,
    'status',
  ),
  'services.ended': where(sql`status::VARCHAR IN ('completed', 'stopped_early')`, 'status'),
  'services.unmet_reason': where(sql`status::VARCHAR IN ('not_provided', 'declined')`, 'status'),
  'missing_episodes.ended': where(
    sql`end_reason::VARCHAR IN ('returned', 'found_safe', 'found_exploited', 'found_detained', 'found_abroad', 'deceased')`,
    'end_reason',
  ),
  'missing_episodes.end_reason': where(sql`ended__missing IS NULL`, 'ended'),
  'decisions.decided': where(sql`outcome::VARCHAR <> 'pending'`, 'outcome'),
  'decisions.negative_reason': where(sql`outcome::VARCHAR = 'negative'`, 'outcome'),
  'charges.resolved': where(sql`outcome::VARCHAR <> 'pending'`, 'outcome'),
  'age_disputes.resolved': where(
    sql`outcome::VARCHAR IN ('child', 'adult', 'withdrawn')`,
    'outcome',
  ),
  'residence.ended': where(sql`outcome::VARCHAR = 'expired'`, 'outcome'),
  'detention.ended': null,
  'exploitation_spells.ended': null,
  'programmes.ended': null,
  'disruptions.end_date': null,
  // An empty end is an open grant (ruling S6).
  'funding.end_date': null,
};

/** Whether a column can be judged beside the loaded ones: something tells when one is missed. */
export function canBeJudged(path: string, loaded: readonly string[]): boolean {
  const condition = conditions[path];
  if (condition === undefined) return true;
  return condition !== null && condition.told.some((column) => loaded.includes(column));
}

/**
 * Whether a row should have a value in `table.column`: always TRUE for most; for the columns of the
 * list where their condition holds or the value is there. FALSE where the column cannot be judged.
 */
export function appliesWhen(path: string, missing: Sql): Sql {
  const condition = conditions[path];
  if (condition === undefined) return sql`TRUE`;
  return condition ? sql`(coalesce(${condition.when}, FALSE) OR ${missing} IS NULL)` : sql`FALSE`;
}
