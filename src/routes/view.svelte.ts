import { goto } from '$app/navigation';
import type { Indicator } from '$lib/schema/indicator';
import { defaultView, formatView, parseView, type View } from '$lib/measure/view';
import { stepWords } from './filter-bar/step-words';
import { arrive, begin, goTo, type ViewSteps } from './filter-bar/view-steps';
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

/** A named place in the past of the view. */
interface NamedStep {
  readonly name: string;
  readonly at: number;
}

/** The view of the page: read from the URL fragment and written to it alone, so Back is undo too. */
class CurrentView {
  #fragment = $state('');
  #history = $state.raw<ViewSteps | null>(null);
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
    if (location.hash !== '' && !location.hash.includes('=')) return;
    this.#fragment = location.hash;
    const fragment = formatView(this.view);
    const before = this.#history?.steps[this.#history.at]?.fragment;
    this.#history =
      this.#history && before !== undefined
        ? arrive(this.#history, fragment, stepWords(parseView(before), this.view, 'en'))
        : begin(fragment, 'As the page was opened');
  }

  /** The changes since the page was opened, the first being the view it was opened with. */
  get steps(): readonly NamedStep[] {
    return (this.#history?.steps ?? []).map(({ name }, at) => ({ name, at }));
  }

  /** Which of `steps` is shown. */
  get step(): number {
    return this.#history?.at ?? 0;
  }

  /** Goes to another of the steps; none is lost by that. */
  async toStep(at: number): Promise<void> {
    const step = this.#history?.steps[at];
    if (!this.#history || !step) return;
    this.#history = goTo(this.#history, at);
    await this.open(step.fragment);
  }

  /** Goes to a view given as its fragment, without `#`. */
  async open(fragment: string): Promise<void> {
    await goto(`#${withReader(fragment, this.reader)}`, { keepFocus: true, noScroll: true });
  }

  /** Goes to a changed view, or the same one for another reader. */
  async change(patch: Partial<View>, reader: Reader = this.reader): Promise<void> {
    const fragment = withReader(formatView({ ...this.view, ...patch }), reader);
    await goto(`#${fragment}`, { keepFocus: true, noScroll: true });
  }

  /** Back to everything, in the same mode and with the same threshold. */
  clear(): Promise<void> {
    const { mode, threshold } = this.view;
    return this.change({ ...defaultView, mode, threshold });
  }
}

export const current = new CurrentView();
