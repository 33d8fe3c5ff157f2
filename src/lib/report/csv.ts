import type { RowJson } from './rows-json';

const before = ['indicator', 'revision', 'measure', 'period'] as const;
const after = [
  'value',
  'unit',
  'low',
  'high',
  'numerator',
  'denominator',
  'n',
  'unknown',
  'status',
  'statistic',
  'mode',
] as const;

/**
 * Rows as CSV (RFC 4180: comma, CRLF, quotes doubled). Each breakdown met is a column `by_…`, empty
 * for totals; `needs` is a column only where something was missing. Text that a spreadsheet could
 * read as a formula gets an apostrophe in front; numbers never do.
 */
export function csvText(rows: readonly RowJson[]): string {
  const breakdowns = [...new Set(rows.flatMap(({ by }) => Object.keys(by)))];
  const needs = rows.some((row) => row.needs !== undefined);
  const header = [
    ...before,
    ...breakdowns.map((column) => `by_${column}`),
    ...after,
    ...(needs ? ['needs'] : []),
  ];
  const lines = rows.map((row) => [
    ...before.map((column) => row[column]),
    ...breakdowns.map((column) => row.by[column] ?? null),
    ...after.map((column) => row[column]),
    ...(needs ? [row.needs ?? null] : []),
  ]);
  return [header, ...lines].map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
