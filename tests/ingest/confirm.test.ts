import { expect, test } from 'vitest';
import type { Decisions } from '$lib/ingest/import-files';
import { parseRecipe } from '$lib/ingest/recipe';
import { codes, load, only } from './engines';

const file = 'saker.csv';
const text = [
  'saksnummer,index_month,victim_status,kjønn,child gender code,age_at_detection',
  'A-1,2024-01,identified,jente,x,14',
  'A-2,2024-02,identified,gutt,x,15',
  '',
].join('\n');
const none: Decisions = { drop: [], dateOrder: [] };
const ask = (decisions: Decisions = none) =>
  load({ [file]: text }, { confirm: 'exact', decisions });

test('nothing below an exact name is applied before it is confirmed', async () => {
  const result = await ask();
  expect(result.loaded).toBe(false);
  const report = only(result);
  expect(report).toMatchObject({ records: 2, accepted: 0, excluded: 2 });
  expect(codes(report)).toContain('mapping-unconfirmed');
  const waiting = report.mapping.filter(({ waits }) => waits);
  expect(waiting.map(({ source, tier }) => [source, tier])).toEqual([
    ['saksnummer', 'synonym'],
    ['kjønn', 'synonym'],
  ]);

  const confirmed = waiting.map(({ source, target }) => ({
    file,
    column: source,
    target: target ?? '',
  }));
  const half = only(await ask({ ...none, confirmed: confirmed.slice(1) }));
  expect(half.mapping.filter(({ waits }) => waits).map(({ source }) => source)).toEqual([
    'saksnummer',
  ]);
  const whole = await ask({ ...none, confirmed });
  expect(whole.loaded).toBe(true);
  expect(only(whole)).toMatchObject({ accepted: 2, warned: 0, excluded: 0 });

  const recipe = parseRecipe(JSON.stringify(whole.recipe));
  const again = await load({ [file]: text }, { confirm: 'exact', recipe });
  expect(again.loaded).toBe(true);
});

test('a confirmation holds only for what the column was then read as', async () => {
  const other = [
    { file, column: 'saksnummer', target: 'cases.child_key' },
    { file, column: 'kjønn', target: 'cases.gender' },
  ];
  expect((await ask({ ...none, confirmed: other })).loaded).toBe(false);
});

test('exact names wait for nobody, a likeness waits where synonyms do not', async () => {
  const exact = 'case_key,index_month,victim_status\nA-1,2024-01,identified\n';
  expect((await load({ 'cases.csv': exact }, { confirm: 'exact' })).loaded).toBe(true);
  const like =
    'case_key,index_month,victim_status,Kjønn hos barnet\nA-1,2024-01,identified,jente\n';
  const options = { 'cases.csv': like };
  expect((await load(options)).loaded).toBe(true);
  const report = only(await load(options, { confirm: 'synonym' }));
  expect(report.mapping.filter(({ waits }) => waits).map(({ tier }) => tier)).toEqual(['fuzzy']);
});

test('a file that is left out is counted, feeds nothing and stops nothing', async () => {
  const decisions = { ...none, leaveOut: [{ file: 'names.csv', reason: 'Not ours.' }] };
  const files = {
    'cases.csv': 'case_key,index_month,victim_status\nA-1,2024-01,identified\n',
    'names.csv': 'case_key,name\nA-1,Kari Hansen\nA-2,Anna Berg\n',
  };
  expect((await load(files)).loaded).toBe(false);
  const result = await load(files, { decisions });
  expect(result.loaded).toBe(true);
  expect(result.reports[1]).toMatchObject({ table: null, records: 2, excluded: 2, accepted: 0 });
  expect(codes(result.reports[1]!)).toEqual(['file-left-out']);
  expect(result.reports[1]!.issues[0]?.message.en).toContain('Not ours.');

  const recipe = parseRecipe(JSON.stringify(result.recipe));
  expect((await load(files, { recipe })).loaded).toBe(true);
  const back = { ...none, leaveOut: [{ file: 'names.csv', reason: null }] };
  expect((await load(files, { recipe, decisions: back })).loaded).toBe(false);
});
