import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import type { FigureSource } from '$lib/measure/figure';
import { prepare } from '$lib/measure/prepare';
import type { Linkage } from '$lib/schema/linkage';
import { loadTables, loadTexts, csvOf, numberOf, rowOf, see, type Tables } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

type Row = Record<string, string>;
const meta: Row = {
  ...{ dataset_key: 'x', country: 'XX', extract_month: '2026-01', date_mode: 'exact' },
  ...{ period_start: '2024-01', period_end: '2025-12', linkage_level: 'within_org' },
};
const girl: Row = {
  ...{ victim_status: 'identified', gender: 'female', age_at_detection: '15' },
  ...{ citizenship: 'NO', citizenship_group: 'national', region: 'XX-1', main_form: 'labour' },
};
let rows = 0;
const file = (org: string, child: string, day: string, row: Row = {}): Row => ({
  ...{ case_key: `f${++rows}`, org_key: org, child_key: child },
  ...{ index_month: day.slice(0, 7), detected_at: day },
  ...girl,
  ...row,
});
const none: Linkage = { salt: '0'.repeat(32), scopes: {}, rules: 3, same: [], different: [] };
const load = (cases: readonly Row[], extract: Row = {}): Promise<FigureSource> =>
  loadTables({ meta: [{ ...meta, ...extract }], cases } satisfies Tables, engine);
const linked = async (source: FigureSource, linkage: Linkage = none): Promise<FigureSource> => ({
  ...source,
  prepared: await prepare(engine, source.facts, undefined, linkage),
});
/** Children of a figure with its bounds, `1..2 of 2` or `2`. */
async function told(source: FigureSource, by: Row = {}, period?: string): Promise<string> {
  const columns = Object.keys(by) as 'gender'[];
  const released = await see(source, 'ID-01', {
    ...(columns.length ? { by: [columns] } : {}),
    ...(period ? { period: { kind: 'year' } } : {}),
  });
  const of = (measure: string) => numberOf(rowOf(released, measure, by, period)?.value);
  const fewest = of('count_fewest');
  return fewest === null ? String(of('count')) : `${fewest}..${of('count_most')} of ${of('count')}`;
}
const rules = (source: FigureSource) =>
  source.prepared.links!.candidates.map(({ rule }) => `L${rule + 1}`).sort();

describe('how far keys reach', () => {
  const cases = [file('a', '1', '2024-03-01'), file('b', '1', '2024-09-01')];

  it('equal keys of two organisations are one child only where keys reach across them', async () => {
    expect(await told(await load(cases))).toBe('2');
    expect(await told(await load(cases, { linkage_level: 'across_orgs' }))).toBe('1');
    const source = await load(cases);
    const national = { ...none, rules: 0, scopes: { 'cases.csv': 'national' } as const };
    expect(await told(await linked(source, national))).toBe('1');
    const records = await linked(source, { ...national, scopes: { 'cases.csv': 'none' } });
    expect(records.prepared.linked).toBe(false);
  });

  it('files that name no organisation are one, unless each is said to stand alone', async () => {
    const bare = ({ org_key, ...row }: Row) => (void org_key, row);
    const source = await loadTexts(
      ['one.csv', 'two.csv'].map((name, i) => ({ name, text: csvOf([bare(cases[i]!)]) })),
      engine,
    );
    expect(await told(source)).toBe('1');
    const scopes = { 'one.csv': 'organisation', 'two.csv': 'organisation' } as const;
    expect(await told(await linked(source, { ...none, rules: 0, scopes }))).toBe('2');
  });
});

describe('pairs of two organisations', () => {
  const alone = file('a', 'a0', '2024-03-01');
  const pair = async (other: Row, from: Row = alone) =>
    rules(await linked(await load([from, other])));

  it('are found by the strictest rule that they meet', async () => {
    expect(await pair(file('b', 'b', '2024-03-31'))).toEqual(['L1']);
    expect(await pair(file('b', 'b', '2024-03-15', { region: 'XX-2' }))).toEqual(['L2']);
    expect(await pair(file('b', 'b', '2024-03-15', { region: 'unknown' }))).toEqual(['L2']);
    expect(await pair(file('b', 'b', '2024-05-30', { main_form: 'begging' }))).toEqual(['L3']);
    expect(await pair(file('b', 'b', '2024-05-30'))).toEqual(['L3']);
  });

  it('are none beyond the days, nor where a known value differs or is missing', async () => {
    expect(await pair(file('b', 'b', '2024-05-31'))).toEqual([]);
    expect(await pair(file('b', 'b', '2024-03-16', { region: 'XX-2', main_form: 'begging' }))).toEqual([]); // prettier-ignore
    for (const row of [
      { gender: 'male' },
      { gender: 'unknown' },
      { age_at_detection: '13' },
      { age_at_detection: 'unknown' },
      { citizenship: 'SE' },
      { citizenship_group: 'eu_eea', citizenship: '' },
    ] satisfies Partial<Row>[] as Row[])
      expect(await pair(file('b', 'b', '2024-03-02', row))).toEqual([]);
  });

  it('grow a year older only with the days, and agree by band where years are missing', async () => {
    expect(await pair(file('b', 'b', '2024-03-20', { age_at_detection: '16' }))).toEqual(['L1']);
    expect(await pair(file('b', 'b', '2024-02-20', { age_at_detection: '16' }))).toEqual([]);
    expect(await pair(file('b', 'b', '2024-03-01', { age_at_detection: '16' }))).toEqual([]);
    const band = { age_at_detection: '', age_band_at_detection: '15_17' };
    expect(await pair(file('b', 'b', '2024-03-20', band))).toEqual(['L1']);
    expect(await pair(file('b', 'b', '2024-03-20', { ...band, age_band_at_detection: '12_14' }))).toEqual([]); // prettier-ignore
  });

  it('are none in one organisation, nor where both keys reach across organisations', async () => {
    expect(await pair(file('a', 'b', '2024-03-02'))).toEqual([]);
    const cases = [alone, file('b', 'b', '2024-03-02')];
    const national = await load(cases, { linkage_level: 'across_orgs' });
    expect(rules(await linked(national))).toEqual([]);
  });

  it('count months as near as their days can be', async () => {
    const month = (org: string, day: string) => ({ ...file(org, org, day), detected_at: '' });
    const found = async (from: string, to: string) =>
      rules(await linked(await load([month('a', from), month('b', to)])));
    expect(await found('2024-03-01', '2024-04-01')).toEqual(['L1']);
    // From 31 March to 1 May are 31 days.
    expect(await found('2024-03-01', '2024-05-01')).toEqual(['L3']);
    expect(await found('2024-03-01', '2024-07-01')).toEqual([]);
  });

  it('are not looked for where dates of two organisations are on no one clock', async () => {
    const cases = [alone, file('b', 'b', '2024-03-02')];
    for (const date_mode of ['shifted'])
      expect((await linked(await load(cases, { date_mode }))).prepared.links).toBeNull();
  });

  it('finds all planted pairs and those alone among many children', async () => {
    const planted = Array.from({ length: 40 }, (_, i) => {
      const row = { region: `XX-${i}`, age_at_detection: String(8 + (i % 9)) };
      return [file('a', `p${i}`, '2024-06-10', row), file('b', `q${i}`, '2024-06-20', row)];
    }).flat();
    const others = Array.from(
      { length: 200 },
      (_, i) =>
      file(`o${i % 7}`, `x${i}`, '2025-06-10', { region: `YY-${i}`, main_form: 'begging', citizenship_group: i % 2 ? 'stateless' : 'national', age_at_detection: String(i % 17), citizenship: '' }), // prettier-ignore
    );
    const { links } = (await linked(await load([...planted, ...others]), { ...none, rules: 1 }))
      .prepared;
    expect(links!.byRule).toEqual([40]);
    expect(links!.children).toEqual({ most: 280, fewest: 240, exact: true });
  });

  it('leaves out files that hundreds are like, and counts them', async () => {
    const cases = Array.from({ length: 260 }, (_, i) => file(i % 2 ? 'a' : 'b', `c${i}`, '2024-03-01')); // prettier-ignore
    const { links } = (await linked(await load(cases))).prepared;
    expect(links).toMatchObject({ alike: 260, candidates: [], tooMany: false });
  });

  it('lists nothing where there are too many, and says how many', async () => {
    const cases = Array.from({ length: 150 }, (_, i) => file(i % 2 ? 'a' : 'b', `c${i}`, '2024-03-01')); // prettier-ignore
    const source = await linked(await load(cases));
    expect(source.prepared.links).toMatchObject({ byRule: [5625, 0, 0], tooMany: true });
    expect(await told(source)).toBe('150');
  });
});

describe('what a figure says of undecided pairs', () => {
  it('is every count between two bounds, and the decided count after each decision', async () => {
    const source = await load([
      file('a', '1', '2024-03-01'),
      file('b', '7', '2024-03-09'),
      file('a', '2', '2025-09-09'),
    ]);
    const open = await linked(source);
    expect(await told(open)).toBe('2..3 of 3');
    const [pair] = open.prepared.links!.candidates;
    expect(pair!.digest).toMatch(/^[0-9a-f]{32}$/);
    const same = await linked(source, { ...none, same: [pair!.digest] });
    expect(await told(same)).toBe('2');
    expect(same.prepared.links).toMatchObject({ undecided: 0 });
    const different = await linked(source, { ...none, different: [pair!.digest] });
    expect(await told(different)).toBe('3');
    expect(await told(await linked(source))).toBe('2..3 of 3');
  });

  it('names pairs by a digest that another salt makes another', async () => {
    const source = await load([file('a', '1', '2024-03-01'), file('b', '7', '2024-03-09')]);
    const digest = async (salt: string) =>
      (await linked(source, { ...none, salt })).prepared.links!.candidates[0]!.digest;
    expect(await digest('1'.repeat(32))).not.toBe(await digest('2'.repeat(32)));
  });

  it('follows a child to where its records together place it', async () => {
    // Together they are one child of 2024: 2025 may have one fewer, 2024 stays.
    const years = [file('a', '1', '2024-12-20'), file('b', '7', '2025-01-09')];
    const both = await linked(await load(years));
    expect(await told(both, {}, '2024')).toBe('1');
    expect(await told(both, {}, '2025')).toBe('0..1 of 1');
    // Possible in 2024 and identified in 2025: one child, identified, of 2024.
    const late = await linked(await load([{ ...years[0]!, victim_status: 'possible' }, years[1]!]));
    expect(await told(late, {}, '2024')).toBe('0..1 of 0');
    expect(await told(late, {}, '2025')).toBe('0..1 of 1');
  });

  it('counts chains by what is joined, and by group', async () => {
    const source = await linked(
      await load([
        file('a', '1', '2024-03-01'),
        file('b', '1', '2024-03-11'),
        file('c', '1', '2024-03-21'),
        file('a', '5', '2024-03-01', { gender: 'male' }),
        file('b', '5', '2024-03-11', { gender: 'male' }),
      ]),
    );
    expect(await told(source)).toBe('2..5 of 5');
    expect(await told(source, { gender: 'female' })).toBe('1..3 of 3');
    expect(await told(source, { gender: 'male' })).toBe('1..2 of 2');
  });

  it('shows no bounds in Release view', async () => {
    const cases = Array.from({ length: 60 }, (_, i) => file('a', `n${i}`, '2024-03-01'));
    const source = await linked(await load([...cases, file('b', 'b', '2024-03-02')]));
    expect(source.prepared.links!.undecided).toBe(60);
    const released = await see(source, 'ID-01', { mode: 'release' });
    expect(released.rows.map(({ measure }) => measure)).toEqual(['count', 'age_unknown_count']);
    expect(released.rows.flatMap(({ marks }) => marks)).not.toContain('undecided');
    expect(numberOf(rowOf(released, 'count')?.value)).toBe(61);
  });
});
