import { makePassphrase, type Passphrase } from './passphrase';

/** Minutes without input after which the screen is covered; null for never. */
export const idleChoices = [5, 15, 30, null] as const;
type IdleMinutes = (typeof idleChoices)[number];

/**
 * Whether the pages are covered, and when they cover themselves. Kept in the memory of the tab alone.
 * It hides the screen; it encrypts nothing.
 */
class Cover {
  on = $state(false);
  idleMinutes = $state<IdleMinutes>(15);
  /** What had the focus and how far the page was scrolled when it was covered. */
  #place: { readonly focus: Element | null; readonly x: number; readonly y: number } | null = null;
  #passphrase = $state.raw<Passphrase | null>(null);

  get asks(): boolean {
    return this.#passphrase !== null;
  }

  /** Asks for these words from the next cover on; empty words ask for nothing. */
  async usePassphrase(typed: string): Promise<void> {
    this.#passphrase = typed ? await makePassphrase(typed) : null;
  }

  hide(): void {
    if (this.on) return;
    this.#place = { focus: document.activeElement, x: scrollX, y: scrollY };
    this.on = true;
  }

  /** Once the pages are shown again: as far down as before, with the focus where it was. */
  returnToPlace(): void {
    const { focus, x, y } = this.#place ?? { focus: null, x: 0, y: 0 };
    this.#place = null;
    if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
    scrollTo(x, y);
  }

  /** Shows the pages again; false where the passphrase is another one. */
  async lift(typed: string): Promise<boolean> {
    if (this.#passphrase && !(await this.#passphrase.fits(typed))) return false;
    this.on = false;
    return true;
  }

  /** As in a new tab. */
  reset(): void {
    this.#passphrase = this.#place = null;
    this.on = false;
    this.idleMinutes = 15;
  }
}

/** The tab's cover. */
export const cover = new Cover();
