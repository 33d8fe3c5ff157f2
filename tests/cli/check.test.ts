import { describe, expect, it } from 'vitest';
import { cliFolder, rapporteur } from './run-cli';

const { path, write } = cliFolder();

describe('check', () => {
  const files = () => [
    write(
      'cases.csv',
      'case_key,index_month,detected_at,victim_status,main_form,forms\nsecret-1,2024-01,2024-01-10,presumed,labour,begging\nsecret-2,2024-01,2024-01-10,presumed,labour,labour\n',
    ),
    write(
      'placements.csv',
      'placement_key,case_key,placement_type,started_at,ended_at\np1,secret-1,foster,2024-02-02,2024-02-01\np2,secret-9,foster,2024-02-02,2024-02-05\n',
    ),
  ];

  it('prints rules as JSON with counts and never a key', () => {
    const { code, out } = rapporteur('check', ...files(), '--json');
    expect(code).toBe(0);
    const rules: Record<string, unknown>[] = JSON.parse(out);
    const rule = (of: string) => rules.find((one) => one.code === of);
    expect(rule('X01')).toMatchObject({ level: 'error', state: 'fails', tested: 2, failing: 1 });
    expect(rule('X02')).toMatchObject({
      level: 'error',
      tested: 2,
      failing: 1,
      untestable: 0,
      tables: [{ table: 'placements', tested: 2, failing: 1, untestable: 0 }],
      sentence: { en: '1 of 2 rows breaks this.', nb: '1 av 2 rader bryter dette.' },
    });
    expect(rule('X22')).toMatchObject({ level: 'warning', tested: 2, failing: 1 });
    expect(out).not.toContain('secret');
  });

  it('prints sentences, and refuses what cannot be loaded', () => {
    const { code, out, err } = rapporteur('check', ...files());
    expect(code).toBe(0);
    expect(out).toContain('1 of 2 rows breaks this. placements 1 of 2.');
    expect(out).not.toContain('secret');
    expect(err).toContain('Not for release');
    expect(rapporteur('check', path('nowhere')).code).toBe(1);
    expect(rapporteur('check').code).toBe(2);
  });

  it('counts classes of quasi-identifiers, and never prints a key or a value', () => {
    const cases = write(
      'cases-unique.csv',
      `case_key,child_key,index_month,victim_status,gender,region\n${[1, 2, 3, 4]
        .map((i) => `key-${i},kid-${i},2024-01,presumed,${i > 3 ? 'male' : 'female'},ZZ-7`)
        .join('\n')}\n`,
    );
    const { code, out, err } = rapporteur('check', cases, '--uniqueness', '--json');
    expect(code).toBe(0);
    expect(err).toContain('Not for release');
    expect(JSON.parse(out)).toMatchObject({
      unit: 'children',
      records: 4,
      unique: 1,
      columns: ['gender', 'region', 'index_month'],
      asLoaded: [
        { size: '1', records: 1, children: 1 },
        { size: '2', records: 0, children: 0 },
        { size: '3-4', records: 3, children: 3 },
        { size: '5-10', records: 0, children: 0 },
        { size: '11+', records: 0, children: 0 },
      ],
      combinations: [{ columns: ['gender'], unique: 1 }, {}, {}, {}],
    });
    const text = rapporteur('check', cases, '--uniqueness').out;
    expect(text).toContain('1 of 4 children is the only one with its combination of Gender');
    expect(out + text).not.toMatch(/key-|kid-|ZZ-7/);
    const none = write(
      'placements-alone.csv',
      'placement_key,case_key,placement_type\np1,f1,foster\n',
    );
    expect(rapporteur('check', none, '--uniqueness').code).toBe(1);
  });

  it('counts pairs of records that may be one child by rule, and never prints a key', () => {
    const row = (key: string, org: string, day: string, region: string) =>
      `key-${key},kid-${key},${org},2024-03,${day},presumed,female,15,national,labour,${region}`;
    const cases = write(
      'cases-linked.csv',
      [
        'case_key,child_key,org_key,index_month,detected_at,victim_status,gender,age_at_detection,citizenship_group,main_form,region',
        row('1', 'a', '2024-03-01', 'ZZ-1'),
        row('2', 'b', '2024-03-05', 'ZZ-1'),
        row('3', 'c', '2024-03-12', 'ZZ-2'),
      ].join('\n'),
    );
    const { code, out, err } = rapporteur('check', cases, '--linkage', '--json');
    expect(code).toBe(0);
    expect(err).toContain('Not for release');
    expect(JSON.parse(out)).toMatchObject({
      rules: [
        { rule: 'L1', pairs: 1 },
        { rule: 'L2', pairs: 2 },
        { rule: 'L3', pairs: 0 },
      ],
      ...{ undecided: 3, fewest: 1, most: 3, exact: true },
    });
    const text = rapporteur('check', cases, '--linkage').out;
    expect(text).toContain('Between 1 and 3 children');
    expect(out + text).not.toMatch(/key-|kid-|ZZ-/);
    const national = rapporteur('check', cases, '--linkage', '--key-scope', 'national', '--json');
    expect(JSON.parse(national.out)).toMatchObject({ fewest: 3, most: 3 });
    expect(rapporteur('check', cases, '--linkage', '--key-scope', 'town').code).toBe(1);
  });
});
