import { firstNames } from './identifier-words';

const longest = 40;
const severalNames = /^\p{Lu}[\p{Ll}'’-]+(,? \p{Lu}[\p{Ll}'’-]+){1,3}$/u;

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
 * address of mail, a long number, a first name, words written like a full name) is shown by its form.
 */
export function shownCell(cell: string): string {
  const risky =
    cell.length > longest ||
    severalNames.test(cell) ||
    /@|\d{6,}|[\r\n]/.test(cell.replace(/^(19|20)\d{6}$/, '')) ||
    cell
      .toLowerCase()
      .split(/[\s,.-]+/)
      .some((word) => firstNames.has(word));
  return risky ? formOf(cell) : cell;
}
