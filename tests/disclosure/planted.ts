import type { CountTable, Draft, DraftRow } from '$lib/disclosure/draft';
import { release } from '$lib/disclosure/release';
import type { Released } from '$lib/disclosure/released';
import type { CellRef } from '$lib/disclosure/table';
import { giveaways } from './second-auditor';

/** Counts from 1 to 10 are small in every planted leak. */
const k = 11;

/** A table of counts by the labels of their keys, joined by a space. */
export const table = (
  dims: CountTable['dims'],
  values: Readonly<Record<string, number>>,
): CountTable => ({
  dims,
  cells: Object.entries(values).map(([key, value]) => ({ key: key.split(' '), value })),
});

/** The cell of a table by the labels of its key, joined by a space. */
export const cell = (key: string, table = 0): CellRef => ({ table, key: key.split(' ') });

/** A figure by a name of its own, with the counts that it rests on. */
export const row = (
  measure: string,
  value: number,
  counts: readonly CellRef[],
  more: Partial<DraftRow> = {},
): DraftRow => ({
  ...{ measure, period: 'all', by: {}, unit: 'children', value },
  ...{ status: 'ok', statistic: 'S-N', counts, ...more },
});

/** A draft of these tables, with every count as a row that is named after its key. */
export const draft = (
  tables: readonly CountTable[],
  { rows = [], ...more }: Partial<Draft> = {},
): Draft => ({
  ...{ indicator: 'XX-01', revision: 1, mode: 'release', synthetic: true, query: '', notes: [] },
  ...{ threshold: k, steps: [], tables },
  rows: [
    ...tables.flatMap(({ cells }, at) =>
      cells.map(({ key, value }) => row(key.join(' '), value, [{ table: at, key }])),
    ),
    ...rows,
  ],
  ...more,
});

/** What a reader is told: the number of a figure, or NaN, which no sum and no product survives. */
export type Told = (measure: string, part?: 'value' | 'numerator' | 'denominator') => number;

export const toldBy =
  ({ rows }: Released): Told =>
  (measure, part = 'value') => {
    const found = rows.find((one) => one.measure === measure)?.[part];
    return found?.is === 'value' ? found.value : NaN;
  };

const small = (value: number) => value > 0 && value < k;

/** What a reader would be told if just the small counts were left out, with nothing to guard them. */
export const careless =
  ({ rows }: Draft): Told =>
  (measure, part = 'value') => {
    const found = rows.find((one) => one.measure === measure);
    const value = found?.[part] ?? NaN;
    const counted = part !== 'value' || found?.unit === 'children';
    return counted && small(value) ? NaN : value;
  };

/** What the gate tells. */
export async function guarded(
  planted: Draft,
  options: Parameters<typeof release>[1] = {},
): Promise<{ readonly told: Told; readonly released: Released }> {
  const released = await release(planted, options);
  return { told: toldBy(released), released };
}

/** Number of small groups that follow from the counts that are told, by an auditor of its own. */
export async function given({ tables }: Draft, told: Told): Promise<number> {
  const shown = tables.map(
    ({ cells }) =>
      new Map(
        cells.map(({ key }) => {
          const value = told(key.join(' '));
          return [key.join('|'), Number.isNaN(value) ? null : value];
        }),
      ),
  );
  return (await giveaways({ threshold: k, zeros: 'published', tables, shown })).length;
}
