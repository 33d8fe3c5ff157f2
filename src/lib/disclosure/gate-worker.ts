import { blobWorker } from '$lib/worker/blob-worker';
import type { BlobWorker } from '$lib/worker/blob-worker';
import type { Draft } from './draft';
import type { Judged, ReleaseOptions } from './release';
import type { ReleaseAnswer, SentOptions, ToReleaseWorker } from './release-worker';
import type { Released } from './released';

/** The worker of the gate could not be started or died. Nothing is shown instead. */
export class GateError extends Error {
  override name = 'GateError';
  /** In each language of the page; the message is the English. */
  readonly words: Readonly<Record<'en' | 'nb', string>>;
  constructor(words: Readonly<Record<'en' | 'nb', string>>) {
    super(words.en);
    this.words = words;
  }
}

interface Job {
  readonly id: number;
  readonly draft: Draft;
  readonly options: SentOptions;
  readonly resolve: (judged: Judged) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * `release()` in a worker of its own, so that the page stays responsive. The worker is started from a
 * blob, when first needed, and so inherits the page's policies. Requests are answered one at a time in
 * the order they were made. Working drafts have nothing to protect and need no worker.
 */
export class GateWorker {
  readonly #script: Blob;
  readonly #wasm: ArrayBuffer;
  /** The first one is with the worker. */
  readonly #jobs: Job[] = [];
  #worker: BlobWorker<ToReleaseWorker> | undefined;
  #lastId = 0;
  #closed = false;

  /** `script` is that of `releaseWorkerUrl`, `wasm` the bytes of `solverWasmUrl`. */
  constructor(script: Blob, wasm: ArrayBuffer) {
    this.#script = script;
    this.#wasm = wasm;
  }

  /**
   * As `release()`. An abort ends the worker at once and rejects with the signal's reason (an
   * `AbortError` unless the caller gave another). Rejects with `GateError` where the worker cannot
   * start or dies, and with the error of `release()`, by name and message.
   */
  async release(draft: Draft, options: ReleaseOptions = {}): Promise<Released> {
    return (await this.judge(draft, options)).released;
  }

  /** As `judge()`, with the errors of `release()`. */
  judge(draft: Draft, options: ReleaseOptions = {}): Promise<Judged> {
    const { signal, effort, timeBudgetMs, keepVisible, beside, apart, widest } = options;
    return new Promise<Judged>((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#closed) throw closed();
      const id = ++this.#lastId;
      const sent = { effort, timeBudgetMs, keepVisible, beside, apart, widest };
      const job: Job = { id, draft, options: sent, resolve: done(resolve), reject: done(reject) };
      const abort = () => this.#drop(job, signal?.reason);
      function done<T>(settle: (result: T) => void) {
        return (result: T) => {
          signal?.removeEventListener('abort', abort);
          settle(result);
        };
      }
      signal?.addEventListener('abort', abort);
      if (this.#jobs.push(job) === 1) this.#next();
    });
  }

  /** Ends the worker and with it what it knows. Rejects what is still asked, now and later. */
  close(): void {
    this.#closed = true;
    this.#end();
    for (const { reject } of this.#jobs.splice(0)) reject(closed());
  }

  #next(): void {
    const job = this.#jobs[0];
    if (!job) return;
    try {
      if (!this.#worker) this.#start();
    } catch {
      this.#drop(job, failed('starting'));
      return;
    }
    try {
      const { id, draft, options } = job;
      this.#worker?.send({ id, draft, options });
    } catch {
      this.#drop(
        job,
        new GateError({
          en: 'The figure could not be handed to the disclosure control.',
          nb: 'Tallet kunne ikke overlates til kontrollen for avsløring.',
        }),
      );
    }
  }

  #start(): void {
    this.#worker = blobWorker<ToReleaseWorker, ReleaseAnswer>(
      this.#script,
      (answer) => this.#answer(answer),
      (when) => {
        const job = this.#jobs[0];
        if (job) this.#drop(job, failed(when));
        else this.#end();
      },
    );
    this.#worker.send({ wasm: this.#wasm });
  }

  #answer(answer: ReleaseAnswer): void {
    const job = this.#jobs[0];
    if (job?.id !== answer.id) return;
    if ('judged' in answer) {
      this.#jobs.shift();
      job.resolve(answer.judged);
      this.#next();
      return;
    }
    const { name, message } = answer.error;
    this.#drop(job, Object.assign(new Error(message), { name }));
  }

  /** Takes a request back. The worker cannot be interrupted: if it has this one, it is ended. */
  #drop(job: Job, reason: unknown): void {
    const at = this.#jobs.indexOf(job);
    if (at < 0) return;
    if (at === 0) this.#end();
    this.#jobs.splice(at, 1);
    job.reject(reason);
    if (at === 0) this.#next();
  }

  #end(): void {
    this.#worker?.stop();
    this.#worker = undefined;
  }
}

const closed = () => new DOMException('The gate was closed.', 'AbortError');

const failed = (when: 'starting' | 'running') =>
  new GateError(
    when === 'starting'
      ? {
          en: 'Disclosure control could not be started, so no figure is shown. Reload the page; if that does not help, use a current Chrome, Edge, Firefox or Safari, or ask whoever runs this site whether its security policy blocks workers.',
          nb: 'Kontrollen for avsløring kunne ikke startes, så ingen tall vises. Last siden på nytt; hvis det ikke hjelper, bruk en ny utgave av Chrome, Edge, Firefox eller Safari, eller spør dem som driver nettstedet, om sikkerhetsreglene der stanser «workers».',
        }
      : {
          en: 'Disclosure control stopped, most likely for want of memory, so this figure is not shown. Close other tabs or choose fewer breakdowns.',
          nb: 'Kontrollen for avsløring stanset, trolig av mangel på minne, så dette tallet vises ikke. Lukk andre faner eller velg færre fordelinger.',
        },
  );
