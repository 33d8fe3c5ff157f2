import { demoCountry } from '$lib/demo/demo-country';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { importFiles } from '$lib/ingest/import-files';
import { figure, type FigureSource } from '$lib/measure/figure';
import { prepare } from '$lib/measure/prepare';
import { defaultView, type View } from '$lib/measure/view';
import { indicatorOf } from '$lib/indicators/catalogue';
import type { Released } from '$lib/disclosure/released';

export type Tables = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** A table as a CSV file; the columns are those that any row names. */
export function csvOf(rows: Tables[string]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly string[]) => cells.map(quoted).join(',');
  return [line(columns), ...rows.map((row) => line(columns.map((c) => row[c] ?? '')))].join('\n');
}

/** Loads files of text through the app's own road. */
export async function loadTexts(
  texts: readonly { name: string; text: string }[],
  engine?: Engine,
): Promise<FigureSource> {
  const used = engine ?? (await nodeWasmEngine());
  const files = texts.map(({ name, text }) => ({ name, blob: new Blob([text]) }));
  const { facts, loaded, reports } = await importFiles(files, used, { synthetic: true });
  if (!loaded || !facts)
    throw new Error(
      JSON.stringify(
        reports.flatMap((report) => report.issues),
        null,
        1,
      ),
    );
  return { engine: used, facts, prepared: await prepare(used, facts) };
}

/** Loads tables given as rows. */
export const loadTables = (tables: Tables, engine?: Engine): Promise<FigureSource> =>
  loadTexts(
    Object.entries(tables)
      .filter(([, rows]) => rows.length > 0)
      .map(([name, rows]) => ({ name: `${name}.csv`, text: csvOf(rows) })),
    engine,
  );

/** The demo country, smaller or larger. */
export const loadDemo = (children: number, engine?: Engine): Promise<FigureSource> =>
  loadTexts(demoCountry({ children }), engine);

/** One figure in Working view unless asked otherwise. */
export function see(source: FigureSource, id: string, view: Partial<View> = {}): Promise<Released> {
  const indicator = indicatorOf(id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return figure(source, indicator, { ...defaultView, mode: 'working', ...view });
}

/** The number of a cell, null where it is missing or withheld. */
export const numberOf = (cell: Released['rows'][number]['value'] | undefined): number | null =>
  cell?.is === 'value' ? cell.value : null;

/** The row of a measure, group and period. */
export const rowOf = (
  released: Released,
  measure: string,
  by: Record<string, string> = {},
  period?: string,
) =>
  released.rows.find(
    (row) =>
      row.measure === measure &&
      (period === undefined || row.period === period) &&
      Object.keys(row.by).length === Object.keys(by).length &&
      Object.entries(by).every(([column, code]) => row.by[column] === code),
  );
