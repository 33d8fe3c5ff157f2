import { sql, type Sql } from '$lib/schema/sql';

/**
 * Columns that not every row must fill (ruling DQ-01 names closed, closure_reason, ended, resolved,
 * unmet_reason and turned_18; the others are of the same kind), with the condition on the row under which one is missed. `null`: no other
 * column says that the moment has come, so an empty cell may be right and the column cannot be judged.
 */
const conditions: Readonly<Record<string, Sql | null>> = {
  'cases.closed': sql`case_open = 'no'::e_yn OR closure_reason IS NOT NULL`,
  'cases.closure_reason': sql`case_open = 'no'::e_yn OR closed__missing IS NULL`,
  // Followed for longer than a child of that age can stay under 18; a year is 8,766 hours.
  'cases.turned_18': sql`followup_end_h - detected_h >= (18 - age_at_detection) * 8766
    AND (detected__clock IN ('offset_h'::e_clock, 'offset_d'::e_clock)) = (followup_end__clock IN ('offset_h'::e_clock, 'offset_d'::e_clock))`,
  'placements.ended': sql`end_reason IS NOT NULL`,
  'assignments.ended': sql`end_reason IS NOT NULL`,
  'services.started': sql`status::VARCHAR IN ('in_progress', 'completed', 'stopped_early')`,
  'services.ended': sql`status::VARCHAR IN ('completed', 'stopped_early')`,
  'services.unmet_reason': sql`status::VARCHAR IN ('not_provided', 'declined')`,
  'missing_episodes.ended': sql`end_reason::VARCHAR IN ('returned', 'found_safe', 'found_exploited', 'found_detained', 'found_abroad', 'deceased')`,
  'missing_episodes.end_reason': sql`ended__missing IS NULL`,
  'decisions.decided': sql`outcome::VARCHAR <> 'pending'`,
  'charges.resolved': sql`outcome::VARCHAR <> 'pending'`,
  'age_disputes.resolved': sql`outcome::VARCHAR IN ('child', 'adult', 'withdrawn')`,
  'residence.ended': sql`outcome::VARCHAR = 'expired'`,
  'detention.ended': null,
  'exploitation_spells.ended': null,
  'programmes.ended': null,
  // An empty end is an open grant (ruling S6).
  'funding.end_date': null,
};

/**
 * Whether a row should have a value in `table.column`: always TRUE for most; for the columns of the
 * list where their condition holds or the value is there. NULL where the column cannot be judged.
 */
export function appliesWhen(path: string, missing: Sql): Sql | null {
  const condition = conditions[path];
  if (condition === undefined) return sql`TRUE`;
  return condition && sql`(coalesce(${condition}, FALSE) OR ${missing} IS NULL)`;
}
