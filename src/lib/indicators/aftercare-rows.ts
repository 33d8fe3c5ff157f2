import type { Choice } from '$lib/schema/indicator';
import { sql, type Sql } from '$lib/schema/sql';

/** Whether first contact is read from services delivered: as chosen, or because nothing else tells. */
const byService = ({ options, has }: Choice): boolean =>
  options.contact === 'service' || !has('followups', 'held');

/** Whether a service was given; NULL where its row does not say. The day of the last delivery says so too. */
const delivered = sql`(started_d IS NOT NULL OR (status IS NULL AND ended_d IS NOT NULL) OR status IN ('in_progress', 'completed', 'stopped_early'))`;
const over = sql`('completed', 'stopped_early', 'no_longer_needed', 'declined')`;

/** Contacts that may be of aftercare: NULL `aftercare` = not known, because the phase or the contact is not. */
const contacts = (choice: Choice): Sql => {
  if (byService(choice))
    return sql`SELECT child, started_d AS day, started_grain AS grain, phase = 'aftercare' AND ${delivered} AS aftercare FROM dated_services`;
  const phase = choice.has('followups', 'phase') ? sql`phase = 'aftercare'` : sql`TRUE`;
  return sql`SELECT child, held_d AS day, held_grain AS grain, ${phase} AND contact_made = 'yes' AS aftercare FROM dated_followups`;
};

/** First contact on or after the day of exit. Known by month, it cannot be said to be within 30 days. */
export const firstContact = (choice: Choice): Sql => sql`
  SELECT child.child, 'contact' AS of, 24 * exit_d AS origin_h, CASE WHEN exit_d < 0 THEN 0 END AS entry_h, 24 * first_day AS event_h,
    CASE WHEN 'month'::g_grain IN (grain, care.end_grain) OR (first_day IS NULL AND doubt) THEN 'unknown' END AS problem, NULL::BOOLEAN AS ever
  FROM child JOIN (SELECT child, arg_max(end_grain, place) AS end_grain FROM care_spell GROUP BY child) AS care USING (child)
  LEFT JOIN (
    SELECT child, min(day) FILTER (WHERE aftercare) AS first_day, arg_min(grain, day) FILTER (WHERE aftercare) AS grain,
      bool_or(aftercare IS NULL OR (aftercare AND day IS NULL)) AS doubt
    FROM (${contacts(choice)}) AS contact JOIN child USING (child) WHERE day IS NULL OR day >= exit_d GROUP BY child) AS first USING (child)
  WHERE exit_d IS NOT NULL`;

/** Services of aftercare or after 18 with what became of them: still given, over on a day, or over on a day not known (neither). */
const given = sql`
  SELECT child, ended_d AS last_day, service_key, status, unmet_reason,
    ended_d IS NULL AND (status IS NULL OR status NOT IN ${over}) AS running
  FROM dated_services JOIN child USING (child)
  WHERE phase IN ('aftercare', 'after_18') AND ${delivered}
    AND exit_d IS NOT NULL AND (ended_d IS NULL OR ended_d >= exit_d)`;

/**
 * What may have been support after the exit, with its last day (NULL = not known): a service that is
 * over since nobody knows when, or of which phase or delivery is not known; support without a day; a
 * contact that may have been made and does not say.
 */
const unclear = ({ has }: Choice): Sql => sql`
  SELECT child, ended_d AS day FROM dated_services JOIN child USING (child)
  WHERE exit_d IS NOT NULL AND (ended_d IS NULL OR ended_d >= exit_d) AND ((phase IN ('aftercare', 'after_18') AND ${delivered}) IS NULL
    OR (phase IN ('aftercare', 'after_18') AND ${delivered} AND ended_d IS NULL AND status IN ${over}))
  UNION ALL SELECT child, held_d FROM dated_followups JOIN child USING (child)
  WHERE exit_d IS NOT NULL AND ${has('followups', 'support_active')} AND ((support_active = 'yes' AND held_d IS NULL)
    OR (support_active IS NULL AND contact_made IS DISTINCT FROM 'no' AND held_d >= exit_d))`;

/**
 * From exit to the last day with support. A service that still runs has no last day; a last yes of
 * the follow-ups without a later no ends observation on its day; no support at all is day 0. What may
 * have gone on beyond the last day known leaves it unknown (ruling S10).
 */
export const support = (choice: Choice): Sql => sql`
  WITH service AS (
    SELECT child, bool_or(running) AS running, max(last_day) AS last_day FROM (${given}) GROUP BY child),
  followup AS (
    SELECT child, max(held_d) FILTER (WHERE support_active = 'yes') AS last_yes, max(held_d) FILTER (WHERE support_active = 'no') AS last_no
    FROM dated_followups JOIN child USING (child) WHERE held_d >= exit_d GROUP BY child),
  known AS (
    SELECT child, exit_d, last_yes, coalesce(greatest(last_day, last_yes), exit_d) AS last_day, coalesce(running, FALSE) AS running,
      last_yes IS NOT NULL AND (last_no IS NULL OR last_no <= last_yes) AND (last_day IS NULL OR last_day <= last_yes) AS open_yes
    FROM child LEFT JOIN service USING (child) LEFT JOIN followup USING (child) WHERE exit_d IS NOT NULL),
  doubtful AS (
    SELECT DISTINCT child, TRUE AS doubt FROM known JOIN (${unclear(choice)}) AS unclear USING (child) WHERE day IS NULL OR day > last_day)
  SELECT child, 'support' AS of, 24 * exit_d AS origin_h, CASE WHEN exit_d < 0 THEN 0 END AS entry_h,
    CASE WHEN NOT running AND NOT open_yes THEN 24 * last_day END AS event_h,
    CASE WHEN NOT running AND open_yes THEN 24 * last_yes END AS until_h,
    CASE WHEN NOT running AND NOT open_yes AND doubt THEN 'unknown' END AS problem, NULL::BOOLEAN AS ever
  FROM known LEFT JOIN doubtful USING (child)`;

/** The status of the last service of those whose support is over. */
export const endings = sql`
  SELECT child, last(status::VARCHAR ORDER BY coalesce(last_day, -1e9), service_key) AS support_end
  FROM (${given}) GROUP BY child HAVING NOT bool_or(running)`;

/** Why services of aftercare stopped early, one row a child and reason. */
export const reasons = sql`
  SELECT DISTINCT child, unmet_reason::VARCHAR AS unmet_reason FROM (
    SELECT child, unmet_reason FROM (${given}) WHERE status IN ('stopped_early', 'declined')
    QUALIFY unmet_reason IS NOT NULL OR count(unmet_reason) OVER (PARTITION BY child) = 0)`;
