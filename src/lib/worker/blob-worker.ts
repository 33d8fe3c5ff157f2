/** A worker that runs. */
export interface BlobWorker<To> {
  send(message: To): void;
  /** Ends it at once; nothing is heard of it any more. */
  stop(): void;
}

/**
 * Starts a classic worker from the text of its script, so that it inherits the policies of the page.
 * The script must post `{ ready: true }` first. `onFailure` is told, at most once and after the call,
 * that the worker did not get ready within `limitMs` or died later. Throws where the browser refuses
 * outright.
 */
export function blobWorker<To, From extends object>(
  script: Blob,
  onMessage: (message: From) => void,
  onFailure: (when: 'starting' | 'running') => void,
  limitMs = 30_000,
): BlobWorker<To> {
  const url = URL.createObjectURL(script);
  const timer = setTimeout(() => fail(), limitMs);
  let ready = false;
  const loaded = () => {
    clearTimeout(timer);
    URL.revokeObjectURL(url);
  };
  const open = () => {
    try {
      return new Worker(url);
    } catch (error) {
      loaded();
      throw error;
    }
  };
  const worker = open();
  const stop = () => {
    loaded();
    worker.onmessage = worker.onerror = worker.onmessageerror = null;
    worker.terminate();
  };
  const fail = (event?: Event) => {
    event?.preventDefault();
    stop();
    onFailure(ready ? 'running' : 'starting');
  };
  worker.onerror = worker.onmessageerror = fail;
  worker.onmessage = ({ data }: MessageEvent<From | { ready: true }>) => {
    if (!('ready' in data)) return onMessage(data);
    ready = true;
    loaded();
  };
  return { send: (message) => worker.postMessage(message), stop };
}
