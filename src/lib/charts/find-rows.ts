import type { Released, ReleasedRow } from '$lib/disclosure/released';
import type { ChartSpec } from './chart-spec';

/** Codes of the rows that gather missing labels. */
export const unknownCodes: ReadonlySet<string> = new Set(['unknown', 'not_asked']);

/** Rows of a measure split by exactly one column, or by none. */
export function rowsBy(
  { rows }: Released,
  series: string | null,
  measures: readonly (string | undefined)[],
): readonly ReleasedRow[] {
  return rows.filter(({ measure, by }) => {
    const columns = Object.keys(by);
    return (
      measures.includes(measure) &&
      (series === null ? columns.length === 0 : columns.length === 1 && columns[0] === series)
    );
  });
}

/** Periods of some rows, in order of time. */
export const periodsOf = (rows: readonly ReleasedRow[]): string[] =>
  [...new Set(rows.map(({ period }) => period))].sort();

/** The single period a chart draws: the one asked for, else the last. */
export const onePeriod = (rows: readonly ReleasedRow[], { period }: ChartSpec): string =>
  period ?? periodsOf(rows).at(-1) ?? '';

/** A group of a chart; the total has the code ''. */
export interface Group {
  readonly code: string;
  readonly label: string;
  readonly unknown: boolean;
}

/** Groups that some rows speak of: in code-list order, then by code, the unknown last. */
export function groupsOf(rows: readonly ReleasedRow[], spec: ChartSpec): readonly Group[] {
  const { series, codes, language } = spec;
  if (series === null) return [{ code: '', label: spec.label, unknown: false }];
  const met = new Set(rows.map(({ by }) => by[series] ?? ''));
  const listed = (codes ?? []).filter(({ code }) => met.has(code)).map(({ code }) => code);
  const others = [...met]
    .filter((code) => !listed.includes(code))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const order = [...listed, ...others];
  const known = order.filter((code) => !unknownCodes.has(code));
  return [...known, ...order.filter((code) => unknownCodes.has(code))].map((code) => ({
    code,
    label: codes?.find((entry) => entry.code === code)?.label[language] ?? code,
    unknown: unknownCodes.has(code),
  }));
}

/** The row of a group in a period, if there is one. */
export const rowAt = (
  rows: readonly ReleasedRow[],
  period: string,
  series: string | null,
  code: string,
): ReleasedRow | undefined =>
  rows.find((row) => row.period === period && (series === null || row.by[series] === code));
