import { openAsBlob } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import { sharedData } from '../shared-data';
import { codes, engine, exact, load, only } from './engines';

const query = async (statement: ReturnType<typeof sql>) => (await engine()).query(statement);

describe('360Giving', () => {
  const header =
    'Identifier,Title,Description,Currency,Amount Awarded,Award Date,Planned Dates:Start Date,Planned Dates:End Date,Recipient Org:Identifier,Recipient Org:Name,Recipient Org:Postal Code,Recipient Ind:Name,Funding Org:Identifier,Funding Org:Name,Grant Programme:Title,URL';
  const rows = [
    '360G-x-1,Help,"A shelter, and care",GBP,15000.50,2023-03-01T00:00:00+00:00,2023-04-01T00:00:00+01:00,2024-03-31T00:00:00+01:00,GB-CHC-1,One,AB1 2CD,,GB-CHC-9,Funder,Places,https://example.org/1',
    '360G-x-2,More,Words,EUR,200,2023-03-02,,,GB-CHC-2,Two,AB1 2CD,Ann Example,GB-CHC-9,Funder,Places,',
    '360G-x-3,More,Words,EUR,about 200,2023-03-02,2023-05-01,,GB-CHC-2,Two,,,GB-CHC-9,Funder,Places,',
  ];
  test('grants become funding; words, names and addresses stay out', async () => {
    const result = await load({ 'grants.csv': [header, ...rows].join('\n') });
    const report = only(result);
    expect(report).toMatchObject({
      adapter: '360giving',
      table: 'funding',
      records: 3,
      accepted: 1,
      warned: 2,
    });
    expect(codes(report)).toContain('required-cell-empty');
    expect(
      await query(
        sql`SELECT grant_key, org_key, donor_key, programme_key, currency, amount_committed AS amount, signed_date::VARCHAR AS signed, start_date::VARCHAR AS started, end_date::VARCHAR AS ended FROM funding ORDER BY grant_key LIMIT 2`,
      ),
    ).toEqual([
      {
        grant_key: '360G-x-1',
        org_key: 'GB-CHC-1',
        donor_key: 'GB-CHC-9',
        programme_key: null,
        currency: 'GBP',
        amount: 15000.5,
        signed: '2023-03-01',
        started: '2023-04-01',
        ended: '2024-03-31',
      },
      {
        grant_key: '360G-x-2',
        org_key: 'GB-CHC-2',
        donor_key: 'GB-CHC-9',
        programme_key: null,
        currency: 'EUR',
        amount: 200,
        signed: '2023-03-02',
        started: null,
        ended: null,
      },
    ]);
    const handled = report.identifiers.map(({ column, handling }) => `${column} ${handling}`);
    for (const column of [
      'Title',
      'Description',
      'Recipient Org:Postal Code',
      'Recipient Ind:Name',
    ])
      expect(handled).toContain(`${column} dropped`);
    expect(report.mapping.find(({ source }) => source === 'Grant Programme:Title')?.target).toBe(
      null,
    );
    expect(report.cannotFeed.length).toBeGreaterThan(0);
  });

  test('a file of a real funder: 4,116 grants, £115,795,635.69', async () => {
    const path = sharedData('grants-360giving/lloyds_bank_foundation.csv');
    if (!path) return;
    const report = only(await load({ 'grants.csv': await openAsBlob(path) }));
    expect(report).toMatchObject({ records: 4116, accepted: 4116, warned: 0, excluded: 0 });
    const [found] = await query(
      sql`SELECT round(sum(amount_committed), 2) AS sum, min(start_date)::VARCHAR AS first, count(DISTINCT org_key)::INT AS organisations, count(end_date)::INT AS ended FROM funding`,
    );
    expect(found).toEqual({
      sum: 115795635.69,
      first: expect.stringMatching(/^20\d\d-/),
      organisations: 3624,
      ended: 4116,
    });
  });
});

describe('IATI', () => {
  const activities =
    'iati_identifier,title_eng,activity_date_1,activity_date_type_1,activity_date_2,activity_date_type_2,activity_date_3,activity_date_type_3,contact_info_email\n' +
    'A-1,Shelter,2023-01-01,1,2023-02-01,2,2024-12-31,3,a@example.org\n' +
    'A-2,Training,2023-05-01,1,2023-12-31,3,,,\n' +
    'A-3,Nothing given,2023-05-01,1,,,,,\n';
  const transactions =
    'iati_identifier,transaction_type_code,transaction_date,transaction_value_currency,transaction_value,transaction_description,transaction_provider_org_type,transaction_provider_org_ref,transaction_provider_org,transaction_aid_type_code_1,transaction_aid_type_vocabulary_1,transaction_aid_type_code_2,transaction_aid_type_vocabulary_2\n' +
    'A-1,11,2023-01-10,NOK,1000,Words,10,NO-1,Ministry,C01,1,4,2\n' +
    'A-1,11,2023-03-10,NOK,500,Words,99,,Somebody,,,,\n' +
    'A-2,11,2023-05-01,EUR,-20,Words,60,,Trust,B01,,,\n' +
    'A-9,11,2023-05-01,EUR,20,Words,60,,Trust,B03,1,,\n' +
    'A-1,3,2023-06-01,NOK,300,Paid out,,,,,,,\n' +
    'A-1,4,2023-12-31,NOK,300,Spent,,,,,,,\n';

  test('commitments become funding with the dates of their activity, the rest is told', async () => {
    const result = await load({
      'transaction.csv': transactions,
      'sector.csv': 'iati_identifier,sector_code\nA-1,16015\n',
      'activity.csv': activities,
    });
    result.reports.forEach(exact);
    expect(result.loaded).toBe(true);
    const [given, sector, activity] = result.reports;
    expect(given).toMatchObject({ adapter: 'iati', accepted: 2, warned: 2, excluded: 2 });
    expect(sector).toMatchObject({ table: null, excluded: 1 });
    expect(activity).toMatchObject({ accepted: 2, excluded: 1 });
    const lines = given?.issues.map(({ code, column, lines }) => [code, column, lines]);
    expect(lines).toEqual([
      ['other-transactions', undefined, [6, 7]],
      ['required-cell-empty', 'start_date', [5]],
      ['required-cell-empty', 'amount_committed', [4]],
    ]);
    const rows = await query(
      sql`SELECT programme_key AS programme, donor_key AS donor, donor_type::VARCHAR AS type, modality::VARCHAR AS modality, earmarking::VARCHAR AS mark, currency, amount_committed AS amount, start_date::VARCHAR AS started, end_date::VARCHAR AS ended, donor_type__missing::VARCHAR AS no_type FROM funding ORDER BY rowid LIMIT 3`,
    );
    expect(rows).toMatchObject([
      { programme: 'A-1', donor: 'NO-1', type: 'government', modality: 'project', mark: '4' },
      { amount: 500, started: '2023-02-01', ended: '2024-12-31', type: null, no_type: 'unmapped' },
      { amount: null, started: '2023-05-01', ended: '2023-12-31', type: 'foundation', modality: 'core' }, // prettier-ignore
    ]);
    const left = await query(
      sql`SELECT table_name AS name FROM duckdb_tables() WHERE table_name LIKE 'iati%'`,
    );
    expect(left).toEqual([]);
  });

  test('a real publisher: 6,109 commitments, each with its start', async () => {
    const paths = ['activity', 'transaction', 'budget', 'sector'].map((part) =>
      sharedData(`iati-funding/unhcr_2021_${part}.csv`),
    );
    const files: Record<string, Blob> = {};
    for (const path of paths) {
      if (!path) return;
      files[path.replace(/.*\//, '')] = await openAsBlob(path);
    }
    const result = await load(files);
    result.reports.forEach(exact);
    const [activity, given, ...others] = result.reports;
    expect(given).toMatchObject({ records: 6766, accepted: 6109, warned: 0, excluded: 657 });
    expect(activity).toMatchObject({ records: 133, excluded: 133 - (activity?.accepted ?? 0) });
    expect(others.map(({ table, excluded, records }) => [table, excluded === records])).toEqual([
      [null, true],
      [null, true],
    ]);
    const [found] = await query(
      sql`SELECT round(sum(amount_committed))::DOUBLE AS sum, count(DISTINCT grant_key)::INT AS grants, min(start_date)::VARCHAR AS first, max(end_date)::VARCHAR AS last, count(donor_type)::INT AS typed, count(modality)::INT AS kinds, count(earmarking)::INT AS marked FROM funding`,
    );
    // Counted in the file with a plain CSV reader.
    expect(found).toEqual({
      sum: 12540857294,
      grants: 6109,
      first: '2021-01-01',
      last: '2021-12-31',
      typed: 6109,
      kinds: 6109,
      marked: 6107,
    });
  });
});
