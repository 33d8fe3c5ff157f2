import type { Released } from '$lib/disclosure/released';
import { rankedRemedies, type RankedRemedy } from '$lib/measure/ranked-remedies';
import type { View } from '$lib/measure/view';
import type { Indicator } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';
import { wordsOf } from '$lib/schema/worded-error';
import { dataset } from '$lib/state/dataset.svelte';
import { viewFor } from '../../view.svelte';
import { askedView } from './asked-view';
import { splitsOf } from './splits';

/** How far the search for other views is. */
type State =
  | { readonly is: 'idle' | 'cancelled' }
  | { readonly is: 'trying'; readonly done: number; readonly of: number }
  | { readonly is: 'done'; readonly ranked: readonly RankedRemedy[] }
  | { readonly is: 'failed'; readonly words: Text | null };

/** The view of the address as the figure reads it, without what it is always split by. */
const triedFrom = (indicator: Indicator, view: View): View => ({
  ...viewFor(indicator, view),
  by: splitsOf(indicator, view.by),
});

/** What a remedy changes in the view of the address. */
export function changedBy(indicator: Indicator, view: View, remedy: RankedRemedy): Partial<View> {
  const before = triedFrom(indicator, view);
  const parts = (['period', 'by', 'where'] as const).filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(remedy.view[part]),
  );
  return Object.fromEntries(parts.map((part) => [part, remedy.view[part]]));
}

/** Other views of a figure of which too much is withheld, each computed through the gate when asked for. */
export class RemediesQuery {
  state = $state.raw<State>({ is: 'idle' });
  #abort: AbortController | null = null;

  /** Tries them all one after another; `view` is that of the address. */
  async try(indicator: Indicator, view: View, released: Released): Promise<void> {
    this.reset();
    const { signal } = (this.#abort = new AbortController());
    try {
      const ranked = await rankedRemedies({
        view: triedFrom(indicator, view),
        released,
        figureOf: (other) => dataset.figure(indicator.id, askedView(indicator, other), signal),
        onProgress: (done, of) => {
          if (!signal.aborted) this.state = { is: 'trying', done, of };
        },
        signal,
      });
      if (!signal.aborted) this.state = { is: 'done', ranked };
    } catch (error: unknown) {
      if (!signal.aborted) this.state = { is: 'failed', words: wordsOf(error) };
    }
  }

  cancel(): void {
    this.#abort?.abort();
    this.state = { is: 'cancelled' };
  }

  /** Stops what runs and forgets what was found. */
  reset(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.state = { is: 'idle' };
  }
}
