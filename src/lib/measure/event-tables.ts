import { join, name, sql, type Sql } from '$lib/schema/sql';
import { islandsSql } from './islands';
import { observedDays } from './observed-days';
import { calendarDays, sinceT0 } from './since-t0';

const joinChild = sql`JOIN file_case USING (case_key) JOIN child USING (child)`;

/**
 * Statements that build the event tables the catalogue reads; all times are hours since the
 * child's T0, before it where negative.
 *
 * - `referral_event`: child · at_h · grain (ENUM `g_grain`: `hour`, `day`, `month`) · purpose · to_org_type
 * - `first_protection_referral`: child · at_h · grain of the child's first referral to child
 *   protection or for it; both NULL where none of them is dated; no row without such a referral
 * Spells have `start_d`, `end_d` (calendar days since T0) and `start_grain`, `end_grain` (`g_grain`) too:
 *
 * - `placement_spell`: child · start_h · end_h (NULL = open) · placement_type · free_to_leave ·
 *   end_reason · placement_key · out_of_home (P-CARE, 0.3) · only spells that do not end before they start
 * - `missing_spell`, `absence_spell`: child · start_h · end_h (NULL = open): overlapping episodes
 *   of one child merged (ruling M7), of type missing only, or missing and away; an episode that
 *   begins as another ends is a new one, because a spell does not hold its end (stats 3.5) ·
 *   seen_h, the latest moment of its parts
 * - `care_spell`: child · start_h · end_h (NULL = open) · end_reason of its last placement · place, from
 *   1 in order of time: out-of-home placements of one child merged, gaps under 7 days bridged (0.3)
 * - `detention_spell`: child · start_h · end_h · layer (`a`, `b`, `c`, ruling S5) · setting (text; NULL
 *   where a derived spell does not tell) · derived (S4)
 * - `held_spell`: child · start_h · end_h · setting: spells of `detention_spell` merged over their
 *   overlaps (M7) · `linked_held_spell`: those less than 24 hours apart merged too (ND-03)
 * - `grant_line`: programme · start_date · end_date (NULL = open) · paid_date · covers (text) · valid
 *
 * They also fill the populations of `child` and, for children without a recorded end, `child.end_h`.
 * Rows of any other table, with their moments since T0, are the views of `dated-views.ts`.
 */
export function eventTablesSql(): Sql[] {
  const tables: [Sql, Sql][] = [
    [sql`referral_event`, referrals()],
    [sql`first_protection_referral`, firstProtectionReferral],
    [sql`placement_spell`, placements()],
    [sql`care_spell`, careSpells],
    [sql`missing_spell`, missing(sql`episode_type = 'missing'`)],
    [sql`absence_spell`, missing(sql`TRUE`)],
    [sql`detention_spell`, detention()],
    [sql`held_spell`, held(0)],
    [sql`linked_held_spell`, held(24)],
    [sql`grant_line`, grants()],
  ];
  return [
    ...tables.flatMap(([table, rows]) => [
      sql`DROP TABLE IF EXISTS ${table}`,
      sql`CREATE TABLE ${table} AS ${rows}`,
    ]),
    inCare,
    deprived,
    inProceedings,
    lastSeen,
    exits,
  ];
}

function referrals(): Sql {
  const { hours, grain } = sinceT0('referrals', 'referred');
  return sql`SELECT child, ${hours} AS at_h, CASE WHEN ${hours} IS NOT NULL THEN ${grain} END AS grain,
    referrals.purpose, referrals.to_org_type FROM referrals ${joinChild}`;
}

const firstProtectionReferral = sql`SELECT child, min(at_h) AS at_h, arg_min(grain, at_h) AS grain FROM referral_event
  WHERE purpose = 'child_protection'::e_referral_purpose OR to_org_type = 'child_protection'::e_org_type GROUP BY child`;

/** Start and end of the rows of a table, in hours, in calendar days, and how finely they are known. */
function endsOf(table: string): Sql {
  const [start, end] = [sinceT0(table, 'started'), sinceT0(table, 'ended')];
  return sql`${start.hours} AS start_h, ${end.hours} AS end_h, ${start.grain} AS start_grain, ${end.grain} AS end_grain,
    ${calendarDays(table, 'started')} AS start_d, ${calendarDays(table, 'ended')} AS end_d`;
}

/** Start of an island of spells, and its end where it is the latest known end. */
const islandEnds = sql`child, min(start_h) AS start_h, max(end_h) AS end_h, min(start_d) AS start_d, max(end_d) AS end_d,
  arg_min(start_grain, start_h) AS start_grain, arg_max(end_grain, end_h) AS end_grain`;

function placements(): Sql {
  return sql`SELECT * FROM (SELECT child, ${endsOf('placements')}, placements.placement_type,
      placements.free_to_leave, placements.end_reason, placements.placement_key,
      (placements.placement_type IS NULL
        OR placements.placement_type NOT IN ('own_family', 'none', 'detention')) AS out_of_home
    FROM placements ${joinChild}) WHERE start_h IS NOT NULL AND (end_h IS NULL OR end_h >= start_h)`;
}

/** Gaps in care under seven days are bridged (0.3), in hours. */
const bridged = 7 * 24;

// Care is open while any of its placements is; of placements that end together, the one that says why.
const careSpells = sql`WITH island AS (${islandsSql(sql`SELECT * FROM placement_spell WHERE out_of_home`, bridged)}),
  merged AS (SELECT ${islandEnds}, bool_or(end_h IS NULL) AS still,
      last(end_reason ORDER BY coalesce(end_h, 1e300), end_reason IS NOT NULL, start_h, end_reason) AS end_reason
    FROM island GROUP BY child, island)
  SELECT * EXCLUDE (still) REPLACE (CASE WHEN NOT still THEN end_h END AS end_h, CASE WHEN NOT still THEN end_d END AS end_d),
    row_number() OVER (PARTITION BY child ORDER BY start_h)::INTEGER AS place FROM merged`;

function missing(which: Sql): Sql {
  return sql`WITH part AS (SELECT child, ${endsOf('missing_episodes')} FROM missing_episodes ${joinChild} WHERE ${which}),
    island AS (${islandsSql(sql`SELECT * FROM part WHERE start_h IS NOT NULL AND (end_h IS NULL OR end_h >= start_h)`, 0)})
    SELECT ${islandEnds}, greatest(max(start_h), max(end_h)) AS seen_h FROM island GROUP BY child, island`;
}

function detention(): Sql {
  return sql`WITH recorded AS (
      SELECT child, ${endsOf('detention')}, CASE
        WHEN setting IN ('police_cell', 'pretrial', 'sentenced', 'juvenile', 'immigration', 'border_transit') THEN 'a'
        WHEN setting IN ('secure_care', 'psychiatric') THEN 'b' ELSE 'c' END AS layer, setting::VARCHAR AS setting
      FROM detention ${joinChild}),
    derived AS (
      SELECT child, start_h, end_h, start_grain, end_grain, start_d, end_d,
        CASE placement_type WHEN 'detention' THEN 'a' WHEN 'secure_care' THEN 'b' ELSE 'c' END AS layer,
        CASE WHEN placement_type IN ('closed_shelter', 'secure_care') THEN placement_type::VARCHAR
          WHEN placement_type IS DISTINCT FROM 'detention' THEN 'other' END AS setting
      FROM placement_spell AS spell
      WHERE (free_to_leave = 'no' OR (placement_type IN ('closed_shelter', 'secure_care', 'detention')
          AND free_to_leave IS DISTINCT FROM 'yes'))
        AND NOT EXISTS (SELECT 1 FROM recorded WHERE recorded.child = spell.child
          AND recorded.start_h < coalesce(spell.end_h, 1e300) AND coalesce(recorded.end_h, 1e300) > spell.start_h
          AND (recorded.end_h IS NULL OR recorded.end_h >= recorded.start_h)))
    SELECT *, FALSE AS derived FROM recorded WHERE start_h IS NULL OR end_h IS NULL OR end_h >= start_h
    UNION ALL SELECT *, TRUE FROM derived`;
}

const held = (apartHours: number): Sql =>
  sql`SELECT ${islandEnds}, first(setting ORDER BY start_h, coalesce(end_h, 1e300), setting) AS setting
    FROM (${islandsSql(sql`SELECT * FROM detention_spell WHERE start_h IS NOT NULL`, apartHours)}) GROUP BY child, island`;

function grants(): Sql {
  return sql`SELECT coalesce(programme_key, 'unknown') AS programme, start_date, end_date, first_payment_date AS paid_date,
      covers_direct_services::VARCHAR AS covers, start_date IS NOT NULL AND (end_date IS NULL OR end_date >= start_date) AS valid
    FROM funding`;
}

/** Children of the population P-CARE (0.3). */
const inCare = sql`UPDATE child SET in_care = TRUE
  WHERE child IN (SELECT child FROM placement_spell WHERE out_of_home)`;

/** Children of the population P-DEPR: either column says so; NULL where neither is known. */
const deprived = sql`UPDATE child SET deprived = care.deprived FROM (
    SELECT child.child, CASE WHEN child.accompaniment IN ('unaccompanied', 'separated') OR told.parental_care IN ('deprived', 'parent_implicated') THEN TRUE
      WHEN told.parental_care IS NULL AND child.accompaniment IN ('unknown', 'not_asked') THEN NULL ELSE FALSE END AS deprived
    FROM child LEFT JOIN (SELECT child, first(parental_care ORDER BY cases.detected_h NULLS LAST, cases.case_key) AS parental_care
      FROM cases JOIN file_case ON file_case.case_row = cases.rowid WHERE counted AND parental_care IS NOT NULL GROUP BY child) AS told USING (child)) AS care
  WHERE care.child = child.child`;

/** Statements that count as told in a proceeding (VW-01). */
const countedTestimony = sql`('police', 'prosecutor', 'investigative_recorded', 'court', 'confrontation', 'identification_parade')`;

/** Children of the population P-PROC, before their status is looked at. */
const inProceedings = sql`UPDATE child SET in_proceedings = TRUE WHERE child IN (
  SELECT child FROM dated_proceedings WHERE proceeding_type = 'criminal'::e_proceeding
  UNION ALL SELECT child FROM dated_testimony WHERE event_type IN ${countedTestimony})`;

/**
 * The population P-EXIT: care ended, by calendar days, while the child was followed, and was left for good;
 * a child that died in care did not leave it.
 */
const exits = sql`UPDATE child SET exit_h = care.end_h, exit_d = care.end_d FROM (
    SELECT child, last(end_h ORDER BY place) AS end_h, last(end_d ORDER BY place) AS end_d, last(end_reason ORDER BY place) AS end_reason FROM care_spell GROUP BY child) AS care
  WHERE care.child = child.child AND care.end_d <= ${observedDays} AND care.end_reason IS DISTINCT FROM 'deceased'
    AND NOT (child.end_why = 'deceased'::g_end_why AND ${observedDays} <= care.end_d)`;

/** Moments of rows that show a child was known of then; dates of what is still to come are left out. */
const otherMoments = join(
  (
    [
      ['assignments', ['requested', 'started', 'first_meeting', 'ended']],
      ['services', ['need_identified', 'started', 'ended']],
      ['charges', ['started', 'resolved']],
      ['testimony', ['held']],
      ['decisions', ['requested', 'decided']],
      ['age_disputes', ['raised', 'resolved']],
      ['exploitation_spells', ['started', 'ended']],
      ['assessments', ['started', 'completed', 'plan_updated']],
      ['residence', ['applied', 'granted']],
      ['proceedings', ['opened', 'charged', 'judgment', 'final']],
      ['followups', ['held']],
    ] as const
  ).flatMap(([table, moments]) =>
    moments.map(
      (moment) => sql`SELECT child, ${name(`${moment}_h`)} FROM ${name(`dated_${table}`)}`,
    ),
  ),
  sql` UNION ALL `,
);

/** Without a recorded end, a child is followed to its latest dated row, at least to T0 (ruling M18). */
const lastSeen = sql`UPDATE child SET end_h = greatest(0, coalesce(seen.h, 0)), end_why = 'last row'::g_end_why
  FROM (SELECT child.child, max(row.h) AS h FROM child LEFT JOIN (
      SELECT child, at_h AS h FROM referral_event UNION ALL SELECT child, start_h FROM placement_spell
      UNION ALL SELECT child, end_h FROM placement_spell UNION ALL SELECT child, seen_h FROM absence_spell UNION ALL SELECT child, start_h FROM detention_spell
      UNION ALL SELECT child, end_h FROM (SELECT child, ${endsOf('missing_episodes')} FROM missing_episodes ${joinChild}) WHERE start_h IS NULL
      UNION ALL SELECT child, end_h FROM detention_spell UNION ALL ${otherMoments}) AS row ON row.child = child.child
    WHERE child.end_h IS NULL GROUP BY child.child) AS seen
  WHERE seen.child = child.child AND child.end_h IS NULL`;
