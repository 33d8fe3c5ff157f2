import { describe, expect, test } from 'vitest';
import { dateForms } from '$lib/ingest/date-forms';
import { drift, driftByReport, type Drift } from '$lib/ingest/drift';
import { driftWords, missingFilesWords } from '$lib/ingest/drift-words';
import { parseRecipe, withSeen, type Recipe } from '$lib/ingest/recipe';
import { countSeen } from '$lib/ingest/seen';
import { engine, load } from './engines';

type Files = Record<string, string>;

/** Loads files as the app does and gives the recipe that would be saved. */
async function saved(files: Files, recipe?: Recipe): Promise<{ recipe: Recipe; drift: Drift }> {
  const result = await load(files, { recipe });
  const { facts, reports } = result;
  if (!facts) throw new Error(JSON.stringify(reports.flatMap(({ issues }) => issues)));
  const dates = result.recipe.files.map(({ seen }) => seen);
  const seen = await countSeen(await engine(), facts, reports, dates);
  const json = JSON.stringify(withSeen(result.recipe, seen));
  return { recipe: parseRecipe(json), drift: drift(recipe ?? result.recipe, result.recipe, seen) };
}

const header = 'case_key,index_month,detected_at,victim_status,gender,age_at_detection';
const line = (i: number, { gender = 'female', age = '15', day = '2024-02-15' } = {}) =>
  `key-${i},2024-02,${day},identified,${gender},${age}`;
const csv = (rows: readonly string[], columns = header) => [columns, ...rows].join('\n');
const lines = (count: number, more: Parameters<typeof line>[1] = {}) =>
  Array.from({ length: count }, (_, i) => line(i, more));
const firstYear = csv([...lines(19), line(19, { gender: 'male' })]);

describe('a recipe tells what its files were like', () => {
  test('with shares, codes and formats, and no cell or key', async () => {
    const { recipe } = await saved({ 'cases.csv': csv([...lines(18), line(18, { age: '' }), line(19, { age: 'unknown' })]) }); // prettier-ignore
    expect(recipe.files[0]?.seen?.columns).toMatchObject({
      'cases.age_at_detection': { unknown: 10 },
      'cases.gender': { unknown: 0, codes: ['female'] },
      'cases.victim_status': { codes: ['identified'] },
      'cases.detected_at': { unknown: 0, dates: ['YYYY-MM-DD'] },
      'cases.index_month': { dates: ['YYYY-MM'] },
      'cases.case_key': { unknown: 0 },
    });
    expect(Object.keys(recipe.files[0]!.seen!.columns['cases.case_key']!)).toEqual(['unknown']);
    expect(JSON.stringify(recipe)).not.toMatch(/key-|2024|"15"/);
  });
  test('file by file where several feed one table', async () => {
    const files = {
      'cases a.csv': csv(lines(4)),
      'cases b.csv': csv(lines(4, { gender: 'male' })),
    };
    const { recipe, drift } = await saved(files);
    expect(recipe.files.map(({ seen }) => seen?.columns['cases.gender']?.codes)).toEqual([['female'], ['male']]); // prettier-ignore
    expect(drift.files.map(({ unchanged }) => unchanged)).toEqual([true, true]);
  });
  test('and is refused where that part is not what is saved', async () => {
    const { recipe } = await saved({ 'cases.csv': firstYear });
    for (const seen of [null, {}, { columns: { 'cases.gender': { codes: 'female' } } }, { columns: { a: { unknown: '1' } } }]) // prettier-ignore
      expect(() => parseRecipe(JSON.stringify({ ...recipe, files: [{ ...recipe.files[0], seen }] }))).toThrow(/lacks/); // prettier-ignore
  });
});

describe('next year', () => {
  /** What drifted from the first year to these files. */
  const next = async (files: Files, first: Files = { 'cases.csv': firstYear }): Promise<Drift> =>
    (await saved(files, (await saved(first)).recipe)).drift;

  test('the same shape is said to be unchanged in one sentence', async () => {
    const { files, missingFiles } = await next({ 'cases 2025.csv': firstYear });
    expect(files[0]).toMatchObject({
      ...{ file: 'cases 2025.csv', recipeFile: 'cases.csv', unchanged: true, notCompared: null },
      columnsSame: header.split(','),
    });
    expect(missingFiles).toEqual([]);
    expect(driftWords(files[0]!).map(({ en }) => en)).toEqual([
      'Unchanged since the recipe was made: the same 6 columns, codes and date formats, and shares of unknown within 10 percentage points.',
    ]);
  });

  test('columns that are new, missing, read as the same or called much the same', async () => {
    const old = csv(
      lines(12).map((row) => `${row},a,b`),
      `${header},Case worker team,kontor`,
    );
    const fresh = csv(
      lines(12).map((row) => `${row},a,b`),
      `${header.replace('gender', 'Kjønn')},Case workers team,weather`,
    );
    const { files } = await next({ 'cases.csv': fresh }, { 'cases.csv': old });
    expect(files[0]).toMatchObject({
      columnsNew: ['weather'],
      columnsMissing: ['kontor'],
      columnsRenamed: [
        { before: 'gender', now: 'Kjønn', by: 'same field', target: 'cases.gender' },
        { before: 'Case worker team', now: 'Case workers team', by: 'alike', target: null },
      ],
      unchanged: false,
    });
    expect(driftWords(files[0]!).map(({ en }) => en)).toContain(
      'Renamed: gender is now Kjønn, both read as cases.gender.',
    );
  });

  test('codes that came and went', async () => {
    const { files } = await next({ 'cases.csv': csv([...lines(19), line(20, { gender: 'nonbinary' })]) }); // prettier-ignore
    expect(files[0]?.codesNew).toEqual([{ column: 'cases.gender', codes: ['nonbinary'] }]);
    expect(files[0]?.codesGone).toEqual([{ column: 'cases.gender', codes: ['male'] }]);
  });

  test.each([
    [2, []],
    [3, [{ column: 'cases.age_at_detection', before: 0, now: 15 }]],
  ])('shares of unknown: %i of 20 without an age', async (lacking, told) => {
    const fresh = csv([...lines(19 - lacking), ...lines(lacking, { age: '' }), line(19, { gender: 'male' })]); // prettier-ignore
    const { files } = await next({ 'cases.csv': fresh });
    expect(files[0]?.unknown).toEqual(told);
    expect(files[0]?.unchanged).toBe(told.length === 0);
  });

  test('another date format and another dialect', async () => {
    const fresh = firstYear.replaceAll('2024-02-15', '15.02.2024').replaceAll(',', ';');
    const { files } = await next({ 'cases.csv': fresh });
    expect(files[0]?.dateForms).toEqual([
      { column: 'cases.detected_at', before: ['YYYY-MM-DD'], now: ['DD.MM.YYYY'] },
    ]);
    expect(files[0]?.dialect).toEqual([{ part: 'delimiter', before: ',', now: ';' }]);
    expect(driftWords(files[0]!).at(-1)?.nb).toBe('Skilletegn: komma før, semikolon nå.');
  });

  test('files that did not come, and files that no part of the recipe was made for', async () => {
    const placements = 'placement_key,case_key,placement_type\np1,key-1,foster';
    const first = { 'cases.csv': firstYear, 'placements.csv': placements };
    const other = 'detention_key,case_key,start_month\nd1,key-1,2024-02';
    const found = await next({ 'cases.csv': firstYear, 'detention.csv': other }, first);
    expect(found.missingFiles).toEqual(['placements.csv']);
    expect(missingFilesWords(found)?.en).toContain('placements.csv');
    expect(found.files[1]).toMatchObject({ recipeFile: null, unchanged: false });
    expect(driftWords(found.files[1]!)[0]?.en).toContain('read without it');
    expect(driftByReport(found, [{ file: 'unread.csv' }, ...found.files])[2]?.file).toBe('detention.csv'); // prettier-ignore
  });

  test('a recipe from before still works, and says what it cannot tell', async () => {
    const { recipe } = await saved({ 'cases.csv': firstYear });
    const files = recipe.files.map(({ seen: _seen, ...file }) => file);
    const old = parseRecipe(JSON.stringify({ ...recipe, files }));
    const { drift: found } = await saved({ 'cases.csv': csv(lines(5, { age: '' })) }, old);
    expect(found.files[0]).toMatchObject({ unchanged: true, notCompared: 'recipe without seen' });
    expect(driftWords(found.files[0]!).map(({ en }) => en)).toHaveLength(2);
    expect(found.files[0]?.keys).toBe('cannot be known from a recipe');
  });

  test('a known export shape is followed too', async () => {
    const export_ = (age: string) =>
      [
        'yearOfRegistration,gender,ageBroad,citizenship,isForcedLabour,isSexualExploit,CountryOfExploitation',
        `2016,Female,9--17,PH,0.0,1.0,US`,
        `2016,Female,${age},PH,0.0,1.0,US`,
      ].join('\n');
    const first = { 'ctdc.csv': export_('9--17') };
    expect((await next(first, first)).files[0]).toMatchObject({ unchanged: true });
    const { files } = await next({ 'ctdc.csv': export_('') }, first);
    expect(files[0]?.unknown).toEqual([
      { column: 'cases.age_band_at_detection', before: 0, now: 50 },
    ]);
  });

  test('nothing of a drift report is a cell', async () => {
    const found = await next({ 'cases.csv': csv(lines(9, { gender: 'secret word', day: '' })) });
    const words = found.files.flatMap(driftWords);
    expect(JSON.stringify([found, words])).not.toMatch(/key-|secret|2024/);
  });
});

describe('order of day and month with a recipe', () => {
  const dated = (day: string) => csv(lines(3, { day }));
  test('the values win over the recipe, which holds where they leave it open', async () => {
    const { recipe } = await saved({ 'cases.csv': dated('31/12/2024') });
    expect(recipe.files[0]?.dateOrder.detected_at).toBe('dmy');
    const open = await saved({ 'cases.csv': dated('05/06/2024') }, recipe);
    expect(open.drift.files[0]).toMatchObject({ unchanged: true });
    const other = await saved({ 'cases.csv': dated('12/31/2024') }, recipe);
    expect(other.recipe.files[0]?.dateOrder.detected_at).toBe('mdy');
    expect(other.drift.files[0]?.dateForms).toEqual([
      { column: 'cases.detected_at', before: ['DD/MM/YYYY'], now: ['MM/DD/YYYY'] },
    ]);
  });
});

test.each([
  [['2024-03-31', '', 'x', '2024-03-31T10:00'], undefined, ['YYYY-MM-DD', 'YYYY-MM-DD hh:mm']],
  [['01/02/2024'], undefined, ['D/M/YYYY']],
  [['01/02/2024'], 'mdy', ['MM/DD/YYYY']],
  [['20240331', '2024', '03/2024'], undefined, ['MM/YYYY', 'YYYY', 'YYYYMMDD']],
  [[...Array<string>(19).fill('31.12.2024'), '2024-12-31'], undefined, ['DD.MM.YYYY']],
] as const)('forms of dates: %j', (cells, order, forms) => {
  expect(dateForms(cells, order)).toEqual(forms);
});
