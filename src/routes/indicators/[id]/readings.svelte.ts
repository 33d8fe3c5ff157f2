import type { Released } from '$lib/disclosure/released';
import type { Text } from '$lib/schema/text';
import { wordsOf } from '$lib/schema/worded-error';
import { dataset } from '$lib/state/dataset.svelte';
import { current } from '../../view.svelte';
import { words } from '../words';
import type { Reading } from './readings';

/**
 * Readings of a definition, computed when asked for, one after another, in Working view alone: figures
 * are protected one at a time, so two readings of one count side by side could be subtracted.
 */
export class ReadingsQuery {
  state = $state.raw<'idle' | 'computing' | 'failed' | 'done'>('idle');
  /** One figure a reading, in their order; those that are there yet. */
  released = $state.raw<readonly Released[]>([]);
  /** What they were computed for. */
  key = $state.raw('');
  #failure = $state.raw<Text | null>(null);
  #abort: AbortController | null = null;

  /** Why it failed, in words for the page. */
  get problem(): string {
    return this.#failure?.[current.labels] ?? current.say(words).appError;
  }

  /** Computes them; asks for nothing where any of them is for Release view. */
  async compute(id: string, readings: readonly Reading[], key: string): Promise<void> {
    this.reset();
    if (readings.some(({ view }) => view.mode !== 'working')) return;
    const abort = (this.#abort = new AbortController());
    this.key = key;
    this.state = 'computing';
    try {
      for (const { view } of readings) {
        const released = await dataset.figure(id, view, abort.signal);
        if (abort.signal.aborted) return;
        this.released = [...this.released, released];
      }
      this.state = 'done';
    } catch (error: unknown) {
      if (abort.signal.aborted) return;
      this.released = [];
      this.#failure = wordsOf(error);
      this.state = 'failed';
    }
  }

  /** Stops what runs and forgets every figure. */
  reset(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.released = [];
    this.key = '';
    this.#failure = null;
    this.state = 'idle';
  }
}
