import { assessHere } from './assess-here';
import type { MseAssessInput } from './mse-assess';
import type { MseAssessment } from './mse-assessment';

/** To the worker, once: the bytes of highs.wasm and what to assess. */
export interface ToStatisticsWorker {
  readonly wasm: ArrayBuffer;
  readonly assess: MseAssessInput;
}

/** From the worker: shares done, then one answer. An error is its name and message alone. */
export type StatisticsAnswer =
  | { readonly share: number }
  | { readonly assessment: MseAssessment }
  | { readonly error: { readonly name: string; readonly message: string } };

const post = (message: StatisticsAnswer | { ready: true }) => self.postMessage(message);

function fail(reason: unknown): void {
  const { name, message } = reason instanceof Error ? reason : new Error('The estimate failed.');
  post({ error: { name, message } });
}

self.addEventListener('message', ({ data }: MessageEvent<ToStatisticsWorker>) => {
  assessHere(data.assess, data.wasm, (share) => post({ share })).then(
    (assessment) => post({ assessment }),
    fail,
  );
});

// A solver that cannot be started is not an answer that anybody awaits: the page would wait for ever.
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  fail(event.reason);
});

post({ ready: true });
