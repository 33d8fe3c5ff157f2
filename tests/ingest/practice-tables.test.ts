import { expect, test } from 'vitest';
import type { Row } from '$lib/engine/engine';
import { from } from '$lib/schema/physical';
import { columnsOf, tableOf } from '$lib/schema/tables';
import { join, name, sql } from '$lib/schema/sql';
import { codes, engine, load, only } from './engines';

/** Full rows of the tables on organisations' practice, in the order of the schema's columns. */
const full: Readonly<Record<string, readonly string[]>> = {
  programmes: [
    'P1,O1,shelter,direct_services,girls,12,17,yes,8,no,168,en;nb;ro,yes,2024-03,2019-01,',
    'P2,O1,outreach,empowerment,all,-99,999,refused,not_asked,yes,na,,unknown,,2021-06,2024-12',
  ],
  staff: [
    'S1,2024-01,P1,caregiver,0.8,6,18,2023-05,2,yes,no,1.5',
    'S1,2024-02,P1,caregiver,99,99,unknown,,not_asked,refused,na,-9',
  ],
  activity: [
    'A1,P2,2024-01,street,140,60,12,20,5,na,na,80.5',
    'A2,P2,2024-02,call,99,unknown,not_asked,,0,200,170,744',
  ],
  feedback: [
    'F1,P1,2024-01,complaint,7,6,2,1,0,1,na,na,na',
    'F2,P1,2024-06,survey,refused,,na,not_asked,unknown,na,30,24,20',
  ],
  expenditure: [
    'E1,P1,2024-01-01,2024-03-31,NOK,125000.5,shelter_care,104.2',
    'E2,P1,2024-04-01,2024-06-30,NOK,999,unknown,',
  ],
  disruptions: [
    'D1,P1,2024-02-01,2024-02-20,funding_gap,closed,8',
    'D2,P1,2024-06-01,,staff,none,unknown',
  ],
  checklist: [
    'R1,P1,child10,C10-09,2024-05,2,children,independent',
    'R2,P1,ecpat_am,EC-m,2024-05,na,none,self',
    'R3,P1,custom,CU-03,2024-05,,unknown,not_asked',
  ],
  coverage: [
    'V1,O1,2024-01,cases,yes,yes,2024-01 rules,12.5,',
    'V2,O1,2024-02,missing_episodes,yes,no,,unknown,new form',
  ],
  aggregate_counts: [
    'N1,Police yearbook,2024-06,NO,2023,registered,police,female,under_18,at_detection,national,sexual,41,',
    'N2,Police yearbook,2024-06,NO,2023-Q1,suspects,na,na,total,unknown,na,total,,suppressed',
  ],
};

const csv = (table: string, rows: readonly string[]) =>
  [columnsOf(table).map(({ name }) => name), ...rows].join('\n');
/** The rows of a table as they stand; a list comes as text. */
const stored = async (table: string): Promise<Row[]> => {
  const columns = columnsOf(table).flatMap(({ name: of, type }) => [
    type === 'list' ? sql`array_to_string(${name(of)}, ';') AS ${name(of)}` : name(of),
    name(`${of}__missing`),
  ]);
  return (await engine()).query(sql`SELECT ${join(columns)} FROM ${from(table)} ORDER BY rowid`);
};

/** What the engine should hold for a cell, or why it holds nothing. */
const meaning = (cell: string): string | null =>
  ({ '': 'not_recorded', na: 'not_applicable', '-99': 'not_recorded' })[cell] ??
  (['unknown', 'not_asked', 'refused'].includes(cell) ? cell : null);

test.each(Object.keys(full))(
  '%s: every cell is kept, with its reason where absent',
  async (table) => {
    const rows = full[table] ?? [];
    const report = only(await load({ [`${table}.csv`]: csv(table, rows) }));
    expect(report).toMatchObject({ table, accepted: rows.length, warned: 0, rejected: 0 });
    expect(report.mapping.map(({ tier }) => tier)).toEqual(columnsOf(table).map(() => 'exact'));
    const legacy = new Set(['programmes.target_age_to=999', 'staff.fte=99', 'staff.sick_days=-9']);
    const found = await stored(table);
    rows.forEach((row, at) => {
      const cells = row.split(',');
      tableOf(table).columns.forEach(({ name, type }, place) => {
        const cell = cells[place] ?? '';
        const reason = legacy.has(`${table}.${name}=${cell}`) ? 'not_recorded' : meaning(cell);
        const held = found[at]?.[name];
        expect([name, cell, found[at]?.[`${name}__missing`]]).toEqual([name, cell, reason]);
        if (reason) expect([name, held]).toEqual([name, null]);
        else if (type === 'yearmonth') expect(held).toBe(`${cell}-01`);
        else expect([name, String(held)]).toEqual([name, cell]);
      });
    });
  },
);

test('all nine together are loaded beside the cases', async () => {
  const files = Object.entries(full).map(([table, rows]) => [`${table}.csv`, csv(table, rows)]);
  const cases = 'case_key,index_month,victim_status\nC1,2024-01,identified\n';
  const { loaded, facts, reports } = await load({
    ...Object.fromEntries(files),
    'cases.csv': cases,
  });
  expect(loaded).toBe(true);
  for (const report of reports) expect([report.file, report.warned]).toEqual([report.file, 0]);
  for (const [table, rows] of Object.entries(full))
    expect(facts?.tables[table]).toMatchObject({ rows: rows.length });
});

const wrong: Readonly<Record<string, readonly [column: string, place: number]>> = {
  programmes: ['programme_type', 2],
  staff: ['role', 3],
  activity: ['activity_type', 3],
  feedback: ['channel', 3],
  expenditure: ['purpose', 6],
  disruptions: ['cause', 4],
  checklist: ['item', 3],
  coverage: ['submitted', 5],
  aggregate_counts: ['measure', 5],
};

test.each(Object.entries(wrong))(
  '%s: a wrong code is a warning, not a loss',
  async (table, [column, place]) => {
    const [first = '', ...others] = full[table] ?? [];
    const cells = first.split(',');
    cells[place] = 'zzz';
    const report = only(await load({ [`${table}.csv`]: csv(table, [cells.join(','), ...others]) }));
    expect(report).toMatchObject({ table, warned: 1, accepted: others.length, rejected: 0 });
    expect(codes(report)).not.toContain('load-stopped');
    const rows = await stored(table);
    expect(rows).toHaveLength(others.length + 1);
    expect([rows[0]?.[column], rows[0]?.[`${column}__missing`]]).toEqual([null, 'unmapped']);
  },
);

test('figures that the source withheld stay withheld', async () => {
  const line = (key: string, count: string, flag = '') =>
    `${key},Yearbook,2024-06,NO,2023,registered,police,Total,<18,at_detection,total,T,${count},${flag}`;
  const marks = ['<5', '[c]', ':', '*', 'c', '< 10'];
  const rows = [...marks.map((mark, at) => line(`N${at}`, mark, 'c')), line('N9', '0', 'p')];
  const report = only(await load({ 'aggregate_counts.csv': csv('aggregate_counts', rows) }));
  expect(report).toMatchObject({ records: 7, rejected: 0 });
  expect(codes(report)).toContain('withheld-by-source');
  const found = await stored('aggregate_counts');
  for (const row of found.slice(0, marks.length))
    expect(row).toMatchObject({
      count: null,
      count__missing: 'withheld',
      flag: 'suppressed',
      gender: null,
      gender__missing: 'not_applicable',
      citizenship_group__missing: 'not_applicable',
      age_group: 'under_18',
      form_group: 'total',
    });
  expect(found.at(-1)).toMatchObject({ count: 0, count__missing: null, flag: 'provisional' });
});

test('the smallest useful file of each table is told from its columns alone', async () => {
  for (const table of Object.keys(full)) {
    const needed = columnsOf(table).filter(({ requirement }) => requirement !== 'O');
    const places = needed.map((column) => columnsOf(table).indexOf(column));
    const rows = (full[table] ?? []).map((row) => places.map((at) => row.split(',')[at]).join(','));
    const text = [needed.map(({ name }) => name).join(','), ...rows].join('\n');
    const report = only(await load({ 'export.csv': text }));
    expect([table, report.table, report.warned]).toEqual([table, table, 0]);
  }
});

test('a month alone does not make a file one about staff', async () => {
  const text = 'programme,month,activity_type,children\nP1,2024-01,street,4\n';
  expect(only(await load({ 'export.csv': text })).table).toBe('activity');
});

test('coverage says which months of which table can be believed', async () => {
  const lines = [
    'V1,O1,2024-02,Cases,yes,yes',
    'V2,O1,2024-01,cases,yes,yes',
    'V3,O2,2024-01,cases,yes,no',
    'V4,O3,2024-01,cases,no,no',
    'V5,O4,2024-01,cases,unknown,yes',
    'V6,O1,2024-01,detention,yes,',
    'V7,O1,2024-01,detention,yes,yes',
    'V8,O1,2024,cases,yes,yes',
    'V9,O1,2024-01,no such table,yes,yes',
  ];
  const header = 'coverage_key,org_key,month,table_name,expected,submitted';
  const { facts } = await load({ 'coverage.csv': [header, ...lines].join('\n') });
  const month = (of: string, reporters: readonly number[], ...numbers: readonly number[]) => {
    const [organisations, due, submitted, dueAndSubmitted] = numbers;
    const told = { reporters, rules: [], changed: [], breaks: [], lagDays: null };
    return { month: of, organisations, due, submitted, dueAndSubmitted, ...told };
  };
  const [first, fourth] = [1, 4];
  expect(facts?.coverage).toEqual({
    cases: [month('2024-01', [first, fourth], 4, 2, 2, 1), month('2024-02', [first], 1, 1, 1, 1)],
    detention: [month('2024-01', [first], 1, 1, 1, 1)],
  });
  const without = await load({
    'cases.csv': 'case_key,index_month,victim_status\nC1,2024-01,identified\n',
  });
  expect(without.facts?.coverage).toEqual({});
});

test('coverage says with which month a body changed its rules or notes a break', async () => {
  const lines = [
    'W1,O1,2024-01,cases,yes,yes,v1,',
    'W2,O1,2024-02,cases,yes,no,v2,moving house',
    'W3,O1,2024-03,cases,yes,yes,,moving house',
    'W4,O1,2024-04,cases,yes,yes,v2,',
    'W5,O1,2024-05,cases,yes,yes,v2,moving house',
    'W6,O2,2024-01,cases,yes,yes,v2,not asked before',
    'W7,O2,2024-04,cases,yes,yes,v2,na',
    'W8,O2,2024-05,detention,yes,yes,v3,',
  ];
  const header = 'coverage_key,org_key,month,table_name,expected,submitted,definition_version';
  const { facts } = await load({ 'coverage.csv': [`${header},break_note`, ...lines].join('\n') });
  const said = (table: string) =>
    facts?.coverage[table]?.map(({ month, changed, breaks }) => [month, changed, breaks]);
  expect(said('cases')).toEqual([
    ['2024-01', [], [2]],
    ['2024-02', [], [1]],
    ['2024-03', [], []],
    ['2024-04', [1], []],
    ['2024-05', [], [1]],
  ]);
  expect(said('detention')).toEqual([['2024-05', [], []]]);
});
