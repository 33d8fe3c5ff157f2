import { expect, it } from 'vitest';
import { csvOf } from '../measure/loaded';
import { smallCountry } from '../measure/small-country';
import { cliFolder, rapporteur } from './run-cli';

const { write } = cliFolder();

it('withholds what a table published before would tell of, and refuses any other file', () => {
  const files = Object.entries(smallCountry()).map(([name, rows]) =>
    write(`${name}.csv`, csvOf(rows)),
  );
  const ask = (...words: string[]) =>
    rapporteur('indicators', ...files, '--ids', 'ID-01', '--period', 'year', ...words);
  const { out } = ask('--format', 'csv');
  const own = ',2023,40,children,,,40,';
  expect(out).toContain(own);
  const changed = write('published.csv', out.replace(own, own.replaceAll('40', '43')));
  const another = out.split('\r\n').filter((line) => /^indicator|,2021,/.test(line));
  const other = write('other.csv', another.join('\r\n'));
  const beside = ask('--published', changed, '--published', other);
  expect(beside.code).toBe(0);
  expect(beside.err).toContain('2 tables of this indicator published before were taken as known');
  expect(beside.out).toMatch(/,count,2023,,children,.*,withheld,/);
  expect(beside.out).toContain(',2021,40,children,');
  const refused = ask('--published', files[0]!);
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toContain('This is not a table as it is saved here in Release view');
  expect(ask('--published', changed, '--view', 'working').code).toBe(2);
});
