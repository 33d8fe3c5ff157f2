import type { CheckProgress, CheckResult } from '$lib/measure/check-files';
import type { Text } from '$lib/schema/text';
import { wordsOf } from '$lib/schema/worded-error';
import { dataset } from './dataset.svelte';
import { failureWords } from './failure-words';

export type { CheckResult };

/** What the page shows of the checks: exactly one of these at a time. */
type Status =
  | { readonly is: 'none' }
  | { readonly is: 'running'; readonly progress: CheckProgress | null }
  | { readonly is: 'cancelled' }
  | { readonly is: 'done'; readonly results: readonly CheckResult[] }
  | { readonly is: 'failed'; readonly message: Text };

/**
 * The checks across the loaded files. They stay until other files are loaded; between two rules the
 * engine answers figures, so they hold nothing up.
 */
class Checks {
  status = $state.raw<Status>({ is: 'none' });
  /** The data that the status is about. */
  #version = -1;
  #abort: AbortController | null = null;

  /** Checks the data that are loaded now; does nothing where that was done, is going on or was cancelled. */
  async start(): Promise<void> {
    if (!dataset.facts || this.#version === dataset.version) return;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    this.#version = dataset.version;
    const { version } = dataset;
    // Other files may have been loaded meanwhile, which ends the engine that was asked.
    const show = (status: Status) => {
      if (!signal.aborted && version === dataset.version) this.status = status;
    };
    show({ is: 'running', progress: null });
    try {
      const results = await dataset.check({
        signal,
        onProgress: (progress) => show({ is: 'running', progress }),
      });
      show({ is: 'done', results });
    } catch (error) {
      show({ is: 'failed', message: wordsOf(error) ?? failureWords.checks });
    }
  }

  /** Stops at once. */
  cancel(): void {
    if (this.status.is !== 'running') return;
    this.#abort?.abort();
    this.status = { is: 'cancelled' };
  }

  /** Starts again after a stop. */
  again(): Promise<void> {
    this.#version = -1;
    return this.start();
  }
}

/** The page's checks. */
export const checks = new Checks();
