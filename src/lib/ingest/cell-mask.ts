import { firstNames } from './identifier-words';

const longest = 40;
const severalNames = /(^|[\s,(])\p{Lu}[\p{Ll}'’-]+,? \p{Lu}[\p{Ll}'’-]+/u;
const dateInside = /(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)/;
const mostWords = 6;

/** A cell by its form only: every letter is `a`, every digit `9`, signs stay; `•` where it is long. */
export const formOf = (cell: string): string =>
  cell.length > longest
    ? '••••'
    : cell
        .replace(/\p{L}/gu, 'a')
        .replace(/\p{N}/gu, '9')
        .replace(/[\r\n]+/g, ' ');

/**
 * A cell of a column that may be shown. What could point to a person although its column does not (an
 * address of mail, a long number, a first name, words written like a full name, a date between words, a
 * sentence) is shown by its form.
 */
export function shownCell(cell: string): string {
  const risky =
    cell.length > longest ||
    severalNames.test(cell) ||
    (dateInside.test(cell) && /\p{L}/u.test(cell)) ||
    cell.trim().split(/\s+/).length > mostWords ||
    /@|\d{6,}|[\r\n]/.test(cell.replace(/^(19|20)\d{6}$/, '')) ||
    cell
      .toLowerCase()
      .split(/[\s,.-]+/)
      .some((word) => firstNames.has(word));
  return risky ? formOf(cell) : cell;
}
