import type { Released } from '$lib/disclosure/released';
import type { View } from '$lib/measure/view';
import type { Text } from '$lib/schema/text';
import { wordsOf } from '$lib/schema/worded-error';
import { leaving } from '$lib/state/leaving.svelte';

/** What became of the wish that a figure leaves. */
type State =
  | { readonly is: 'idle' }
  | { readonly is: 'judging' }
  /** More is withheld than the page showed; it now shows what may leave. */
  | { readonly is: 'changed'; readonly more: number }
  | { readonly is: 'refused' }
  | { readonly is: 'failed'; readonly words: Text | null };

/** The way of one figure out of the page: judged beside what left before, then saved or copied. */
export class Leave {
  state = $state.raw<State>({ is: 'idle' });
  #abort: AbortController | null = null;

  /**
   * Whether the figure on the page is what may leave. Where more is withheld, `show` gets that figure
   * and the user decides again.
   */
  async mayGo(
    on: Released,
    id: string,
    view: View,
    show: (released: Released) => void,
  ): Promise<boolean> {
    this.cancel();
    const { signal } = (this.#abort = new AbortController());
    this.state = { is: 'judging' };
    try {
      const released = await leaving.figure(id, view, signal);
      if (signal.aborted) return false;
      if (released.protection.refused) {
        this.state = { is: 'refused' };
        return false;
      }
      if (alike(on, released)) {
        this.state = { is: 'idle' };
        return true;
      }
      const more = released.protection.withheldCells - on.protection.withheldCells;
      this.state = { is: 'changed', more: Math.max(0, more) };
      show(released);
    } catch (error: unknown) {
      if (!signal.aborted) this.state = { is: 'failed', words: wordsOf(error) };
    }
    return false;
  }

  cancel(): void {
    this.#abort?.abort();
    this.state = { is: 'idle' };
  }

  /** Forgets what left, so that this figure is the first of another release. */
  startAnew(): void {
    leaving.startAnew();
    this.state = { is: 'idle' };
  }
}

const alike = (one: Released, other: Released): boolean =>
  JSON.stringify([one.rows, one.steps]) === JSON.stringify([other.rows, other.steps]);
