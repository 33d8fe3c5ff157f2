import { breakdownColumn, codesOf } from '$lib/schema/breakdowns';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Breakdown } from '$lib/schema/indicator';
import { join, list, name, sql, type Sql } from '$lib/schema/sql';
import { usableSql, type FileScope } from './key-scopes';
import { endSinceT0, grainType, sinceT0 } from './since-t0';

/** Breakdowns that are columns of `child`, each holding a code, `unknown` or `not_asked`. */
export const childBreakdowns = [
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
const endWhyType = sql`CREATE TYPE IF NOT EXISTS g_end_why AS ENUM ('transferred', 'contact_lost', 'returned', 'deceased', 'followup', 'last row')`;
const endings = sql`('transferred'::e_closure, 'contact_lost'::e_closure, 'returned'::e_closure, 'deceased'::e_closure)`;

/** Whether rows can be joined to children: linkage exists and at most 5 % of rows lack a key (0.1, M8). */
export const linkedSql = (scopes: readonly FileScope[]): Sql => sql`
  SELECT count(*) FILTER (WHERE NOT ${usableSql(scopes)}) <= 0.05 * count(*) AS linkable FROM cases
  WHERE closure_reason IS DISTINCT FROM 'duplicate'::e_closure`;

/** Reasons for which a row of `cases` is in no figure (ruling S3). */
export function leftOutSql(facts: DatasetFacts, scopes: readonly FileScope[]): Sql {
  const none = scopes.some(({ chosen }) => chosen)
    ? scopes.every(({ scope }) => scope === 'none')
    : facts.meta.linkage === 'none';
  return none
    ? sql`('duplicate'::e_closure, 'transferred'::e_closure)`
    : sql`('duplicate'::e_closure)`;
}

/**
 * Statements that build `file_case` (case_row → child) and `child`, one row a child (or a record
 * where rows cannot be linked), merged as indicators 0.1 and rulings S3, M1–M8, M16–M18 say. `key` is
 * what rows of `from`, which are those of `cases`, share that are one child, `left` the closures that leave a row out.
 *
 * `file_case`: case_row (rowid of `cases`) · case_key · child · files (of the child) · counted.
 *
 * `child`: child INTEGER · files · t0_h, t0_clock · t0_abs_h (calendar, for flows) · index_month,
 * index_grain · index_last (last month that index_month may stand for) · age_presumed (a child by presumption alone) · is_child (NULL = age
 * unknown) · one column a breakdown (ENUM `g_<breakdown>` in the order of its code list; text where
 * the list is open) · turns_18_h, end_h (hours since T0) · end_why · the populations of 0.3, filled with the event tables: in_care (P-CARE),
 * deprived (P-DEPR; NULL = not known), in_proceedings (P-PROC), exit_h, exit_d (P-EXIT: end of the last
 * continuous care spell, hours and calendar days since T0; NULL while in care, never in care, or died there).
 */
export function childTableSql(
  facts: DatasetFacts,
  { key, from }: { readonly key: Sql; readonly from: Sql },
  left: Sql,
): Sql[] {
  return [
    sql`DROP TABLE IF EXISTS child`,
    sql`DROP TABLE IF EXISTS file_case`,
    grainType,
    endWhyType,
    ...childBreakdowns.flatMap(groupType),
    sql`CREATE TABLE file_case AS
      WITH kept AS (
        SELECT ${key} AS key, count(*) AS files, row_number() OVER () AS child FROM ${from}
        WHERE closure_reason IS NULL OR closure_reason NOT IN ${left} GROUP BY 1)
      SELECT cases.rowid AS case_row, cases.case_key, kept.child::INTEGER AS child, kept.files::INTEGER AS files,
        (cases.closure_reason IS NULL OR cases.closure_reason NOT IN ${left}) AS counted
      FROM ${from} JOIN kept ON kept.key = ${key}`,
    sql`CREATE TABLE child AS ${childrenSql(facts, sql`file_case`)}`,
  ];
}

/** The rows of `child` from a relation like `file_case`. */
export function childrenSql(facts: DatasetFacts, fileCase: Sql): Sql {
  return sql`
      WITH file AS (${file(fileCase)}), merged AS (${single()} UNION ALL ${merge()})
      SELECT child, files, t0_h, t0_clock, CASE WHEN ${facts.meta.dateMode === 'exact'} AND t0_clock IN ('date'::e_clock, 'datetime'::e_clock) THEN t0_h
          ELSE epoch_ms(index_month::TIMESTAMP) / 3600000.0 + CASE WHEN index_grain = 'year'::e_grain THEN 4383 ELSE 365.25 END END AS t0_abs_h,
        index_month, index_grain, (index_month + CASE WHEN index_grain = 'year'::e_grain THEN INTERVAL 11 MONTH ELSE INTERVAL 0 MONTH END)::DATE AS index_last,
        is_child, age_presumed, ${join(childBreakdowns.map((b) => sql`${code(b)} AS ${name(b)}`))}, ${observationEnd()},
        FALSE AS in_care, NULL::BOOLEAN AS deprived, FALSE AS in_proceedings, NULL::DOUBLE AS exit_h, NULL::DOUBLE AS exit_d
      FROM merged AS child`;
}

const group = (breakdown: Breakdown): Sql => name(`g_${breakdown}`);
const missing = (column: string): Sql => name(`${column}__missing`);

function groupType(breakdown: Breakdown): Sql[] {
  const codes = codesOf(breakdown)?.map((entry) => entry.code);
  return codes ? [sql`CREATE TYPE IF NOT EXISTS ${group(breakdown)} AS ENUM ${list(codes)}`] : [];
}

/** Place of a code in the code list of a breakdown, from 0: what files are merged by, as numbers. */
function placeOf(breakdown: Breakdown, code: string): number {
  const place = codesOf(breakdown)?.findIndex((entry) => entry.code === code) ?? -1;
  if (place < 0) throw new Error(`${breakdown} has no code ${code}`);
  return place;
}

/** The code of a breakdown from its place. */
function code(breakdown: Breakdown): Sql {
  const codes = codesOf(breakdown)?.map((entry) => sql`${entry.code}`);
  return codes
    ? sql`([${join(codes)}]::${group(breakdown)}[])[${name(breakdown)} + 1]`
    : name(breakdown);
}

const calendar = ['turned_18', 'followup_end', 'closed'] as const;

/** Files that count, with the columns that merging reads and no others; breakdowns as places. */
function file(fileCase: Sql): Sql {
  return sql`SELECT file_case.child, file_case.files, file_case.case_key, detected_h, detected__clock, index_month, index_month__grain,
      ${join(childBreakdowns.filter((b) => b !== 'age_band').map((b) => sql`${groupPlace(b)} AS ${name(b)}`))},
      age_at_detection AS years, enum_code(age_band_at_detection)::INTEGER AS band,
      age_at_detection__missing IS NOT DISTINCT FROM 'not_asked'::e_missing AS age_not_asked, minority_basis,
      ${join(calendar.map((c) => sql`${name(`${c}_h`)}, ${name(`${c}__clock`)}`))}, closure_reason
    FROM cases JOIN ${fileCase} AS file_case ON file_case.case_row = cases.rowid WHERE counted`;
}

/** Children with one file: their row as it stands, without the cost of merging. */
function single(): Sql {
  const breakdown = (b: Breakdown) =>
    b === 'age_band' ? ageBand(sql`years`, sql`band`, sql`age_not_asked`) : name(b);
  return sql`SELECT child, 1 AS files, detected_h AS t0_h, detected__clock AS t0_clock, index_month,
    index_month__grain AS index_grain, ${join(childBreakdowns.map((b) => sql`${breakdown(b)} AS ${name(b)}`))},
    ${isChild(sql`years`, sql`band`, sql`minority_basis`)} AS is_child, ${agePresumed(sql`years`, sql`band`, sql`minority_basis`)} AS age_presumed,
    ${join(calendar.map((c) => sql`${name(`${c}_h`)}, ${name(`${c}__clock`)}`))}, closure_reason
    FROM file WHERE files = 1`;
}

/** Children with several files, merged in order of detection; the first that knows is taken (ruling M2). */
function merge(): Sql {
  const first = (expression: Sql) =>
    sql`arg_min(${expression}, place) FILTER (WHERE ${expression} IS NOT NULL)`;
  const [years, band] = [first(sql`years`), first(sql`band`)];
  const merged = (b: Breakdown) => {
    if (b === 'age_band') return ageBand(years, band, sql`bool_and(age_not_asked)`);
    if (b === 'victim_status') return mergedStatus();
    if (b === 'org_type') return sql`arg_min(org_type, place)`;
    if (!codesOf(b))
      return sql`coalesce(${first(sql`CASE WHEN ${name(b)} NOT IN ('unknown', 'not_asked') THEN ${name(b)} END`)},
        CASE WHEN bool_and(${name(b)} = 'not_asked') THEN 'not_asked' ELSE 'unknown' END)`;
    // Only children of whom no file knows reach min(), and unknown stands before not asked.
    return sql`coalesce(arg_min(${name(b)}, place) FILTER (WHERE ${name(b)} < ${placeOf(b, 'unknown')}), min(${name(b)}))`;
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
    ${isChild(years, band, first(sql`minority_basis`))} AS is_child, ${agePresumed(years, band, first(sql`minority_basis`))} AS age_presumed,
    min(turned_18_h) AS turned_18_h, arg_min(turned_18__clock, turned_18_h) AS turned_18__clock,
    max(followup_end_h) ${going} AS followup_end_h, arg_max(followup_end__clock, followup_end_h) ${going} AS followup_end__clock,
    ${last(sql`CASE WHEN ${ended} THEN closed_h END`)} AS closed_h, ${last(sql`CASE WHEN ${ended} THEN closed__clock END`)} AS closed__clock,
    nullif(${last(sql`CASE WHEN ${ended} THEN closure_reason::VARCHAR ELSE '' END`)}, '')::e_closure AS closure_reason
    FROM (SELECT *, row_number() OVER (ORDER BY detected_h NULLS LAST, case_key) AS place FROM file WHERE files > 1)
    GROUP BY child`;
}

/** The strongest status of a child's files (ruling M4). */
function mergedStatus(): Sql {
  const place = (status: string) => placeOf('victim_status', status);
  const ranks = sql`CASE victim_status ${join(
    statusOrder.map((status, rank) => sql`WHEN ${place(status)} THEN ${rank}`),
    sql` `,
  )} END`;
  return sql`coalesce(arg_min(victim_status, ${ranks}), ${place('unknown')})`;
}

/** Place of a file's code: the value, or which kind of unknown (ruling M17); text where the list is open. */
function groupPlace(breakdown: Breakdown): Sql {
  const column = breakdownColumn(breakdown).split('.')[1] ?? breakdown;
  const notAsked = sql`${missing(column)} = 'not_asked'::e_missing`;
  return codesOf(breakdown)
    ? sql`coalesce(enum_code(${name(column)})::INTEGER,
        CASE WHEN ${notAsked} THEN ${placeOf(breakdown, 'not_asked')} ELSE ${placeOf(breakdown, 'unknown')} END)`
    : sql`coalesce(${name(column)}, CASE WHEN ${notAsked} THEN 'not_asked' ELSE 'unknown' END)`;
}

/** Place of the age band of D0 (ruling M15): from the age in years, else the recorded band, which may be coarse. */
function ageBand(years: Sql, band: Sql, notAsked: Sql): Sql {
  const place = (code: string) => placeOf('age_band', code);
  return sql`CASE
    WHEN ${years} >= 18 THEN ${place('18plus')} WHEN ${years} >= 15 THEN ${place('15_17')}
    WHEN ${years} >= 12 THEN ${place('12_14')} WHEN ${years} >= 9 THEN ${place('9_11')}
    WHEN ${years} >= 0 THEN ${place('0_8')} WHEN ${band} IS NOT NULL THEN ${band}
    WHEN ${notAsked} THEN ${place('not_asked')} ELSE ${place('unknown')} END`;
}

/** Whether the row is a child (ruling M16); NULL where the age is unknown and not presumed. */
function isChild(years: Sql, band: Sql, basis: Sql): Sql {
  return sql`CASE WHEN ${years} IS NOT NULL THEN ${years} < 18
    WHEN ${band} IS NOT NULL THEN ${band} <> ${placeOf('age_band', '18plus')}
    WHEN ${basis} = 'presumed'::e_minority_basis THEN TRUE END`;
}

/** Whether the row is a child by presumption alone. */
const agePresumed = (years: Sql, band: Sql, basis: Sql): Sql =>
  sql`(${years} IS NULL AND ${band} IS NULL AND ${basis} IS NOT DISTINCT FROM 'presumed'::e_minority_basis)`;

/** End of observation and turning 18, in hours since T0 (rulings M18, M24, S1). */
function observationEnd(): Sql {
  const closed = sql`CASE WHEN closure_reason IN ${endings} THEN ${endSinceT0('child', 'closed')} END`;
  // greatest() passes over NULL, which would end the observation of a child without an end at T0.
  const told = sql`coalesce(${closed}, ${endSinceT0('child', 'followup_end')})`;
  return sql`CASE WHEN turned_18__clock IS NOT NULL THEN ${sinceT0('child', 'turned_18').hours} END AS turns_18_h,
    CASE WHEN ${told} IS NOT NULL THEN greatest(0, ${told}) END AS end_h,
    CASE WHEN ${closed} IS NOT NULL THEN closure_reason::g_end_why ELSE 'followup'::g_end_why END AS end_why`;
}
