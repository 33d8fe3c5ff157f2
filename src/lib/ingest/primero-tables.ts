import type { Engine } from '$lib/engine/engine';
import { join, list, name, sql, type Sql } from '$lib/schema/sql';
import { ageColumns, codeColumns, dayColumns, feedOf, firstDayColumns, spellingMap, squashedSql, yearsBetween, type FedColumn } from './feed-sql'; // prettier-ignore
import { primeroAnyPhase, primeroCodes, primeroMixedConcerns, primeroOtherConcerns, primeroPhases } from './primero-codes'; // prettier-ignore
import { staging } from './staging';
import type { TextTable } from './text-table';

/** The text that is read of each kind of file; it holds birth dates and user names and is dropped. */
export const primeroTexts = {
  children: {
    name: 'primero_t',
    columns: ['ref', 'short', 'sex', 'age', 'birth', 'status', 'registered', 'owner', 'moved', 'closed', 'reason', 'protection', 'concerns', 'plan', 'assessed'], // prettier-ignore
    days: ['birth', 'registered', 'moved', 'closed', 'plan', 'assessed'],
  },
  services: {
    name: 'primero_s',
    columns: ['ref', 'service', 'created', 'implemented', 'done'],
    days: ['created', 'done'],
  },
  followups: { name: 'primero_f', columns: ['ref', 'followup', 'held'], days: ['held'] },
} as const satisfies Readonly<Record<string, TextTable>>;

/** All tables between the text and the staging tables; the caller drops them, whatever happens. */
export const primeroSteps = ['primero_t', 'primero_s', 'primero_f', 'primero_r', 'primero_m', 'primero_c', 'primero_sr', 'primero_fr']; // prettier-ignore

const concerns = sql`list_filter(list_transform(string_split_regex(regexp_replace(concerns, '[\\[\\]"]', '', 'g'), '\\|\\|\\||[,;]'), x -> ${squashedSql(sql`x`)}), x -> x <> '')`;

/**
 * From the text to rows that are told apart: a case without `key` is left out, being `gone` (transferred or a
 * duplicate) or `idle` (its concerns are known and none is exploitation). One child has one case;
 * what its other sheets say is put beside it. `roles` are the roles of the files by number.
 */
export async function primeroRows(
  engine: Engine,
  roles: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const run = (statement: Sql) => engine.run(statement, { signal });
  const role = sql`CASE file ${join(
    roles.map((one, k) => sql`WHEN ${k} THEN ${one}`),
    sql` `,
  )} END`;
  await run(sql`CREATE OR REPLACE TABLE primero_r AS
    SELECT *, row_number() OVER (PARTITION BY id, role ORDER BY file, row) AS turn
    FROM (SELECT *, COALESCE(short, ref) AS id, ${role} AS role FROM primero_t)`);
  const fields = primeroTexts.children.columns.filter((one) => one !== 'ref' && one !== 'short');
  const first = [...fields, ...primeroTexts.children.days.map((day) => `${day}_d`)].map(
    (one) =>
      sql`first(${name(one)} ORDER BY turn, role) FILTER (WHERE ${name(one)} IS NOT NULL) AS ${name(one)}`,
  );
  await run(
    sql`CREATE OR REPLACE TABLE primero_m AS SELECT id, ${join(first)} FROM primero_r WHERE id IS NOT NULL GROUP BY id`,
  );
  const [born, told] = [
    yearsBetween(sql`birth_d`, sql`registered_d`),
    sql`TRY_CAST(age AS DOUBLE)`,
  ];
  const years = sql`CASE WHEN birth IS NOT NULL THEN ${born} WHEN ${told} BETWEEN 0 AND 200 AND ${told} = trunc(${told}) THEN CAST(${told} AS INTEGER) END`;
  const form = spellingMap(primeroCodes.form);
  await run(sql`CREATE OR REPLACE TABLE primero_c AS
    SELECT *, CASE WHEN NOT gone AND NOT idle THEN 'P' || row_number() OVER (ORDER BY hash(id), id) END AS key
    FROM (SELECT *, COALESCE(len(said) > 0 AND len(list_filter(said, x -> x NOT IN ${list(primeroOtherConcerns)})) = 0, FALSE) AS idle,
        COALESCE(${squashedSql(sql`status`)}, '') IN ('transferred', 'duplicate') AS gone
      FROM (SELECT m.*, r.file, r.row,
          CASE WHEN owner IS NOT NULL THEN 'W' || dense_rank() OVER (ORDER BY hash(owner), owner) END AS worker,
          CASE WHEN ${years} < 120 THEN ${years} END AS years,
          ${concerns} AS said, list_sort(list_distinct(list_filter(list_transform(${concerns}, x -> ${form}[x]), x -> x IS NOT NULL))) AS forms
        FROM primero_m m JOIN (SELECT id, file, row FROM primero_r WHERE role = 'cases' AND turn = 1) r ON r.id = m.id))`);
  for (const [from, to] of [
    ['primero_s', 'primero_sr'],
    ['primero_f', 'primero_fr'],
  ] as const)
    // prettier-ignore
    await run(
      sql`CREATE OR REPLACE TABLE ${name(to)} AS SELECT t.*, c.key FROM ${name(from)} t LEFT JOIN primero_c c ON c.id = t.ref`,
    );
}

const gap = (column: string, why: Sql): Sql => sql`${why} AS ${name(`${column}__missing`)}`;
const says = (codes: readonly string[]): Sql =>
  sql`list_has_any(said, [${join(codes.map((code) => sql`${code}`))}])`;
const exploited = sql`COALESCE(len(forms) > 0, FALSE)`;
/** True where a concern is said that is in no published list. */
export const primeroOddConcern: Sql = sql`len(list_filter(said, x -> x NOT IN ${list(['sexuallyexploited', 'caafag', ...primeroMixedConcerns, ...primeroOtherConcerns])})) > 0`;
/** True where all that is said of exploitation is a code that stands for several things. */
export const primeroMixed: Sql = sql`${says(primeroMixedConcerns)} AND NOT ${exploited}`;

const key: FedColumn = { column: 'case_key', from: null, as: sql`key AS case_key` };
const noForm = sql`CASE WHEN concerns IS NULL THEN 'not_recorded'::e_missing WHEN ${primeroMixed} OR ${primeroOddConcern} THEN 'unmapped'::e_missing ELSE 'not_applicable'::e_missing END`;

const cases: readonly FedColumn[] = [
  key,
  { column: 'child_key', from: null, as: sql`key AS child_key` },
  ...firstDayColumns('registered', sql`registered_d`, sql`registered`),
  {
    column: 'victim_status',
    from: 'concerns',
    as: sql`CASE WHEN ${exploited} THEN 'presumed'::e_victim_status END AS victim_status, ${gap('victim_status', sql`CASE WHEN ${exploited} THEN NULL ELSE ${noForm} END`)}`,
  },
  {
    column: 'gender',
    from: 'sex',
    as: codeColumns('gender', 'gender', primeroCodes.sex, sql`sex`, ['unknown']),
  },
  ...ageColumns('years', sql`COALESCE(birth, age)`),
  {
    column: 'main_form',
    from: 'concerns',
    as: sql`CASE WHEN len(forms) = 1 THEN forms[1]::e_form END AS main_form, ${gap('main_form', sql`CASE WHEN len(forms) = 1 THEN NULL WHEN len(forms) > 1 THEN 'unknown'::e_missing ELSE ${noForm} END`)}`,
  },
  {
    column: 'forms',
    from: 'concerns',
    as: sql`CASE WHEN len(forms) > 0 THEN forms END AS forms, ${gap('forms', sql`CASE WHEN len(forms) > 0 THEN NULL ELSE ${noForm} END`)}`,
  },
  {
    column: 'accompaniment',
    from: 'protection',
    as: codeColumns('accompaniment', 'accompaniment', primeroCodes.accompaniment, sql`protection`),
  },
  {
    column: 'case_open',
    from: 'status',
    as: codeColumns('case_open', 'yn', primeroCodes.open, sql`status`),
  },
  { column: 'closed', from: 'closed', as: dayColumns('closed', sql`closed_d`, sql`closed`) },
  {
    column: 'closure_reason',
    from: 'reason',
    as: codeColumns('closure_reason', 'closure', primeroCodes.closure, sql`reason`),
  },
];

const assessments: readonly FedColumn[] = [
  { column: 'assessment_key', from: null, as: sql`key || 'A' AS assessment_key` },
  key,
  {
    column: 'assessment_type',
    from: null,
    as: sql`'individual_needs'::e_assessment AS assessment_type`,
  },
  {
    column: 'started',
    from: 'assessed',
    as: dayColumns('started', sql`assessed_d`, sql`assessed`),
  },
  { column: 'completed', from: 'plan', as: dayColumns('completed', sql`plan_d`, sql`plan`) },
  {
    column: 'plan_made',
    from: 'plan',
    as: sql`CASE WHEN plan IS NOT NULL THEN 'yes'::e_ynu END AS plan_made, ${gap('plan_made', sql`CASE WHEN plan IS NULL THEN 'not_recorded'::e_missing END`)}`,
  },
];

const assignments: readonly FedColumn[] = [
  { column: 'assignment_key', from: null, as: sql`key || 'O' AS assignment_key` },
  key,
  { column: 'role', from: null, as: sql`'case_worker'::e_role AS role` },
  { column: 'worker_key', from: 'owner', as: sql`worker AS worker_key` },
  { column: 'started', from: 'moved', as: dayColumns('started', sql`moved_d`, sql`moved`) },
];

const given = sql`CASE WHEN done IS NOT NULL OR ${squashedSql(sql`implemented`)} = 'implemented' THEN 'completed' WHEN ${squashedSql(sql`implemented`)} = 'notimplemented' THEN 'waiting' END`;
const services: readonly FedColumn[] = [
  {
    column: 'service_key',
    from: null,
    as: sql`'S' || row_number() OVER (ORDER BY hash(ref), file, row) AS service_key`,
  },
  key,
  {
    column: 'service_type',
    from: 'service',
    as: codeColumns('service_type', 'service', primeroCodes.service, sql`service`),
  },
  { column: 'needed', from: null, as: sql`'yes'::e_ynu AS needed` },
  {
    column: 'need_identified',
    from: 'created',
    as: dayColumns('need_identified', sql`created_d`, sql`created`),
  },
  {
    column: 'status',
    from: 'implemented',
    as: sql`${given}::e_service_status AS status, ${gap('status', sql`CASE WHEN ${given} IS NOT NULL THEN NULL WHEN implemented IS NULL THEN 'not_recorded'::e_missing ELSE 'unmapped'::e_missing END`)}`,
  },
  { column: 'started', from: 'done', as: dayColumns('started', sql`done_d`, sql`done`) },
];

const followups: readonly FedColumn[] = [
  {
    column: 'followup_key',
    from: null,
    as: sql`'F' || row_number() OVER (ORDER BY hash(ref), file, row) AS followup_key`,
  },
  key,
  { column: 'held', from: 'held', as: dayColumns('held', sql`held_d`, sql`held`) },
  {
    column: 'contact_made',
    from: 'held',
    as: sql`CASE WHEN held_d IS NOT NULL THEN 'yes'::e_yn END AS contact_made, ${gap('contact_made', sql`CASE WHEN held_d IS NULL THEN 'not_recorded'::e_missing END`)}`,
  },
  {
    column: 'phase',
    from: 'followup',
    as: codeColumns('phase', 'phase', primeroPhases, sql`followup`, primeroAnyPhase),
  },
];

const feeds = {
  cases: { columns: cases, rows: sql`primero_c WHERE key IS NOT NULL` },
  assessments: {
    columns: assessments,
    rows: sql`primero_c WHERE key IS NOT NULL AND (plan IS NOT NULL OR assessed IS NOT NULL)`,
  },
  assignments: {
    columns: assignments,
    rows: sql`primero_c WHERE key IS NOT NULL AND owner IS NOT NULL`,
  },
  services: { columns: services, rows: sql`primero_sr WHERE key IS NOT NULL` },
  followups: { columns: followups, rows: sql`primero_fr WHERE key IS NOT NULL` },
} as const;

export type PrimeroTable = keyof typeof feeds;

/** Puts the rows of one table in, `fileNo` being the number of a file of it; answers the columns fed. */
export async function primeroFeed(
  engine: Engine,
  table: PrimeroTable,
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
