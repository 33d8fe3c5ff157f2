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
const some = ['range_low', 'range_high', 'needs'] as const;

/**
 * Rows as CSV (RFC 4180: comma, CRLF, quotes doubled). Each breakdown met is a column `by_…`, empty
 * for totals; each filter a column `where_…` with its codes, joined by `;`. Filters, limits of withheld shares and `needs`
 * are columns only where there are any. Text that a spreadsheet could read as a formula gets an apostrophe in
 * front; numbers never do.
 */
export function csvText(rows: readonly RowJson[]): string {
  const breakdowns = [...new Set(rows.flatMap(({ by }) => Object.keys(by)))];
  const filters = [...new Set(rows.flatMap(({ where = {} }) => Object.keys(where)))];
  const further = some.filter((column) => rows.some((row) => row[column] !== undefined));
  const header = [
    ...before,
    ...breakdowns.map((column) => `by_${column}`),
    ...filters.map((column) => `where_${column}`),
    ...after,
    ...further,
  ];
  const lines = rows.map((row) => [
    ...before.map((column) => row[column]),
    ...breakdowns.map((column) => row.by[column] ?? null),
    ...filters.map((column) => row.where?.[column]?.join(';') ?? null),
    ...after.map((column) => row[column]),
    ...further.map((column) => row[column] ?? null),
  ]);
  return [header, ...lines].map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
