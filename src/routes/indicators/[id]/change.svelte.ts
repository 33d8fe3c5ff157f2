import type { Released } from '$lib/disclosure/released';
import type { View } from '$lib/measure/view';
import type { Indicator } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';
import { wordsOf } from '$lib/schema/worded-error';
import { dataset } from '$lib/state/dataset.svelte';
import { earlier } from '$lib/state/earlier.svelte';
import { current } from '../../view.svelte';
import { words } from '../words';
import type { ChangeFigures } from './change-columns';

/** The views of one comparison; `second` is null where both definitions are one. */
interface ChangeViews {
  readonly first: View;
  readonly second: View | null;
}

/** The figures of a comparison of two periods, computed when asked for. */
export class ChangeQuery {
  state = $state.raw<'idle' | 'computing' | 'failed' | 'done'>('idle');
  figures = $state.raw<ChangeFigures | null>(null);
  /** What they were computed for. */
  key = $state.raw('');
  #failure = $state.raw<Text | null>(null);
  #abort: AbortController | null = null;

  /** Why it failed, in words for the page. */
  get problem(): string {
    return this.#failure?.[current.labels] ?? current.say(words).appError;
  }

  /**
   * Computes them; two definitions in Working view only. In Release view the first is what the page
   * shows: the same figure under another breakdown is protected in another way.
   */
  async compute(
    indicator: Indicator,
    { first, second }: ChangeViews,
    shown: Released | null,
    key: string,
  ): Promise<void> {
    this.reset();
    const release = [first, second].some((one) => one?.mode === 'release');
    if (release && (second || !shown)) return;
    const abort = (this.#abort = new AbortController());
    const { signal } = abort;
    this.key = key;
    this.state = 'computing';
    try {
      const by = (view: View): Promise<Released> => dataset.figure(indicator.id, view, signal);
      const figures = {
        first: shown ?? (await by(first)),
        second: second ? await by(second) : null,
        before: await earlier.figure({ indicator, view: first, signal }),
      };
      if (signal.aborted) return;
      this.figures = figures;
      this.state = 'done';
    } catch (error: unknown) {
      if (signal.aborted) return;
      this.#failure = wordsOf(error);
      this.state = 'failed';
    }
  }

  /** Stops what runs and forgets every figure. */
  reset(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.figures = null;
    this.key = '';
    this.#failure = null;
    this.state = 'idle';
  }
}
