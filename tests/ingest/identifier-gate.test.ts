import { describe, expect, test } from 'vitest';
import { inspectFiles } from '$lib/ingest/import-files';
import { engine, load, only } from './engines';
import { sql } from '$lib/schema/sql';

/** Kinds of identifiers found in a column of that name with those cells. */
async function found(column: string, cells: readonly string[]) {
  const quoted = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`);
  const text = `case_key,index_month,victim_status,${column}\n${quoted.map((cell, i) => `C${i},2024-01,identified,${cell}`).join('\n')}\n`;
  const [proposal] = await inspectFiles([{ name: 'cases.csv', blob: new Blob([text]) }]);
  return proposal?.identifiers.map(({ kind, handling }) => `${kind}: ${handling}`);
}

describe('headers that announce a person', () => {
  test.each([
    ['first_name', 'name'],
    ['Etternavn', 'name'],
    ['achternaam', 'name'],
    ['Nachname', 'name'],
    ['prénom', 'name'],
    ['apellidos', 'name'],
    ['Date of Birth', 'birth date'],
    ['fødselsdato', 'birth date'],
    ['geboortedatum', 'birth date'],
    ['Fodselsnummer', 'national id'],
    ['DUFnummer', 'national id'],
    ['BSN', 'national id'],
    ['passport_no', 'national id'],
    ['E-post', 'e-mail'],
    ['Telefonnummer', 'phone'],
    ['Straße', 'address'],
    ['code postal', 'address'],
    ['home_lat', 'coordinates'],
    ['Merknad', 'free text'],
    ['observaciones', 'free text'],
  ])('%s', async (header, kind) => {
    expect(await found(header, ['x', 'y'])).toEqual([`${kind}: stops`]);
  });

  test.each(['programme_name', 'organisation name', 'region', 'status_reason'])(
    '%s is no person',
    async (header) => {
      expect(await found(header, ['x', 'y'])).toEqual([]);
    },
  );
});

describe('content that points to a person', () => {
  test.each([
    ['e-mail', ['a@example.org', 'b@example.org']],
    ['link', ['https://example.org/u/1', '']],
    ['phone', ['+47 22 22 22 22', '+47 99 99 99 99', '0047 22 11 00 11']],
    ['name', ['Maria Hansen', 'Ole Berg', 'Fatima Ali', 'Linh Tran', 'Joy Okafor', 'Ana Cruz']],
    ['name', ['fatima', 'linh', 'joy', 'emma', 'hassan', 'kofi']],
    ['birth date', ['2008-04-01', '2009-11-30', '2007-01-15', '2010-06-02']],
    ['address', ['Storgata 5', 'Kirkeveien 17', 'Rue de Lyon 3']],
    ['address', ['SW1A 1AA', 'M1 1AE', 'B33 8TH']],
    ['coordinates', ['59.913868', '60.392050', '63.430515']],
    ['free text', ['she was seen near the station late at night', 'told a teacher about it']],
    ['national id', ['13097248022', '05073500186', '13097248022']],
    ['national id', ['111222333', '123456782', '111222333']],
  ])('%s', async (kind, cells) => {
    const dates = kind === 'birth date' ? 'registered_at,' : '';
    const text = `case_key,index_month,victim_status,${dates}zzz\n${cells.map((cell, i) => `C${i},2024-01,identified,${dates ? '2024-02-01,' : ''}${cell}`).join('\n')}\n`;
    const [proposal] = await inspectFiles([{ name: 'cases.csv', blob: new Blob([text]) }]);
    expect(proposal?.identifiers).toMatchObject([{ column: 'zzz', kind, handling: 'stops' }]);
    expect(proposal?.stops).toBe(true);
  });

  test('one address in the middle of a large file is seen', async () => {
    const cells = Array.from({ length: 60_000 }, (_, i) => `k${i}`);
    cells[31_111] = 'hidden@example.org';
    expect(await found('zzz', cells)).toEqual(['e-mail: stops']);
  });

  test('long labels that repeat are categories, not free text', async () => {
    const labels = [
      'one parent family with no other support at all',
      'both parents abroad and no contact with them',
    ];
    const cells = Array.from({ length: 40 }, (_, i) => labels[i % 2] ?? '');
    expect(await found('zzz', cells)).toEqual([]);
    expect(await found('zzz', labels)).toEqual(['free text: stops']);
  });

  test('ends of quarters and a code that is also a first name are no persons', async () => {
    const quarters = Array.from({ length: 80 }, (_, i) => {
      const [month, day] =
        [
          ['03', '31'],
          ['06', '30'],
          ['09', '30'],
          ['12', '31'],
        ][i % 4] ?? [];
      return `${2004 + (i >> 2)}-${month}-${day}`;
    });
    expect(await found('zzz', quarters)).toEqual([]);
    const births = quarters.map((day, i) => (i === 7 ? '2011-12-07' : day));
    expect(await found('zzz', births)).toEqual(['birth date: stops']);
    const countries = ['AD', 'AL', 'AM', 'AT', 'AZ', 'BA', 'BE'].map((code) => `JAN,${code}`);
    expect(await found('zzz', countries)).toEqual([]);
  });

  test('keys, codes and numbers of the data model are let through', async () => {
    expect(await found('child_key', ['a3f9', 'b7c1', 'ff00'])).toEqual([]);
    expect(await found('region', ['NO03', 'NO11', 'NO46'])).toEqual([]);
    expect(await found('age_at_detection', ['12', '13', '14'])).toEqual([]);
  });
});

test('a stopped file leaves earlier data as they were; a dropped column lets it in', async () => {
  const good = 'case_key,index_month,victim_status\nOLD,2024-01,identified\n';
  const bad = 'case_key,index_month,victim_status,email\nNEW,2024-01,identified,a@example.org\n';
  expect((await load({ 'cases.csv': good })).loaded).toBe(true);
  const keys = async () =>
    (await (await engine()).query(sql`SELECT case_key FROM cases`)).map((row) => row.case_key);
  const stopped = await load({ 'cases.csv': bad });
  expect(stopped).toMatchObject({ loaded: false, facts: null });
  expect(only(stopped)).toMatchObject({ accepted: 0, records: 1 });
  expect(await keys()).toEqual(['OLD']);
  const decisions = { drop: [{ file: 'cases.csv', column: 'email' }], dateOrder: [] };
  const dropped = await load({ 'cases.csv': bad }, { decisions });
  expect(dropped.loaded).toBe(true);
  expect(only(dropped).identifiers).toMatchObject([{ column: 'email', handling: 'dropped' }]);
  expect(await keys()).toEqual(['NEW']);
});
