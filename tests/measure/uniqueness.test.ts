import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { uniqueness, type SizeCount, type Uniqueness } from '$lib/measure/uniqueness';
import { uniquenessWords } from '$lib/measure/uniqueness-words';
import { sharedData } from '../shared-data';
import { loadDemo, loadTables, loadTexts, type Tables } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

type Row = Record<string, string>;
const usual: Row = {
  ...{ victim_status: 'identified', gender: 'female', age_at_detection: '15' },
  ...{ citizenship: 'NO', citizenship_group: 'national', region: 'XX-1', index_month: '2024-02' },
  main_form: 'labour',
};
/** `count` children alike, each with a record. */
const alike = (from: string, count: number, row: Row = {}): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ case_key: `f-${from}${i}`, child_key: `c-${from}${i}` },
    ...usual,
    ...row,
  }));
const look = async (cases: readonly Row[]): Promise<Uniqueness> => {
  const found = await uniqueness(await loadTables({ cases } satisfies Tables, engine));
  if (!found) throw new Error('nothing was counted');
  return found;
};
const records = (sizes: readonly SizeCount[]) => sizes.map((one) => one.records);
const children = (sizes: readonly SizeCount[]) => sizes.map((one) => one.children);

describe('classes of planted children', () => {
  const planted = [
    ...alike('many', 12),
    ...alike('ten', 10, { region: 'XX-2' }),
    ...alike('four', 4, { main_form: 'begging' }),
    ...alike('two', 2, { gender: 'male' }),
    ...alike('one', 1, { age_at_detection: '14' }),
    ...alike('country', 1, { citizenship: 'SE', citizenship_group: 'eu_eea' }),
  ];

  it('counts records and children by the size of their class', async () => {
    const found = await look(planted);
    expect(found).toMatchObject({ unit: 'children', records: 30, children: 30, unique: 2 });
    expect(records(found.asLoaded)).toEqual([2, 2, 4, 10, 12]);
    expect(children(found.asLoaded)).toEqual([2, 2, 4, 10, 12]);
  });

  it('counts a child with several records once, in its smallest class', async () => {
    const again = { case_key: 'f-again', child_key: 'c-many0', region: 'XX-9' };
    const twice = { case_key: 'f-twice', child_key: 'c-one0', age_at_detection: '14' };
    const found = await look([...planted, { ...usual, ...again }, { ...usual, ...twice }]);
    expect(found).toMatchObject({ records: 32, children: 30, unique: 3 });
    // The class of age 14 has two records of one child.
    expect(records(found.asLoaded)).toEqual([2, 4, 4, 10, 12]);
    expect(children(found.asLoaded)).toEqual([3, 2, 4, 10, 11]);
  });

  it('names the columns that single out most children, up to three together', async () => {
    const { columns, combinations } = await look(planted);
    expect(columns).toEqual(['gender', 'age_at_detection', 'citizenship', 'region', 'index_month', 'main_form']); // prettier-ignore
    expect(combinations.map((one) => one.columns.length)).toEqual([1, 1, 2, 2, 2, 3, 3, 3]);
    expect(combinations[0]).toEqual({ columns: ['age_at_detection'], unique: 1 });
    expect(combinations[2]).toEqual({ columns: ['age_at_detection', 'citizenship'], unique: 2 });
  });

  it('looks at bands, groups and quarters as the data model says', async () => {
    const months = [
      ...alike('jan', 6, { index_month: '2024-01', age_at_detection: '16' }),
      ...alike('mar', 6, { index_month: '2024-03', age_at_detection: '17' }),
      ...alike('apr', 1, { index_month: '2024-04' }),
    ];
    const found = await look(months);
    expect(children(found.asLoaded)).toEqual([1, 0, 0, 12, 0]);
    expect(children(found.grouped)).toEqual([1, 0, 0, 0, 12]);
    expect(found.made).toEqual([
      { column: 'age_at_detection', to: 'age_band' },
      { column: 'citizenship', to: 'citizenship_group' },
      { column: 'index_month', to: 'quarter' },
    ]);
  });
});

describe('what to make coarser', () => {
  it('takes the step that leaves the fewest, and stops where none helps', async () => {
    const found = await look([
      ...alike('same', 5),
      ...['DK', 'SE', 'FI'].flatMap((citizenship) =>
        alike(citizenship, 1, { citizenship, citizenship_group: 'eu_eea' }),
      ),
      ...alike('old', 1, { age_at_detection: '17' }),
      ...alike('boy', 1, { gender: 'male' }),
    ]);
    expect(found.unique).toBe(5);
    expect(found.steps).toEqual([
      { column: 'citizenship', to: 'citizenship_group', unique: 2 },
      { column: 'age_at_detection', to: 'age_band', unique: 1 },
    ]);
  });
  it('says it in words, in both languages', async () => {
    const found = await look([
      ...alike('a', 3),
      ...alike('b', 1, { citizenship: 'SE', citizenship_group: 'national' }),
      ...alike('c', 1, { region: 'XX-2' }),
      ...alike('d', 1, { gender: 'male' }),
    ]);
    const { lead, advice } = uniquenessWords(found);
    expect(lead.en).toBe(
      '3 of 6 children are the only one with their combination of Gender, Age at detection, Citizenship, Region of registration, Month of first detection and Main form of exploitation.',
    );
    expect(advice.en).toBe(
      'To make them fewer: the citizenship group instead of the country leaves 2; then no region leaves 1. What else the data model makes coarser does not help.',
    );
    expect(lead.nb).toMatch(/^3 av 6 barn er alene om/);
    expect(advice.nb).toMatch(/gruppe i stedet for land/);
    const { advice: none } = uniquenessWords(await look(alike('a', 3)));
    expect(none.en).toBe('Nobody is alone; nothing needs to be made coarser for that.');
  });
  it('tries the form after the next where the next helps nobody', async () => {
    const found = await look([...alike('a', 3), ...alike('c', 1, { index_month: '2024-11' })]);
    expect(found.steps).toEqual([{ column: 'index_month', to: 'year', unique: 0 }]);
  });
  it('goes from month to quarter to year, and leaves the region out', async () => {
    const found = await look([
      ...alike('a', 3),
      ...alike('b', 1, { index_month: '2024-03' }),
      ...alike('c', 1, { index_month: '2024-11' }),
      ...alike('d', 1, { region: 'XX-2' }),
    ]);
    expect(found.steps).toEqual([
      { column: 'index_month', to: 'quarter', unique: 2 },
      { column: 'index_month', to: 'year', unique: 1 },
      { column: 'region', to: 'left_out', unique: 0 },
    ]);
  });
});

describe('other files', () => {
  it('takes unknown as a value of its own and leaves out what is not loaded', async () => {
    const bare = (i: number, gender: string) => ({
      ...{ case_key: `f${i}`, child_key: `c${i}`, index_month: '2024-01' },
      ...{ victim_status: 'identified', gender },
    });
    const found = await look([bare(1, ''), bare(2, ''), bare(3, 'female'), bare(4, 'unknown')]);
    expect(found.columns).toEqual(['gender', 'index_month']);
    expect(children(found.asLoaded)).toEqual([1, 0, 3, 0, 0]);
  });
  it('counts records alone where rows cannot be linked', async () => {
    const found = await look(alike('x', 3).map(({ child_key: _, ...row }) => row));
    expect(found).toMatchObject({ unit: 'records', records: 3, children: null });
    expect(records(found.asLoaded)).toEqual([0, 0, 3, 0, 0]);
    expect(children(found.asLoaded)).toEqual([null, null, null, null, null]);
  });
  it('has nothing to say without case files', async () => {
    const source = await loadTables({ cases: alike('x', 3) }, engine);
    expect(await uniqueness({ ...source, facts: { ...source.facts, tables: {} } })).toBeNull();
  });
  it('holds no key and no value, and leaves no table behind', async () => {
    const source = await loadTables({ cases: alike('x', 3, { citizenship: 'ZW' }) }, engine);
    expect(JSON.stringify(await uniqueness(source))).not.toMatch(/ZW|XX-1|f-x|c-x/);
    const { sql } = await import('$lib/schema/sql');
    await expect(engine.query(sql`SELECT count(*) FROM uniqueness_pair`)).rejects.toThrow();
  });
  it('finds no class below 11 in a public file that was made so', async () => {
    const path = sharedData('ctdc/dados_app.csv');
    if (!path) return;
    const file = { name: 'dados_app.csv', text: readFileSync(path, 'utf8') };
    const found = await uniqueness(await loadTexts([file], engine));
    expect(found).toMatchObject({ records: 48773, unique: 0, combinations: [], steps: [] });
    expect(records(found!.asLoaded)).toEqual([0, 0, 0, 0, 48773]);
  });
  it('agrees with a plain count over the made-up country', async () => {
    const source = await loadDemo(400, engine);
    const found = await uniqueness(source);
    const { sql } = await import('$lib/schema/sql');
    const rows = await engine.query(
      sql`SELECT child::DOUBLE AS child, concat_ws('|', coalesce(gender::VARCHAR, '?'), coalesce(age_at_detection::VARCHAR, '?'),
        coalesce(age_band_at_detection::VARCHAR, '?'), coalesce(citizenship, '?'), coalesce(citizenship_group::VARCHAR, '?'), coalesce(region, '?'),
        coalesce(index_month::VARCHAR, '?'), coalesce(main_form::VARCHAR, '?')) AS class
        FROM cases LEFT JOIN file_case ON case_row = cases.rowid`,
    );
    const classes = new Map<string, Set<number>>();
    for (const { child, class: of } of rows)
      classes.set(String(of), (classes.get(String(of)) ?? new Set()).add(Number(child)));
    const alone = new Set([...classes.values()].flatMap((who) => (who.size === 1 ? [...who] : [])));
    expect(found?.records).toBe(rows.length);
    expect(found?.unique).toBe(alone.size);
    expect(found?.asLoaded[0]?.children).toBe(alone.size);
    for (const sizes of [found!.asLoaded, found!.grouped]) {
      expect(sizes.reduce((sum, one) => sum + one.records, 0)).toBe(found?.records);
      expect(sizes.reduce((sum, one) => sum + one.children!, 0)).toBe(found?.children);
    }
  });
});
