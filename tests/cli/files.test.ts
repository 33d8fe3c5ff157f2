import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoCountry } from '$lib/demo/demo-country';
import { textRows, workbookParts, writeZip } from '../ingest/write-xlsx';
import { csvOf } from '../measure/loaded';
import { cliFolder, rapporteur } from './run-cli';

const { path, write } = cliFolder();
const children = (count: number) =>
  csvOf(
    Array.from({ length: count }, (_, i) => ({
      case_key: `f${i}`,
      child_key: `k${i}`,
      index_month: '2024-03',
      victim_status: 'identified',
      gender: i % 3 ? 'female' : 'male',
      age_at_detection: '15',
    })),
  );

describe('inspect', () => {
  it('says how a file would be read', () => {
    const file = write('cases.csv', children(20).replaceAll(',', ';'));
    const { code, out } = rapporteur('inspect', file, '--json');
    expect(code).toBe(0);
    const [found, ...more] = JSON.parse(out);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      encoding: 'utf-8',
      delimiter: ';',
      quote: '"',
      headerRow: 1,
      records: 20,
      table: 'cases',
    });
    for (const key of ['newline', 'mapping', 'identifiers', 'warnings'])
      expect(found).toHaveProperty(key);
    expect(found.mapping).toContainEqual({
      source: 'gender',
      target: 'cases.gender',
      tier: 'exact',
      reason: 'the name of the data model',
    });
  });
  it('names a column of names and prints none of them', () => {
    const rows = ['Kari Nordmann', 'Ola Hansen', 'Per Olsen'].map((name, i) => ({
      case_key: `f${i}`,
      child_name: name,
      index_month: '2024-03',
      victim_status: 'identified',
    }));
    const file = write('cases.csv', csvOf(rows));
    const { out, err } = rapporteur('inspect', file, '--json');
    expect(JSON.stringify(JSON.parse(out)[0].identifiers)).toContain('child_name');
    expect(out + err).not.toContain('Nordmann');
    const stopped = rapporteur('import', file, '--json');
    expect(stopped.code).toBe(1);
    expect(stopped.out + stopped.err).not.toContain('Nordmann');
  });
});

describe('import', () => {
  it('accounts for every record', () => {
    const file = write('cases.csv', `${children(30)}\n"broken","row"\n`);
    const { code, out } = rapporteur('import', file, '--json');
    expect(code).toBe(0);
    const [report] = JSON.parse(out);
    expect(report).toMatchObject({ table: 'cases', records: 31, rejected: 1 });
    expect(report.accepted + report.warned + report.rejected + report.excluded).toBe(31);
    for (const issue of report.issues)
      for (const key of ['level', 'code', 'count']) expect(issue).toHaveProperty(key);
    expect(report.issues[0].message).toBe(
      '1 record have another number of fields than the header and were not loaded.',
    );
    expect(JSON.stringify(report.issues)).toContain('32');
  });
  it('tells what changed since the recipe was made, and nothing of a cell', () => {
    const columns = 'case_key,index_month,victim_status,gender';
    const rows = (gender: string) =>
      [1, 2, 3].map((i) => `secret-${i},2024-0${i},presumed,${gender}`);
    const first = write('drift-2024.csv', [columns, ...rows('female')].join('\n'));
    const next = write('drift-2025.csv', [`${columns},weather`, ...rows('').map((row) => `${row},rain`)].join('\n')); // prettier-ignore
    const recipe = path('drift-recipe.json');
    rapporteur('import', first, '--save-recipe', recipe);
    const kept = readFileSync(recipe, 'utf8');
    expect(JSON.parse(kept).files[0].seen.columns['cases.gender']).toEqual({ unknown: 0, codes: ['female'] }); // prettier-ignore
    const same = rapporteur('import', first, '--recipe', recipe);
    expect(same.out).toContain('drift: Unchanged since the recipe was made: the same 4 columns');
    expect(same.out).toContain('cannot be known from a recipe');
    const { code, out } = rapporteur('import', next, '--recipe', recipe, '--json');
    expect(code).toBe(0);
    const [{ drift }] = JSON.parse(out);
    expect(drift).toMatchObject({
      ...{ file: 'drift-2025.csv', recipeFile: 'drift-2024.csv', unchanged: false },
      ...{ columnsNew: ['weather'], columnsMissing: [], columnsRenamed: [] },
      codesGone: [{ column: 'cases.gender', codes: ['female'] }],
      unknown: [{ column: 'cases.gender', before: 0, now: 100 }],
      keys: 'cannot be known from a recipe',
    });
    expect(kept + same.out + out).not.toMatch(/secret|rain/);
    expect(JSON.parse(rapporteur('import', first, '--json').out)[0]).not.toHaveProperty('drift');
  });

  it('saves a recipe that reads the file again', () => {
    const file = write('cases.csv', children(25));
    const recipe = path('recipe.json');
    expect(rapporteur('import', file, '--save-recipe', recipe, '--json').code).toBe(0);
    expect(readFileSync(recipe, 'utf8')).not.toContain('f24');
    const again = rapporteur('import', file, '--recipe', recipe, '--json');
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)[0].records).toBe(25);
  });
  it('refuses what is no table with 1 and a wrong call with 2', () => {
    expect(rapporteur('import', write('empty.csv', ''), '--json').code).toBe(1);
    expect(rapporteur('import', path('nowhere.csv'), '--json').code).toBe(1);
    expect(rapporteur('import').code).toBe(2);
    expect(rapporteur('import', path('cases.csv'), '--unknown').code).toBe(2);
  });
});

describe('demo', () => {
  beforeAll(() => {
    for (const folder of ['one', 'two'])
      expect(rapporteur('demo', path(folder), '--children', '120', '--seed', '7').code).toBe(0);
    expect(rapporteur('demo', path('other'), '--children', '120', '--seed', '8').code).toBe(0);
  });
  const read = (folder: string) =>
    readdirSync(path(folder))
      .sort()
      .map((name) => ({ name, text: readFileSync(path(`${folder}/${name}`), 'utf8') }));
  it('writes the same bytes for the same seed, those of the app', () => {
    expect(read('two')).toEqual(read('one'));
    const inApp = demoCountry({ children: 120, seed: 7 });
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(read('one')).toEqual([...inApp].sort(byName).map(({ name, text }) => ({ name, text })));
    expect(read('other')).not.toEqual(read('one'));
  });
  it('is loaded whole', () => {
    const { code, out } = rapporteur('import', path('one'), '--json');
    expect(code).toBe(0);
    for (const report of JSON.parse(out))
      expect(report.accepted + report.warned + report.rejected + report.excluded).toBe(
        report.records,
      );
  });
  it('wants a number of children', () => {
    expect(rapporteur('demo', path('three'), '--children', 'many').code).toBe(2);
    expect(rapporteur('demo').code).toBe(2);
  });
});

describe('files of other kinds', () => {
  const grouped = 'case_key,index,gender,victim\n,month,,status\n'.concat(
    ...['female', 'male', 'female'].map(
      (gender, i) => `C${i},2024-0${i + 1},${gender},identified\n`,
    ),
  );

  it('imports a workbook, a table for each sheet with cells', () => {
    const rows = children(3)
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const file = path('book.xlsx');
    const sheets = [
      { name: 'cases', rows: textRows(rows) },
      { name: 'empty', rows: '' },
    ];
    writeFileSync(file, writeZip(workbookParts(sheets)));
    const { code, out } = rapporteur('import', file, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { file: 'book.xlsx', table: 'cases', records: 3, accepted: 3 },
    ]);
  });

  it('joins header rows and reads another encoding when told', () => {
    const file = write('groups.csv', grouped);
    const told = ['--header-rows', 'groups.csv:2', '--encoding', 'groups.csv:iso-8859-15'];
    const { code, out } = rapporteur('import', file, '--json', ...told);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ records: 3, table: 'cases' }]);
    expect(rapporteur('import', file, '--header-rows', 'groups.csv:0').code).not.toBe(0);
    expect(rapporteur('import', file, '--encoding', 'groups.csv:ebcdic').code).not.toBe(0);
  });
});
