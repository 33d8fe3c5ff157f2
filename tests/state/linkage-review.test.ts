import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { importFiles } from '$lib/ingest/import-files';
import { pairRows } from '$lib/measure/pair-rows';
import { prepare } from '$lib/measure/prepare';
import type { Linkage } from '$lib/schema/linkage';
import { linkageWords } from '../../src/routes/quality/linkage-words';
import { loadTables, see, type Tables } from '../measure/loaded';

const prepared = vi.fn(prepare);
const started: Engine[] = [];
vi.mock('$lib/state/machinery', () => ({
  prepare: prepared,
  pairRows,
  importFiles,
  figure: async (source: Parameters<typeof see>[0]) => see(source, 'ID-01'),
  startEngine: async () => {
    const engine = await nodeWasmEngine();
    started.push(engine);
    return engine;
  },
  openGate: async () => ({ closeGate: () => undefined }),
}));
// The classes are run as they stand: what Svelte makes of `$state` is told to components alone.
const plain = <T>(value: T): T => value;
vi.stubGlobal('$state', Object.assign(plain, { raw: plain }));

let engine: Engine;
let state: typeof import('$lib/state/linkage.svelte');
let page: typeof import('$lib/state/dataset.svelte');
let before: typeof import('$lib/state/earlier.svelte');
beforeAll(async () => {
  engine = await nodeWasmEngine();
  state = await import('$lib/state/linkage.svelte');
  page = await import('$lib/state/dataset.svelte');
  before = await import('$lib/state/earlier.svelte');
});
beforeEach(() => state.linkage.forget());
afterAll(async () => {
  before.earlier.close();
  await engine.close();
});

const extract = {
  ...{ dataset_key: 'x', country: 'XX', extract_month: '2026-01', date_mode: 'exact' },
  ...{ period_start: '2024-01', period_end: '2025-12', linkage_level: 'within_org' },
};
const file = (i: number, org: string, row: Record<string, string> = {}) => ({
  ...{ case_key: `f${i}`, child_key: `c${i}`, org_key: org, index_month: '2024-03' },
  ...{ detected_at: '2024-03-01', victim_status: 'identified', gender: 'female' },
  ...{ age_at_detection: '15', citizenship_group: 'national', region: 'XX-1' },
  ...{ main_form: 'labour', ...row },
});
const two = [file(1, 'a'), file(2, 'b')];

/** Puts data on the page as an import does. */
async function show(tables: Tables): Promise<void> {
  const source = await loadTables(tables, engine);
  page.dataset.relinked({
    ...source,
    choice: { linkage: undefined },
    recipe: {},
  } as unknown as Parameters<typeof page.dataset.relinked>[0]);
}
const cases = (rows: Tables[string], meta = {}) =>
  show({ meta: [{ ...extract, ...meta }], cases: rows });
const counted = () => vi.waitFor(() => expect(state.linkage.pending).toBe(false), 50_000);
async function compared(rules?: number) {
  state.linkage.compare(rules);
  expect(state.linkage.status.is).toBe('comparing');
  await counted();
  const { status } = state.linkage;
  if (status.is !== 'done') throw new Error(`is ${status.is}`);
  return status.found;
}

describe('the review of linkage', () => {
  it('is not begun, then shows pairs, and each decision can be taken back', async () => {
    await cases(two);
    expect(state.linkage.status.is).toBe('none');
    const { candidates } = await compared();
    expect(candidates).toHaveLength(1);
    const digest = candidates[0]!.digest;
    expect(state.linkage.decide(digest, 'same')).toBe(true);
    await counted();
    expect(page.dataset.loaded!.prepared.links!.children.most).toBe(1);
    expect(state.linkage.canUndo).toBe(true);
    state.linkage.undo();
    await counted();
    expect(page.dataset.loaded!.prepared.links!.children.most).toBe(2);
    expect(state.linkage.verdict(digest)).toBe(null);
  });

  it('is done and empty where no two records meet a rule', async () => {
    await cases([file(1, 'a'), file(2, 'b', { gender: 'male' })]);
    expect(await compared()).toMatchObject({ candidates: [], tooMany: false, undecided: 0 });
  });

  it('is done and lists nothing where too many meet', async () => {
    await cases(Array.from({ length: 150 }, (_, i) => file(i, i % 2 ? 'a' : 'b')));
    expect(await compared(1)).toMatchObject({ candidates: [], tooMany: true, byRule: [5625] });
  });

  it('is impossible for dates on no one clock, and without cases at all', async () => {
    await cases(two, { date_mode: 'shifted' });
    expect(state.linkage.status.is).toBe('impossible');
    expect(state.linkage.scopes).toHaveLength(1);
    await show({ meta: [extract], programmes: [{ programme_key: 'p' }] });
    expect(state.linkage.status.is).toBe('impossible');
    expect(state.linkage.scopes).toEqual([]);
  });

  it('says that it failed, and goes on when asked again', async () => {
    await cases(two);
    prepared.mockRejectedValueOnce(new Error('ended'));
    state.linkage.compare();
    await counted();
    const { status } = state.linkage;
    expect(status).toMatchObject({ is: 'failed' });
    if (status.is === 'failed') expect(status.message.en).not.toBe(status.message.nb);
    expect((await compared()).candidates).toHaveLength(1);
  });

  it('has words of its own for each of these states in both languages', () => {
    const { en, nb } = linkageWords as unknown as Record<'en' | 'nb', typeof linkageWords.en>;
    for (const said of [en, nb]) {
      const states = [said.compare, said.empty, said.tooMany('5,625'), said.impossible, said.none, said.failed, said.comparing, said.counting]; // prettier-ignore
      expect(new Set(states).size).toBe(states.length);
      expect(said.tooMany('5,625')).toContain('5,625');
    }
    for (const key of ['compare', 'empty', 'impossible', 'none', 'failed', 'comparing'] as const)
      expect(nb[key]).not.toBe(en[key]);
  });
});

describe('the import before', () => {
  it('counts with the same decisions, also with those made while it is there', async () => {
    await cases(two);
    const [pair] = (await compared()).candidates;
    state.linkage.decide(pair!.digest, 'same');
    await counted();
    const { csvOf } = await import('../measure/loaded');
    const files = Object.entries({ meta: [extract], cases: two }).map(
      ([name, rows]) => new File([csvOf(rows)], `${name}.csv`),
    );
    const now = page.dataset.loaded!.choice.linkage as Linkage;
    const chosen = { name: { en: 'x', nb: 'x' }, files, decisions: { drop: [], dateOrder: [] } };
    const opened = { ...chosen, synthetic: true, mapping: null, at: 0 };
    expect(await before.earlier.open(opened, now)).toBe(true);
    const children = async () => {
      const indicator = { id: 'ID-01' } as never;
      const released = await before.earlier.figure({ indicator, view: {} as never });
      const value = released!.rows.find(({ measure }) => measure === 'count')!.value;
      return value.is === 'value' ? value.value : null;
    };
    expect(await children()).toBe(1);
    state.linkage.decide(pair!.digest, 'different');
    await counted();
    expect(await children()).toBe(2);
    before.earlier.close();
    expect(started).toHaveLength(1);
  });
});
