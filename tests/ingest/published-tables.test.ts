import { openAsBlob } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import { sharedData } from '../shared-data';
import { codes, engine, exact, load, only } from './engines';

const query = async (statement: ReturnType<typeof sql>) => (await engine()).query(statement);
const real = async (path: string) => {
  const found = sharedData(path);
  return found ? only(await load({ [path.split('/').at(-1) ?? path]: await openAsBlob(found) })) : null; // prettier-ignore
};
const sum = async (where = sql`TRUE`) =>
  Number((await query(sql`SELECT sum(count)::DOUBLE AS n FROM aggregate_counts WHERE ${where}`))[0]?.n); // prettier-ignore

describe('UK referral mechanism', () => {
  const header = 'First responder type,First responder,Exploitation type,Age at exploitation,Gender,Nationality,People'; // prettier-ignore
  const rows = [
    'Local Authority,Local Authority,Total,Total,Total,Total,9',
    'Local Authority,Local Authority,Sexual,Child (17 or under),Female,Afghan,4',
    'Local Authority,Local Authority,Sexual,Child (17 or under),Female,Albanian,3',
    'Local Authority,Local Authority,Sexual & Criminal,Adult (18 or over),Male,Albanian,2',
    'Local Authority,Local Authority total,Sexual,Child (17 or under),Female,Total,7',
    'Police,Police total,Total,Total,Total,Albanian,5',
    'Police,Police total,Total,Total,Total,Total,5',
    'NGO and third sector,BAWSO,Levitation,Child (17 or under),Female,Afghan,1',
  ];
  test('totals go, parts are added up over nationalities, an unknown word is an issue', async () => {
    const report = only(await load({ 'nrm_2023_q4.csv': [header, ...rows].join('\n') }));
    expect(report).toMatchObject({
      ...{ adapter: 'published', table: 'aggregate_counts', records: 8 },
      ...{ accepted: 4, warned: 1, excluded: 3 },
    });
    expect(report.issues.find(({ code }) => code === 'totals-left-out')).toMatchObject({
      count: 3,
      lines: [2, 6, 8],
    });
    expect(report.issues.find(({ code }) => code === 'value-not-in-code-list')).toMatchObject({
      column: 'Exploitation type',
      count: 1,
      lines: [9],
    });
    expect(
      await query(
        sql`SELECT period, area, registering_body::VARCHAR AS body, form_group::VARCHAR AS form, form_group__missing::VARCHAR AS gap, age_group::VARCHAR AS age, age_basis::VARCHAR AS basis, gender::VARCHAR AS gender, count FROM aggregate_counts ORDER BY cell_key`,
      ),
    ).toEqual(
      [
        ['local_authority', 'sexual', null, 'under_18', 'female', 7],
        ['local_authority', 'several', null, '18plus', 'male', 2],
        ['police', 'total', null, 'total', null, 5],
        ['ngo', null, 'unmapped', 'under_18', 'female', 1],
      ].map(([body, form, gap, age, gender, count]) => ({
        ...{ period: '2023-Q4', area: 'GB', body, form, gap, age },
        ...{ basis: 'at_first_exploitation', gender, count },
      })),
    );
    expect(JSON.stringify(report.issues)).not.toContain('Levitation');
  });

  test('without a quarter in the name of the file every row lacks its period', async () => {
    const report = only(await load({ 'nrm.csv': [header, ...rows].join('\n') }));
    expect(report).toMatchObject({ accepted: 0, warned: 5, excluded: 3 });
    expect(report.issues.find(({ code, column }) => code === 'required-cell-empty' && column === 'period')?.count).toBe(5); // prettier-ignore
  });

  test('decisions: four counts a quarter and none a year; releases stay apart', async () => {
    const head = ['Adult (18 or over)', 'Child (17 or under)', 'Age not specified or unknown'].flatMap((age) => [`${age} - Negative reasonable grounds`, `${age} - Positive reasonable grounds`, `${age} - Total`]); // prettier-ignore
    const text = `Year,Quarter,${head.join()},Total\n2023,Total,1,2,3,4,5,9,0,0,0,12\n2023,Q1,1,2,3,4,<5,9,0,c,0,12\n`;
    const result = await load({ 'may.csv': text, 'august.csv': text.replace(',12\n2023,Q1,1', ',12\n2023,Q1,2') }); // prettier-ignore
    for (const report of result.reports) {
      exact(report);
      expect(report).toMatchObject({ records: 2, accepted: 0, warned: 1, excluded: 1 });
    }
    expect(await query(sql`SELECT count(*)::INT AS n, count(DISTINCT source)::INT AS releases FROM aggregate_counts`)).toEqual([{ n: 12, releases: 2 }]); // prettier-ignore
    expect(
      await query(
        sql`SELECT count, count__missing::VARCHAR AS gap, flag::VARCHAR AS flag FROM aggregate_counts WHERE measure = 'decisions_positive' AND age_group = 'under_18' AND contains(source, 'may')`,
      ),
    ).toEqual([{ count: null, gap: 'withheld', flag: 'suppressed' }]);
  });

  test('real tables: 4,141 by first responder, 4,142 by quarter, as published', async () => {
    const responders = await real('uk-nrm/nrm_referrals_2023_q4_all_responders.csv.gz');
    if (!responders) return;
    expect(responders).toMatchObject({ records: 52041, warned: 0 });
    expect(await sum()).toBe(4141);
    expect((await real('uk-nrm/nrm_referrals_longitudinal.csv'))?.warned).toBe(0);
    expect(await sum(sql`period = '2023-Q4'`)).toBe(4142);
    expect((await real('uk-nrm/nrm_conclusive_grounds.csv'))?.warned).toBe(0);
    expect(await sum(sql`period = '2023-Q4'`)).toBe(3148);
    expect((await real('uk-nrm/children_entering_detention.csv'))?.warned).toBe(0);
    expect(await sum(sql`period = '2010' AND measure = 'detained'`)).toBe(436);
  });
});

describe('nothing is counted twice', () => {
  const quarter = 'Year,Quarter,Age at exploitation,Location of exploitation,NRM referrals';
  const sdg = 'Year,Series,Sex,Age,Broad citizenship,Units,Value';
  const series = 'Detected victims of human trafficking';
  test.each([
    ['a row told again', 'a.csv', `${quarter}\n2023,Q1,Child (17 or under),UK,4\n2023,Q1,Child (17 or under),Overseas,2\n2023,Q1,Child (17 or under),UK,4\n`, 6, 1],
    ['parts of London under its code', 'SFR41_Missing2016.csv', 'New_geog_code,geog_n,CLA_MissDuringYear,CLA_MissIncs\nE12000007,LONDON,30,90\nE12000007,INNER LONDON,10,x\nE12000007,OUTER LONDON,20,50\nE12000008,EAST,5,6\n', 131, 2],
    ['bands beside the whole', 'malta.csv', `${sdg}\n2023,${series},,0 - 17,,Number,5\n2023,${series},,0 to 14,,Number,2\n2023,${series},,15 to 17,,Number,3\n2023,${series},,18 to 24,,Number,1\n`, 6, 2],
    ['a split that is not read', 'malta.csv', `${sdg},Region\n2023,${series},,,,Number,9,\n2023,${series},,,,Number,4,North\n2023,${series},,,,Number,5,South\n`, 9, 2],
  ])('%s', async (_, file, text, counted, left) => {
    const report = only(await load({ [file]: text }));
    expect(report.excluded).toBe(left);
    expect(codes(report)).toContain('rows-left-out');
    expect(await sum()).toBe(counted);
  }); // prettier-ignore

  test('counts too large and names in place of codes give no figure and stop nothing', async () => {
    const dfe = 'time_period,geographic_level,new_la_code,cla_group,number';
    const care = 'Children looked after during the year';
    const result = await load({
      'big.csv': `${quarter}\n2023,Q1,Child (17 or under),UK,2147483646\n2023,Q1,Child (17 or under),Overseas,2147483646\n2023,Q2,Child (17 or under),UK,1e300\n`,
      'care.csv': `${dfe}\n2024,Local authority,Ola Nordmann,${care},5\n2024,Local authority,E06000009,${care},inf\n`,
    });
    result.reports.forEach(exact);
    expect(result.loaded).toBe(true);
    expect(await query(sql`SELECT DISTINCT count, count__missing::VARCHAR AS gap FROM aggregate_counts WHERE area IS NOT NULL`)).toEqual([{ count: null, gap: 'unreadable' }]); // prettier-ignore
    const engineHolds = await query(sql`SELECT CAST(a AS VARCHAR) AS t FROM aggregate_counts a`);
    expect(JSON.stringify([result, engineHolds])).not.toContain('Nordmann');
    expect(codes(result.reports[1]!)).toContain('required-cell-empty');
  });

  test('the real table of missing children: one London', async () => {
    const found = await real('dfe-children-looked-after/SFR41_Missing2016.csv');
    if (!found) return;
    expect(found).toMatchObject({ records: 163, excluded: 2 });
    expect(await sum(sql`area = 'E12000007' AND measure = 'children_missing'`)).toBe(1520);
  });
});

describe('England, children looked after', () => {
  test('marks stay what they are; shares and averages are left out', async () => {
    const header = 'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,CLA_group,number'; // prettier-ignore
    const place = 'Local authority,E92000001,England,E12000001,North,800,Here,E06000009';
    const rows = [
      `2024,Reporting year,National,E92000001,England,,,,,,Children looked after during the year,1000`,
      `2024,Reporting year,${place},Children who had a missing incident during the year,c`,
      `2024,Reporting year,${place},Number of missing incidents during the year,z`,
      `2024,Reporting year,${place},Number of missing incidents during the year,many`,
      `2024,Reporting year,${place},Percentage of children who had a missing incident during the year,9`,
    ];
    const report = only(await load({ 'missing.csv': [header, ...rows].join('\n') }));
    expect(report).toMatchObject({ accepted: 3, warned: 1, excluded: 1 });
    expect(codes(report)).toEqual(['rows-left-out', 'cell-not-a-number', 'withheld-by-source']);
    expect(
      await query(
        sql`SELECT area, measure::VARCHAR AS measure, count, count__missing::VARCHAR AS gap FROM aggregate_counts ORDER BY cell_key LIMIT 2`,
      ),
    ).toEqual([
      { area: 'E92000001', measure: 'children_in_care', count: 1000, gap: null },
      { area: 'E06000009', measure: 'children_missing', count: null, gap: 'withheld' },
    ]);
  });

  test('real tables', async () => {
    const report = await real('dfe-children-looked-after/la_children_missing_or_away_2024.csv');
    if (!report) return;
    expect(report).toMatchObject({ records: 10855, accepted: 2505, warned: 0, excluded: 8350 });
    expect(await sum(sql`area = 'E92000001' AND period = '2024' AND measure = 'children_in_care'`)).toBe(116420); // prettier-ignore
    expect((await real('dfe-children-looked-after/SFR41_Missing2016.csv'))?.warned).toBe(0);
    expect(await sum(sql`area = 'E92000001' AND period = '2016' AND measure = 'children_missing'`)).toBe(8670); // prettier-ignore
  });
});

describe('Eurostat and SDG 16.2.2', () => {
  test('crim_thb: a colon is missing, c is withheld, sums of countries and rates go', async () => {
    const header = 'DATAFLOW,LAST UPDATE,freq,leg_stat,sex,age,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS'; // prettier-ignore
    const row = (...cells: string[]) => `ESTAT:CRIM_THB_SEX(1.0),27/03/25 23:00:00,A,${cells.join()}`; // prettier-ignore
    const rows = [
      row('PER_VICT', 'F', 'Y_LT18', 'NR', 'EL', '2022', '30', 'b', ''),
      row('PER_VICT', 'F', 'Y_LT18', 'NR', 'NO', '2022', ':', '', ''),
      row('PER_VICT', 'F', 'Y_LT18', 'NR', 'MT', '2022', '', '', 'C'),
      row('PER_VICT', 'F', 'Y_LT18', 'NR', 'EU27_2020', '2022', '900', '', ''),
      row('PER_VICT', 'F', 'Y_LT18', 'P_HTHAB', 'NO', '2022', '0.4', '', ''),
      row('PER_ELSE', 'F', 'TOTAL', 'NR', 'NO', '2022', '1', '', ''),
    ];
    const result = await load({ 'crim_thb.csv': [header, ...rows].join('\n') });
    const report = only(result);
    expect(report).toMatchObject({ accepted: 3, warned: 1, excluded: 2 });
    expect(codes(report)).toContain('withheld-by-source');
    expect(
      await query(
        sql`SELECT area, vintage::VARCHAR AS vintage, measure::VARCHAR AS measure, count, count__missing::VARCHAR AS gap, flag::VARCHAR AS flag FROM aggregate_counts ORDER BY cell_key LIMIT 3`,
      ),
    ).toEqual([
      { area: 'GR', vintage: '2025-03-01', measure: 'registered', count: 30, gap: null, flag: 'break' }, // prettier-ignore
      { area: 'NO', vintage: '2025-03-01', measure: 'registered', count: null, gap: 'not_recorded', flag: 'not_available' }, // prettier-ignore
      { area: 'MT', vintage: '2025-03-01', measure: 'registered', count: null, gap: 'withheld', flag: 'suppressed' }, // prettier-ignore
    ]);
    expect(result.facts?.publishedBreaks).toEqual([{ measure: 'registered', period: '2022' }]);
  });

  test('SDG 16.2.2: the country of the file, two age bands make the children', async () => {
    const text = 'Year,Series,Sex,Age,Unit multiplier,Units,Observation status,Value\n' +
      '2020,Detected victims of human trafficking (Number),Female,0 to 14,Units,Number,Normal value,172.0\n' +
      '2020,Detected victims of human trafficking (Number),Female,15 to 17,Units,Number,Normal value,665.0\n' +
      '2020,Other (Number),,,Units,Number,Normal value,5\n'; // prettier-ignore
    expect(only(await load({ 'united-kingdom.csv': text }))).toMatchObject({ accepted: 2, excluded: 1 }); // prettier-ignore
    expect(await query(sql`SELECT area, age_group::VARCHAR AS age, count FROM aggregate_counts`)).toEqual([{ area: 'GB', age: 'under_18', count: 837 }]); // prettier-ignore
    expect(codes(only(await load({ 'indicator.csv': text })))).toContain('required-cell-empty');
    const malta = await real('sdg-16-2-2/malta.csv');
    if (malta) expect(await query(sql`SELECT DISTINCT area FROM aggregate_counts`)).toEqual([{ area: 'MT' }]); // prettier-ignore
  });

  test.each([
    ['asylum.csv', 'freq,citizen,sex,geo,TIME_PERIOD,OBS_VALUE\nA,TOTAL,T,AT,2008,12750', 'population'], // prettier-ignore
    ['tps.tsv', 'indic_de,geo\\time\t2006 \t2007 \nJAN,AD\t7 b\t: ', 'population'],
    ['rates.csv', 'Godina,Žrtve THB-a na 100 000 osoba,Žene\n2017,0.71,0.39', 'rates'],
    ['disputes.csv', 'Date,Raised or resolved,Age disputes\n2010-03-31,Raised,78', 'age_disputes'],
  ])('%s feeds nothing and says why', async (name, text, word) => {
    const result = await load({ [name]: text });
    expect(result.loaded).toBe(false);
    const report = only(result);
    expect(report).toMatchObject({ table: null, accepted: 0, excluded: 1 });
    const said = report.issues.find(({ code }) => code === 'feeds-nothing');
    expect(said?.message.en).toContain(word);
    expect(said?.message.nb).not.toBe(said?.message.en);
  });

  test('a table that is wanted for such a file wins', async () => {
    const text = 'freq,geo,TIME_PERIOD,sex,age,OBS_VALUE\nA,NO,2024,F,Y_LT18,540000';
    const [said] = (await load({ 'download.csv': text })).reports;
    expect(said?.adapter).toBe('published');
    const decisions = { drop: [], dateOrder: [], table: [{ file: 'download.csv', table: 'population' }] }; // prettier-ignore
    const [chosen] = (await load({ 'download.csv': text }, { decisions })).reports;
    expect(chosen).toMatchObject({ adapter: null, table: 'population' });
  });
});
