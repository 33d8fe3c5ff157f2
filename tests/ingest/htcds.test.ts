import { openAsBlob } from 'node:fs';
import { expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import { sharedData } from '../shared-data';
import { codes, engine, exact, load, only } from './engines';
import { figuresOf } from './figures-of';

const query = async (statement: ReturnType<typeof sql>) => (await engine()).query(statement);
const header =
  'cas_CaseOwner,prs_FirstName,prs_SecondName,prs_Birthdate,prs_Gender,prs_Citizenship,prs_MobilePhone,prs_MailingCity,vic_TraffickingStatus,vic_AgeWhenTrafficked,vic_MethodsOfControl,vic_TypeOfExploitation,vic_TypeOfSexExploitation,cas_Status,cas_IncomingReferralDate,cas_ReferredOrganisation,cas_OutgoingReferralDate,cas_OutgoingReferralDetails';
const rows = [
  'worker,Ann,One,2009-04-30,Feminine,ROU,+4700000001,Town,ActualVictimOfTrafficking,14,DebtBondage;TakesEarnings,SexualExploitation,Prostitution;RemoteInteractiveServices,Active,2024-04-29,Shelter,2024-05-02,words',
  'worker,Ben,Two,2010-01-01,Masculine,NG;IT,,Town,PossibleVictimOfTrafficking,,,ForcedBegging,,ClosedReferred,2024-06-15,,,',
  'worker,Cid,Three,1984-01-01,Masculine,VN,,Town,ActualVictimOfTrafficking,39,,ForcedLabour,,FollowUp,2024-07-01,Union,soon,',
  'worker,Dea,Four,,NonSpecifiedUnknown,,,Town,NotAVictimOfTrafficking,,Whispering,,,Closed,03/04/2024,,,',
  'worker,Eve,Five,2011-02-02,Feminine,GH,,Town,ActualVictimOfTrafficking,12,,CyberScam,,Active,2024-08-01,,,',
  ',,,,,,,,,,,,,,,,,',
];

test('rows become cases, spells and referrals; names, birth dates and words stay out', async () => {
  const result = await load({ 'any.csv': [header, ...rows].join('\n') });
  const report = only(result);
  expect(report).toMatchObject({ adapter: 'htcds', table: 'cases', records: 6 });
  expect(report).toMatchObject({ accepted: 2, warned: 3, excluded: 1, rejected: 0 });
  const told = report.issues.map(({ code, column, lines }) => [code, column, lines]);
  expect(told).toEqual([
    ['empty-row', undefined, [7]],
    ['no-intake-day', 'Incoming Referral Date', [5]],
    ['value-not-in-code-list', 'Type of Exploitation', [6]],
    ['value-not-in-code-list', 'Methods of Control', [5]],
    ['cell-not-a-number', 'Age when Trafficked', [4]],
    ['cell-not-a-date', 'Outgoing Referral Date', [4]],
    ['key-generated', undefined, undefined],
  ]);
  expect(
    await query(
      sql`SELECT victim_status::VARCHAR AS status, gender::VARCHAR AS gender, age_at_detection AS age, age_band_at_detection::VARCHAR AS band, citizenship AS country, main_form::VARCHAR AS form, array_to_string(forms, '+') AS forms, array_to_string(means_of_control, '+') AS means, case_open::VARCHAR AS open, index_month::VARCHAR AS month FROM cases ORDER BY rowid`,
    ),
  ).toEqual([
    { status: 'identified', gender: 'female', age: 14, band: null, country: 'RO', form: null, forms: 'sexual_online+sexual_prostitution', means: 'debt+earnings', open: 'yes', month: '2024-04-01' }, // prettier-ignore
    { status: 'possible', gender: 'male', age: 14, band: null, country: null, form: 'begging', forms: 'begging', means: null, open: 'no', month: '2024-06-01' }, // prettier-ignore
    { status: 'identified', gender: 'male', age: null, band: '18plus', country: 'VN', form: 'labour', forms: 'labour', means: null, open: 'yes', month: '2024-07-01' }, // prettier-ignore
    { status: 'rejected', gender: null, age: null, band: null, country: null, form: null, forms: null, means: null, open: 'no', month: null }, // prettier-ignore
    { status: 'identified', gender: 'female', age: 13, band: null, country: 'GH', form: null, forms: null, means: null, open: 'yes', month: '2024-08-01' }, // prettier-ignore
  ]);
  expect(
    await query(
      sql`SELECT form::VARCHAR AS form, age_at_start AS age, certainty::VARCHAR AS sure FROM exploitation_spells ORDER BY case_key, form::VARCHAR`,
    ),
  ).toEqual([
    { form: 'sexual_online', age: null, sure: 'confirmed' },
    { form: 'sexual_prostitution', age: null, sure: 'confirmed' },
    { form: 'begging', age: null, sure: 'suspected' },
    { form: 'labour', age: null, sure: 'confirmed' },
  ]);
  expect(
    await query(
      sql`SELECT r.status::VARCHAR AS status, (r.referred_h - c.detected_h) / 24 AS days, r.referred__missing::VARCHAR AS gap, purpose__missing::VARCHAR AS purpose FROM referrals r JOIN cases c USING (case_key) ORDER BY r.rowid`,
    ),
  ).toEqual([
    { status: 'sent', days: 3, gap: null, purpose: 'not_asked' },
    { status: 'sent', days: null, gap: 'unreadable', purpose: 'not_asked' },
  ]);
  const handled = report.identifiers.map(({ column, handling }) => `${column} ${handling}`);
  expect(handled).toContain('prs_Birthdate generalised');
  for (const column of [
    'cas_CaseOwner',
    'prs_FirstName',
    'prs_SecondName',
    'prs_MobilePhone',
    'prs_MailingCity',
    'cas_OutgoingReferralDetails',
  ])
    // prettier-ignore
    expect(handled).toContain(`${column} dropped`);
  const left = await query(
    sql`SELECT table_name AS name FROM duckdb_tables() WHERE table_name LIKE 'htcds%'`,
  );
  expect(left).toEqual([]);
  expect(report.cannotFeed.map(({ en }) => en).join(' ')).toContain('no filled file has been met');
});

test('children registered are counted; figures without fields stay off', async () => {
  const figures = await figuresOf({ 'any.csv': [header, ...rows].join('\n') });
  expect(await figures('ID-01', 'count')).toBe(2);
  expect(await figures('ID-01', 'age_unknown_count')).toBe(0);
  expect(await figures.missing('RF-01')).toEqual({ table: 'referrals', column: 'purpose' });
  expect(await figures.missing('GP-01')).toMatchObject({ table: 'cases' });
  expect(await figures.missing('MC-01')).toEqual({ table: 'placements' });
  expect(await figures.missing('ND-06')).toEqual({ table: 'charges' });
});

test('the published spreadsheet: its second header and its prepared lines are no cases', async () => {
  const path = sharedData('htcds-schema/HTCDS_Excel_Spreadsheet_v2.0.xlsx');
  if (!path) return;
  const report = only(await load({ 'htcds.xlsx': await openAsBlob(path) }));
  expect(report).toMatchObject({ adapter: 'htcds', records: 1001, accepted: 0, warned: 0 });
  expect(report.issues.find(({ code }) => code === 'header-again')?.count).toBe(1);
  expect(report.issues.find(({ code }) => code === 'empty-row')?.count).toBe(1000);
});

test('the labels of the fields do as well; without a core field the file is read as any other', async () => {
  const labels =
    'Birthdate,Gender,Trafficking Status,Type of Exploitation,Incoming Referral Date\n2010-05-05,Non-Conforming,Possible victim of trafficking,Forced military (by non-state actors),31/01/2024\n2012-05-05,Transgender Feminine,Actual victim of trafficking,Sexual exploitation,01/02/2024';
  const result = await load({ 'labels.csv': labels });
  exact(only(result));
  expect(
    await query(
      sql`SELECT gender::VARCHAR AS gender, main_form::VARCHAR AS form, victim_status::VARCHAR AS status, index_month::VARCHAR AS month FROM cases ORDER BY rowid`,
    ),
  ).toEqual([
    { gender: 'nonbinary', form: 'armed', status: 'possible', month: '2024-01-01' },
    { gender: 'trans_girl', form: 'sexual_unspecified', status: 'identified', month: '2024-02-01' },
  ]);
  const less = await load({ 'less.csv': labels.replaceAll('Incoming Referral Date', 'Anything') });
  expect(less.reports[0]?.adapter).toBe(null);
  expect(codes(less.reports[0] as never)).not.toContain('key-generated');
});
