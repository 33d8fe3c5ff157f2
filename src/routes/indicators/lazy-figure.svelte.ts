import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Released } from '$lib/disclosure/released';
import { availability } from '$lib/measure/availability';
import type { View } from '$lib/measure/view';
import type { Indicator } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';
import { dataset } from '$lib/state/dataset.svelte';
import { FigureQuery } from './figure.svelte';
import { nearViewport } from './near-viewport';

/**
 * A figure that is computed when the element it is attached to comes near the view, one figure at a
 * time. Make it while a component is made; what it is asked for may change.
 */
export class LazyFigure {
  readonly #query = new FigureQuery();
  /** 0 while far from view; a figure that was never near asks for nothing. */
  #near = $state(0);
  readonly #key: string;
  readonly #can: { readonly missing: Needs | null; readonly reduced: readonly Text[] } | null;
  /** For the element the figure belongs to. */
  readonly attach: Attachment = nearViewport((batch) => (this.#near = batch));
  /** The figure. Nothing of another view or of other data stays on the screen. */
  readonly released: Released | null;
  /** The table or column it cannot be computed without; known before it was asked for. */
  readonly needs: Needs | null;

  constructor(wanted: () => { readonly indicator: Indicator; readonly view: View }) {
    this.#key = $derived.by(() => {
      const { indicator, view } = wanted();
      return `${dataset.version} ${indicator.id} ${JSON.stringify(view)}`;
    });
    this.#can = $derived(dataset.facts ? availability(wanted().indicator, dataset.facts) : null);
    this.released = $derived(this.#query.key === this.#key ? this.#query.released : null);
    this.needs = $derived(this.#can?.missing ?? this.released?.unavailable ?? null);
    $effect(() => {
      const key = this.#key;
      if (!this.#near || !this.#can || this.#can.missing) return;
      if (untrack(() => this.#query.key) === key) return;
      const { indicator, view } = untrack(wanted);
      return this.#query.askInTurn(indicator.id, view, key, this.#near);
    });
  }

  /** Why it could not be computed, in words for the page; empty if it could. */
  get problem(): string {
    return this.#query.problem;
  }
  /** Shorter forms of the definition that are in force. */
  get reduced(): readonly Text[] {
    return this.#can?.reduced ?? [];
  }
}

interface Needs {
  readonly table: string;
  readonly column?: string;
}
