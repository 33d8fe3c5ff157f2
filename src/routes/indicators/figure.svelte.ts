import type { Released } from '$lib/disclosure/released';
import type { View } from '$lib/measure/view';
import { dataset } from '$lib/state/dataset.svelte';

/** One figure of the page, computed anew when the view or the data change; the newest view wins. */
export class FigureQuery {
  released = $state.raw<Released | null>(null);
  busy = $state.raw(true);
  problem = $state.raw('');

  /** Call inside an effect; answers the effect's clean-up. */
  ask(id: string, view: View): () => void {
    const abort = new AbortController();
    this.busy = true;
    this.problem = '';
    dataset
      .figure(id, view, abort.signal)
      .then((released) => {
        if (abort.signal.aborted) return;
        this.released = released;
        this.busy = false;
      })
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        this.released = null;
        this.busy = false;
        this.problem =
          error instanceof Error && error.name === 'EngineError'
            ? error.message
            : 'This figure could not be computed because of an error in the app.';
      });
    return () => abort.abort();
  }
}
