/** Jobs one at a time, in the order they were asked. A job whose signal aborts while it waits never starts. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Answers what the job answers, or rejects with `AbortError` as soon as `signal` aborts. */
  take<T>(job: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const turn = this.#last.then(() => {
      if (signal?.aborted) throw aborted();
      return job();
    });
    this.#last = turn.catch(() => undefined);
    if (!signal) return turn;
    return new Promise<T>((resolve, reject) => {
      const stop = () => reject(aborted());
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
  }
}

const aborted = () => new DOMException('The query was cancelled.', 'AbortError');
