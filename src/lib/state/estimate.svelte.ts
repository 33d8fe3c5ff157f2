import type { Text } from '$lib/schema/text';
import { wordsOf } from '$lib/schema/worded-error';
import type { EstimateError } from '$lib/statistics/estimate-worker';
import type { MseAssessment } from '$lib/statistics/mse-assessment';
import { mseExampleUk2013 } from '$lib/statistics/mse-example-uk-2013';
import { checkPatterns, emptyPatterns, readPatterns } from './pattern-table';
import type { PatternTable, Unreadable } from './pattern-table';

export type { MseAssessment };

/** What the page shows of the estimate: exactly one of these at a time. */
type Status =
  | { readonly is: 'none' }
  | { readonly is: 'running'; readonly share: number }
  | { readonly is: 'cancelled' }
  | { readonly is: 'done'; readonly assessment: MseAssessment }
  | { readonly is: 'failed'; readonly words: Text };

/** Seed of a new page; the same seed gives the same answer. */
const firstSeed = '20260101';
/** Largest seed of the generator. */
const largestSeed = 2 ** 31 - 1;

/** An error without words of its own. */
const ours: Text = {
  en: 'The estimate failed because of an error in the app.',
  nb: 'Anslaget mislyktes på grunn av en feil i appen.',
};
/** By name: the class is loaded with the machinery alone. */
const isOfEstimate = (error: unknown): error is EstimateError =>
  error instanceof Error && error.name === 'EstimateError';

const exampleTable: PatternTable = {
  lists: mseExampleUk2013.lists,
  rows: mseExampleUk2013.counts.map(({ pattern, count }) => ({
    on: [...pattern],
    count: String(count),
  })),
};

/**
 * The one estimate of the page: a table of list patterns, a seed, and what came of them. An answer
 * goes when what it was made from is changed. Nothing persists.
 */
class Estimate {
  table = $state.raw<PatternTable | null>(null);
  /** As typed. */
  seed = $state.raw(firstSeed);
  status = $state.raw<Status>({ is: 'none' });
  readonly checked = $derived(this.table && checkPatterns(this.table));
  readonly seedIsGood = $derived(/^\d{1,10}$/.test(this.seed) && Number(this.seed) <= largestSeed);
  /** The published example, while the table is exactly that. */
  readonly published = $derived(
    JSON.stringify(this.table) === JSON.stringify(exampleTable) ? mseExampleUk2013 : null,
  );

  #abort: AbortController | null = null;

  /** Takes a table in place of the one before. */
  edit(table: PatternTable | null): void {
    this.#forget();
    this.table = table;
  }

  useSeed(typed: string): void {
    this.#forget();
    this.seed = typed;
  }

  /** Reads a CSV text; where it is no table of patterns the one before stays and the reason is given. */
  read(text: string): Unreadable | null {
    const table = readPatterns(text);
    if ('unreadable' in table) return table.unreadable;
    this.edit(table);
    return null;
  }

  start(lists: number): void {
    this.edit(emptyPatterns(lists));
  }

  openExample(): void {
    this.edit(exampleTable);
  }

  /** Computes. Does nothing while the table or the seed has a problem. */
  async run(): Promise<void> {
    const input = this.checked?.input;
    if (!input || !this.seedIsGood) return;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    const show = (status: Status) => {
      if (!signal.aborted) this.status = status;
    };
    show({ is: 'running', share: 0 });
    try {
      const { assess } = await import('./machinery');
      const assessment = await assess(
        { ...input, seed: Number(this.seed), of: this.published ? 'people' : 'children' },
        { signal, onShare: (share) => show({ is: 'running', share }) },
      );
      show({ is: 'done', assessment });
    } catch (error) {
      show({ is: 'failed', words: (isOfEstimate(error) ? error.words : wordsOf(error)) ?? ours });
    }
  }

  /** Stops a running computation at once. */
  cancel(): void {
    if (this.status.is !== 'running') return;
    this.#forget();
    this.status = { is: 'cancelled' };
  }

  #forget(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.status = { is: 'none' };
  }
}

/** The page's estimate. */
export const estimate = new Estimate();
