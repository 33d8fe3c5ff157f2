import type { Released } from '$lib/disclosure/released';
import { numberOf, rowOf } from './loaded';
import type { PlainRow } from './plain-reading/figure-row';

/** What the app says otherwise than the plain reading. */
export function differencesOf(plain: PlainRow, released: Released): string[] {
  const { measure, period, by } = plain;
  const place = `${period} ${JSON.stringify(by)} ${measure}`;
  const row = rowOf(released, measure, by, period);
  if (!row) return [`${place}: no row, plain ${plain.value} ${plain.status}`];
  const found = {
    value: numberOf(row.value),
    numerator: numberOf(row.numerator),
    denominator: numberOf(row.denominator),
    n: numberOf(row.n),
    unknown: numberOf(row.unknown),
  };
  const wrong = Object.entries(found).filter(([key, number]) => {
    const expected = plain[key as keyof typeof found];
    return expected !== undefined && !same(number, expected);
  });
  const words = wrong.map(
    ([key, number]) => `${place}: ${key} ${number}, plain ${plain[key as keyof typeof found]}`,
  );
  return row.status === plain.status
    ? words
    : [...words, `${place}: ${row.status}, plain ${plain.status}`];
}

const same = (a: number | null, b: number | null) =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));

/** Rows of the app with something to count that the plain reading has not. */
export function rowsUnread(plain: readonly PlainRow[], released: Released): string[] {
  const keyOf = ({ measure, period, by }: Pick<PlainRow, 'measure' | 'period' | 'by'>) =>
    `${period} ${JSON.stringify(Object.entries(by).sort())} ${measure}`;
  const read = new Set(plain.map(keyOf));
  return released.rows
    .filter((row) => !read.has(keyOf(row)))
    .filter((row) => (numberOf(row.n) ?? 0) > 0 || (numberOf(row.value) ?? 0) !== 0)
    .map((row) => `${keyOf(row)}: plain has no row, ${numberOf(row.value)} ${row.status}`);
}

/** A row, or its band, of a code that nobody in the group has: no row of the plain reading. */
export function isOfNobody(
  row: Released['rows'][number],
  released: Released,
  breakdown: string,
): boolean {
  const own = Object.keys(row.by).some((column) => !breakdown.split('*').includes(column));
  const share = row.measure.replace(/_if_unknown_(no|yes)$/, '');
  return own && numberOf(rowOf(released, share, row.by, row.period)?.numerator) === 0;
}
