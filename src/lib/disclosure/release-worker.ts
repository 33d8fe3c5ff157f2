import type { Draft } from './draft';
import { judge } from './release';
import type { Judged, ReleaseOptions } from './release';

/** What of the options can be sent to a worker; the worker has its own solver and never rests. */
export type SentOptions = Omit<ReleaseOptions, 'signal' | 'solver' | 'rest'>;

/** To the worker: the bytes of highs.wasm first and once, then drafts, each after the last answer. */
export type ToReleaseWorker =
  | { readonly wasm: ArrayBuffer }
  | { readonly id: number; readonly draft: Draft; readonly options: SentOptions };

/** From the worker: one answer a draft. An error is its name and message alone. */
export type ReleaseAnswer =
  | { readonly id: number; readonly judged: Judged }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };

let wasm: ArrayBuffer | undefined;
let current = -1;

const post = (message: ReleaseAnswer | { ready: true }) => self.postMessage(message);

function fail(reason: unknown): void {
  const { name, message } = reason instanceof Error ? reason : new Error('The gate failed.');
  post({ id: current, error: { name, message } });
}

self.addEventListener('message', ({ data }: MessageEvent<ToReleaseWorker>) => {
  if ('wasm' in data) {
    wasm = data.wasm;
    return;
  }
  const { id, draft, options } = data;
  current = id;
  judge(draft, { ...options, solver: { wasmBinary: wasm } }).then(
    (judged) => post({ id, judged }),
    fail,
  );
});

// A solver that cannot be compiled is not an answer that release() waits for: it would wait for ever.
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  fail(event.reason);
});

post({ ready: true });
