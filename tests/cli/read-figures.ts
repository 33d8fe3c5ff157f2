import type { Cell, Released } from '$lib/disclosure/released';
import type { RowJson } from '$lib/report/rows-json';
import { coreIds } from './core-readings';
import { rapporteurBeside } from './run-cli';

/** What the command said of a folder: its rows as JSON, the same as text, and its remarks. */
export interface Printed {
  readonly rows: readonly RowJson[];
  readonly csv: string;
  readonly remarks: string;
}

/** Prints the core figures of a folder in Working view, twice at the same time. */
export async function printFigures(folder: string, ...words: string[]): Promise<Printed> {
  const asked = ['indicators', folder, '--ids', coreIds.join(','), '--view', 'working', ...words];
  const [json, text] = await Promise.all([
    rapporteurBeside(...asked, '--format', 'json'),
    rapporteurBeside(...asked),
  ]);
  for (const { code, err } of [json, text]) if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return { rows: JSON.parse(json.out) as RowJson[], csv: text.out, remarks: json.err };
}

const cellOf = (number: number | null): Cell =>
  number === null ? { is: 'missing', why: 'no rows' } : { is: 'value', value: number };

/** Printed rows of one indicator as the comparison with the plain reading takes them. */
export function releasedOf(rows: readonly RowJson[], id: string): Released {
  return {
    indicator: id,
    revision: 1,
    mode: 'working',
    threshold: 11,
    synthetic: false,
    rows: rows
      .filter(({ indicator }) => indicator === id)
      .map(({ measure, period, unit, statistic, by, status, ...row }) => ({
        measure: measure ?? '',
        period: period ?? '',
        unit: unit ?? '',
        statistic: statistic ?? '',
        by,
        status,
        value: cellOf(row.value),
        numerator: cellOf(row.numerator),
        denominator: cellOf(row.denominator),
        n: cellOf(row.n),
        unknown: cellOf(row.unknown),
        marks: [],
      })),
    steps: [],
    notes: [],
    comparisons: [],
    protection: { audit: 'not needed', threshold: 11 },
    query: '',
  } as unknown as Released;
}

/** Cells of the text, row for row, by the name of their column. */
export function cellsOf(csv: string): Record<string, string>[] {
  const [columns = [], ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
  return rows.map((cells) =>
    Object.fromEntries(cells.map((cell, at) => [columns[at] ?? '', cell])),
  );
}
