import type { Released } from '$lib/disclosure/released';
import type { FigureSource } from '$lib/measure/figure';
import type { View } from '$lib/measure/view';
import type { Indicator } from '$lib/schema/indicator';
import type { Linkage } from '$lib/schema/linkage';
import type { Text } from '$lib/schema/text';
import { wordsOf } from '$lib/schema/worded-error';
import type { Choice } from './choice';
import { failureWords } from './failure-words';
import type { OpenGate } from './machinery';
import { published } from './published.svelte';

/** Files of an import, with when they were loaded, in milliseconds since 1970. */
type EarlierFiles = Choice & { readonly at: number };

type Status =
  | { readonly is: 'none' }
  | { readonly is: 'loading'; readonly name: Text }
  | { readonly is: 'ready'; readonly name: Text; readonly at: number }
  | { readonly is: 'failed'; readonly message: Text };

/** What a figure is asked of. */
interface Asked {
  readonly indicator: Indicator;
  readonly view: View;
  readonly signal?: AbortSignal;
}

/**
 * An import before the one of the page, loaded beside it on demand in an engine and a gate of its own,
 * so that every figure can be held against what it was. While it is there each figure is computed
 * twice and takes the memory of two imports; it goes with the next import.
 */
export class Earlier {
  status = $state.raw<Status>({ is: 'none' });
  #source: (FigureSource & OpenGate) | null = null;
  #abort: AbortController | null = null;
  /** How far keys of its own files were said to reach: a file of another name says nothing of them. */
  #scopes: Linkage['scopes'] = {};
  /** What was decided about the files of the page. */
  #linkage: Linkage | undefined;

  /**
   * Loads them; never rejects. Answers whether they are there now. Records are one child by what was
   * decided of the page's files, so that no figure differs because of decisions alone.
   */
  async open(chosen: EarlierFiles, linkage?: Linkage): Promise<boolean> {
    this.close();
    this.#scopes = chosen.linkage?.scopes ?? {};
    this.#linkage = linkage;
    const { signal } = (this.#abort = new AbortController());
    this.status = { is: 'loading', name: chosen.name };
    const { startEngine, importFiles, prepare, openGate } = await import('./machinery');
    const booting = startEngine(() => this.close());
    try {
      const { facts, loaded } = await importFiles(
        chosen.files.map((file) => ({ name: file.name, blob: file })),
        booting,
        {
          decisions: chosen.decisions,
          synthetic: chosen.synthetic,
          recipe: chosen.mapping ?? undefined,
          confirm: 'exact',
          signal,
        },
      );
      if (!loaded || !facts) throw new Error('files that were loaded once are not loaded');
      const engine = await booting;
      let used = this.#linkage;
      let prepared = await prepare(engine, facts, signal, this.#with(used));
      while (used !== this.#linkage) {
        used = this.#linkage;
        prepared = await prepare(engine, facts, signal, this.#with(used));
      }
      const gate = await openGate();
      if (signal.aborted) gate.closeGate();
      signal.throwIfAborted();
      this.#source = { engine, facts, prepared, ...gate };
      this.status = { is: 'ready', name: chosen.name, at: chosen.at };
      return true;
    } catch (error) {
      const engine = await booting.catch(() => null);
      await engine?.close().catch(() => undefined);
      if (!signal.aborted)
        this.status = { is: 'failed', message: wordsOf(error) ?? failureWords.earlier };
      return false;
    }
  }

  /** Counts with what was decided of the page's files since; where it cannot, it closes. Never rejects. */
  async relink(linkage: Linkage): Promise<void> {
    this.#linkage = linkage;
    const source = this.#source;
    if (!source) return;
    try {
      const { prepare } = await import('./machinery');
      const { engine, facts } = source;
      const prepared = await prepare(engine, facts, undefined, this.#with(linkage));
      if (this.#source === source) this.#source = { ...source, prepared };
    } catch (error) {
      if (this.#source !== source) return;
      this.close();
      this.status = { is: 'failed', message: wordsOf(error) ?? failureWords.earlier };
    }
  }

  #with(linkage: Linkage | undefined): Linkage | undefined {
    return linkage && { ...linkage, scopes: { ...this.#scopes, ...linkage.scopes } };
  }

  /** Forgets it and gives its memory back. */
  close(): void {
    this.#abort?.abort();
    this.#abort = null;
    const source = this.#source;
    this.#source = null;
    this.status = { is: 'none' };
    source?.closeGate();
    source?.engine.close().catch(() => undefined);
  }

  /** The same figure from the import before; null where none is there. */
  async figure({ indicator, view, signal }: Asked): Promise<Released | null> {
    const source = this.#source;
    if (!source) return null;
    const { figure } = await import('./machinery');
    return figure({ ...source, published: published.tables }, indicator, view, signal);
  }

  /** A figure of the page, with the mark `revised` where the import before shows another number. */
  async marked(now: Released, { prepared }: FigureSource, asked: Asked): Promise<Released> {
    const source = this.#source;
    if (!source || now.unavailable) return now;
    const before = await this.figure(asked).catch((error: unknown) => {
      if (this.#source === source) throw error;
      return null;
    });
    if (!before || this.#source !== source) return now;
    const { markRevised } = await import('./machinery');
    const months = ({ covered, flow }: typeof prepared) => JSON.stringify([covered, flow]);
    return markRevised(now, before, months(source.prepared) === months(prepared));
  }
}

/** The import before the last, while it is loaded beside it. */
export const earlier = new Earlier();
