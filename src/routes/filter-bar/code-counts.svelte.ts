import { untrack } from 'svelte';
import type { Cell } from '$lib/disclosure/released';
import type { Breakdown } from '$lib/schema/indicator';
import { sensitiveBreakdowns } from '$lib/schema/breakdowns';
import type { View } from '$lib/measure/view';
import { dataset } from '$lib/state/dataset.svelte';

/** What is known of the counts beside the codes of a filter: exactly one of these at a time. */
type Status =
  | { readonly is: 'idle' | 'counting' | 'failed' | 'barred' }
  | { readonly is: 'ready'; readonly cells: Readonly<Record<string, Cell>> };

/**
 * Children registered (ID-01) by the codes of one filter under all others, through the gate: in
 * Release view nothing stands beside a code that a figure would not show.
 */
export class CodeCounts {
  status = $state.raw<Status>({ is: 'idle' });
  /** What the counts are of: nothing of another view or of other data stays beside the codes. */
  #key = '';

  /** Call inside an effect while the filter is open; answers the effect's clean-up. */
  ask(column: Breakdown, view: View): () => void {
    const others = Object.fromEntries(
      Object.entries(view.where).filter(([other]) => other !== column),
    );
    if (view.mode === 'release' && neverTogether([column, ...Object.keys(others)])) {
      this.status = { is: 'barred' };
      this.#key = '';
      return () => undefined;
    }
    const { from, to } = view.period;
    const asked: View = {
      ...view,
      period: { kind: 'all', ...(from ? { from } : {}), ...(to ? { to } : {}) },
      by: [[column]],
      where: others,
      // A choice of victim status looks beyond those who are registered as victims.
      options: column === 'victim_status' ? { population: 'P-DET' } : view.options,
    };
    const key = `${dataset.version} ${JSON.stringify(asked)}`;
    if (key === this.#key && untrack(() => this.status.is) === 'ready') return () => undefined;
    this.#key = key;
    this.status = { is: 'counting' };
    const abort = new AbortController();
    void this.#count(column, asked, abort.signal);
    return () => abort.abort();
  }

  async #count(column: Breakdown, view: View, signal: AbortSignal): Promise<void> {
    try {
      const { rows } = await dataset.figure('ID-01', view, signal);
      if (signal.aborted) return;
      const counts = rows.filter(({ measure, by }) => measure === 'count' && column in by);
      this.status = {
        is: 'ready',
        cells: Object.fromEntries(counts.map(({ by, value }) => [by[column] ?? 'unknown', value])),
      };
    } catch {
      if (!signal.aborted) this.status = { is: 'failed' };
    }
  }
}

/** Whether special-category information would meet region (indicators 0.9). */
const neverTogether = (columns: readonly string[]): boolean =>
  columns.includes('region') && columns.some((one) => sensitiveBreakdowns.has(one as Breakdown));
