import type { Released } from '$lib/disclosure/released';
import type { Vintage } from '$lib/measure/revision-triangle';
import type { View } from '$lib/measure/view';
import type { Indicator } from '$lib/schema/indicator';
import type { Linkage } from '$lib/schema/linkage';
import type { Text } from '$lib/schema/text';
import { WordedError, wordsOf } from '$lib/schema/worded-error';
import type { Choice } from './choice';
import { Earlier } from './earlier.svelte';
import { failureWords } from './failure-words';
import type { OpenedTable } from './published.svelte';

/** A vintage with where it comes from. */
export interface DatedVintage extends Vintage {
  /** When it was loaded, or its file written, in milliseconds since 1970. */
  readonly time: number;
  readonly from: 'import' | 'table';
}

/** What a figure is asked of besides the data of the page. */
interface Asked {
  readonly indicator: Indicator;
  readonly view: View;
  /** Imports before, the first one first. */
  readonly imports: readonly (Choice & { readonly at?: number })[];
  readonly linkage: Linkage | undefined;
  /** Tells this question from others. */
  readonly key: string;
  /** The figure of the page. */
  now(signal: AbortSignal): Promise<Released>;
}

type Status =
  | { readonly is: 'none' }
  | { readonly is: 'computing'; readonly key: string; readonly done: number; readonly of: number }
  | {
      readonly is: 'done';
      readonly key: string;
      readonly now: Released;
      readonly imports: readonly DatedVintage[];
    }
  | { readonly is: 'failed'; readonly key: string; readonly message: Text };

/** The numbers of a figure without a breakdown, as a vintage. */
export const vintageOf = ({ rows }: Released): Vintage => ({
  at: (measure, period) =>
    rows.find(
      (row) => row.measure === measure && row.period === period && Object.keys(row.by).length === 0,
    )?.value,
  cut: (period) => rows.some((row) => row.period === period && row.marks.includes('incomplete')),
});

/**
 * The numbers without a breakdown of a released table as it was saved. What is still to come of its last period is
 * not said in it, so that period is taken to be in part.
 */
export function tableVintage({ rows, time }: Pick<OpenedTable, 'rows' | 'time'>): DatedVintage {
  const totals = rows.filter(({ by }) => Object.keys(by).length === 0);
  const last = totals
    .map(({ period }) => period)
    .filter((period) => period !== 'all')
    .sort()
    .at(-1);
  return {
    at: (measure, period) =>
      totals.find((row) => row.measure === measure && row.period === period)?.value,
    cut: (period) => period === last,
    time,
    from: 'table',
  };
}

/**
 * One figure as every import of the tab gives it. The imports are loaded again one after the other, each with
 * an engine and a gate of its own that end with it, so that no more than two are in memory; only
 * figures are kept, until the session ends or the next is asked for.
 */
class Vintages {
  status = $state.raw<Status>({ is: 'none' });
  #abort: AbortController | null = null;

  /** Computes them; never rejects. */
  async compute({ indicator, view, imports, linkage, key, now }: Asked): Promise<void> {
    this.cancel();
    const { signal } = (this.#abort = new AbortController());
    const of = imports.length;
    this.status = { is: 'computing', key, done: 0, of };
    try {
      const found: DatedVintage[] = [];
      for (const [done, chosen] of imports.entries()) {
        this.status = { is: 'computing', key, done, of };
        const released = await figureOf(chosen, { indicator, view, linkage, signal });
        signal.throwIfAborted();
        found.push({ ...vintageOf(released), time: chosen.at ?? 0, from: 'import' });
      }
      const newest = await now(signal);
      signal.throwIfAborted();
      this.status = { is: 'done', key, now: newest, imports: found };
    } catch (error) {
      if (!signal.aborted)
        this.status = { is: 'failed', key, message: wordsOf(error) ?? failureWords.vintages };
    }
  }

  /** Stops what runs. */
  cancel(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.status = { is: 'none' };
  }
}

/** The figure of one import, loaded for it alone. */
async function figureOf(
  chosen: Asked['imports'][number],
  {
    indicator,
    view,
    linkage,
    signal,
  }: Pick<Asked, 'indicator' | 'view' | 'linkage'> & { signal: AbortSignal },
): Promise<Released> {
  const one = new Earlier();
  const stop = () => one.close();
  signal.addEventListener('abort', stop);
  try {
    await one.open({ ...chosen, at: chosen.at ?? 0 }, linkage);
    if (one.status.is === 'failed') throw new WordedError(one.status.message);
    const released = await one.figure({ indicator, view, signal });
    if (!released) throw new Error('an import ended while its figure was computed');
    return released;
  } finally {
    signal.removeEventListener('abort', stop);
    one.close();
  }
}

/** What the page asked of the imports of this tab. */
export const vintages = new Vintages();
