import { openAsBlob } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import { sharedData } from '../shared-data';
import { codes, engine, load, only } from './engines';

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
