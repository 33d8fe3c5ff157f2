import { expect, it } from 'vitest';
import { parseView } from '$lib/measure/view';
import { csvOf } from '../measure/loaded';
import { smallCountry } from '../measure/small-country';
import { cliFolder, rapporteur } from './run-cli';

const { write } = cliFolder();

interface Told {
  readonly shown: number;
  readonly withheld: number;
  readonly audit: string;
  readonly protection: readonly string[];
  readonly remedies: readonly { view: string; shown: number; withheld: number }[];
}

it('the command line tells which views show more of a small country, and shows just that', () => {
  const files = Object.entries(smallCountry()).map(([name, rows]) =>
    write(`${name}.csv`, csvOf(rows)),
  );
  const ask = (...words: string[]) =>
    rapporteur('indicators', ...files, '--ids', 'ID-01', ...words);
  const { code, out } = ask('--by', 'region', '--period', 'year', '--remedies');
  expect(code).toBe(0);
  const [told] = JSON.parse(out) as Told[];
  expect(told!.withheld).toBeGreaterThan(told!.shown);
  expect(told!.audit).toBe('proven');
  expect(told!.protection.join('\n')).toContain('Limits of this promise');
  const [best] = told!.remedies;
  expect(best!.withheld).toBe(0);

  const { by, period } = parseView(best!.view);
  const rows = JSON.parse(
    ask(
      ...['--by', by.map((crossed) => crossed.join('*')).join(',')],
      ...['--period', period.kind, '--from', period.from!, '--json'],
    ).out,
  ) as { value: number | null; status: string }[];
  expect(rows.filter(({ value }) => value).length).toBe(best!.shown);
  expect(rows.filter(({ status }) => status === 'withheld')).toEqual([]);

  expect(ask('--remedies', '--view', 'working').code).toBe(2);
  expect(ask('--remedies', '--format', 'csv').code).toBe(2);
});
