import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { catalogue } from '$lib/indicators/catalogue';
import { checkFiles, type CheckResult } from '$lib/measure/check-files';
import { crossFileRules } from '$lib/measure/cross-file-rules';
import { sql } from '$lib/schema/sql';
import { loadDemo, loadTables, loadTexts } from './loaded';
import { ruleFiles } from './rule-files';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

/** The result named `code level unit`, with its place where several share that name. */
function resultOf(results: readonly CheckResult[], rule: string): CheckResult | undefined {
  const [code, level, unit, place = '1'] = rule.split(' ');
  return results.filter(
    (result) => result.code === code && result.level === level && result.unit === unit,
  )[Number(place) - 1];
}

describe('each rule counts what keeps it, what breaks it and what cannot be tested', () => {
  for (const { about, tables, expected } of ruleFiles)
    it(about, async () => {
      const source = await loadTables(tables, engine);
      const results = await checkFiles(source, catalogue);
      for (const [rule, tested, failing, untestable, keys] of expected) {
        const result = resultOf(results, rule);
        expect.soft({ rule, ...pick(result) }).toEqual({ rule, tested, failing, untestable, keys });
      }
    });

  it('has rows that break every rule above', () => {
    const named = ruleFiles.flatMap(({ expected }) =>
      expected.map(([rule]) => rule.split(' ').slice(0, 3).join(' ')),
    );
    const all = crossFileRules.map(({ code, level, unit }) => `${code} ${level} ${unit}`);
    expect([...new Set(all)].filter((rule) => !named.includes(rule))).toEqual([]);
    expect(
      ruleFiles
        .flatMap(({ expected }) => expected)
        .filter(([, tested, failing]) => !failing || failing > tested),
    ).toEqual([]);
  });
});

const pick = (result: CheckResult | undefined) => ({
  tested: result?.tested,
  failing: result?.failing,
  untestable: result?.untestable,
  keys: result && [...result.keys].sort(),
});

describe('rules', () => {
  it('has every code from X01 to X32 in order, errors with what figures do about them', () => {
    const codes = crossFileRules.map(({ code }) => code);
    expect([...new Set(codes)]).toEqual(
      Array.from({ length: 32 }, (_, i) => `X${String(i + 1).padStart(2, '0')}`),
    );
    expect(codes).toEqual([...codes].sort());
    for (const rule of crossFileRules) {
      expect(rule.words.en).toMatch(/^[A-Z].*\.$/);
      expect(rule.words.nb).toMatch(/^[A-ZÅÆØÉ].*\.$/);
      if (rule.level === 'error') expect(rule.effect?.en, rule.code).toBeTruthy();
    }
  });

  it('finds a key that stands in two files, which no account of one file can see', async () => {
    const cases = 'case_key,index_month,victim_status\nc1,2024-01,presumed\n';
    const placements = (key: string) =>
      `placement_key,case_key,started_at,placement_type\n${key},c1,2024-01-02,foster\n`;
    const source = await loadTexts(
      [
        { name: 'cases.csv', text: cases },
        { name: 'placements.csv', text: `${placements('p1')}p2,c1,2024-02-02,foster\n` },
        { name: 'placements-2.csv', text: placements('p1') },
      ],
      engine,
    );
    const result = resultOf(await checkFiles(source, []), 'X01 error rows');
    expect(pick(result)).toEqual({ tested: 3, failing: 2, untestable: 0, keys: ['c1'] });
  });

  it('calls derived what the figures derive', async () => {
    const care = ruleFiles.find(({ about }) => about.startsWith('care'))!;
    const source = await loadTables(care.tables, engine);
    const [derived] = await engine.query(
      sql`SELECT count(*)::DOUBLE AS n FROM detention_spell WHERE derived`,
    );
    expect(resultOf(await checkFiles(source, []), 'X14 warning rows')?.failing).toBe(derived?.n);
  });

  it('names the indicators that a breach touches, and none where nothing breaks', async () => {
    const source = await loadTables(ruleFiles[0]!.tables, engine);
    const results = await checkFiles(source, [
      { id: 'A', needs: ['placements.started'] },
      { id: 'B', needs: ['placements.placement_type'] },
      { id: 'C', needs: ['detention.started'] },
    ]);
    expect(resultOf(results, 'X02 error rows')?.indicators).toEqual(['A']);
    for (const { state, indicators } of results)
      if (state !== 'fails') expect(indicators).toEqual([]);
  });

  it('asks nothing of tables that were not loaded', async () => {
    const source = await loadTables({ funding: ruleFiles[4]!.tables.funding! }, engine);
    const results = await checkFiles(source, catalogue);
    expect([
      ...new Set(results.filter(({ tested }) => tested > 0).map(({ code }) => code)),
    ]).toEqual(['X25']);
  });

  it('stops when told to, and says how far it is', async () => {
    const source = await loadTables(ruleFiles[0]!.tables, engine);
    const abort = new AbortController();
    const seen: number[] = [];
    const running = checkFiles(source, [], {
      signal: abort.signal,
      onProgress: ({ done }) => {
        seen.push(done);
        if (done === 2) abort.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual([0, 1, 2]);
  });
});

/** Errors that the made-up country holds because real files do (README of the demo), by table. */
const planted = [
  'X05 missing_episodes', // before registration, begun before detection
  'X05 proceedings', // opened before the child was known as a victim
  'X05 referrals', // dated before the detection
  'X05 residence', // applied for before detection
  'X25 funding', // a grant that ends before it starts
  'X26 expenditure', // spent in another currency than received
];

describe('the made-up country', () => {
  it('breaks no error rule but those planted', async () => {
    const source = await loadDemo(1000, engine);
    const results = await checkFiles(source, catalogue);
    const errors = results
      .filter(({ level }) => level === 'error')
      .flatMap(({ code, tables }) =>
        tables.filter(({ failing }) => failing > 0).map(({ table }) => `${code} ${table}`),
      );
    expect(errors.filter((error) => !planted.includes(error))).toEqual([]);
    expect(errors).toEqual(expect.arrayContaining(['X05 referrals', 'X25 funding']));
  });
});
