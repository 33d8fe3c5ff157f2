import { expect, test } from 'vitest';
import { lookAt } from '$lib/ingest/file-look';
import type { Decisions } from '$lib/ingest/import-files';
import { parseRecipe } from '$lib/ingest/recipe';
import { from } from '$lib/schema/physical';
import { sql } from '$lib/schema/sql';
import { engine, load, only } from './engines';

const file = 'saker.csv';
const header = 'saksnummer;melding mottatt måned;victim_status;kjønn;alder;Hovedtype';
const text = [
  header,
  'A-1;2024-01;identified;jente;14;prostitusjon',
  'A-2;2024-02;identified;jentebarn;15;prostitusjon',
  'A-3;2024-02;identified;gutt;16;Pornography',
  'A-4;2024-03;identified;jentebarn;12;Pornography',
  '',
].join('\n');
const none: Decisions = { drop: [], dateOrder: [] };
const decided: Decisions = {
  ...none,
  table: [{ file, table: 'cases' }],
  column: [{ file, column: 'Hovedtype', target: 'main_form' }],
  value: [{ file, column: 'kjønn', spelling: 'jentebarn', meaning: { code: 'female' } }],
};
const rows = async () =>
  (await engine()).query(
    sql`SELECT gender::VARCHAR AS gender, main_form::VARCHAR AS form FROM ${from('cases')} ORDER BY case_key`,
  );

test('a decided spelling and a decided column are read and kept in the recipe', async () => {
  const before = only(
    await load({ [file]: text }, { decisions: { ...none, table: decided.table } }),
  );
  expect(before).toMatchObject({ records: 4, accepted: 2, warned: 2 });
  const result = await load({ [file]: text }, { decisions: decided });
  expect(only(result)).toMatchObject({ records: 4, accepted: 4, warned: 0 });
  const read = await rows();
  expect(read.map(({ gender }) => gender)).toEqual(['female', 'female', 'male', 'female']);
  expect(read.map(({ form }) => form)).toEqual([
    'sexual_prostitution',
    'sexual_prostitution',
    'sexual_csam',
    'sexual_csam',
  ]);
  const recipe = parseRecipe(JSON.stringify(result.recipe));
  expect(recipe.files[0]?.values).toEqual({ kjønn: { jentebarn: { code: 'female' } } });
  expect(only(await load({ [file]: text }, { recipe }))).toMatchObject({ accepted: 4, warned: 0 });
  expect(await rows()).toEqual(read);
});

test('a spelling may stand for an unknown value; a code that no list has is not taken', async () => {
  const say = (meaning: unknown) => ({
    ...decided,
    value: [{ file, column: 'kjønn', spelling: 'jentebarn', meaning } as never],
  });
  const unknown = only(await load({ [file]: text }, { decisions: say({ missing: 'unknown' }) }));
  expect(unknown).toMatchObject({ accepted: 4, warned: 0 });
  expect((await rows()).map(({ gender }) => gender)).toEqual(['female', null, 'male', null]);
  const wrong = only(await load({ [file]: text }, { decisions: say({ code: 'mermaid' }) }));
  expect(wrong).toMatchObject({ accepted: 2, warned: 2 });
});

test('the sign before the decimals can be decided', async () => {
  const funding = (mark: ',' | '.'): Decisions => ({
    ...none,
    table: [{ file: 'funding.csv', table: 'funding' }],
    decimal: [{ file: 'funding.csv', column: 'amount_committed', mark }],
  });
  const csv = 'grant_key;amount_committed\nG1;1,5\nG2;2,5\n';
  const amounts = async () =>
    (
      await (
        await engine()
      ).query(sql`SELECT amount_committed AS amount FROM ${from('funding')} ORDER BY 1`)
    ).map(({ amount }) => amount);
  await load({ 'funding.csv': csv }, { decisions: funding(',') });
  expect(await amounts()).toEqual([1.5, 2.5]);
  await load({ 'funding.csv': csv }, { decisions: funding('.') });
  expect(await amounts()).toEqual([null, null]);
});

test('a look counts spellings, offers columns and shows no key', async () => {
  const look = await lookAt({ name: file, blob: new Blob([text]) }, file, {
    decisions: { ...none, table: decided.table },
  });
  const column = (source: string) => look?.columns.find((one) => one.source === source);
  expect(column('kjønn')?.codes?.counts).toEqual([
    { spelling: 'jentebarn', rows: 2, meaning: null, exact: false },
    { spelling: 'jente', rows: 1, meaning: { code: 'female' }, exact: false },
    { spelling: 'gutt', rows: 1, meaning: { code: 'male' }, exact: false },
  ]);
  expect(column('Hovedtype')).toMatchObject({ target: null, tier: 'none' });
  expect(column('Hovedtype')?.candidates.map(({ field }) => field)).toContain('main_form');
  expect(look?.lines).toHaveLength(3);
  expect(look?.lines[0]?.cells).toEqual([
    'a-9',
    '2024-01',
    'identified',
    'jente',
    '14',
    'aaaaaaaaaaaa',
  ]);
  expect(look?.tables[0]).toMatchObject({ name: 'cases' });
});

test('a look hides what could point to a person, whatever it is read as', async () => {
  const names = 'Ola Nordmann,Kari Hansen,Anna Berg,Emma Lie,Lars Dahl,Per Moen'.split(',');
  const csv = [
    'case_key,index_month,victim_status,label,gender',
    ...names.map((name, i) => `${i},2024-01,identified,${name},${i ? 'female' : 'Ola Nordmann'}`),
  ].join('\n');
  for (const target of ['gender', 'main_form', null]) {
    const look = await lookAt({ name: 'cases.csv', blob: new Blob([csv]) }, 'cases.csv', {
      decisions: { ...none, column: [{ file: 'cases.csv', column: 'label', target }] },
    });
    const told = JSON.stringify({ ...look, proposal: null });
    for (const name of names) expect(told).not.toContain(name);
    expect(look?.columns.find(({ source }) => source === 'label')?.hidden).toBe(true);
  }
});

test('a record taken for the header by hand is shown by its form', async () => {
  const csv = 'case_key;label\nS-1000;Kari Hansen\nS-1001;Anna Berg\nS-1002;Per Moen\n';
  const look = await lookAt({ name: 'cases.csv', blob: new Blob([csv]) }, 'cases.csv', {
    decisions: { ...none, dialect: [{ file: 'cases.csv', headerRow: 2 }] },
  });
  expect(look?.columns.map(({ shown }) => shown)).toEqual(['a-9999', 'aaaa aaaaaa']);
});

test('next year a file is read as this one was told to be read', async () => {
  const csv = (year: string) =>
    `Uttrekk;${year}\n\na;b;c\nsaksnummer;melding mottatt måned;victim_status\nA;${year}-01;identified\n`;
  const told: Decisions = {
    ...none,
    dialect: [{ file: 'x2024.csv', headerRow: 4, delimiter: ';' }],
    table: [{ file: 'x2024.csv', table: 'cases' }],
  };
  const first = await load({ 'x2024.csv': csv('2024') }, { decisions: told });
  expect(only(first)).toMatchObject({ records: 1, accepted: 1, table: 'cases' });
  const recipe = parseRecipe(JSON.stringify(first.recipe));
  expect(recipe.files[0]?.readAs).toEqual({ headerRow: 4, delimiter: ';' });
  const next = await load({ 'x2025.csv': csv('2025') }, { recipe });
  expect(only(next)).toMatchObject({ records: 1, accepted: 1, table: 'cases' });
  expect(next.recipe.files[0]?.readAs).toEqual(recipe.files[0]?.readAs);
  const other = await load(
    { 'y.csv': 'case_key;index_month;victim_status\nA;2024-01;identified\n' },
    { recipe },
  );
  expect(other.recipe.files[0]?.readAs).toBeUndefined();
  expect(() =>
    parseRecipe(
      JSON.stringify({
        ...recipe,
        files: [{ ...recipe.files[0], readAs: { encoding: 'klingon' } }],
      }),
    ),
  ).toThrow();
});
