import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '$lib/indicators/catalogue';
import { cliFolder, rapporteur } from './run-cli';

const { path, write } = cliFolder();
const table = (suppressed?: string[][]) => ({
  kind: 'count',
  dims: [
    { name: 'gender', groups: { total: ['girl', 'boy', 'other'] } },
    { name: 'form', groups: { total: ['sexual', 'labour', 'begging'] } },
  ],
  threshold: 11,
  zeros: 'published',
  ...(suppressed ? { suppressed } : {}),
  cells: [
    ['girl', [40, 31, 4]],
    ['boy', [22, 45, 30]],
    ['other', [15, 19, 27]],
    ['total', [77, 95, 61]],
  ].flatMap(([gender, values]) => {
    const row = values as number[];
    return [
      ...row.map((value, i) => ({ key: [gender, ['sexual', 'labour', 'begging'][i]], value })),
      { key: [gender, 'total'], value: row.reduce((sum, value) => sum + value, 0) },
    ];
  }),
});

describe('indicators', () => {
  beforeAll(() => {
    expect(rapporteur('demo', path('demo'), '--children', '300').code).toBe(0);
  });
  const keys = [
    ...['indicator', 'revision', 'measure', 'period', 'by', 'value', 'unit', 'low', 'high'],
    ...['numerator', 'denominator', 'n', 'unknown', 'status', 'statistic', 'mode'],
  ];

  it('prints Release rows unless asked otherwise', () => {
    const { code, out, err } = rapporteur(
      ...['indicators', path('demo'), '--ids', 'ID-01,ID-03', '--by', 'gender', '--format', 'json'],
    );
    expect(code).toBe(0);
    const rows = JSON.parse(out);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      for (const key of keys) expect(row).toHaveProperty(key);
      expect(row.mode).toBe('release');
      for (const count of [row.numerator, row.denominator, row.n, row.unknown])
        if (typeof count === 'number') expect(count >= 1 && count <= 10).toBe(false);
    }
    expect(err).not.toContain('Working view');
  });

  it('compares with a reference group, and refuses what is none', () => {
    const words = ['indicators', path('demo'), '--ids', 'RF-02', '--view', 'working', '--json'];
    const { code, out, err } = rapporteur(...words, '--compare', 'gender=girl');
    expect(code).toBe(0);
    const compared = (JSON.parse(out) as { statistic: string; by: { gender?: string } }[]).filter(
      ({ statistic }) => statistic === 'S-D',
    );
    expect(compared.length).toBeGreaterThan(0);
    for (const { by } of compared) expect(['female', undefined]).not.toContain(by.gender);
    expect(err).toContain('reference group Girl');
    expect(rapporteur(...words, '--compare', 'gender=best').code).toBe(2);
  });

  it('marks and warns of true values', () => {
    const { code, out, err } = rapporteur(
      ...['indicators', path('demo'), '--ids', 'ID-01', '--view', 'working', '--json'],
    );
    expect(code).toBe(0);
    expect(err).toContain('Working view');
    for (const row of JSON.parse(out)) expect(row.mode).toBe('working');
  });

  it('cuts time by financial years', () => {
    const words = ['indicators', path('demo'), '--ids', 'ID-01', '--view', 'working', '--json'];
    const { code, out } = rapporteur(...words, '--period', 'financial-07');
    expect(code).toBe(0);
    const periods = (JSON.parse(out) as { period: string }[]).map((row) => row.period);
    expect(periods.every((period) => /^\d{4}-07\.\.\d{4}-\d\d$/.test(period))).toBe(true);
  });

  it('writes the same figures as CSV', () => {
    const words = ['indicators', path('demo'), '--ids', 'ID-01', '--period', 'year'];
    const csv = rapporteur(...words, '--format', 'csv');
    expect(csv.code).toBe(0);
    const json = JSON.parse(rapporteur(...words, '--json').out);
    const lines = csv.out.trim().split(/\r?\n/);
    expect(lines[0]).toContain('indicator');
    expect(lines).toHaveLength(json.length + 1);
    expect(rapporteur(...words).out).toBe(csv.out);
  });

  it.each([
    ['an unknown indicator', ['--ids', 'XX-99']],
    ['an unknown breakdown', ['--by', 'name']],
    ['an unknown period', ['--period', 'week']],
    ['an unknown view', ['--view', 'raw']],
    ['a threshold of nobody', ['--threshold', '0']],
    ['months out of order', ['--from', '2024-03', '--to', '2023-04']],
    ['an unknown filter', ['--where', 'name=x']],
    ['an unknown option', ['--everything']],
  ])('refuses %s as wrong use', (_, words) => {
    const { code, out, err } = rapporteur('indicators', path('demo'), ...words);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('rapporteur indicators');
  });
});

describe('protect', () => {
  it('withholds what is small and what would give it away', () => {
    const { code, out } = rapporteur('protect', write('t.json', JSON.stringify(table())), '--json');
    expect(code).toBe(0);
    const { cells, audit } = JSON.parse(out);
    const at = (key: string[]) =>
      cells.find((cell: { key: string[] }) => cell.key.join() === key.join());
    expect(at(['girl', 'begging']).value).toBeNull();
    expect(at(['total', 'total']).value).toBe(233);
    expect(audit.status).toBe('proven');
    expect(audit.secondary).toBeGreaterThan(0);
    expect(cells.filter((cell: { value: unknown }) => cell.value === null).length).toBeGreaterThan(
      3,
    );
  });
  it('finds one withheld cell alone unsafe', () => {
    const file = write('unsafe.json', JSON.stringify(table([['girl', 'begging']])));
    const { code, out, err } = rapporteur('protect', file, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).audit.status).toBe('unsafe');
    expect(err).toContain('unsafe');
  });
  it('refuses what is no table', () => {
    expect(rapporteur('protect', write('list.json', '[]')).code).toBe(1);
    expect(rapporteur('protect', write('text.json', 'none')).code).toBe(1);
    expect(rapporteur('protect').code).toBe(2);
    expect(rapporteur('protect', path('t.json'), '--level', 'some').code).toBe(2);
  });
});

describe('statistics', () => {
  it('runs cases, and says which method it does not know', () => {
    const cases = [
      { id: 'a', method: 'proportion.wilson', input: { x: 1, n: 20 } },
      { id: 'b', method: 'no.such_method', input: {} },
    ];
    const { code, out } = rapporteur('statistics', write('c.json', JSON.stringify(cases)));
    const [known, unknown] = JSON.parse(out);
    expect(code).toBe(0);
    expect(known.output.value).toBeCloseTo(0.05, 12);
    expect(known.output.lower).toBeCloseTo(0.0089, 4);
    expect(unknown.output.status).toBe('invalid');
  });
});

describe('definitions and help', () => {
  it('prints the catalogue as JSON and as a document', () => {
    const json = JSON.parse(rapporteur('definitions').out);
    expect(json.map(({ id }: { id: string }) => id)).toEqual(catalogue.map(({ id }) => id));
    const text = rapporteur('definitions', '--format', 'md').out;
    for (const { id, title, measures, population } of catalogue) {
      expect(text).toContain(`## ${id} ${title.en}`);
      const [, own = ''] = text.split(`## ${id} `);
      const words = own.split('\n## ')[0]!;
      expect(words).toMatch(new RegExp(`Population\\*\\* ${population}: \\S`));
      for (const measure of measures) {
        expect(words).toContain(measure.id);
        if (measure.in !== undefined)
          expect(words).toContain(`  - \`${measure.id}\` ${measure.label.en}`);
      }
    }
    expect(rapporteur('definitions', '--format', 'pdf').code).toBe(2);
  });
  it('answers a wrong call with its usage and 2', () => {
    const none = rapporteur();
    expect(none.code).toBe(2);
    expect(none.out).toContain('rapporteur inspect');
    const wrong = rapporteur('predict');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('no such command');
    expect(rapporteur('--help').code).toBe(0);
  });
});
