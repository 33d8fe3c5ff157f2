import type { Engine } from '$lib/engine/engine';
import { join, name, slot, sql, type Sql } from '$lib/schema/sql';
import type { Adapter, AdapterFile } from './adapter';
import { codeMap, gapOf, unfed } from './feed-sql';
import { iatiAccounts } from './iati-accounts';
import { iatiCannotFeed, iatiPlan } from './iati-plan';
import { loadRecords } from './load-records';
import { staging } from './staging';

/** IATI OrganisationType and AidType (vocabulary 1) as `data-model.md` section 4 maps them. */
const donors: Readonly<Record<string, string>> = {
  '10': 'government',
  '11': 'local_government',
  '15': 'other_public',
  '21': 'ingo',
  '22': 'ngo',
  '23': 'ngo',
  '24': 'ngo',
  '30': 'private',
  '40': 'multilateral',
  '60': 'foundation',
  '70': 'private',
  '71': 'private',
  '72': 'private',
  '73': 'private',
  '80': 'other',
  '90': 'other',
};
const aid: Readonly<Record<string, string>> = {
  B01: 'core',
  B02: 'core',
  B03: 'pooled',
  B04: 'pooled',
  C01: 'project',
};

const feeds = [
  'grant_key',
  'programme_key',
  'donor_key',
  'donor_type',
  'modality',
  'earmarking',
  'currency',
  'amount_committed',
  'start_date',
  'end_date',
  'signed_date',
];

/** Activities and transactions of an IATI publisher as flat files (data-model section 8). */
export const adapterIati: Adapter = {
  id: 'iati',
  name: { en: 'IATI activities and transactions', nb: 'IATI-aktiviteter og -transaksjoner' },
  plan: (header) => iatiPlan(header),

  async load(engine, files, firstFile, tell, signal) {
    const run = (statement: Sql) => engine.run(statement, { signal });
    try {
      await run(sql`CREATE OR REPLACE TABLE iati_a (file SMALLINT, row BIGINT, id VARCHAR, started DATE, ended DATE);
        CREATE OR REPLACE TABLE iati_t (file SMALLINT, row BIGINT, id VARCHAR, kind VARCHAR, day_text VARCHAR, amount_text VARCHAR, currency VARCHAR, donor VARCHAR, donor_code VARCHAR, aid_code VARCHAR, earmark VARCHAR)`);
      for (const [k, file] of files.entries()) {
        tell(file.index, 'loading');
        await readFile(engine, file, k, signal);
      }
      const given = files.flatMap(({ plan }, k) => (plan.role === 'transactions' ? [k] : []));
      const fileNo = given.map((k, i) => sql`WHEN ${k} THEN ${firstFile('funding') + i}`);
      await run(sql`CREATE OR REPLACE TABLE iati_g AS
        SELECT t.*, TRY_CAST(day_text AS DATE) AS day, started, ended,
          CASE WHEN TRY_CAST(amount_text AS DOUBLE) >= 0 THEN TRY_CAST(amount_text AS DOUBLE) END AS amount,
          CASE WHEN regexp_matches(currency, '^[A-Z]{3}$') THEN currency END AS money
        FROM iati_t t LEFT JOIN (SELECT id, min(started) AS started, max(ended) AS ended FROM iati_a GROUP BY id) a ON a.id = t.id
        WHERE kind = '11'`);
      const donor = sql`${codeMap(donors)}[donor_code]::e_donor`;
      const modality = sql`${codeMap(aid)}[aid_code]::e_modality`;
      const mark = sql`CASE WHEN earmark IN ('1', '2', '3', '4') THEN earmark END`;
      if (given.length)
        await run(sql`INSERT INTO ${staging('funding')} BY NAME
          SELECT CASE file ${join(fileNo, sql` `)} END AS file_no,
            COALESCE(id, '') || '/' || (file + 1) || '-' || (row + 1) AS grant_key,
            id AS programme_key, CASE WHEN id IS NULL THEN 'not_recorded'::e_missing END AS programme_key__missing,
            donor AS donor_key, CASE WHEN donor IS NULL THEN 'not_recorded'::e_missing END AS donor_key__missing,
            ${donor} AS donor_type, ${gapOf(donor, sql`donor_code`, 'unmapped')} AS donor_type__missing,
            ${modality} AS modality, ${gapOf(modality, sql`aid_code`, 'unmapped')} AS modality__missing,
            ${mark}::e_earmark AS earmarking, ${gapOf(mark, sql`earmark`, 'unmapped')} AS earmarking__missing,
            money AS currency, ${gapOf(sql`money`, sql`currency`, 'unreadable')} AS currency__missing,
            amount AS amount_committed, ${gapOf(sql`amount`, sql`amount_text`, 'unreadable')} AS amount_committed__missing,
            started AS start_date, CASE WHEN started IS NULL THEN 'not_recorded'::e_missing END AS start_date__missing,
            ended AS end_date, CASE WHEN ended IS NULL THEN 'not_recorded'::e_missing END AS end_date__missing,
            day AS signed_date, ${gapOf(sql`day`, sql`day_text`, 'unreadable')} AS signed_date__missing,
            ${unfed('funding', feeds)}
          FROM iati_g ORDER BY file, row`);
      const columns: Readonly<Record<string, readonly string[]>> = given.length
        ? { funding: feeds }
        : {};
      return {
        accounts: await iatiAccounts(engine, files, tell, signal),
        columns,
        files: { funding: given.map((k) => files[k]?.name ?? '') },
        population: null,
        cannotFeed: iatiCannotFeed,
      };
    } finally {
      const gone = engine.run(
        sql`DROP TABLE IF EXISTS iati_a; DROP TABLE IF EXISTS iati_t; DROP TABLE IF EXISTS iati_g`,
      );
      gone.catch(() => undefined);
      if (!signal?.aborted) await gone;
    }
  },
};

async function readFile(
  engine: Engine,
  file: AdapterFile,
  k: number,
  signal?: AbortSignal,
): Promise<void> {
  const { role } = file.plan;
  if (role === 'unused') return;
  const names = file.header.map((one) => one.trim().toLowerCase());
  const cell = (column: string): Sql =>
    names.includes(column) ? sql`NULLIF(trim(${slot(names.indexOf(column))}), '')` : sql`NULL`;
  const first = (all: readonly Sql[]): Sql => sql`COALESCE(${join([...all, sql`NULL`])})`;
  const numbers = (prefix: string) =>
    names.flatMap((one) => (one.startsWith(prefix) ? [one.slice(prefix.length)] : [])).filter((n) => /^\d+$/.test(n)); // prettier-ignore
  const into = name(role === 'activities' ? 'iati_a' : 'iati_t');
  const date = (kind: string): Sql[] =>
    numbers('activity_date_').map(
      (n) =>
        sql`CASE WHEN ${cell(`activity_date_type_${n}`)} = ${kind} THEN TRY_CAST(${cell(`activity_date_${n}`)} AS DATE) END`,
    );
  const coded = (vocabulary: readonly string[]): Sql[] =>
    numbers('transaction_aid_type_code_').map((n) => {
      const other = vocabulary.map(
        (one) => sql`COALESCE(${cell(`transaction_aid_type_vocabulary_${n}`)}, '1') = ${one}`,
      );
      return sql`CASE WHEN ${join(other, sql` OR `)} THEN ${cell(`transaction_aid_type_code_${n}`)} END`;
    });
  const values =
    role === 'activities'
      ? [first([...date('2'), ...date('1')]), first([...date('4'), ...date('3')])]
      : [
          cell('transaction_type_code'),
          cell('transaction_date'),
          cell('transaction_value'),
          cell('transaction_value_currency'),
          first([cell('transaction_provider_org_ref'), cell('transaction_provider_org')]),
          cell('transaction_provider_org_type'),
          first(coded(['1'])),
          first(coded(['2'])),
        ];
  await loadRecords(
    engine,
    file.scanned,
    (source) =>
      sql`INSERT INTO ${into} SELECT ${k}, row_number() OVER () - 1, ${cell('iati_identifier')}, ${join(values)} FROM ${source}`,
    sql`DELETE FROM ${into} WHERE file = ${k}`,
    signal,
  );
}
