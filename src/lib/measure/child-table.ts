import { breakdownColumn, codesOf } from '$lib/schema/breakdowns';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Breakdown } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { endSinceT0, sinceT0 } from './since-t0';

/** Breakdowns that are columns of `child`, each holding a code, `unknown` or `not_asked`. */
const childBreakdowns = [
  'gender',
  'age_band',
  'citizenship_group',
  'main_form',
  'victim_status',
  'org_type',
  'accompaniment',
  'region',
  'legal_status',
  'disability_any',
  'sogiesc_minority',
  'minority_group',
  'movement',
  'days_to_18_band',
] as const satisfies readonly Breakdown[];

const statusOrder = ['identified', 'presumed', 'rejected', 'withdrawn', 'possible', 'not_assessed'];
const endings = sql`('transferred', 'contact_lost', 'returned', 'deceased')`;

/** Whether rows can be joined to children: linkage exists and at most 5 % of rows lack a key (0.1, M8). */
export const linkedSql = sql`
  SELECT count(*) FILTER (WHERE child_key IS NULL) <= 0.05 * count(*) AS linkable FROM cases
  WHERE closure_reason IS DISTINCT FROM 'duplicate'`;

/**
 * Statements that build `file_case` (case_key → child) and `child`, one row a child (or a record
 * where rows cannot be linked), merged as indicators 0.1 and rulings S3, M1–M8, M16–M18 say.
 *
 * `child`: child INTEGER · files · t0_h, t0_clock · t0_abs_h (calendar, for flows) · index_month,
 * index_grain · is_child (NULL = age unknown) · one column a breakdown · turned_18_h, end_h (hours
 * since T0) · end_why · followup_known.
 */
export function childTableSql(facts: DatasetFacts, linked: boolean): Sql[] {
  const key = linked ? sql`coalesce(child_key, case_key)` : sql`case_key`;
  const left =
    facts.meta.linkage === 'none' ? sql`('duplicate', 'transferred')` : sql`('duplicate')`;
  const types = childBreakdowns.flatMap((breakdown) => {
    const codes = codesOf(breakdown);
    return codes
      ? [
          sql`DROP TYPE IF EXISTS ${group(breakdown)}`,
          sql`CREATE TYPE ${group(breakdown)} AS ENUM (${join(codes.map(({ code }) => sql`${code}`))})`,
        ]
      : [];
  });
  return [
    sql`DROP TABLE IF EXISTS child`,
    sql`DROP TABLE IF EXISTS file_case`,
    ...types,
    sql`CREATE TABLE file_case AS
      WITH kept AS (
        SELECT ${key} AS key, count(*) AS files, row_number() OVER () AS child FROM cases
        WHERE closure_reason IS NULL OR closure_reason NOT IN ${left} GROUP BY key)
      SELECT cases.rowid AS case_row, cases.case_key, kept.child::INTEGER AS child, kept.files::INTEGER AS files,
        (cases.closure_reason IS NULL OR cases.closure_reason NOT IN ${left}) AS counted
      FROM cases JOIN kept ON kept.key = ${linked ? sql`coalesce(cases.child_key, cases.case_key)` : sql`cases.case_key`}`,
    sql`CREATE TABLE child AS
      WITH file AS (SELECT * FROM cases JOIN file_case ON file_case.case_row = cases.rowid WHERE counted),
      merged AS (${single()} UNION ALL ${merge()}),
      timed AS (SELECT *, ${observationEnd()} FROM merged AS child)
      SELECT *, CASE WHEN ${facts.meta.dateMode === 'exact'} AND t0_clock IN ('date', 'datetime') THEN t0_h
        ELSE epoch_ms(index_month::TIMESTAMP) / 3600000.0 + CASE WHEN index_grain = 'year' THEN 4383 ELSE 365.25 END END AS t0_abs_h
      FROM timed`,
  ];
}

const group = (breakdown: Breakdown): Sql => name(`g_${breakdown}`);

/** Scalars of a file that a merged child takes from its first file that knows them (ruling M2). */
const firstKnown = ['age_at_detection', 'age_band_at_detection', 'minority_basis'] as const;

const calendar = ['turned_18', 'followup_end', 'closed'] as const;

/** Children with one file: their row as it stands, without the cost of merging. */
function single(): Sql {
  return sql`SELECT child, 1 AS files, detected_h AS t0_h, detected__clock AS t0_clock, index_month,
    index_month__grain AS index_grain, ${join(childBreakdowns.map((b) => sql`${groupCode(b)} AS ${name(b)}`))},
    ${isChild(sql`age_at_detection`, sql`age_band_at_detection`, sql`minority_basis`)} AS is_child,
    ${join(calendar.map((c) => sql`${name(`${c}_h`)} AS ${name(`${c}_h`)}, ${name(`${c}__clock`)} AS ${name(`${c}__clock`)}`))},
    closure_reason
    FROM file WHERE files = 1`;
}

/** Children with several files, merged in order of detection. */
function merge(): Sql {
  const first = (expression: Sql) =>
    sql`arg_min(${expression}, place) FILTER (WHERE ${expression} IS NOT NULL)`;
  const known = (b: Breakdown) =>
    sql`CASE WHEN ${groupCode(b)} NOT IN ('unknown', 'not_asked') THEN ${groupCode(b)} END`;
  const merged = (b: Breakdown) => {
    if (b === 'age_band') {
      const notAsked = sql`bool_and(age_at_detection__missing IS NOT DISTINCT FROM 'not_asked')`;
      return ageBand(first(sql`age_at_detection`), first(sql`age_band_at_detection`), notAsked);
    }
    if (b === 'victim_status') return sql`(${mergedStatus()})`;
    if (b === 'org_type') return sql`arg_min(${groupCode(b)}, place)`;
    const unknown = sql`CASE WHEN bool_and(${groupCode(b)} = 'not_asked') THEN 'not_asked' ELSE 'unknown' END`;
    const value = sql`coalesce((${first(known(b))})::VARCHAR, ${unknown})`;
    return codesOf(b) ? sql`(${value})::${group(b)}` : value;
  };
  // The file whose observation lasts longest decides how the child's observation ends (ruling M3);
  // where two last equally long, the one that says why.
  const ended = sql`(closure_reason IN ${endings} AND closed_h IS NOT NULL)`;
  const last = (column: Sql) =>
    sql`arg_max(${column}, CASE WHEN ${ended} THEN closed_h + 0.001 ELSE coalesce(followup_end_h, detected_h) END)`;
  const going = sql`FILTER (NOT coalesce(${ended}, FALSE))`;
  return sql`SELECT child, count(*) AS files, min(detected_h) AS t0_h,
    arg_min(detected__clock, place) AS t0_clock, arg_min(index_month, place) AS index_month,
    arg_min(index_month__grain, place) AS index_grain,
    ${join(childBreakdowns.map((b) => sql`${merged(b)} AS ${name(b)}`))},
    ${isChild(...(firstKnown.map((c) => first(name(c))) as [Sql, Sql, Sql]))} AS is_child,
    min(turned_18_h) AS turned_18_h, arg_min(turned_18__clock, turned_18_h) AS turned_18__clock,
    max(followup_end_h) ${going} AS followup_end_h, arg_max(followup_end__clock, followup_end_h) ${going} AS followup_end__clock,
    ${last(sql`CASE WHEN ${ended} THEN closed_h END`)} AS closed_h, ${last(sql`CASE WHEN ${ended} THEN closed__clock END`)} AS closed__clock,
    ${last(sql`CASE WHEN ${ended} THEN closure_reason::VARCHAR ELSE '' END`)} AS closure_reason
    FROM (SELECT *, row_number() OVER (ORDER BY detected_h NULLS LAST, case_key) AS place FROM file WHERE files > 1)
    GROUP BY child`;
}

function mergedStatus(): Sql {
  const ranks = sql`CASE victim_status ${join(
    statusOrder.map((status, rank) => sql`WHEN ${status} THEN ${rank}`),
    sql` `,
  )} END`;
  return sql`coalesce(arg_min(${groupCode('victim_status')}, ${ranks}), 'unknown')`;
}

/** The code of a breakdown: the value, or which kind of unknown (ruling M17). */
function groupCode(breakdown: Breakdown): Sql {
  if (breakdown === 'age_band')
    return ageBand(
      sql`age_at_detection`,
      sql`age_band_at_detection`,
      sql`age_at_detection__missing = 'not_asked'`,
    );
  const column = breakdownColumn(breakdown).split('.')[1] ?? breakdown;
  const code = sql`coalesce(${name(column)}::VARCHAR,
    CASE WHEN ${name(`${column}__missing`)} = 'not_asked' THEN 'not_asked' ELSE 'unknown' END)`;
  return codesOf(breakdown) ? sql`(${code})::${group(breakdown)}` : code;
}

/** Age band of D0 (ruling M15): from the age in years, else the recorded band, which may be coarse. */
function ageBand(years: Sql, band: Sql, notAsked: Sql): Sql {
  return sql`(CASE
    WHEN ${years} >= 18 THEN '18plus' WHEN ${years} >= 15 THEN '15_17'
    WHEN ${years} >= 12 THEN '12_14' WHEN ${years} >= 9 THEN '9_11'
    WHEN ${years} >= 0 THEN '0_8' WHEN ${band} IS NOT NULL THEN (${band})::VARCHAR
    WHEN ${notAsked} THEN 'not_asked' ELSE 'unknown' END)::${group('age_band')}`;
}

/** Whether the row is a child (ruling M16); NULL where the age is unknown and not presumed. */
function isChild(age: Sql, band: Sql, basis: Sql): Sql {
  return sql`CASE WHEN ${age} IS NOT NULL THEN ${age} < 18
    WHEN ${band} IS NOT NULL THEN ${band} <> '18plus'
    WHEN ${basis} = 'presumed' THEN TRUE END`;
}

/** End of observation and turning 18, in hours since T0 (rulings M18, M24, S1). */
function observationEnd(): Sql {
  const closed = sql`CASE WHEN closure_reason IN ${endings} THEN ${endSinceT0('child', 'closed')} END`;
  // greatest() passes over NULL, which would end the observation of a child without an end at T0.
  const told = sql`coalesce(${closed}, ${endSinceT0('child', 'followup_end')})`;
  return sql`CASE WHEN turned_18__clock IS NOT NULL THEN ${sinceT0('child', 'turned_18').hours} END AS turns_18_h,
    CASE WHEN ${told} IS NOT NULL THEN greatest(0, ${told}) END AS end_h,
    CASE WHEN ${closed} IS NOT NULL THEN closure_reason::VARCHAR ELSE 'followup' END AS end_why`;
}
