import { expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import { engine, exact, load, only } from './engines';
import { figuresOf } from './figures-of';

const query = async (statement: ReturnType<typeof sql>) => (await engine()).query(statement);
const header =
  'INCIDENT ID,SURVIVOR CODE,CASE MANAGER CODE,DATE OF INTERVIEW,DATE OF INCIDENT,DATE OF BIRTH,SEX,INCIDENT CAMP / TOWN,GBV TYPE,"MONEY, GOODS, BENEFITS AND / OR SERVICES EXCHANGED ?",SAFE HOUSE / SHELTER,HEALTH / MEDICAL SERVICES,PSYCHOSOCIAL SERVICES,LEGAL ASSISTANCE SERVICES,REPORTING AGENCY CODE';
const rows = [
  'I1,X1,W1,10-Mar-2024,01-Mar-2024,15-Jun-2010,F,Camp,Rape,Yes,Referred,Service provided by your agency,,,A',
  'I2,X1,W1,20-Apr-2024,15-Apr-2024,15-Jun-2010,F,Camp,Physical Assault,No,Service unavailable,,Referral declined by survivor,,A',
  'I3,X1,W2,11-Mar-2024,,01-Jan-1990,F,Camp,Sexual Assault,Yes,,Service not applicable,,,B',
  'I4,X2,W1,12-Mar-2024,,02-Feb-2012,M,Camp,Rape,No,,,,,A',
  'I5,X3,W1,13-Mar-2024,,02-Feb-2009,F,Camp,Forced Marriage,No,,,,Someday,A',
  'I6,,W1,14-Mar-2024,,02-Feb-2011,F,Camp,Rape,Yes,,,,,A',
];
const menus = 'CASEWORKER CODE,ETHNICITY,INCIDENT LOCATION,INCIDENT COUNTY,INCIDENT DISTRICT,INCIDENT CAMP\nW1,,,,,Camp'; // prettier-ignore

test('incidents of one code and agency are one person; referrals become services', async () => {
  const result = await load({
    'incidents.csv': [header, ...rows].join('\n'),
    'menus.csv': menus,
  });
  result.reports.forEach(exact);
  const [report, menu] = result.reports;
  expect(report).toMatchObject({ adapter: 'gbv', records: 6, accepted: 3, warned: 1, excluded: 2 });
  expect(menu).toMatchObject({ adapter: 'gbv', table: null, records: 1, excluded: 1 });
  expect(report?.issues.map(({ code, column, lines }) => [code, column, lines])).toEqual([
    ['no-survivor-code', 'SURVIVOR CODE', [7]],
    ['no-exploitation', 'GBV TYPE', [5]],
    ['value-not-in-code-list', 'LEGAL ASSISTANCE SERVICES', [6]],
  ]);
  expect(
    await query(
      sql`SELECT gender::VARCHAR AS sex, age_at_detection AS age, age_band_at_detection::VARCHAR AS band, victim_status::VARCHAR AS status, main_form::VARCHAR AS form, index_month::VARCHAR AS month FROM cases ORDER BY detected_h`,
    ),
  ).toEqual([
    { sex: 'female', age: 13, band: null, status: 'possible', form: 'sexual_unspecified', month: '2024-03-01' }, // prettier-ignore
    { sex: 'female', age: null, band: '18plus', status: 'possible', form: 'sexual_unspecified', month: '2024-03-01' }, // prettier-ignore
    { sex: 'female', age: 15, band: null, status: 'possible', form: 'forced_marriage', month: '2024-03-01' }, // prettier-ignore
  ]);
  expect(
    await query(
      sql`SELECT service_type::VARCHAR AS type, needed::VARCHAR AS needed, s.status::VARCHAR AS status, unmet_reason::VARCHAR AS why, (need_identified_h - detected_h) / 24 AS day FROM services s JOIN cases c USING (case_key) ORDER BY detected_h, day, type`,
    ),
  ).toEqual([
    { type: 'health', needed: 'yes', status: 'completed', why: null, day: 0 },
    { type: 'shelter', needed: 'yes', status: 'waiting', why: null, day: 0 },
    { type: 'mental_health', needed: 'yes', status: 'declined', why: 'child_declined', day: 41 },
    { type: 'shelter', needed: 'yes', status: 'not_provided', why: 'not_available', day: 41 },
    { type: 'health', needed: 'no', status: 'no_longer_needed', why: null, day: 0 },
    { type: 'legal', needed: null, status: null, why: null, day: 0 },
  ]);
  const handled = report?.identifiers.map(({ column, handling }) => `${column} ${handling}`);
  for (const one of [
    'SURVIVOR CODE generalised',
    'DATE OF BIRTH generalised',
    'INCIDENT ID dropped',
    'INCIDENT CAMP / TOWN dropped',
    'CASE MANAGER CODE dropped',
  ])
    // prettier-ignore
    expect(handled).toContain(one);
  const left = await query(
    sql`SELECT table_name AS name FROM duckdb_tables() WHERE table_name LIKE 'gbv%'`,
  );
  expect(left).toEqual([]);
});

test('possible victims are counted among all detected, never among registered children', async () => {
  const figures = await figuresOf({ 'incidents.csv': [header, ...rows].join('\n') });
  expect(await figures('ID-01', 'count')).toBe(0);
  expect(await figures('ID-01', 'count', { population: 'P-DET' })).toBe(2);
  expect(figures.missing('SW-01')).toEqual({ table: 'services', column: 'started' });
});

test('without the code of the survivor the file is read as any other', async () => {
  const text = [header.replace('SURVIVOR CODE', 'SOMETHING'), ...rows].join('\n');
  const { reports } = await load({ 'incidents.csv': text });
  expect(reports[0]?.adapter).toBe(null);
  expect(only(await load({ 'menus.csv': menus })).table).toBe(null);
});
