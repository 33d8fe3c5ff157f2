import { expect, test } from 'vitest';
import type { Decisions } from '$lib/ingest/import-files';
import { doubtOf } from '$lib/ingest/doubtful-code';
import { parseRecipe } from '$lib/ingest/recipe';
import { tables } from '$lib/schema/tables';
import { codes, load, only } from './engines';

const file = 'cases.csv';
const none: Decisions = { drop: [], dateOrder: [] };
const csv = (genders: readonly string[]) =>
  [
    'case_key,index_month,victim_status,gender,age_at_detection',
    ...genders.map((gender, i) => `A-${i},2024-01,identified,${gender},14`),
    '',
  ].join('\n');
const ask = (genders: readonly string[], decisions = none, more = {}) =>
  load({ [file]: csv(genders) }, { confirm: 'exact', decisions, ...more });

test('words of the published lists are read as codes, named and not asked for', async () => {
  const result = await ask(['jente', 'gutt', 'Mädchen', 'garçon', 'niña']);
  expect(result.loaded).toBe(true);
  const report = only(result);
  expect(report).toMatchObject({ accepted: 5, warned: 0, codes: [] });
  const note = report.issues.find(({ code }) => code === 'codes-by-synonym');
  expect(note).toMatchObject({ level: 'note', column: 'gender' });
  expect(note?.message.en).toContain('jente → female');
});

test('a word that could stand for several things keeps the file out until it is confirmed', async () => {
  const genders = ['M', 'M', 'boy', '1', 'female', 'gutt'];
  const result = await ask(genders.slice(0, 4));
  expect(result.loaded).toBe(false);
  const report = only(result);
  expect(report).toMatchObject({ records: 4, accepted: 0, excluded: 4 });
  expect(codes(report)).toContain('codes-unconfirmed');
  const target = 'cases.gender';
  expect(report.codes).toMatchObject([
    { source: 'gender', target, spelling: 'M', code: 'male', rows: 2, waits: true },
    { source: 'gender', target, spelling: '1', code: 'male', rows: 1, waits: true },
    { source: 'gender', target, spelling: 'boy', code: 'male', rows: 1, waits: false },
  ]);

  const own = { file, column: 'gender' };
  const meant = (spelling: string, code: string) => ({ ...own, spelling, meaning: { code } });
  const half = await ask(genders.slice(0, 4), { ...none, value: [meant('M', 'male')] });
  expect(half.loaded).toBe(false);
  const said = [meant('M', 'male'), meant('1', 'female')];
  const whole = await ask(genders.slice(0, 4), { ...none, value: said });
  expect(whole.loaded).toBe(true);
  expect(only(whole)).toMatchObject({ accepted: 4, warned: 0 });

  const recipe = parseRecipe(JSON.stringify(whole.recipe));
  expect(recipe.files[0]?.values?.gender).toEqual({
    M: { code: 'male' },
    '1': { code: 'female' },
  });
  expect((await ask(genders.slice(0, 4), none, { recipe })).loaded).toBe(true);
});

test('what is applied without a word is warned of, and its recipe says it', async () => {
  const result = await load({ [file]: csv(['M', 'boy']) });
  expect(result.loaded).toBe(true);
  const report = only(result);
  expect(report).toMatchObject({ accepted: 2 });
  expect(report.issues.find(({ code }) => code === 'code-doubtful')).toMatchObject({
    level: 'warning',
    column: 'gender',
  });
  const recipe = parseRecipe(JSON.stringify(result.recipe));
  expect((await ask(['M', 'boy'], none, { recipe })).loaded).toBe(true);
});

test('a doubtful word far down in a large file is left unread rather than applied', async () => {
  const many = Array.from({ length: 120_000 }, (_, i) => (i === 61_900 ? 'M' : 'gutt'));
  const result = await ask(many);
  const report = only(result);
  expect(result.loaded).toBe(true);
  expect(report).toMatchObject({ accepted: 119_999, warned: 1 });
}, 60_000);

test('letters are decided for a column and not for a cell', () => {
  const column = (table: string, name: string) =>
    tables.find((one) => one.name === table)!.columns.find((one) => one.name === name)!;
  const gender = column('cases', 'gender');
  expect(doubtOf(gender, 'M', ['M'])).not.toBeNull();
  // In Spanish M and V are mujer and varón, in Dutch man and vrouw.
  expect(doubtOf(gender, 'M', ['M', 'V'])).not.toBeNull();
  for (const other of ['F', 'w', 'female', 'jente'])
    expect(doubtOf(gender, 'M', ['M', other]), other).toBeNull();
  for (const word of ['jente', 'Gutt', 'F', 'female']) expect(doubtOf(gender, word, [])).toBeNull();
  for (const word of ['1', '2', 'x', 'V']) expect(doubtOf(gender, word, [])).not.toBeNull();
  for (const word of ['1', '0', 'x', 'J'])
    expect(doubtOf(column('cases', 'case_open'), word, [])).toBeNull();
});
