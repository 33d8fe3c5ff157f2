import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Draft, DraftRow } from '$lib/disclosure/draft';
import { GateWorker } from '$lib/disclosure/gate-worker';
import { judge, release } from '$lib/disclosure/release';

const girls = [37, 3, 61, 101];
const draft: Draft = {
  indicator: 'ID-01',
  revision: 1,
  mode: 'release',
  synthetic: true,
  query: 'SELECT 1',
  notes: [],
  threshold: 11,
  steps: [],
  tables: [
    {
      dims: [{ name: 'place', groups: { all: ['a', 'b', 'c'] } }],
      cells: ['a', 'b', 'c', 'all'].map((place, at) => ({ key: [place], value: girls[at]! })),
    },
  ],
  rows: ['a', 'b', 'c', 'all'].map((place, at): DraftRow => ({
    measure: 'children',
    period: 'all',
    by: { ...(place !== 'all' && { place }) },
    unit: 'children',
    value: girls[at]!,
    status: 'ok',
    statistic: 'count',
    counts: [{ table: 0, key: [place] }],
  })),
};
const named = (indicator: string): Draft => ({ ...draft, indicator });

type Scripted = 'obey' | 'refuse' | 'never ready' | 'fail to load';

/** What a browser's worker is to the page, with the real script or none behind it. */
class FakeWorker extends EventTarget {
  static all: FakeWorker[] = [];
  static behaviour: Scripted = 'obey';
  readonly seen: unknown[] = [];
  ended = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onmessageerror: ((event: Event) => void) | null = null;

  constructor(readonly url: string) {
    super();
    if (FakeWorker.behaviour === 'refuse') throw new DOMException('no', 'SecurityError');
    FakeWorker.all.push(this);
    if (FakeWorker.behaviour === 'obey') queueMicrotask(() => this.say({ ready: true }));
    if (FakeWorker.behaviour === 'fail to load') queueMicrotask(() => this.die());
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
  die(): void {
    this.onerror?.(new Event('error', { cancelable: true }));
  }
  /** Indicators it was asked for, in order. */
  get asked(): string[] {
    return this.seen.flatMap((each) =>
      (each as { draft?: Draft }).draft ? [(each as { draft: Draft }).draft.indicator] : [],
    );
  }
  /** Answers what it was asked last, as the real worker would. */
  async answer(): Promise<void> {
    const last = this.seen.at(-1) as { id: number; draft: Draft };
    this.say({ id: last.id, judged: await judge(last.draft) });
  }
}

const worker = (at: number) => FakeWorker.all[at]!;
const gate = () => new GateWorker(new Blob(['']), new ArrayBuffer(8));
const settled = () => new Promise((later) => setTimeout(later));

beforeEach(() => {
  FakeWorker.all = [];
  FakeWorker.behaviour = 'obey';
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('one request at a time, in order', () => {
  test('the bytes go first and once; the next draft goes after the last answer', async () => {
    const one = gate();
    expect(FakeWorker.all).toHaveLength(0);
    const answers = ['A', 'B', 'C'].map((id) => one.release(named(id)));
    expect(worker(0).url).toMatch(/^blob:/);
    for (const id of ['A', 'B', 'C']) {
      await settled();
      expect(worker(0).asked.at(-1)).toBe(id);
      await worker(0).answer();
    }
    const released = await Promise.all(answers);
    expect(released.map(({ indicator }) => indicator)).toEqual(['A', 'B', 'C']);
    expect(FakeWorker.all).toHaveLength(1);
    expect(worker(0).seen.filter((each) => 'wasm' in (each as object))).toHaveLength(1);
    expect(worker(0).seen[0]).toHaveProperty('wasm.byteLength', 8);
  });

  test('what crosses is plain: signal, solver and rest stay behind', async () => {
    const one = gate();
    const answer = one.release(draft, {
      signal: new AbortController().signal,
      solver: { wasmBinary: new ArrayBuffer(1) },
      rest: () => Promise.resolve(),
      effort: 'fast',
    });
    expect(worker(0).seen[1]).toEqual({ id: 1, draft, options: { effort: 'fast' } });
    await worker(0).answer();
    expect((await answer).rows.map(({ value }) => value.is)).toContain('withheld');
  });

  test('what cannot be copied is refused without its content', async () => {
    const rows = [{ ...draft.rows[0]!, marks: [() => 'Oslo'] as unknown as string[] }];
    await expect(gate().release({ ...draft, rows })).rejects.toThrow(/^The figure could not be/);
  });
});

describe('cancelling', () => {
  test('ends the worker at once; the next request gets a fresh one', async () => {
    const one = gate();
    const abort = new AbortController();
    const first = one.release(named('A'), { signal: abort.signal });
    const second = one.release(named('B'));
    await settled();
    abort.abort();
    expect(worker(0).ended).toBe(true);
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker(1).asked).toEqual(['B']);
    expect(worker(1).seen[0]).toHaveProperty('wasm');
    worker(0).say({ id: 2, judged: 'of an ended worker' });
    await worker(1).answer();
    expect((await second).indicator).toBe('B');
  });

  test('a waiting request leaves without disturbing the one that runs', async () => {
    const one = gate();
    const abort = new AbortController();
    const answers = [
      one.release(named('A')),
      one.release(named('B'), { signal: abort.signal }),
      one.release(named('C')),
    ];
    abort.abort(new Error('changed my mind'));
    await expect(answers[1]).rejects.toThrow('changed my mind');
    await worker(0).answer();
    await settled();
    await worker(0).answer();
    expect((await Promise.all([answers[0], answers[2]])).map((r) => r?.indicator)).toEqual([
      'A',
      'C',
    ]);
    expect(worker(0).asked).toEqual(['A', 'C']);
    expect(FakeWorker.all).toHaveLength(1);
  });

  test('a request aborted before it is made starts nothing', async () => {
    await expect(gate().release(draft, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(FakeWorker.all).toHaveLength(0);
  });

  test('an abort after the answer does not end the worker', async () => {
    const one = gate();
    const abort = new AbortController();
    const answer = one.release(draft, { signal: abort.signal });
    await worker(0).answer();
    await answer;
    abort.abort();
    expect(worker(0).ended).toBe(false);
  });

  test('closing ends the worker and rejects what is asked, then and later', async () => {
    const one = gate();
    const answer = one.release(draft);
    one.close();
    expect(worker(0).ended).toBe(true);
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    await expect(one.release(draft)).rejects.toMatchObject({ name: 'AbortError' });
    expect(FakeWorker.all).toHaveLength(1);
  });
});

describe('failing closed', () => {
  test.each<Scripted>(['refuse', 'fail to load'])('where the browser says %s', async (how) => {
    FakeWorker.behaviour = how;
    const one = gate();
    const answers = [one.release(named('A')), one.release(named('B'))];
    for (const answer of answers)
      await expect(answer).rejects.toMatchObject({
        name: 'GateError',
        message: expect.stringMatching(/could not be started, so no figure is shown/),
      });
    FakeWorker.behaviour = 'obey';
    const later = one.release(named('C'));
    await FakeWorker.all.at(-1)!.answer();
    expect((await later).indicator).toBe('C');
  });

  test('where the worker never gets ready', async () => {
    vi.useFakeTimers();
    FakeWorker.behaviour = 'never ready';
    const answer = expect(gate().release(draft)).rejects.toThrow(/could not be started/);
    vi.advanceTimersByTime(30_000);
    await answer;
    expect(worker(0).ended).toBe(true);
  });

  test('where the worker dies while it works', async () => {
    const one = gate();
    const first = expect(one.release(named('A'))).rejects.toThrow(/stopped/);
    const second = one.release(named('B'));
    await settled();
    worker(0).die();
    await first;
    await worker(1).answer();
    expect((await second).indicator).toBe('B');
  });

  test('an error of the gate arrives by name and message', async () => {
    const one = gate();
    const answer = one.release(draft);
    worker(0).say({ id: 1, error: { name: 'TableError', message: 'contradictory' } });
    await expect(answer).rejects.toMatchObject({ name: 'TableError', message: 'contradictory' });
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
    await import('$lib/disclosure/release-worker');
    const say = (data: unknown) => listeners.get('message')!({ data });
    return { listeners, posted, say };
  }

  test('answers what release() answers', async () => {
    const { posted, say } = await scope();
    expect(posted).toEqual([{ ready: true }]);
    say({ id: 7, draft, options: {} });
    await vi.waitFor(() => expect(posted).toHaveLength(2));
    const { protection, ...rest } = await release(draft);
    expect(posted[1]).toMatchObject({ id: 7, judged: { released: rest } });
    expect(posted[1]).toMatchObject({
      judged: { released: { protection: { audit: protection.audit } } },
    });
    expect(rest.rows.map(({ value }) => value.is)).toContain('withheld');
  });

  test('answers an error by name and message, and nothing else', async () => {
    const { posted, say } = await scope();
    const rows = [{ ...draft.rows[0]!, counts: [{ table: 0, key: ['nowhere'] }] }];
    say({ id: 8, draft: { ...draft, rows }, options: {} });
    await vi.waitFor(() => expect(posted).toHaveLength(2));
    expect(posted[1]).toEqual({
      id: 8,
      error: { name: 'TableError', message: expect.stringContaining('nowhere') },
    });
  });

  test('a failure that nobody awaits ends the wait', async () => {
    const { listeners, posted, say } = await scope();
    say({ id: 9, draft, options: {} });
    const event = { reason: new TypeError('no wasm'), preventDefault: vi.fn() };
    listeners.get('unhandledrejection')!(event);
    expect(posted[1]).toEqual({ id: 9, error: { name: 'TypeError', message: 'no wasm' } });
    expect(event.preventDefault).toHaveBeenCalled();
    await vi.waitFor(() => expect(posted).toHaveLength(3));
  });
});
