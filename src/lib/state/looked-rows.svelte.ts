import { indicatorOf } from '$lib/indicators/catalogue';
import type { FigureRow, FigureRows, RowsAsked } from '$lib/measure/figure-rows';
import type { View } from '$lib/measure/view';
import type { Text } from '$lib/schema/text';
import { dataset } from './dataset.svelte';

export type { FigureRow, FigureRows };

/** One look at a page of rows: which rows they were, never what stood in them. */
interface Look {
  readonly indicator: string;
  readonly revision: number;
  readonly data: Text;
  readonly where: View['where'];
  readonly period: string;
  readonly by: RowsAsked['by'];
  /** First and last row that were on the page, from 1, of how many. */
  readonly from: number;
  readonly to: number;
  readonly all: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Rows behind figures, for the Working view, and the list of what was looked at in this session. */
class LookedRows {
  #looks = $state.raw<readonly Look[]>([]);

  /** Every page that was looked at, oldest first; nothing takes a line away but the end of the session. */
  get looks(): readonly Look[] {
    return this.#looks;
  }

  /**
   * One page of the rows behind a number, which is written down before it is shown. Null where the figure
   * is not counted by child. Rejects with `AbortError` when aborted, and in Release view.
   */
  async page(
    id: string,
    view: View,
    asked: RowsAsked,
    signal: AbortSignal,
  ): Promise<FigureRows | null> {
    const indicator = indicatorOf(id);
    const source = dataset.loaded;
    if (!indicator || !source) throw new Error('no data to list');
    const { figureRows } = await import('./machinery');
    const found = await figureRows(source, indicator, view, asked, signal);
    signal.throwIfAborted();
    if (found?.rows.length)
      this.#looks = [
        ...this.#looks,
        {
          ...{ indicator: id, revision: indicator.revision, data: source.choice.name },
          ...{ where: view.where, period: asked.period, by: asked.by },
          ...{ from: asked.from + 1, to: asked.from + found.rows.length, all: found.all },
          at: Date.now(),
        },
      ];
    return found;
  }

  /** For the end of a session. */
  forget(): void {
    this.#looks = [];
  }
}

/** The tab's looks at rows. */
export const lookedRows = new LookedRows();
