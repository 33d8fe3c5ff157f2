interface Job<T> {
  readonly abort: AbortController;
  readonly made: Promise<T>;
  waiting: number;
  done: boolean;
}

/** Results by name, made once for all who ask. What nobody waits for any more is ended. */
export class Shared<T> {
  readonly #jobs = new Map<string, Job<T>>();
  readonly #most: number;

  /** Keeps the `most` results that were used last. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The result of that name. Rejects with the signal's reason, or as `make` does; then it is made anew. */
  get(name: string, make: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    const job = this.#jobs.get(name) ?? this.#start(name, make);
    this.#jobs.delete(name);
    this.#jobs.set(name, job);
    job.waiting += 1;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        job.waiting -= 1;
        if (job.waiting === 0 && !job.done) {
          if (this.#jobs.get(name) === job) this.#jobs.delete(name);
          job.abort.abort(signal?.reason);
        }
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', leave, { once: true });
      job.made.finally(() => signal?.removeEventListener('abort', leave)).then(resolve, reject);
    });
  }

  #start(name: string, make: (signal: AbortSignal) => Promise<T>): Job<T> {
    const abort = new AbortController();
    const job: Job<T> = { abort, made: make(abort.signal), waiting: 0, done: false };
    job.made.then(
      () => {
        job.done = true;
        for (const [oldest, { done }] of this.#jobs) {
          if (this.#jobs.size <= this.#most) return;
          if (done) this.#jobs.delete(oldest);
        }
      },
      () => {
        if (this.#jobs.get(name) === job) this.#jobs.delete(name);
      },
    );
    return job;
  }
}
