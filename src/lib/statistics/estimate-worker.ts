import { blobWorker } from '$lib/worker/blob-worker';
import type { BlobWorker } from '$lib/worker/blob-worker';
import type { MseAssessInput } from './mse-assess';
import type { MseAssessment } from './mse-assessment';
import type { OnShare } from './mse-bootstrap-bca';
import type { Wording } from './mse-sentence';
import type { StatisticsAnswer, ToStatisticsWorker } from './statistics-worker';

/** The estimate could not be started or did not end. There is no number then. */
export class EstimateError extends Error {
  override name = 'EstimateError';
  /** What happened and what to do; the English of it is the message. */
  readonly words: Wording;
  constructor(words: Wording) {
    super(words.en);
    this.words = words;
  }
}

export interface AssessOptions {
  /** Ends the worker at once. */
  readonly signal?: AbortSignal;
  readonly onShare?: OnShare;
}

/**
 * `mseAssess()` off the page's thread. Every request has a worker of its own, started from a blob when
 * it is made, so that it inherits the page's policies, and ended with its answer.
 */
export class EstimateWorker {
  readonly #script: Blob;
  readonly #wasm: ArrayBuffer;

  /** `script` is that of `statisticsWorkerUrl`, `wasm` the bytes of highs.wasm. */
  constructor(script: Blob, wasm: ArrayBuffer) {
    this.#script = script;
    this.#wasm = wasm;
  }

  /**
   * As `mseAssess()`: the same input and seed give the same answer. Rejects with the signal's reason
   * when aborted, else with `EstimateError`.
   */
  assess(input: MseAssessInput, { signal, onShare }: AssessOptions = {}): Promise<MseAssessment> {
    return new Promise<MseAssessment>((resolve, reject) => {
      signal?.throwIfAborted();
      const abort = () => end(() => reject(signal?.reason));
      const end = (settle: () => void) => {
        signal?.removeEventListener('abort', abort);
        worker.stop();
        settle();
      };
      const worker = this.#start(
        (answer) => {
          if ('share' in answer) onShare?.(answer.share);
          else if ('assessment' in answer) end(() => resolve(answer.assessment));
          else end(() => reject(failed('running')));
        },
        (when) => end(() => reject(failed(when))),
      );
      signal?.addEventListener('abort', abort);
      worker.send({ wasm: this.#wasm, assess: input });
    });
  }

  #start(
    onAnswer: (answer: StatisticsAnswer) => void,
    onFailure: (when: 'starting' | 'running') => void,
  ): BlobWorker<ToStatisticsWorker> {
    try {
      return blobWorker<ToStatisticsWorker, StatisticsAnswer>(this.#script, onAnswer, onFailure);
    } catch {
      throw failed('starting');
    }
  }
}

const failed = (when: 'starting' | 'running') =>
  new EstimateError(
    when === 'starting'
      ? {
          en: 'The estimate could not be started. Reload the page; if that does not help, use a current Chrome, Edge, Firefox or Safari, or ask whoever runs this site whether its security policy blocks workers.',
          nb: 'Anslaget kunne ikke startes. Last siden på nytt. Hvis det ikke hjelper, bruk en oppdatert Chrome, Edge, Firefox eller Safari, eller spør dem som driver nettstedet, om sikkerhetsreglene deres stanser arbeidstråder (workers).',
        }
      : {
          en: 'The estimate stopped before it had an answer, most likely for want of memory, so no number is shown. Close other tabs or merge lists, and try again.',
          nb: 'Anslaget stanset før det hadde et svar, trolig av mangel på minne, så ikke noe tall vises. Lukk andre faner eller slå sammen lister, og prøv igjen.',
        },
  );
