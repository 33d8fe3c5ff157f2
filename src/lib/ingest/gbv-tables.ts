import type { Engine } from '$lib/engine/engine';
import { join, list, name, sql, type Sql } from '$lib/schema/sql';
import { accountWords } from './account-words';
import { ageColumns, codeColumns, dayColumns, feedOf, firstDayColumns, spellingMap, squashedSql, yearsBetween, type FedColumn } from './feed-sql'; // prettier-ignore
import { gbvFields, gbvReferrals } from './gbv-plan';
import type { Rule } from './rule-account';
import { staging } from './staging';
import type { TextTable } from './text-table';

/** The text that is read; it holds birth dates and survivor codes and is dropped. */
export const gbvText: TextTable = {
  name: 'gbv_t',
  columns: Object.keys(gbvFields),
  days: ['interview', 'birth'],
};
export const gbvSteps = ['gbv_t', 'gbv_r', 'gbv_c'];

const sexes = { F: 'female', M: 'male', Female: 'female', Male: 'male' };
/** Types of incident that are read, and those that are no exploitation, squashed. */
const sexual = ['rape', 'sexualassault'];
const marriage = 'forcedmarriage';
const otherTypes = ['physicalassault', 'denialofresourcesopportunitiesorservices', 'psychologicalemotionalabuse', 'nongbv']; // prettier-ignore
/** The lookup of referrals: what became of the need, why it was not met, whether there was one. */
const statuses = {
  referred: 'waiting',
  service_provided_by_your_agency: 'completed',
  services_already_received_from_another_agency: 'no_longer_needed',
  service_not_applicable: 'no_longer_needed',
  referral_declined_by_survivor: 'declined',
  service_unavailable: 'not_provided',
};
const reasons = {
  services_already_received_from_another_agency: 'already_provided',
  referral_declined_by_survivor: 'child_declined',
  service_unavailable: 'not_available',
};

/** Persons from incidents: one a survivor code and agency, T0 the first interview. */
export async function gbvRows(engine: Engine, signal?: AbortSignal): Promise<void> {
  const run = (statement: Sql) => engine.run(statement, { signal });
  const kind = squashedSql(sql`kind`);
  await run(sql`CREATE OR REPLACE TABLE gbv_r AS SELECT *, CASE WHEN code IS NOT NULL THEN code || chr(31) || COALESCE(agency, '') END AS person,
    (${kind} IN ${list(sexual)} AND ${squashedSql(sql`goods`)} IN ('no', 'false')) OR ${kind} IN ${list(otherTypes)} AS no_sign,
    CASE WHEN ${kind} IN ${list(sexual)} AND ${squashedSql(sql`goods`)} IN ('yes', 'true') THEN 'sexual_unspecified' WHEN ${kind} = ${marriage} THEN 'forced_marriage' END AS form FROM gbv_t`);
  const first = (column: string): Sql =>
    sql`first(${name(column)} ORDER BY interview_d NULLS LAST, file, row) FILTER (WHERE ${name(column)} IS NOT NULL) AS ${name(column)}`;
  await run(sql`CREATE OR REPLACE TABLE gbv_c AS
    SELECT *, CASE WHEN NOT idle THEN 'V' || row_number() OVER (ORDER BY hash(person), person) END AS key,
      CASE WHEN ${yearsBetween(sql`birth_d`, sql`interview_d`)} < 120 THEN ${yearsBetween(sql`birth_d`, sql`interview_d`)} END AS years
    FROM (SELECT person, min(file) AS file, bool_and(COALESCE(no_sign, FALSE)) AS idle, ${join(['sex', 'birth', 'birth_d', 'interview'].map(first))},
        min(interview_d) AS interview_d, list_sort(list_distinct(list(form) FILTER (WHERE form IS NOT NULL))) AS forms
      FROM gbv_r WHERE person IS NOT NULL GROUP BY person)`);
}

const found = sql`len(COALESCE(forms, [])) > 0`;
const none = sql`'not_recorded'::e_missing`;
const cases: readonly FedColumn[] = [
  { column: 'case_key', from: null, as: sql`key AS case_key` },
  { column: 'child_key', from: null, as: sql`key AS child_key` },
  ...firstDayColumns('interview', sql`interview_d`, sql`interview`),
  {
    column: 'victim_status',
    from: 'kind',
    as: sql`CASE WHEN ${found} THEN 'possible'::e_victim_status END AS victim_status, CASE WHEN NOT ${found} THEN ${none} END AS victim_status__missing`,
  },
  { column: 'gender', from: 'sex', as: codeColumns('gender', 'gender', sexes, sql`sex`) },
  ...ageColumns('birth', sql`birth`),
  {
    column: 'main_form',
    from: 'kind',
    as: sql`CASE WHEN len(forms) = 1 THEN forms[1]::e_form END AS main_form, CASE WHEN len(forms) > 1 THEN 'unknown'::e_missing WHEN NOT ${found} THEN ${none} END AS main_form__missing`,
  },
  {
    column: 'forms',
    from: 'kind',
    as: sql`CASE WHEN ${found} THEN forms END AS forms, CASE WHEN NOT ${found} THEN ${none} END AS forms__missing`,
  },
];

const services: readonly FedColumn[] = [
  {
    column: 'service_key',
    from: null,
    as: sql`'VS' || row_number() OVER (ORDER BY hash(person), file, row, type) AS service_key`,
  },
  { column: 'case_key', from: null, as: sql`key AS case_key` },
  { column: 'service_type', from: null, as: sql`type::e_service AS service_type` },
  {
    column: 'needed',
    from: null,
    as: sql`CASE WHEN ${squashedSql(sql`said`)} = 'servicenotapplicable' THEN 'no' WHEN ${spellingMap(statuses)}[${squashedSql(sql`said`)}] IS NOT NULL THEN 'yes' END::e_ynu AS needed,
      CASE WHEN ${spellingMap(statuses)}[${squashedSql(sql`said`)}] IS NULL THEN 'unmapped'::e_missing END AS needed__missing`,
  },
  {
    column: 'need_identified',
    from: 'interview',
    as: dayColumns('need_identified', sql`interview_d`, sql`interview`),
  },
  {
    column: 'status',
    from: null,
    as: codeColumns('status', 'service_status', statuses, sql`said`),
  },
  {
    column: 'unmet_reason',
    from: null,
    as: sql`${spellingMap(reasons)}[${squashedSql(sql`said`)}]::e_refusal AS unmet_reason, CASE WHEN ${spellingMap(reasons)}[${squashedSql(sql`said`)}] IS NULL THEN 'not_applicable'::e_missing END AS unmet_reason__missing`,
  },
];
const referred = join(
  Object.entries(gbvReferrals).map(
    ([field, [, type]]) =>
      sql`SELECT r.person, r.file, r.row, interview, interview_d, ${type} AS type, ${name(field)} AS said FROM gbv_r r WHERE ${name(field)} IS NOT NULL AND person IS NOT NULL`,
  ),
  sql` UNION ALL `,
);
const feeds = {
  cases: { columns: cases, rows: sql`gbv_c WHERE key IS NOT NULL` },
  services: {
    columns: services,
    rows: sql`(SELECT s.*, c.key FROM (${referred}) s JOIN (SELECT person, key FROM gbv_c WHERE key IS NOT NULL) c ON c.person = s.person)`,
  },
} as const;
export const gbvFeeds = Object.keys(feeds) as readonly (keyof typeof feeds)[];

/** Puts the rows of one table in, `fileNo` being the number of a file of it; answers the columns fed. */
export async function gbvFeed(
  engine: Engine,
  table: keyof typeof feeds,
  fileNo: Sql,
  has: (from: string) => boolean,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const { columns, rows } = feeds[table];
  const { fed, select } = feedOf(table, columns, has);
  await engine.run(
    sql`INSERT INTO ${staging(table)} BY NAME SELECT ${fileNo} AS file_no, ${select} FROM ${rows} ORDER BY key`,
    { signal },
  );
  return fed;
}

/** One row an incident, with what the person became. */
export const gbvIncidents = sql`(SELECT r.*, c.key, c.idle, c.years, c.interview_d AS t0 FROM gbv_r r LEFT JOIN gbv_c c ON c.person = r.person)`;

const noCode = (column: string, where: Sql): Rule => ({
  code: 'value-not-in-code-list',
  column,
  where: sql`key IS NOT NULL AND (${where})`,
  does: 'warned',
  words: accountWords.noCode,
});
const odd = (cell: Sql, codes: readonly string[]): Sql =>
  sql`${cell} IS NOT NULL AND ${squashedSql(cell)} NOT IN ${list(codes.map((code) => code.toLowerCase().replace(/[^a-z0-9]/g, '')))}`;

/** What incidents are held against, in order. */
export const gbvRules: readonly Rule[] = [
  {
    code: 'no-survivor-code',
    column: 'SURVIVOR CODE',
    where: sql`person IS NULL`,
    does: 'excluded',
    words: {
      en: 'have no survivor code, so nothing says which person they are about. They are left out.',
      nb: 'har ingen kode for den utsatte, så ingenting sier hvem de gjelder. De er utelatt.',
    },
  },
  {
    code: 'no-exploitation',
    column: 'GBV TYPE',
    where: sql`idle`,
    does: 'excluded',
    words: {
      en: 'are about persons whose incidents show no sign of exploitation: no forced marriage, and nothing exchanged. They are left out.',
      nb: 'gjelder personer der hendelsene ikke viser tegn til utnyttelse: ikke tvangsekteskap, og ingenting byttet. De er utelatt.',
    },
  },
  {
    code: 'cell-not-a-date',
    column: 'DATE OF INTERVIEW',
    where: sql`key IS NOT NULL AND interview_d IS NULL`,
    does: 'warned',
    words: {
      en: 'have no day of interview that can be read.',
      nb: 'har ingen lesbar intervjudag.',
    },
  },
  {
    code: 'age-not-computed',
    column: 'DATE OF BIRTH',
    where: sql`key IS NOT NULL AND birth IS NOT NULL AND t0 IS NOT NULL AND years IS NULL`,
    does: 'warned',
    words: {
      en: 'have a birth date that gives no age at the first interview; the age is left out.',
      nb: 'har en fødselsdato som ikke gir en alder ved første intervju; alderen er utelatt.',
    },
  },
  noCode('SEX', odd(sql`sex`, Object.keys(sexes))),
  noCode('GBV TYPE', odd(sql`kind`, [...sexual, marriage, ...otherTypes])),
  noCode('MONEY, GOODS, BENEFITS AND / OR SERVICES EXCHANGED ?', odd(sql`goods`, ['yes', 'no', 'true', 'false', 'unknown'])), // prettier-ignore
  ...Object.entries(gbvReferrals).map(([field, [heading]]) =>
    noCode(heading.toUpperCase(), odd(name(field), Object.keys(statuses))),
  ),
];
