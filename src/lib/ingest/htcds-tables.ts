import type { Engine } from '$lib/engine/engine';
import { join, list, name, sql, type Sql } from '$lib/schema/sql';
import { countryCode } from './country-codes';
import { ageColumns, codeColumns, codeMap, dayColumns, feedOf, firstDayColumns, gapOf, spellingMap, squashedSql, yearsBetween, type FedColumn } from './feed-sql'; // prettier-ignore
import { htcdsCodes, htcdsUnknown } from './htcds-codes';
import { staging } from './staging';
import type { TextTable } from './text-table';

/** The text that is read of a case file; it holds birth dates and is dropped. */
export const htcdsText: TextTable = {
  name: 'htcds_t',
  columns: ['birth', 'gender', 'citizenship', 'status', 'age_first', 'control', 'form', 'sexual', 'open', 'incoming', 'outgoing', 'receiver'], // prettier-ignore
  days: ['birth', 'incoming', 'outgoing'],
};

/** The form of the header of each text column. */
export const htcdsFields: Readonly<Record<string, string>> = {
  birth: 'birthdate',
  gender: 'gender',
  citizenship: 'citizenship',
  status: 'trafficking status',
  age_first: 'age when trafficked',
  control: 'methods of control',
  form: 'type of exploitation',
  sexual: 'type of sex exploitation',
  open: 'status',
  incoming: 'incoming referral date',
  outgoing: 'outgoing referral date',
  receiver: 'referred organisation',
};

const items = (cell: Sql): Sql =>
  sql`list_filter(list_transform(string_split(${cell}, ';'), x -> ${squashedSql(sql`x`)}), x -> x <> '')`;
const known = (cell: Sql, codes: Readonly<Record<string, string>>): Sql =>
  sql`list_filter(list_transform(${items(cell)}, x -> ${spellingMap(codes)}[x]), x -> x IS NOT NULL)`;
const odd = (cell: Sql, codes: Readonly<Record<string, string>>): Sql =>
  sql`COALESCE(len(${items(cell)}) <> len(${known(cell, codes)}), FALSE)`;

/** Rows with what was made of them; `out` says why one is no case. */
export async function htcdsRows(engine: Engine, signal?: AbortSignal): Promise<void> {
  const countries = await engine.query(
    sql`SELECT DISTINCT citizenship AS cell FROM htcds_t WHERE citizenship IS NOT NULL`,
    { signal },
  );
  const found = countries.flatMap(({ cell }): [string, string][] => {
    const code = countryCode(String(cell));
    return code ? [[String(cell), code]] : [];
  });
  const country = found.length
    ? sql`${codeMap(Object.fromEntries(found))}[citizenship]`
    : sql`NULL::VARCHAR`;
  const { form, sexualForm, control } = htcdsCodes;
  const broad = known(sql`form`, form);
  const fine = known(sql`sexual`, sexualForm);
  const [years, whole] = [yearsBetween(sql`birth_d`, sql`incoming_d`), sql`TRY_CAST(age_first AS DOUBLE)`]; // prettier-ignore
  await engine.run(
    sql`CREATE OR REPLACE TABLE htcds_k AS SELECT *, 'H' || row_number() OVER (ORDER BY file, row) AS key,
      CASE WHEN COALESCE(${join(htcdsText.columns.map(name))}) IS NULL THEN 'empty'
        WHEN ${squashedSql(sql`status`)} = 'traffickingstatus' THEN 'header' END AS out,
      ${country} AS country, position(';' IN citizenship) > 0 AS several,
      CASE WHEN ${years} < 120 THEN ${years} END AS years,
      CASE WHEN ${whole} BETWEEN 0 AND 25 AND ${whole} = trunc(${whole}) THEN CAST(${whole} AS INTEGER) END AS years_first,
      list_sort(list_distinct(CASE WHEN len(${fine}) > 0
        THEN list_concat(list_filter(${broad}, x -> x <> 'sexual_unspecified'), ${fine}) ELSE ${broad} END)) AS forms,
      ${odd(sql`form`, form)} OR ${odd(sql`sexual`, sexualForm)} AS odd_form,
      list_sort(list_distinct(${known(sql`control`, control)})) AS means, ${odd(sql`control`, control)} AS odd_means
      FROM htcds_t`,
    { signal },
  );
}

const gap = (column: string, why: Sql): Sql => sql`${why} AS ${name(`${column}__missing`)}`;
const listed = (column: string, codes: Sql, cell: Sql, bad: Sql): Sql =>
  sql`CASE WHEN len(${codes}) > 0 THEN ${codes} END AS ${name(column)}, ${gap(column, sql`CASE WHEN ${bad} THEN 'unmapped'::e_missing WHEN len(${codes}) > 0 THEN NULL WHEN ${cell} IS NULL THEN 'not_recorded'::e_missing ELSE 'unmapped'::e_missing END`)}`;
const formCell = sql`COALESCE(form, sexual)`;

const cases: readonly FedColumn[] = [
  { column: 'case_key', from: null, as: sql`key AS case_key` },
  ...firstDayColumns('incoming', sql`incoming_d`, sql`incoming`),
  {
    column: 'victim_status',
    from: 'status',
    as: codeColumns('victim_status', 'victim_status', htcdsCodes.status, sql`status`, htcdsUnknown),
  },
  {
    column: 'gender',
    from: 'gender',
    as: codeColumns('gender', 'gender', htcdsCodes.gender, sql`gender`, htcdsUnknown),
  },
  ...ageColumns('birth', sql`birth`),
  {
    column: 'age_at_first_exploitation',
    from: 'age_first',
    as: sql`years_first AS age_at_first_exploitation, ${gap('age_at_first_exploitation', gapOf(sql`years_first`, sql`age_first`, 'unreadable'))}`,
  },
  {
    column: 'citizenship',
    from: 'citizenship',
    as: sql`country AS citizenship, ${gap('citizenship', sql`CASE WHEN country IS NOT NULL THEN NULL WHEN citizenship IS NULL THEN 'not_recorded'::e_missing WHEN several OR ${squashedSql(sql`citizenship`)} = 'unknown' THEN 'unknown'::e_missing ELSE 'unmapped'::e_missing END`)}`,
  },
  {
    column: 'main_form',
    from: 'form',
    as: sql`CASE WHEN len(forms) = 1 AND NOT odd_form THEN forms[1]::e_form END AS main_form, ${gap('main_form', sql`CASE WHEN odd_form THEN 'unmapped'::e_missing WHEN len(forms) = 1 THEN NULL WHEN len(forms) > 1 THEN 'unknown'::e_missing ELSE 'not_recorded'::e_missing END`)}`,
  },
  { column: 'forms', from: 'form', as: listed('forms', sql`forms`, formCell, sql`odd_form`) },
  {
    column: 'means_of_control',
    from: 'control',
    as: listed('means_of_control', sql`means`, sql`control`, sql`odd_means`),
  },
  {
    column: 'case_open',
    from: 'open',
    as: codeColumns('case_open', 'yn', htcdsCodes.open, sql`open`),
  },
];

const spells: readonly FedColumn[] = [
  { column: 'spell_key', from: null, as: sql`key || 'S' || place AS spell_key` },
  { column: 'case_key', from: null, as: sql`key AS case_key` },
  { column: 'form', from: 'form', as: sql`one::e_form AS form` },
  {
    column: 'age_at_start',
    from: 'age_first',
    as: sql`CASE WHEN len(forms) = 1 THEN years_first END AS age_at_start, ${gap('age_at_start', sql`CASE WHEN len(forms) > 1 THEN 'unknown'::e_missing ELSE ${gapOf(sql`years_first`, sql`age_first`, 'unreadable')} END`)}`,
  },
  {
    column: 'certainty',
    from: 'status',
    as: sql`CASE ${squashedSql(sql`status`)} WHEN 'possiblevictimoftrafficking' THEN 'suspected'::e_certainty WHEN 'actualvictimoftrafficking' THEN 'confirmed'::e_certainty END AS certainty,
      ${gap('certainty', sql`CASE WHEN status IS NULL THEN 'not_recorded'::e_missing WHEN ${squashedSql(sql`status`)} = 'notavictimoftrafficking' THEN 'not_applicable'::e_missing WHEN ${squashedSql(sql`status`)} NOT IN ('possiblevictimoftrafficking', 'actualvictimoftrafficking') THEN 'unmapped'::e_missing END`)}`,
  },
];

const referrals: readonly FedColumn[] = [
  { column: 'referral_key', from: null, as: sql`key || 'R' AS referral_key` },
  { column: 'case_key', from: null, as: sql`key AS case_key` },
  {
    column: 'referred',
    from: 'outgoing',
    as: dayColumns('referred', sql`outgoing_d`, sql`outgoing`),
  },
  { column: 'status', from: null, as: sql`'sent'::e_referral_status AS status` },
];

const feeds = {
  cases: { columns: cases, rows: sql`htcds_k` },
  exploitation_spells: {
    columns: spells,
    rows: sql`(SELECT * FROM htcds_k, unnest(forms) WITH ORDINALITY AS u(one, place))`,
  },
  referrals: {
    columns: referrals,
    rows: sql`(SELECT * FROM htcds_k WHERE outgoing IS NOT NULL OR receiver IS NOT NULL)`,
  },
} as const;

export const htcdsFeeds = Object.keys(feeds) as readonly (keyof typeof feeds)[];

/** Puts the rows of file `k` into a table as file `fileNo` of it; answers which columns it fed. */
export async function htcdsFeed(
  engine: Engine,
  table: keyof typeof feeds,
  k: number,
  fileNo: number,
  has: (from: string) => boolean,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const { columns, rows } = feeds[table];
  const { fed, select } = feedOf(table, columns, has);
  await engine.run(
    sql`INSERT INTO ${staging(table)} BY NAME SELECT ${fileNo} AS file_no, ${select} FROM ${rows} WHERE file = ${k} AND out IS NULL ORDER BY row`,
    { signal },
  );
  return fed;
}

/** Cells of a code column that no code stands for, in squashed spelling. */
export const htcdsOdd = (cell: Sql, codes: Readonly<Record<string, string>>): Sql =>
  sql`${cell} IS NOT NULL AND ${spellingMap(codes)}[${squashedSql(cell)}] IS NULL AND ${squashedSql(cell)} NOT IN ${list(htcdsUnknown)}`;
