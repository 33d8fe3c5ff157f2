import { untrack } from 'svelte';
import { indicatorOf } from '$lib/indicators/catalogue';
import type { Released } from '$lib/disclosure/released';
import type { View } from '$lib/measure/view';
import { dataset } from '$lib/state/dataset.svelte';
import { FigureQuery } from './indicators/figure.svelte';
import { viewFor } from './view.svelte';

/** What is there of a figure that a page names beside something else. */
export type LinkedFigure =
  | { readonly is: 'waiting' }
  | { readonly is: 'failed'; readonly message: string }
  | { readonly is: 'ready'; readonly released: Released };

/** Totals of several indicators as the overview shows them, computed one at a time. */
export class LinkedFigures {
  readonly #queries: Readonly<Record<string, FigureQuery>>;

  /** Ids that the catalogue does not have are left out. */
  constructor(ids: readonly string[]) {
    const known = ids.filter((id, i) => indicatorOf(id) && ids.indexOf(id) === i);
    this.#queries = Object.fromEntries(known.map((id) => [id, new FigureQuery()]));
  }

  /** Call inside an effect; answers the effect's clean-up. */
  ask(view: View): () => void {
    const stops = Object.entries(this.#queries).flatMap(([id, query]) => {
      const own = ownView(id, view);
      const key = keyOf(id, own);
      return untrack(() => query.key) === key ? [] : [query.askInTurn(id, own, key, 0)];
    });
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Nothing of another view or of other data is ever answered. */
  of(id: string, view: View): LinkedFigure {
    const query = this.#queries[id];
    if (query?.problem) return { is: 'failed', message: query.problem };
    const released = query?.key === keyOf(id, ownView(id, view)) ? query.released : null;
    return released ? { is: 'ready', released } : { is: 'waiting' };
  }
}

/** What a figure is computed for: the data, the definition and the view. */
export const keyOf = (id: string, view: View): string =>
  `${dataset.version} ${id} ${JSON.stringify(view)}`;

const ownView = (id: string, view: View): View => ({ ...viewFor(indicatorOf(id)!, view), by: [] });
