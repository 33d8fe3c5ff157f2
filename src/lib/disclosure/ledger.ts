import { whereText } from './cut';
import type { Cut } from './cut';
import type { Draft } from './draft';
import type { Entry } from './lay-over';
import { judge } from './release';
import type { Judged, ReleaseOptions } from './release';
import type { Released } from './released';

/** What stands in a ledger, in codes: no count. */
export interface LedgerLine {
  readonly indicator: string;
  /** Filters and periods of the figure. */
  readonly where: Entry['cut']['where'];
  readonly periods: readonly string[];
}

/**
 * The figures of one release: each is protected together with those of the same indicator that were
 * shown before, whose shown counts cannot be taken back. A figure that would with them point to fewer
 * than k children is refused. Asked again, a figure is answered as it was. Holds true counts; a new
 * release begins with a new ledger, and what two releases tell together is nobody's promise.
 */
export class Ledger {
  #entries = new Map<string, Entry[]>();
  readonly #answers = new Map<string, Promise<Released>>();
  readonly #left = new Map<string, Released>();
  /** The last question about an indicator: the next must know what it showed. */
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #judge: typeof judge;

  /** `judgeIn` is `judge()` in a worker, where there is one. */
  constructor(judgeIn: typeof judge = judge) {
    this.#judge = judgeIn;
  }

  /** Number of figures that were shown. */
  get size(): number {
    return [...this.#entries.values()].reduce((sum, each) => sum + each.length, 0);
  }

  /** What was shown, in the order in which it was. */
  get lines(): readonly LedgerLine[] {
    return [...this.#entries.values()].flat().map(({ cut }) => ({
      indicator: cut.indicator,
      where: cut.where,
      periods: Object.keys(cut.periods),
    }));
  }

  /** Forgets everything: what comes next is another release. */
  clear(): void {
    this.#entries = new Map();
    for (const known of [this.#answers, this.#left, this.#turns]) known.clear();
  }

  /**
   * The figure as a page shows it: as it left, if it did. What was decided in a lattice is only opened, which
   * needs no worker. Is no part of the release.
   */
  show(draft: Draft, options: ReleaseOptions = {}): Promise<Released> {
    const left = this.#left.size > 0 && draft.cut ? this.#left.get(nameOf(draft)) : undefined;
    if (left) return Promise.resolve(left);
    return (draft.decided ? judge : this.#judge)(draft, options).then(onlyReleased);
  }

  /** As `release()`. Figures of one indicator are judged one after the other. */
  release(draft: Draft, options: ReleaseOptions = {}): Promise<Released> {
    const { cut } = draft;
    if (draft.mode === 'working' || !cut) return this.#judge(draft, options).then(onlyReleased);
    const name = nameOf(draft);
    const known = this.#answers.get(name);
    // Whoever asked first may have taken the question back: then it is asked again.
    if (known) return known.catch(() => this.#ask(name, draft, cut, options));
    return this.#ask(name, draft, cut, options);
  }

  #ask(name: string, draft: Draft, cut: Cut, options: ReleaseOptions): Promise<Released> {
    const turn = this.#turns.get(cut.indicator) ?? Promise.resolve();
    const entries = this.#entries;
    const answer = turn.then(async () => {
      options.signal?.throwIfAborted();
      const beside = entries.get(cut.indicator) ?? [];
      const judged = await this.#judge(draft, { ...options, beside });
      if (entries !== this.#entries) return judged.released;
      this.#keep(draft, cut, judged, beside);
      if (!judged.released.protection.refused) this.#left.set(name, judged.released);
      return judged.released;
    });
    this.#turns.set(
      cut.indicator,
      answer.catch(() => undefined),
    );
    this.#answers.set(name, answer);
    answer.catch(() => {
      if (this.#answers.get(name) === answer) this.#answers.delete(name);
    });
    return answer;
  }

  #keep(draft: Draft, cut: Cut, { shown, hidZeros }: Judged, beside: readonly Entry[]): void {
    if (shown.every((keys) => keys.length === 0)) return;
    const tables = draft.tables.map((table, at) => ({ ...table, shown: shown[at]!, hidZeros }));
    this.#entries.set(cut.indicator, [...beside, { cut, tables, same: draft.same ?? [] }]);
  }
}

const onlyReleased = ({ released }: Judged): Released => released;

/** One text for a figure: the same question about the same counts. */
const nameOf = ({ cut, threshold, zeros, tables, rows }: Draft): string =>
  JSON.stringify([
    cut?.family,
    whereText(cut?.where ?? {}),
    cut?.periods,
    threshold,
    zeros,
    tables.map(({ dims, cells }) => [dims, cells]),
    rows.map(({ measure, period, by, value, show, withhold }) => [
      ...[measure, period, by, value, show, withhold],
    ]),
  ]);
