import { openAsBlob, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adapters } from '$lib/ingest/adapters';
import { sql } from '$lib/schema/sql';
import { engine, exact, load, only, realData } from './engines';

const query = async (statement: ReturnType<typeof sql>) => (await engine()).query(statement);

describe('CTDC', () => {
  const text = [
    'yearOfRegistration,gender,ageBroad,citizenship,isForcedLabour,isSexualExploit,CountryOfExploitation,nacionalidade_lat,nacionalidade',
    '2016,Female,9--17,PH,0.0,1.0,US,12.87,Philippines',
    '2016,Male,9--17,0,1.0,1.0,,,',
    '2017,Female,18--20,UA,1.0,,RU,48.37,Ukraine',
    '2017,Female,,00,,0.0,-99,,',
  ].join('\n');

  test('bands, forms and gaps', async () => {
    const result = await load({ 'any-name.csv': text });
    expect(only(result)).toMatchObject({
      adapter: 'ctdc',
      table: 'cases',
      records: 4,
      accepted: 4,
    });
    const rows = await query(
      sql`SELECT index_month, index_month__grain, gender, age_band_at_detection AS band, age_band_at_detection__missing AS no_band, citizenship__missing AS no_country, main_form, main_form__missing AS no_form, array_to_string(forms, '+') AS forms, victim_status FROM cases ORDER BY rowid`,
    );
    expect(rows).toMatchObject([
      {
        index_month: '2016-01-01',
        index_month__grain: 'year',
        gender: 'female',
        band: '9_17',
        main_form: 'sexual_unspecified',
        forms: 'sexual_unspecified',
        victim_status: 'identified',
      },
      { gender: 'male', no_country: 'not_recorded', main_form: null, no_form: 'unknown' },
      { band: '18plus', main_form: 'labour' },
      {
        band: null,
        no_band: 'not_recorded',
        no_country: 'not_recorded',
        no_form: 'not_recorded',
        forms: null,
      },
    ]);
    expect(rows[1]?.forms).toMatch(/^(labour\+sexual_unspecified|sexual_unspecified\+labour)$/);
    const handled = only(result).identifiers.map(({ column, handling }) => `${column} ${handling}`);
    expect(handled).toEqual(['nacionalidade_lat dropped', 'nacionalidade dropped']);
    expect(result.facts?.meta).toMatchObject({ linkage: 'none', dateMode: 'month', derived: true });
    expect(result.facts?.cannotFeed.length).toBeGreaterThan(0);
  });

  test('the public file accounts for all its 48,773 records', async () => {
    const folder = realData('ctdc');
    if (!folder) return;
    const result = await load({ 'dados_app.csv': await openAsBlob(join(folder, 'dados_app.csv')) });
    expect(only(result)).toMatchObject({ records: 48773, accepted: 48773, warned: 0, rejected: 0 });
    const [found] = await query(
      sql`SELECT count(*)::INT AS n, count(DISTINCT case_key)::INT AS keys, count(*) FILTER (WHERE gender = 'female')::INT AS girls_and_women, count(*) FILTER (WHERE age_band_at_detection = '9_17')::INT AS older, count(*) FILTER (WHERE main_form__missing = 'unknown')::INT AS both_forms FROM cases`,
    );
    expect(found).toEqual({
      n: 48773,
      keys: 48773,
      girls_and_women: 35506,
      older: 8645,
      both_forms: 308,
    });
  });
});

describe('SSDA903', () => {
  const files = {
    'missing.csv':
      'CHILD,DOB,MISSING,MIS_START,MIS_END\n11,02/03/2004,M,31/05/2017,02/06/2017\n11,02/03/2004,A,05/06/2017,\n13,01/01/2010,M,01/05/2017,02/05/2017\n',
    'uasc.csv': 'CHILD,SEX,DOB,DUC\n12,1,05/06/2001,05/06/2019\n',
    'reviews.csv': 'CHILD,DOB,REVIEW,REVIEW_CODE\n11,02/03/2004,30/08/2017,PN6\n',
    'episodes.csv':
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n11,01/04/2017,S,C2,N1,U4,PR1,31/05/2017,X1,,AB1 2CD,EF3 4GH,1234567\n11,10/06/2017,P,C2,N1,K2,PR1,,,,AB1 2CD,EF3 4GH,1234567\n12,15/02/2018,S,V2,N5,Z1,PR1,,,,,,\n',
    'header.csv':
      'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n11,2,02/03/2004,WBRI,A123456789012,,\n12,1,05/06/2001,OOTH,,,\n13,1,01/01/2010,WBRI,,,\n',
  };

  test('files in any order become cases, placements and missing episodes', async () => {
    const result = await load(files);
    result.reports.forEach(exact);
    expect(result.loaded).toBe(true);
    const [missing, uasc, reviews, episodes, header] = result.reports;
    expect(header).toMatchObject({ records: 3, accepted: 2, excluded: 1, adapter: 'ssda903' });
    expect(header?.issues.find(({ code }) => code === 'no-episode')).toMatchObject({ lines: [4] });
    expect(episodes).toMatchObject({ records: 3, accepted: 3 });
    expect(missing).toMatchObject({ records: 3, accepted: 1, warned: 2, excluded: 0 });
    expect(missing?.issues.find(({ code }) => code === 'missing-outside-placement')).toMatchObject({
      count: 2,
      lines: [3, 4],
    });
    expect(uasc).toMatchObject({ accepted: 1 });
    expect(reviews).toMatchObject({ table: null, excluded: 1 });
    expect(result.facts?.population?.en).toBe('children looked after, not known victims');
    const cases = await query(
      sql`SELECT gender, age_at_detection AS age, index_month AS month, detected_h / 24 AS day, detected__clock AS clock, accompaniment, victim_status, followup_end_h / 24 AS last FROM cases ORDER BY day`,
    );
    const day = (text: string) => Date.parse(text) / 86_400_000;
    expect(cases).toEqual([
      {
        gender: 'female',
        age: 13,
        month: '2017-04-01',
        day: day('2017-04-01'),
        clock: 'date',
        accompaniment: null,
        victim_status: null,
        last: day('2018-03-31'),
      },
      {
        gender: 'male',
        age: 16,
        month: '2018-02-01',
        day: day('2018-02-15'),
        clock: 'date',
        accompaniment: 'unaccompanied',
        victim_status: null,
        last: day('2018-03-31'),
      },
    ]);
    const types = await query(
      sql`SELECT placement_type AS type FROM placements ORDER BY started_h`,
    );
    expect(types.map(({ type }) => type)).toEqual(['foster', 'residential_general', 'hotel']);
  });

  test('neither birth dates nor local numbers stay in the engine', async () => {
    await load(files);
    const left = await query(
      sql`SELECT table_name AS name FROM duckdb_tables() WHERE table_name LIKE '%ssda%' OR table_name LIKE 'new_%'`,
    );
    expect(left).toEqual([]);
    const keys = await query(
      sql`SELECT case_key AS key FROM cases UNION ALL SELECT case_key FROM placements`,
    );
    expect(
      keys.every(({ key }) => /^C\d+$/.test(String(key)) && !/^C1[123]$/.test(String(key))),
    ).toBe(true);
  });

  test('a row that a later year repeats is counted once', async () => {
    const head = 'CHILD,DECOM,PLACE,DEC\n';
    const result = await load({
      '2017-header.csv': 'CHILD,SEX,DOB,ETHNIC\n1,1,01/01/2005,WBRI\n',
      '2018-header.csv': 'CHILD,SEX,DOB,ETHNIC\n1,1,01/01/2005,WBRI\n',
      '2017-episodes.csv': `${head}1,01/05/2016,U4,\n`,
      '2018-episodes.csv': `${head}1,01/05/2016,U4,03/09/2017\n1,03/09/2017,P1,\n`,
    });
    result.reports.forEach(exact);
    expect(result.reports.map(({ accepted, excluded }) => [accepted, excluded])).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
      [2, 0],
    ]);
    const rows = await query(
      sql`SELECT ended_h IS NOT NULL AS ended FROM placements ORDER BY started_h`,
    );
    expect(rows).toEqual([{ ended: true }, { ended: false }]);
  });

  test('the synthetic return: 11 of 43 missing episodes start outside any placement', async () => {
    const folder = realData('ssda903-synthetic');
    if (!folder) return;
    const places = readdirSync(join(folder, 'validator'));
    const entries = places.map(
      async (file) => [file, await openAsBlob(join(folder, 'validator', file))] as const,
    );
    const result = await load(Object.fromEntries(await Promise.all(entries)));
    result.reports.forEach(exact);
    const of = (file: string) => result.reports.find((report) => report.file === file);
    expect(of('header.csv')).toMatchObject({ records: 2675, accepted: 2123, excluded: 552 });
    expect(of('episodes.csv')).toMatchObject({ records: 5050, accepted: 5050 });
    expect(of('missing.csv')).toMatchObject({ records: 43, accepted: 32, warned: 11 });
    expect(
      of('missing.csv')?.issues.find(({ code }) => code === 'missing-outside-placement')?.count,
    ).toBe(11);
    expect(of('oc2.csv')).toMatchObject({ table: null, records: 2675, excluded: 2675 });
  });
});

describe('a column called as what every object has', () => {
  const odd = ['constructor', '__proto__', 'toString', 'value Of', 'hasOwnProperty'];
  test.each([
    ['ctdc', 'yearOfRegistration,ageBroad,countryOfExploitation,isForcedLabour'],
    ['htcds', 'Trafficking Status,Type of Exploitation,Incoming Referral Date,Gender,Birthdate'],
    ['primero', 'id,short_id,registration_date,sex,status'],
    ['gbv', 'INCIDENT ID,SURVIVOR CODE,DATE OF INTERVIEW,GBV TYPE'],
    ['360giving', 'Identifier,Amount Awarded,Currency,Award Date,Funding Org:Identifier'],
    ['published', 'Year,Series,Sex,Age,Units,Value'],
    ['ssda903', 'CHILD,SEX,DOB,ETHNIC,UPN'],
  ])('feeds nothing in an export of %s', (id, header) => {
    const all = [...header.split(','), ...odd];
    const plan = adapters.find((one) => one.id === id)?.plan(all, 'malta.csv');
    const told = plan?.mapping.filter(({ source }) => odd.includes(source));
    expect(told?.map(({ target }) => target)).toEqual(odd.map(() => null));
  });
});
