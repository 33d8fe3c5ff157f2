import { goto } from '$app/navigation';
import type { Indicator } from '$lib/schema/indicator';
import { defaultView, formatView, parseView, type View } from '$lib/measure/view';
import { readerOf, withReader, type Reader } from './reader';

/** Whether a figure is cut by year if nothing else is asked: counts, and rates of whole years. */
export const byYear = ({ chart, statistic }: Indicator): boolean =>
  chart === 'counts-over-time' || statistic.kind === 'rate';

/**
 * The view as a page of this definition reads it: counts are cut by year unless the view cuts them
 * otherwise, because a sum over years says little, and rates, because they are of whole years.
 */
export function viewFor(indicator: Indicator, view: View): View {
  const { kind, from, to } = view.period;
  const open = kind === 'all' && !from && !to;
  return open && byYear(indicator) ? { ...view, period: { kind: 'year' } } : view;
}

/** The view of the page: read from the URL fragment and written to it alone, so Back is undo. */
class CurrentView {
  #fragment = $state('');
  /** What is being looked at. */
  readonly view: View = $derived(parseView(this.#fragment));
  /** Who reads: it orders the overview. */
  readonly reader: Reader = $derived(readerOf(this.#fragment));
  /** `#…` to put behind a link so that the view goes along; empty for the default view. */
  readonly hash: string = $derived.by(() => {
    const fragment = withReader(formatView(this.view), this.reader);
    return fragment ? `#${fragment}` : '';
  });

  /** Takes the fragment from the address after a navigation; a jump inside a page keeps the view. */
  read(): void {
    if (location.hash === '' || location.hash.includes('=')) this.#fragment = location.hash;
  }

  /** Goes to a changed view, or the same one for another reader. */
  async change(patch: Partial<View>, reader: Reader = this.reader): Promise<void> {
    const fragment = withReader(formatView({ ...this.view, ...patch }), reader);
    await goto(`#${fragment}`, { keepFocus: true, noScroll: true });
  }

  /** Back to everything, in the same mode. */
  clear(): Promise<void> {
    return this.change({ ...defaultView, mode: this.view.mode });
  }
}

export const current = new CurrentView();
