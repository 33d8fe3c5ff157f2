/** Settles as `work` does, or rejects with `AbortError` as soon as `signal` aborts. */
export async function untilAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  work.catch(() => undefined);
  signal.throwIfAborted();
  const racing = new AbortController();
  const aborted = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), {
      signal: racing.signal,
    }),
  );
  try {
    return await Promise.race([work, aborted]);
  } finally {
    racing.abort();
  }
}
