import type { Released } from '$lib/disclosure/released';
import type { View } from '$lib/measure/view';
import type { Text } from '$lib/schema/text';
import { wordsOf } from '$lib/schema/worded-error';
import { dataset } from '$lib/state/dataset.svelte';
import { current } from '../view.svelte';
import { inTurn } from './figure-queue';
import { keepFigure, keptFigure } from './kept-figures';
import { words } from './words';

/** One figure of the page, computed anew when the view or the data change; the newest view wins. */
export class FigureQuery {
  released = $state.raw<Released | null>(null);
  busy = $state.raw(true);
  #failure = $state.raw<Text | 'app' | null>(null);
  /** What the figure was computed for; empty before the first and after a failure. */
  key = $state.raw('');

  /** Why it could not be computed, in words for the page; empty if it could. */
  get problem(): string {
    if (this.#failure === 'app') return current.say(words).appError;
    return this.#failure?.[current.labels] ?? '';
  }

  /** Call inside an effect; answers the effect's clean-up. */
  ask(id: string, view: View): () => void {
    const abort = this.#begin();
    void this.#compute(id, view, '', abort);
    return () => abort.abort();
  }

  /**
   * As `ask`, after the figures that were asked for in a later batch, one at a time. What the page
   * has under this key already is not computed again.
   */
  askInTurn(id: string, view: View, key: string, batch: number): () => void {
    const abort = this.#begin();
    const giveBack = inTurn(batch, () => this.#compute(id, view, key, abort));
    return () => {
      giveBack();
      abort.abort();
    };
  }

  #begin(): AbortController {
    this.busy = true;
    this.#failure = null;
    return new AbortController();
  }

  async #compute(id: string, view: View, key: string, abort: AbortController): Promise<void> {
    try {
      const released = keptFigure(key) ?? (await dataset.figure(id, view, abort.signal));
      if (abort.signal.aborted) return;
      if (key) keepFigure(key, released);
      this.released = released;
      this.key = key;
    } catch (error: unknown) {
      if (abort.signal.aborted) return;
      this.released = null;
      this.key = '';
      this.#failure = wordsOf(error) ?? 'app';
    }
    this.busy = false;
  }
}
