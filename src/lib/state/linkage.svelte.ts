import type { PairSides } from '$lib/measure/pair-rows';
import { canLink, decidedPairs, type Linked } from '$lib/measure/candidates';
import { contradicts } from '$lib/measure/linkage-graph';
import { linkageRules } from '$lib/measure/linkage-rules';
import { scopesOf, type FileScope } from '$lib/measure/key-scopes';
import type { KeyScope, Linkage } from '$lib/schema/linkage';
import type { Text } from '$lib/schema/text';
import { wordsOf } from '$lib/schema/worded-error';
import { dataset } from './dataset.svelte';
import { earlier } from './earlier.svelte';
import { failureWords } from './failure-words';

export type { Linked, PairSides };

/** What was decided about a pair; null while undecided. */
export type Verdict = 'same' | 'different' | null;

/** What the page shows: exactly one of these at a time. */
type Status =
  | { readonly is: 'none' }
  /** Files whose dates or lack of cases let nothing be compared. */
  | { readonly is: 'impossible' }
  | { readonly is: 'comparing' }
  | { readonly is: 'done'; readonly found: Linked }
  | { readonly is: 'failed'; readonly message: Text };

/**
 * Which records of two organisations are one child, as the user decides. Decisions stay in the tab, and in the
 * saved mapping as digests of pairs; every change prepares the data anew, so that figures count with it.
 */
class LinkageReview {
  /** Decided and not yet in the figures, or the decisions of the data that are loaded. */
  #asked = $state.raw<Linkage | null>(null);
  /** The data set that was asked about. */
  #engine = $state.raw<unknown>(null);
  #busy = $state.raw(false);
  #failure = $state.raw<Text | null>(null);
  #before = $state.raw<readonly Linkage[]>([]);
  #after = $state.raw<readonly Linkage[]>([]);

  /** Decisions of the data that are loaded now; nothing of other data. */
  get #now(): Linkage | null {
    // The loaded data are no state of their own: a new version tells of them.
    const choice = dataset.version ? dataset.loaded?.choice : undefined;
    return (this.#mine ? this.#asked : null) ?? choice?.linkage ?? null;
  }

  get #mine(): boolean {
    return dataset.version > 0 && this.#engine !== null && this.#engine === dataset.loaded?.engine;
  }

  get status(): Status {
    const loaded = dataset.version ? dataset.loaded : null;
    if (!loaded || !canLink(loaded.facts)) return { is: loaded ? 'impossible' : 'none' };
    if (this.#mine && this.#failure) return { is: 'failed', message: this.#failure };
    const { links } = loaded.prepared;
    const rules = this.#now?.rules ?? 0;
    if (!rules) return { is: 'none' };
    return links && links.byRule.length === rules && !(this.#mine && this.#busy && !links)
      ? { is: 'done', found: links }
      : { is: 'comparing' };
  }

  /** Whether figures do not count with the last decision yet. */
  get pending(): boolean {
    return this.#mine && this.#busy;
  }

  get scopes(): readonly FileScope[] {
    const facts = dataset.version ? dataset.loaded?.facts : undefined;
    return facts ? scopesOf(facts, this.#now ?? undefined) : [];
  }

  get canUndo(): boolean {
    return this.#mine && this.#before.length > 0;
  }

  get canRedo(): boolean {
    return this.#mine && this.#after.length > 0;
  }

  verdict(digest: string): Verdict {
    if (this.#now?.same.includes(digest)) return 'same';
    return this.#now?.different.includes(digest) ? 'different' : null;
  }

  /** Looks for pairs by the first so many rules. */
  compare(rules: number = linkageRules.length): void {
    this.#change((now) => ({ ...now, rules }));
  }

  setScope(file: string, scope: KeyScope): void {
    this.#change((now) => ({ ...now, scopes: { ...now.scopes, [file]: scope } }));
  }

  /** Decides a pair; false where that contradicts decisions before it, and then nothing changes. */
  decide(digest: string, verdict: Verdict): boolean {
    const found = this.status;
    const now = this.#now;
    if (found.is !== 'done' || !now) return false;
    const without = (of: readonly string[]) => of.filter((one) => one !== digest);
    const next = {
      same: [...without(now.same), ...(verdict === 'same' ? [digest] : [])],
      different: [...without(now.different), ...(verdict === 'different' ? [digest] : [])],
    };
    if (contradicts(decidedPairs(found.found.candidates, next))) return false;
    this.#change((before) => ({ ...before, ...next }));
    return true;
  }

  undo(): void {
    const [last] = this.#before.slice(-1);
    const now = this.#now;
    if (!this.canUndo || !last || !now) return;
    this.#before = this.#before.slice(0, -1);
    this.#after = [...this.#after, now];
    void this.#apply(last);
  }

  redo(): void {
    const [next] = this.#after.slice(-1);
    const now = this.#now;
    if (!this.canRedo || !next || !now) return;
    this.#after = this.#after.slice(0, -1);
    this.#before = [...this.#before, now];
    void this.#apply(next);
  }

  /** The records of some pairs. Rejects with `AbortError` when aborted. */
  async rows(digests: readonly string[], signal: AbortSignal): Promise<readonly PairSides[]> {
    const engine = dataset.loaded?.engine;
    if (!engine) return [];
    const { pairRows } = await import('./machinery');
    return pairRows(engine, digests, signal);
  }

  /** Keeps nothing of what was decided or undone. */
  forget(): void {
    this.#asked = this.#engine = this.#failure = null;
    this.#before = this.#after = [];
  }

  #change(how: (now: Linkage) => Linkage): void {
    const { loaded } = dataset;
    if (!loaded) return;
    if (!this.#mine) this.forget();
    const now = this.#now ?? { salt: newSalt(), scopes: {}, rules: 0, same: [], different: [] };
    this.#engine = loaded.engine;
    this.#before = [...this.#before, now];
    this.#after = [];
    void this.#apply(how(now));
  }

  /** Prepares the data with the decisions asked for last; those asked for meanwhile come after. */
  async #apply(linkage: Linkage): Promise<void> {
    this.#asked = linkage;
    this.#failure = null;
    if (this.#busy) return;
    this.#busy = true;
    const { loaded } = dataset;
    try {
      const { prepare } = await import('./machinery');
      for (let done: Linkage | null = null; loaded && done !== this.#asked;) {
        const next: Linkage = this.#asked ?? linkage;
        const prepared = await prepare(loaded.engine, loaded.facts, undefined, next);
        await earlier.relink(next);
        done = next;
        // Other files may have been loaded meanwhile, which ends the engine that was asked.
        if (dataset.loaded?.engine !== loaded.engine) return;
        const { choice, recipe } = dataset.loaded;
        const now = { choice: { ...choice, linkage: next }, recipe: { ...recipe, linkage: next } };
        if (this.#asked === next) dataset.relinked({ ...dataset.loaded, ...now, prepared });
      }
    } catch (error) {
      if (this.#mine) this.#failure = wordsOf(error) ?? failureWords.linkage;
    } finally {
      this.#busy = false;
    }
    // Files that were loaded meanwhile may have been decided about already.
    const { choice } = dataset.loaded ?? {};
    if (this.#mine && !this.#failure && this.#asked && choice?.linkage !== this.#asked)
      void this.#apply(this.#asked);
  }
}

const newSalt = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** The page's review. */
export const linkage = new LinkageReview();
