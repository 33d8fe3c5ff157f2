import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { EstimateWorker } from '$lib/statistics/estimate-worker';
import { loadLinearProgram } from '$lib/statistics/linear-program';
import { mseAssess, type MseAssessInput } from '$lib/statistics/mse-assess';
import { mseBootstrapBca } from '$lib/statistics/mse-bootstrap-bca';
import { fitExists, type FitExists } from '$lib/statistics/mse-existence';

const { cases } = JSON.parse(
  readFileSync(resolve('tests/fixtures/statistics/cases.json'), 'utf8'),
) as { cases: { id: string; input: MseAssessInput }[] };
const { lists, counts } = cases.find(({ id }) => id === 'mse-rule-uk2013-5')!.input;
const input: MseAssessInput = { lists, counts, replicates: 120, seed: 7 };
const bytes = new Uint8Array(
  readFileSync(createRequire(import.meta.url).resolve('highs/runtime')),
).slice().buffer;

let exists: FitExists;
beforeAll(async () => {
  exists = fitExists(await loadLinearProgram());
});

describe('progress', () => {
  test.each([7, 100, 250, 1000])('of %i replicates rises to 1, once a hundredth', (replicates) => {
    const shares: number[] = [];
    const settings = { ...input, replicates, selector: 'stepwise' } as const;
    mseBootstrapBca(settings, exists, (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeLessThanOrEqual(100);
    expect(shares.length).toBeGreaterThanOrEqual(Math.min(replicates, 80));
    shares.forEach((share, i) => expect(share).toBeGreaterThan(shares[i - 1] ?? 0));
  });

  test('changes nothing in the answer; another seed does', () => {
    const bytesOf = (seed: number, onShare?: () => void) =>
      JSON.stringify(mseAssess({ ...input, seed }, exists, onShare));
    expect(bytesOf(7, () => undefined)).toBe(bytesOf(7));
    expect(bytesOf(8)).not.toBe(bytesOf(7));
  });

  test('is silent where the gates stop the estimate', () => {
    const onShare = vi.fn();
    const few = [{ pattern: '110', count: 9 }];
    expect(mseAssess({ lists: 3, counts: few }, exists, onShare).label).toBe('not_shown');
    expect(onShare).not.toHaveBeenCalled();
  });
});

describe('below the disclosure threshold', () => {
  const table = (shared: number) => ({
    lists: 3,
    counts: [
      { pattern: '100', count: 30 },
      { pattern: '010', count: 40 },
      { pattern: '001', count: 35 },
      { pattern: '110', count: shared - 7 },
      { pattern: '011', count: 7 },
    ],
  });
  test.each([8, 9, 10])('%i shared persons: no figure and no sentence', (shared) => {
    const got = mseAssess({ ...table(shared), replicates: 20 }, exists);
    expect(got).toMatchObject({ status: 'too_few', estimate: null, sentence: null, least: null });
    expect(got.reasons).toEqual([
      shared < 10 ? 'fewer_than_10_on_two_lists' : 'fewer_than_11_on_two_lists',
    ]);
  });
  test('11 shared persons are printed, fewer than 50 known never', () => {
    const got = mseAssess({ ...table(11), replicates: 20 }, exists);
    expect(got.reasons).toEqual([]);
    expect(got.sentence?.en).toContain('The lists share 11 children.');
    const known = [
      { pattern: '10', count: 1 },
      { pattern: '01', count: 1 },
      { pattern: '11', count: 8 },
    ];
    expect(mseAssess({ lists: 2, counts: known }, exists)).toMatchObject({
      label: 'not_shown',
      estimate: null,
      sentence: null,
    });
  });
});

describe('the solver', () => {
  test('is made of the bytes that are handed over, and of nothing else', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('nothing may be fetched')));
    const solve = await loadLinearProgram(bytes);
    vi.unstubAllGlobals();
    expect(solve('Maximize\n obj: s\nSubject To\n r: s <= 3\nEnd\n')).toBe(3);
    await expect(loadLinearProgram(new ArrayBuffer(8))).rejects.toThrow(/WebAssembly/);
  });
});

type Scripted = 'obey' | 'refuse' | 'fail to load';

/** What a browser's worker is to the page, with no script behind it. */
class FakeWorker {
  static all: FakeWorker[] = [];
  static behaviour: Scripted = 'obey';
  readonly seen: unknown[] = [];
  ended = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onmessageerror: ((event: Event) => void) | null = null;

  constructor(readonly url: string) {
    if (FakeWorker.behaviour === 'refuse') throw new DOMException('no', 'SecurityError');
    FakeWorker.all.push(this);
    const obeys = FakeWorker.behaviour === 'obey';
    queueMicrotask(() => (obeys ? this.say({ ready: true }) : this.onerror?.(new Event('error'))));
  }
  postMessage(message: unknown): void {
    this.seen.push(structuredClone(message));
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: unknown): void {
    this.onmessage?.({ data: structuredClone(data) });
  }
}

describe('the page’s side', () => {
  beforeEach(() => {
    FakeWorker.all = [];
    FakeWorker.behaviour = 'obey';
    vi.stubGlobal('Worker', FakeWorker);
  });
  afterEach(() => vi.unstubAllGlobals());
  const worker = (at: number) => FakeWorker.all[at]!;
  const estimate = () => new EstimateWorker(new Blob(['']), new ArrayBuffer(8));

  test('starts a worker when asked, from a blob, hands over bytes and request, ends it', async () => {
    const one = estimate();
    expect(FakeWorker.all).toHaveLength(0);
    const shares: number[] = [];
    const answer = one.assess(input, { onShare: (share) => shares.push(share) });
    expect(worker(0).url).toMatch(/^blob:/);
    expect(worker(0).seen).toEqual([{ wasm: new ArrayBuffer(8), assess: input }]);
    worker(0).say({ share: 0.5 });
    worker(0).say({ share: 1 });
    const assessment = mseAssess(input, exists);
    worker(0).say({ assessment });
    expect(await answer).toEqual(assessment);
    expect(shares).toEqual([0.5, 1]);
    expect(worker(0).ended).toBe(true);
  });

  test('an abort ends the worker at once and a new request gets a fresh one', async () => {
    const one = estimate();
    const abort = new AbortController();
    const onShare = vi.fn();
    const first = one.assess(input, { signal: abort.signal, onShare });
    abort.abort();
    expect(worker(0).ended).toBe(true);
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    worker(0).say({ share: 0.9 });
    expect(onShare).not.toHaveBeenCalled();
    const second = one.assess(input);
    const assessment = mseAssess(input, exists);
    worker(1).say({ assessment });
    expect((await second).seed).toBe(7);
  });

  test('a request aborted before it is made starts nothing', async () => {
    await expect(estimate().assess(input, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(FakeWorker.all).toHaveLength(0);
  });

  test.each<Scripted>(['refuse', 'fail to load'])('where the browser says %s', async (how) => {
    FakeWorker.behaviour = how;
    await expect(estimate().assess(input)).rejects.toMatchObject({
      name: 'EstimateError',
      message: expect.stringMatching(/could not be started/),
      words: { nb: expect.stringMatching(/kunne ikke startes/) },
    });
  });

  test('an error of the worker becomes words without its content', async () => {
    const answer = estimate().assess(input);
    worker(0).say({ error: { name: 'RangeError', message: 'Array buffer allocation failed' } });
    await expect(answer).rejects.toMatchObject({
      name: 'EstimateError',
      message: expect.stringMatching(/^The estimate stopped before it had an answer/),
      words: { nb: expect.stringMatching(/^Anslaget stanset før det hadde et svar/) },
    });
    expect(worker(0).ended).toBe(true);
  });
});

describe('the script of the worker', () => {
  /** Loads the script into a scope like a worker's. */
  async function scope() {
    const listeners = new Map<string, (event: unknown) => void>();
    const posted: Record<string, unknown>[] = [];
    vi.stubGlobal('self', {
      addEventListener: (name: string, listener: (event: unknown) => void) =>
        listeners.set(name, listener),
      postMessage: (message: unknown) =>
        posted.push(structuredClone(message) as Record<string, unknown>),
    });
    vi.resetModules();
    await import('$lib/statistics/statistics-worker');
    return { listeners, posted, say: (data: unknown) => listeners.get('message')!({ data }) };
  }
  afterEach(() => vi.unstubAllGlobals());

  test('answers, after its shares, what mseAssess() answers', async () => {
    const { posted, say } = await scope();
    expect(posted).toEqual([{ ready: true }]);
    say({ wasm: bytes, assess: input });
    await vi.waitFor(() => expect(posted.at(-1)).toHaveProperty('assessment'), 20_000);
    expect(posted.at(-1)).toEqual({ assessment: mseAssess(input, exists) });
    expect(posted.at(-2)).toEqual({ share: 1 });
  });

  test('answers an error by name and message, also one that nobody awaits', async () => {
    const { listeners, posted, say } = await scope();
    say({ wasm: new ArrayBuffer(8), assess: input });
    await vi.waitFor(() => expect(posted).toHaveLength(2));
    expect(posted[1]).toMatchObject({ error: { name: 'CompileError' } });
    const event = { reason: new TypeError('no memory'), preventDefault: vi.fn() };
    listeners.get('unhandledrejection')!(event);
    expect(posted[2]).toEqual({ error: { name: 'TypeError', message: 'no memory' } });
    expect(event.preventDefault).toHaveBeenCalled();
  });
});
