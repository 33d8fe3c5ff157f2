import { expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import { engine, exact, load, only } from './engines';
import { figuresOf } from './figures-of';
import { workbookParts, writeZip } from './write-xlsx';

const query = async (statement: ReturnType<typeof sql>) => (await engine()).query(statement);

const header =
  'id,short_id,case_id_display,name,sex,age,date_of_birth,estimated,registration_date,status,protection_status,protection_concerns,owned_by,reassigned_tranferred_on,date_case_plan,assessment_requested_on,date_closure,closure_reason,telephone_current,address_current,nationality';
const row = (cells: Readonly<Record<string, string>>) =>
  header
    .split(',')
    .map((one) => `"${(cells[one] ?? '').replaceAll('"', '""')}"`)
    .join(',');
const child = (n: number, more: Readonly<Record<string, string>> = {}) =>
  row({
    id: `0000-${n}`,
    short_id: `s${n}`,
    name: 'Made Up',
    sex: 'female',
    date_of_birth: '2010-06-15',
    registration_date: '2024-03-10',
    status: 'open',
    protection_concerns: '["sexually_exploited", "migrant"]',
    owned_by: 'worker_a',
    ...more,
  });
const rows = [
  child(1, { date_case_plan: '2024-03-20', assessment_requested_on: '2024-03-12', protection_status: 'unaccompanied' }), // prettier-ignore
  child(2, { sex: 'male', date_case_plan: '2024-04-09', owned_by: 'worker_b', reassigned_tranferred_on: '2024-05-01' }), // prettier-ignore
  child(3, { protection_concerns: '["trafficked_smuggled"]' }),
  child(4, { status: 'transferred' }),
  child(5, { status: 'duplicate' }),
  child(1, { short_id: 's1', sex: '' }),
  child(6, { date_of_birth: '', age: '41' }),
  child(9, { protection_concerns: '["migrant", "gbv_survivor"]' }),
  child(10, { protection_concerns: '' }),
  child(7, { status: 'closed', date_closure: '2024-09-01', closure_reason: 'repatriated', protection_concerns: '["sexually_exploited", "caafag", "made_here"]' }), // prettier-ignore
  child(8, { registration_date: '', sex: 'other_sex' }),
];

test('the CSV: cases, plans and owners; transferred and duplicate files are out', async () => {
  const report = only(await load({ 'cases.csv': [header, ...rows].join('\n') }));
  expect(report).toMatchObject({ adapter: 'primero', table: 'cases', records: 11 });
  expect(report).toMatchObject({ accepted: 4, warned: 3, excluded: 4, rejected: 0 });
  expect(report.issues.map(({ code, column, lines }) => [code, column, lines])).toEqual([
    ['transferred-or-duplicate', undefined, [5, 6]],
    ['no-exploitation', 'protection_concerns', [9]],
    ['child-twice', undefined, [7]],
    ['no-intake-day', 'registration_date', [12]],
    ['value-not-in-code-list', 'sex', [12]],
    ['value-not-in-code-list', 'protection_concerns', [11]],
    ['code-not-separable', 'protection_concerns', [4]],
  ]);
  const found = await query(
    sql`SELECT gender::VARCHAR AS sex, victim_status::VARCHAR AS status, victim_status__missing::VARCHAR AS why, main_form::VARCHAR AS form, array_to_string(forms, '+') AS forms, age_at_detection AS age, age_band_at_detection::VARCHAR AS band, closure_reason::VARCHAR AS reason, accompaniment::VARCHAR AS alone FROM cases ORDER BY (SELECT count(*) FROM assessments a WHERE a.case_key = cases.case_key) DESC, gender NULLS LAST, status, why, form NULLS LAST`,
  );
  expect(found).toHaveLength(7);
  expect(found).toContainEqual({ sex: 'female', status: 'presumed', why: null, form: 'sexual_unspecified', forms: 'sexual_unspecified', age: 13, band: null, reason: null, alone: 'unaccompanied' }); // prettier-ignore
  expect(found).toContainEqual({ sex: 'female', status: null, why: 'unmapped', form: null, forms: null, age: 13, band: null, reason: null, alone: null }); // prettier-ignore
  expect(found).toContainEqual({ sex: 'female', status: 'presumed', why: null, form: 'sexual_unspecified', forms: 'sexual_unspecified', age: null, band: '18plus', reason: null, alone: null }); // prettier-ignore
  expect(found).toContainEqual({ sex: 'female', status: 'presumed', why: null, form: null, forms: 'armed+sexual_unspecified', age: 13, band: null, reason: 'returned', alone: null }); // prettier-ignore
  expect(
    await query(
      sql`SELECT (a.completed_h - c.detected_h) / 24 AS days, a.plan_made::VARCHAR AS plan, count(DISTINCT o.worker_key)::INT AS owners FROM assessments a JOIN cases c USING (case_key) JOIN assignments o USING (case_key) GROUP BY ALL ORDER BY days`,
    ),
  ).toEqual([
    { days: 10, plan: 'yes', owners: 1 },
    { days: 30, plan: 'yes', owners: 1 },
  ]);
  const keys = await query(
    sql`SELECT case_key AS key FROM cases UNION ALL SELECT worker_key FROM assignments`,
  );
  expect(keys.every(({ key }) => /^[PW]\d+$/.test(String(key)))).toBe(true);
  const handled = report.identifiers.map(({ column, handling }) => `${column} ${handling}`);
  for (const one of [
    'name dropped',
    'date_of_birth generalised',
    'owned_by generalised',
    'id generalised',
    'telephone_current dropped',
    'address_current dropped',
    'case_id_display dropped',
  ])
    // prettier-ignore
    expect(handled).toContain(one);
  const left = await query(
    sql`SELECT table_name AS name FROM duckdb_tables() WHERE table_name LIKE 'primero%'`,
  );
  expect(left).toEqual([]);
});

test('figures: children registered and their plans; needs stay off for want of a reason', async () => {
  const figures = await figuresOf({ 'cases.csv': [header, ...rows].join('\n') });
  expect(await figures('ID-01', 'count')).toBe(3);
  expect(await figures('ID-01', 'count', { population: 'P-DET' })).toBe(5);
  expect(figures.missing('MC-01')).toEqual({ table: 'placements' });
  expect(figures.missing('SW-01')).toEqual({ table: 'services' });
});

test('three of four plans are made within two weeks of registration', async () => {
  const planned = Array.from({ length: 80 }, (_, n) =>
    child(n, { date_case_plan: n < 60 ? '2024-03-20' : '2024-04-19' }),
  );
  const figures = await figuresOf({ 'cases.csv': [header, ...planned].join('\n') });
  expect(await figures('RF-04', 'cif_14d')).toBeCloseTo(0.75, 9);
  expect(await figures('RF-04', 'not_timed_count')).toBe(0);
});

const sheet = (name: string, lines: readonly (readonly string[])[]) => ({
  name,
  rows: lines
    .map(
      (cells, r) =>
        `<row r="${r + 1}">${cells.map((cell, c) => cell && `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
    ) // prettier-ignore
    .join(''),
});

test('the workbook: sheets of one case are put together, services and follow-ups join by its id', async () => {
  const book = writeZip(
    workbookParts([
      sheet('Basic Identity', [
        ['ID', 'Short ID', 'Case Status', 'Full Name', 'Date of Registration or Interview', 'Sex', 'Age', 'Date of Birth'], // prettier-ignore
        ['a1', 'a1', 'Open', 'Made Up', '10-Mar-2024', 'Female', '14', '15-Jun-2010'],
        ['a2', 'a2', 'Transferred', 'Made Up', '10-Mar-2024', 'Male', '14', '15-Jun-2010'],
      ]),
      sheet('Protection Concerns', [
        ['ID', 'Protection Status', 'Protection Concerns'],
        ['a1', 'Separated', 'Sexually Exploited ||| Migrant'],
        ['a2', '', 'Migrant'],
      ]),
      sheet('Record Owner', [
        ['ID', 'Field/Case/Social Worker', 'Caseworker Code'],
        ['a1', 'Made Up', 'worker_a'],
      ]),
      sheet('Services-Services', [
        ['ID', 'Type of Response', 'Type of Service', 'Created on', 'Service implemented', 'Service Implemented On', 'Notes'], // prettier-ignore
        ['a1', 'Service provision', 'Safehouse Service', '12-Mar-2024', 'Implemented', '14-Mar-2024', 'words'], // prettier-ignore
        ['a1', 'Service provision', 'Health/Medical Service', '12-Mar-2024', 'Not Implemented', '', ''], // prettier-ignore
        ['a1', 'Service provision', 'Riding lessons', '12-Mar-2024', 'Not Implemented', '', ''],
        ['a2', 'Service provision', 'Food Service', '12-Mar-2024', 'Implemented', '14-Mar-2024', ''], // prettier-ignore
      ]),
      sheet('Follow Up-Follow Up', [
        ['ID', 'Type of follow up', 'Follow up needed by', 'Follow up date', 'Comments'],
        ['a1', 'Follow up in Care', '01-May-2024', '03-May-2024', 'words'],
        ['a1', 'Follow up for Service', '01-Jun-2024', '', ''],
      ]),
    ]),
  );
  const result = await load({ 'book.xlsx': book });
  result.reports.forEach(exact);
  expect(result.loaded).toBe(true);
  expect(
    result.reports.map(({ adapter, accepted, warned, excluded }) => [
      adapter,
      accepted,
      warned,
      excluded,
    ]),
  ).toEqual([
    // prettier-ignore
    ['primero', 1, 0, 1],
    ['primero', 1, 0, 1],
    ['primero', 1, 0, 0],
    ['primero', 2, 1, 1],
    ['primero', 1, 1, 0],
  ]);
  expect(
    await query(
      sql`SELECT victim_status::VARCHAR AS status, accompaniment::VARCHAR AS alone, age_at_detection AS age, index_month::VARCHAR AS month FROM cases`,
    ),
  ).toEqual([{ status: 'presumed', alone: 'separated', age: 13, month: '2024-03-01' }]);
  expect(
    await query(
      sql`SELECT service_type::VARCHAR AS type, service_type__missing::VARCHAR AS why, status::VARCHAR AS status, (started_h - need_identified_h) / 24 AS days FROM services ORDER BY type NULLS LAST`,
    ),
  ).toEqual([
    { type: 'health', why: null, status: 'waiting', days: null },
    { type: 'shelter', why: null, status: 'completed', days: 2 },
    { type: null, why: 'unmapped', status: 'waiting', days: null },
  ]);
  expect(
    await query(
      sql`SELECT phase::VARCHAR AS phase, contact_made::VARCHAR AS made FROM followups ORDER BY held_h NULLS LAST`,
    ),
  ).toEqual([
    { phase: 'care', made: 'yes' },
    { phase: null, made: null },
  ]);
  expect(result.facts?.tables.assignments?.rows).toBe(1);
});

test('a file without the fields of the system is read as any other', async () => {
  for (const plain of [
    'id,sex,registration_date,status\n1,female,2024-01-01,open',
    'id,closure_reason,date_closure\n1,other,2024-01-01',
    'id,followup_type,followup_date\n1,call,2024-01-01',
    'id,owned_by\n1,somebody',
  ]) {
    const { reports } = await load({ 'plain.csv': plain });
    expect(reports[0]?.adapter).toBe(null);
  }
});

test('an age that is no number of years stops nothing and makes no age', async () => {
  const odd = ['inf', 'NaN', '1e300', '-3', '12.5', '200', '1e9'];
  const all = odd.map((age, n) => child(n, { date_of_birth: '', age }));
  const report = only(await load({ 'cases.csv': [header, ...all].join('\n') }));
  expect(report.issues.find(({ code }) => code === 'age-not-computed')?.count).toBe(odd.length);
  expect(await query(sql`SELECT count(age_at_detection)::INT + count(age_band_at_detection)::INT AS n FROM cases`)).toEqual([{ n: 0 }]); // prettier-ignore
});
