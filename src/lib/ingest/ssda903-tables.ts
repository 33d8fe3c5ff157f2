import type { Engine } from '$lib/engine/engine';
import { join, sql, type Sql } from '$lib/schema/sql';
import type { Adapter, AdapterFile, AdapterResult } from './adapter';
import { gapOf, unfed } from './feed-sql';
import { ssda903Accounts } from './ssda903-accounts';
import { staging } from './staging';

/** Placement codes of the return, as `data-model.md` 4.5 maps them; every other code is `other`. */
const places: Readonly<Record<string, readonly string[]>> = {
  own_family: ['P1'],
  kinship: ['U1', 'U2', 'U3'],
  foster: ['U4', 'U5', 'U6'],
  emergency_home: ['T4'],
  residential_general: ['K2', 'R1'],
  supported_living: ['H5', 'P2'],
  hotel: ['Z1'],
  secure_care: ['K1'],
  detention: ['R5'],
  hospital: ['R2', 'T1'],
};

/** Logical columns that the return feeds. */
const feeds = {
  cases: [
    'case_key',
    'child_key',
    'index_month',
    'detected',
    'gender',
    'age_at_detection',
    'accompaniment',
    'followup_end',
  ],
  placements: ['placement_key', 'case_key', 'placement_type', 'started', 'ended'],
  missing_episodes: ['episode_key', 'case_key', 'episode_type', 'started', 'ended'],
} as const;

/** Tables between the text and the staging tables; the caller drops them, whatever happens. */
export const ssda903Steps = [
  'ssda903_e',
  'ssda903_m',
  'ssda903_h',
  'ssda903_k',
  'ssda903_c',
  'ssda903_eb',
  'ssda903_mb',
];

const day = (cell: Sql) =>
  sql`CAST(CASE WHEN year(try_strptime(${cell}, ['%d/%m/%Y', '%Y-%m-%d'])) BETWEEN 1900 AND 2100 THEN try_strptime(${cell}, ['%d/%m/%Y', '%Y-%m-%d']) END AS DATE)`;
const hours = (date: Sql) => sql`epoch(CAST(${date} AS TIMESTAMP)) / 3600`;
const gap = (cell: Sql, date: Sql) => gapOf(date, cell, 'unreadable');

/**
 * Cases, placements and missing episodes from the text tables of a return. A child's T0 is the first
 * day of its first episode; a row that a later year repeats is counted once, in the file that knows
 * its end.
 */
export async function ssda903Tables(
  engine: Engine,
  files: readonly AdapterFile[],
  firstFile: (table: string) => number,
  tell: Parameters<Adapter['load']>[3],
  signal?: AbortSignal,
): Promise<Pick<AdapterResult, 'accounts' | 'columns' | 'files'>> {
  const run = (statement: Sql) => engine.run(statement, { signal });
  const of = (role: string) => files.filter(({ plan }) => plan.role === role);
  const placeMap = Object.entries(places).flatMap(([code, from]) =>
    from.map((place) => [place, code]),
  );
  const map = sql`MAP {${join(placeMap.map(([place, code]) => sql`${place ?? ''}: ${code ?? ''}`))}}`;

  await run(
    sql`CREATE OR REPLACE TABLE ssda903_e AS SELECT *, ${day(sql`decom`)} AS started, ${day(sql`dec`)} AS ended FROM ssda903_episodes`,
  );
  await run(
    sql`CREATE OR REPLACE TABLE ssda903_m AS SELECT *, ${day(sql`mis_start`)} AS started, ${day(sql`mis_end`)} AS ended FROM ssda903_missing`,
  );
  await run(sql`CREATE OR REPLACE TABLE ssda903_h AS
    SELECT *, ${day(sql`dob`)} AS born, row_number() OVER (PARTITION BY child ORDER BY file, row) AS turn FROM ssda903_header`);
  const [end] = await engine.query(
    sql`SELECT CAST(make_date(CAST(year(latest) + CASE WHEN latest > make_date(year(latest), 3, 31) THEN 1 ELSE 0 END AS BIGINT), 3, 31) AS VARCHAR) AS day
      FROM (SELECT max(started) AS latest FROM (SELECT started FROM ssda903_e UNION ALL SELECT started FROM ssda903_m))`,
    { signal },
  );
  const lastDay = typeof end?.day === 'string' ? end.day : null;
  await run(sql`CREATE OR REPLACE TABLE ssda903_k AS
    SELECT child, 'C' || row_number() OVER (ORDER BY hash(child), child) AS key
    FROM (SELECT child FROM ssda903_header UNION SELECT child FROM ssda903_episodes UNION SELECT child FROM ssda903_missing)
    WHERE child IS NOT NULL`);
  await run(sql`CREATE OR REPLACE TABLE ssda903_c AS
    SELECT key, h.*, t0 FROM ssda903_h h JOIN ssda903_k k ON k.child = h.child
    JOIN (SELECT child, min(started) AS t0 FROM ssda903_e GROUP BY child) e ON e.child = h.child
    WHERE turn = 1 AND t0 IS NOT NULL`);

  const fileNo = (role: string, table: string): Sql => {
    const first = firstFile(table);
    if (!of(role).length) return sql`0`;
    const numbers = of(role).map((file, i) => sql`WHEN ${files.indexOf(file)} THEN ${first + i}`);
    return sql`CASE file ${numbers.reduce((all, one) => sql`${all} ${one}`, sql``)} ELSE 0 END`;
  };
  const age = sql`CASE WHEN t0 >= born THEN CAST(date_part('year', age(CAST(t0 AS TIMESTAMP), CAST(born AS TIMESTAMP))) AS INTEGER) END`;
  const alone = of('uasc').length
    ? sql`CASE WHEN child IN (SELECT child FROM ssda903_uasc) THEN 'unaccompanied'::e_accompaniment END`
    : sql`NULL::e_accompaniment`;
  if (of('header').length)
    await run(sql`INSERT INTO ${staging('cases')} BY NAME
      SELECT ${fileNo('header', 'cases')} AS file_no, key AS case_key, key AS child_key,
        CAST(date_trunc('month', t0) AS DATE) AS index_month, 'month'::e_grain AS index_month__grain,
        ${hours(sql`t0`)} AS detected_h, 'date'::e_clock AS detected__clock,
        CASE sex WHEN '1' THEN 'male'::e_gender WHEN '2' THEN 'female'::e_gender END AS gender,
        CASE WHEN sex IN ('1', '2') THEN NULL WHEN sex IS NULL THEN 'not_recorded'::e_missing ELSE 'unmapped'::e_missing END AS gender__missing,
        CASE WHEN ${age} <= 25 THEN ${age} END AS age_at_detection,
        CASE WHEN ${age} <= 25 THEN NULL WHEN dob IS NULL THEN 'not_recorded'::e_missing ELSE 'unreadable'::e_missing END AS age_at_detection__missing,
        ${alone} AS accompaniment,
        CASE WHEN ${of('uasc').length > 0} THEN CASE WHEN ${alone} IS NULL THEN 'not_recorded'::e_missing END ELSE 'not_asked'::e_missing END AS accompaniment__missing,
        ${lastDay === null ? sql`NULL` : hours(sql`CAST(${lastDay} AS DATE)`)} AS followup_end_h, 'date'::e_clock AS followup_end__clock, ${unfed('cases', feeds.cases)}
      FROM ssda903_c`);
  const best = (table: Sql, what: Sql) => sql`(SELECT x.*, c.key,
      file = first_value(file) OVER (PARTITION BY x.child, started, ${what} ORDER BY (ended IS NULL), file DESC) AS kept
      FROM (SELECT e.* FROM ${table} e) x LEFT JOIN ssda903_k c ON c.child = x.child)`;
  await run(
    sql`CREATE OR REPLACE TABLE ssda903_eb AS SELECT * FROM ${best(sql`ssda903_e`, sql`place`)}`,
  );
  await run(
    sql`CREATE OR REPLACE TABLE ssda903_mb AS SELECT * FROM ${best(sql`ssda903_m`, sql`missing`)}`,
  );
  await run(sql`INSERT INTO ${staging('placements')} BY NAME
    SELECT ${fileNo('episodes', 'placements')} AS file_no, 'P' || row_number() OVER (ORDER BY hash(child), child, started, file, row) AS placement_key, key AS case_key, CASE WHEN key IS NULL THEN 'not_recorded'::e_missing END AS case_key__missing,
      CASE WHEN place IS NOT NULL THEN COALESCE(${map}[upper(place)], 'other')::e_placement END AS placement_type,
      CASE WHEN place IS NULL THEN 'not_recorded'::e_missing END AS placement_type__missing,
      ${hours(sql`started`)} AS started_h, CASE WHEN started IS NOT NULL THEN 'date'::e_clock END AS started__clock, ${gap(sql`decom`, sql`started`)} AS started__missing,
      ${hours(sql`ended`)} AS ended_h, CASE WHEN ended IS NOT NULL THEN 'date'::e_clock END AS ended__clock, ${gap(sql`dec`, sql`ended`)} AS ended__missing, ${unfed('placements', feeds.placements)}
    FROM ssda903_eb WHERE kept`);
  await run(sql`INSERT INTO ${staging('missing_episodes')} BY NAME
    SELECT ${fileNo('missing', 'missing_episodes')} AS file_no, 'M' || row_number() OVER (ORDER BY hash(child), child, started, file, row) AS episode_key, key AS case_key, CASE WHEN key IS NULL THEN 'not_recorded'::e_missing END AS case_key__missing,
      CASE upper(missing) WHEN 'M' THEN 'missing'::e_missing_type WHEN 'A' THEN 'away'::e_missing_type END AS episode_type,
      CASE WHEN upper(missing) IN ('M', 'A') THEN NULL WHEN missing IS NULL THEN 'not_recorded'::e_missing ELSE 'unmapped'::e_missing END AS episode_type__missing,
      ${hours(sql`started`)} AS started_h, CASE WHEN started IS NOT NULL THEN 'date'::e_clock END AS started__clock, ${gap(sql`mis_start`, sql`started`)} AS started__missing,
      ${hours(sql`ended`)} AS ended_h, CASE WHEN ended IS NOT NULL THEN 'date'::e_clock END AS ended__clock, ${gap(sql`mis_end`, sql`ended`)} AS ended__missing, ${unfed('missing_episodes', feeds.missing_episodes)}
    FROM ssda903_mb WHERE kept`);

  const accounts = await ssda903Accounts(engine, files, lastDay, tell, signal);
  const names = (role: string) => of(role).map((file) => file.name);
  return {
    accounts,
    columns: {
      cases: feeds.cases.filter((column) => column !== 'accompaniment' || of('uasc').length > 0),
      ...(of('episodes').length ? { placements: feeds.placements } : {}),
      ...(of('missing').length ? { missing_episodes: feeds.missing_episodes } : {}),
    },
    files: {
      cases: names('header'),
      placements: names('episodes'),
      missing_episodes: names('missing'),
    },
  };
}
