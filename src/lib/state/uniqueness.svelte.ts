import type { Uniqueness } from '$lib/measure/uniqueness';
import type { Text } from '$lib/schema/text';
import { wordsOf } from '$lib/schema/worded-error';
import { dataset } from './dataset.svelte';
import { failureWords } from './failure-words';

export type { Uniqueness };

/** What the page shows of the counts: exactly one of these at a time. */
type Status =
  | { readonly is: 'none' }
  | { readonly is: 'counting' }
  /** `found` is null where the files have no cases or no quasi-identifier. */
  | { readonly is: 'done'; readonly found: Uniqueness | null }
  | { readonly is: 'failed'; readonly message: Text };

/** How far the loaded case files single out children; counted when somebody looks. */
class UniquenessOfFiles {
  #status = $state.raw<Status>({ is: 'none' });
  /** The data that the status is about. */
  #version = $state(-1);
  #abort: AbortController | null = null;

  /** Nothing of other data stays on the screen. */
  get status(): Status {
    return this.#version === dataset.version ? this.#status : { is: 'none' };
  }

  /** Stops counting and keeps nothing. */
  forget(): void {
    this.#abort?.abort();
    this.#version = -1;
    this.#status = { is: 'none' };
  }

  /** Counts in the data that are loaded now; does nothing where that was done or is going on. */
  async start(): Promise<void> {
    if (!dataset.facts || this.#version === dataset.version) return;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    this.#version = dataset.version;
    const { version } = dataset;
    const show = (status: Status) => {
      if (!signal.aborted && version === dataset.version) this.#status = status;
    };
    show({ is: 'counting' });
    try {
      show({ is: 'done', found: await dataset.uniqueness({ signal }) });
    } catch (error) {
      show({ is: 'failed', message: wordsOf(error) ?? failureWords.uniqueness });
    }
  }
}

/** The page's counts. */
export const uniqueness = new UniquenessOfFiles();
