import { goto } from '$app/navigation';
import type { Language } from '$lib/schema/text';
import { defaultView, formatView, parseView, type View } from '$lib/measure/view';
import { stepWords } from './filter-bar/step-words';
import { arrive, begin, goTo, type ViewSteps } from './filter-bar/view-steps';
import {
  portfolioChoiceOf,
  wholePortfolio,
  withPortfolio,
  type PortfolioChoice,
} from './funding/portfolio-choice';
import {
  completeLanguage,
  languagesOf,
  preferredLanguage,
  withLanguages,
  type LanguageChoice,
} from './languages';
import { readerOf, withReader, type Reader } from './reader';
import { words } from './words';
import { wordsIn, type Words } from './words-in';

export { byYear, viewFor } from './view-for';

/** A named place in the past of the view. */
interface NamedStep {
  readonly name: string;
  readonly at: number;
}

/** Who reads, in which languages, and what of the portfolio: none of it changes a figure. */
interface Reading extends LanguageChoice {
  readonly reader: Reader;
  readonly portfolio: PortfolioChoice;
}

/** The view of the page: read from the URL fragment and written to it alone, so Back is undo too. */
class CurrentView {
  #fragment = $state('');
  #history = $state.raw<ViewSteps | null>(null);
  /** The view alone, so that figures are not computed again where only the rest of the address changes. */
  readonly #looked = $derived(formatView(parseView(this.#fragment)));
  /** What is being looked at. */
  readonly view: View = $derived(parseView(this.#looked));
  /** Who reads: it orders the overview. */
  readonly reader: Reader = $derived(readerOf(this.#fragment));
  /** What of the portfolio is shown; it stays on its page. */
  readonly portfolio: PortfolioChoice = $derived(portfolioChoiceOf(this.#fragment));
  /** What the browser asks for; English until it was asked, as in the pages that are served. */
  #preferred = $state('en');
  /** Language of the interface, and of figures where another was chosen for them. */
  readonly languages: LanguageChoice = $derived(languagesOf(this.#fragment, this.#preferred));
  /** Language of labels beside the interface. */
  readonly labels: Language = $derived(completeLanguage(this.languages.ui));
  /** Language of what may leave: sentences, tables, charts, files. */
  readonly out: Language = $derived(this.languages.out ?? this.labels);
  /** `#…` to put behind a link so that the view goes along; empty for the default view. */
  readonly hash: string = $derived.by(() => {
    const fragment = this.#address(formatView(this.view), { portfolio: wholePortfolio });
    return fragment ? `#${fragment}` : '';
  });

  /** A fragment with who reads and in which languages, without `#`. */
  #address(fragment: string, reading: Partial<Reading> = {}): string {
    const { portfolio, reader, ...languages } = {
      portfolio: this.portfolio,
      reader: this.reader,
      ...this.languages,
      ...reading,
    };
    const chosen = withPortfolio(fragment, portfolio);
    return withLanguages(withReader(chosen, reader), languages, this.#preferred);
  }

  /** Words in the language of the interface. */
  say<T>(words: Words<T>): T {
    return wordsIn(words, this.languages.ui);
  }

  /** Takes the fragment from the address after a navigation; a jump inside a page keeps the view. */
  read(): void {
    this.#preferred = preferredLanguage(navigator.languages);
    if (location.hash !== '' && !location.hash.includes('=')) return;
    this.#fragment = location.hash;
    const fragment = formatView(this.view);
    const before = this.#history?.steps[this.#history.at]?.fragment;
    this.#history =
      this.#history && before !== undefined
        ? arrive(this.#history, fragment, stepWords(parseView(before), this.view, this.labels))
        : begin(fragment, this.say(words).opened);
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
  async open(fragment: string, reading: Partial<Reading> = {}): Promise<void> {
    await goto(`#${this.#address(fragment, reading)}`, { keepFocus: true, noScroll: true });
  }

  /** Goes to a changed view. */
  change(patch: Partial<View>): Promise<void> {
    return this.open(formatView({ ...this.view, ...patch }));
  }

  /** The same view for another reader, in another language or with another choice of the portfolio. */
  readAs(reading: Partial<Reading>): Promise<void> {
    return this.open(formatView(this.view), reading);
  }

  /** Forgets the view and every step to it, not the languages; answers the address that is left. */
  forget(): string {
    this.#history = null;
    this.#fragment = withLanguages('', this.languages, this.#preferred);
    return this.#fragment && `#${this.#fragment}`;
  }

  /** Back to everything, in the same mode and with the same threshold. */
  clear(): Promise<void> {
    const { mode, threshold } = this.view;
    return this.change({ ...defaultView, mode, threshold });
  }
}

export const current = new CurrentView();
