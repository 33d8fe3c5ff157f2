import type { LedgerLine } from '$lib/disclosure/ledger';
import type { Released } from '$lib/disclosure/released';
import { indicatorOf } from '$lib/indicators/catalogue';
import type { View } from '$lib/measure/view';
import { dataset } from './dataset.svelte';
import { earlier } from './earlier.svelte';
import { published } from './published.svelte';

/** What leaves the machine: every saved or copied figure is judged together with those before it. */
class Leaving {
  #changes = $state.raw(0);

  /** Figures of this release that left, oldest first; empty after other data were loaded. */
  get lines(): readonly LedgerLine[] {
    void this.#changes;
    void dataset.version;
    return dataset.loaded?.ledger.lines ?? [];
  }

  /**
   * The figure as it may leave beside those that left before, which it then counts among. More of it
   * may be withheld than on the page; all of it, with `protection.refused`, where nothing else helps.
   * Rejects with `AbortError` when aborted.
   */
  async figure(id: string, view: View, signal?: AbortSignal): Promise<Released> {
    const indicator = indicatorOf(id);
    const source = dataset.loaded;
    if (!indicator || !source) throw new Error('no data to compute from');
    const { figure } = await import('./machinery');
    const { ledger } = source;
    const gate: typeof source.gate = (draft, options) => ledger.release(draft, options);
    try {
      const { tables } = published;
      const released = await figure(
        { ...source, gate, published: tables },
        indicator,
        view,
        signal,
      );
      return await earlier.marked(released, source, { indicator, view, signal });
    } finally {
      this.#changes += 1;
    }
  }

  /** Forgets what left: the next release is judged by itself. */
  startAnew(): void {
    dataset.loaded?.ledger.clear();
    this.#changes += 1;
  }
}

export const leaving = new Leaving();
