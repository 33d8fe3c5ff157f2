import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { importChanges, tableChange, type ImportChanges } from '$lib/measure/import-changes';
import { importSummary } from '$lib/measure/import-summary';
import type { FigureSource } from '$lib/measure/figure';
import { loadDemo, loadTables, type Tables } from './loaded';

let engines: readonly [Engine, Engine];
beforeAll(async () => {
  engines = [await nodeWasmEngine(), await nodeWasmEngine()];
});
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

const sideOf = async ({ engine, facts }: FigureSource) => ({
  ...{ engine, facts },
  summary: await importSummary(engine, facts),
});
/** Two imports, each in its engine. */
const changes = async (old: Tables, fresh: Tables) =>
  importChanges(
    await sideOf(await loadTables(old, engines[0])),
    await sideOf(await loadTables(fresh, engines[1])),
  );
/** Ten files, two of one child; those of `more` on top. */
const cases = (more: Record<number, Record<string, string>>, numbers: readonly number[]) =>
  numbers.map((i) => ({
    ...{ case_key: `f${i}`, child_key: `c${Math.max(1, i)}`, index_month: `2024-0${(i % 9) + 1}` },
    ...{ victim_status: 'identified', gender: 'female', age_at_detection: '15' },
    ...more[i],
  }));
const before: Tables = {
  cases: cases({ 3: { gender: 'male' }, 4: { age_at_detection: '' } }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), // prettier-ignore
  detention: [{ detention_key: 'd1', case_key: 'f1', child_key: 'c1', start_month: '2024-02' }],
};
// f0 is gone, f10 and f11 are new, f5 and f3 changed; region came, gender `male` went.
const now: Tables = {
  cases: cases(
    {
      1: { region: 'XX-1' },
      4: { age_at_detection: '' },
      5: { age_at_detection: '' },
      10: { index_month: '2025-02', gender: 'nonbinary', age_at_detection: '' },
      11: { index_month: '2025-03', child_key: 'c10' },
    },
    [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
  ),
  missing_episodes: [{ episode_key: 'm1', case_key: 'f1', child_key: 'c1' }],
};

describe('two imports with planted changes', () => {
  let found: ImportChanges;
  beforeAll(async () => {
    found = await changes(before, now);
  });
  const of = (table: string) => found.tables.find((one) => one.table === table)!;

  it('counts rows and children before and now', () => {
    expect(of('cases').before).toEqual({ rows: 10, children: 9 });
    expect(of('cases').now).toEqual({ rows: 11, children: 10 });
  });
  it('follows every record key: kept, changed, gone, new', () => {
    expect(of('cases').keys).toEqual({ kept: 9, changed: 2, gone: 1, added: 2 });
  });
  it('names columns and codes that came or went', () => {
    expect([of('cases').columnsCame, of('cases').columnsWent]).toEqual([['region'], []]);
    expect(of('cases').codesCame).toEqual([{ column: 'gender', code: 'nonbinary', rows: 1 }]);
    expect(of('cases').codesWent).toEqual([{ column: 'gender', code: 'male', rows: 1 }]);
  });
  it('shows shares of unknown that moved by more than ten points', () => {
    expect(of('cases').unknown).toEqual([{ column: 'age_at_detection', before: 0.1, now: 3 / 11 }]);
  });
  it('tells the months covered, of the import and of columns', () => {
    expect(of('cases').spans).toEqual([
      {
        column: 'index_month',
        before: { first: '2024-01', last: '2024-09' },
        now: { first: '2024-01', last: '2025-03' },
      },
    ]);
    expect(found.period.before?.last).toBe('2024-09');
    expect(found.period.now?.last).toBe('2025-03');
  });
  it('names tables that came or went without counting their keys', () => {
    expect(of('detention').now).toBeNull();
    expect(of('missing_episodes').before).toBeNull();
    expect([of('detention').keys, of('missing_episodes').keys]).toEqual([null, null]);
    expect(of('missing_episodes').columnsCame).toEqual([]);
  });
  it('holds no key and no row', () => {
    expect(JSON.stringify(found)).not.toMatch(/"(f|c|d|m)\d+"/);
  });
});

describe('further imports', () => {
  it('finds nothing changed where the same files come again in another order', async () => {
    const again = { ...before, cases: before.cases!.toReversed() };
    const { tables } = await changes(before, again);
    for (const one of tables) {
      expect(one.now).toEqual(one.before);
      expect(one.keys).toEqual({ kept: one.now!.rows, changed: 0, gone: 0, added: 0 });
      expect([one.columnsCame, one.columnsWent, one.codesCame, one.codesWent]).toEqual([[], [], [], []]); // prettier-ignore
      expect([one.unknown, one.spans]).toEqual([[], []]);
    }
  });
  it('follows a key with several rows as one, whatever their order', async () => {
    const twice = [...before.cases!, { ...before.cases![2]!, gender: 'unknown' }];
    const one = await changes({ cases: twice }, { cases: twice.toReversed() });
    expect(one.tables[0]?.keys).toEqual({ kept: 10, changed: 0, gone: 0, added: 0 });
    const other = await changes({ cases: twice }, before);
    expect(other.tables[0]?.keys).toEqual({ kept: 10, changed: 1, gone: 0, added: 0 });
  });
  it('compares the made-up country with a smaller one', async () => {
    const [old, fresh] = [await loadDemo(60, engines[0]), await loadDemo(90, engines[1])];
    const found = await importChanges(await sideOf(old), await sideOf(fresh));
    for (const { table, before, now, keys } of found.tables) {
      expect(keys, table).not.toBeNull();
      expect(keys!.kept + keys!.gone, table).toBe(before!.rows);
      expect(keys!.kept + keys!.added, table).toBe(now!.rows);
    }
  });
  it('takes exactly ten points for no move', () => {
    const one = (lacking: number, applicable: number) => ({
      ...{ rows: applicable, children: null, files: [] },
      columns: { gender: { lacking, applicable, codes: {}, span: null } },
    });
    const moved = (a: [number, number], b: [number, number]) =>
      tableChange('cases', one(...a), one(...b), null).unknown.length;
    expect(moved([3, 10], [4, 10])).toBe(0);
    expect(moved([3, 10], [41, 100])).toBe(1);
    expect(moved([41, 100], [3, 10])).toBe(1);
    expect(moved([0, 0], [4, 10])).toBe(0);
  });
});
