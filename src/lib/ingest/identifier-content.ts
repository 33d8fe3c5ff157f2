import type { Text } from '$lib/schema/text';
import type { IdentifierKind } from './identifier-words';
import { firstNames } from './identifier-words';
import { nbNumber } from './nb-number';
import { dates, type ValueShape } from './value-formats';

/** What the content of a column points to, with a reason that never quotes a cell. */
export interface ContentFinding {
  readonly kind: IdentifierKind;
  readonly reason: Text;
}

const email = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const link = /^(https?:\/\/|www\.)\S+/i;
const phone = /^(\+|00|\(?0)[\d\s().-]{7,18}$/;
const streetWord =
  /(\b(street|road|avenue|lane|drive|rue|boulevard|calle|avenida|plaza|platz)\b|(gate|gata|veien|vegen|straat|laan|strasse|straße|weg)\b)/i;
const postcode = /^([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4} ?[A-Z]{2})$/;
const coordinate = /^-?(1[0-7]\d|\d{1,2})[.,]\d{4,}$/;
const fullName = /^\p{Lu}[\p{Ll}'’-]+(,? \p{Lu}[\p{Ll}'’-]+){1,3}$/u;

/** Characters of a cell that are looked at: enough to know it, few enough for any pattern. */
const looked = 300;

/** Looks at up to some thousand cells of one column. Shares are of the filled cells. */
export function contentFinding(
  cells: readonly string[],
  shape: ValueShape,
  atSigns: number,
): ContentFinding | null {
  const filled = cells.map((cell) => cell.slice(0, looked).trim()).filter(Boolean);
  const share = (test: (cell: string) => boolean) => filled.filter(test).length / filled.length;
  const say = (kind: IdentifierKind, reason: Text): ContentFinding => ({ kind, reason });
  if (atSigns || filled.some((cell) => email.test(cell)))
    return say('e-mail', {
      en: `at signs in ${Math.max(atSigns, 1)} records, as in e-mail addresses and user names`,
      nb: `krøllalfa i ${nbNumber(Math.max(atSigns, 1))} ${atSigns > 1 ? 'poster' : 'post'}, som i e-postadresser og brukernavn`,
    });
  if (!filled.length) return null;
  if (filled.filter((cell) => link.test(cell)).length)
    return say('link', { en: 'web addresses in the cells', nb: 'nettadresser i cellene' });
  if (dates(shape) * 2 > filled.length) return null;
  const id = nationalId(filled);
  if (id) return say('national id', id);
  if (share((cell) => phone.test(cell) && cell.replace(/\D/g, '').length >= 8) > 0.6)
    return say('phone', {
      en: 'most cells are written like telephone numbers',
      nb: 'de fleste cellene er skrevet som telefonnumre',
    });
  if (share((cell) => postcode.test(cell)) > 0.6)
    return say('address', {
      en: 'most cells are written like full postcodes',
      nb: 'de fleste cellene er skrevet som fullstendige postnumre',
    });
  if (share((cell) => streetWord.test(cell) && /\d/.test(cell)) > 0.3)
    return say('address', {
      en: 'many cells hold a street and a number',
      nb: 'mange celler har en gate og et nummer',
    });
  if (share((cell) => coordinate.test(cell)) > 0.8)
    return say('coordinates', {
      en: 'the numbers have the form and precision of coordinates',
      nb: 'tallene har form og presisjon som koordinater',
    });
  const different = new Set(filled);
  const words = filled.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / filled.length;
  const repeated = filled.length >= 10 && different.size < filled.length * 0.2;
  if (words > 5 && !repeated)
    return say('free text', {
      en: `cells hold ${Math.round(words)} words on average`,
      nb: `cellene har i gjennomsnitt ${nbNumber(Math.round(words))} ord`,
    });
  const met = new Set<string>();
  const known = [...different].filter((cell) => {
    const words = cell.toLowerCase().split(/[\s,-]+/);
    const own = words.filter((word) => firstNames.has(word));
    own.forEach((word) => met.add(word));
    return own.length > 0;
  }).length;
  const written = [...different].filter((cell) => fullName.test(cell)).length;
  if (
    different.size >= 5 &&
    written > different.size * 0.5 &&
    (known > different.size * 0.1 ||
      (written > different.size * 0.8 && different.size > filled.length * 0.5))
  )
    return say('name', {
      en: 'most cells are written like names of persons',
      nb: 'de fleste cellene er skrevet som personnavn',
    });
  // One word in every cell is a code, such as JAN for 1 January: persons have more than one name.
  if (different.size >= 5 && known > different.size * 0.3 && met.size > 1)
    return say('name', {
      en: 'many cells hold common first names',
      nb: 'mange celler har vanlige fornavn',
    });
  return null;
}

/** Identity numbers have check digits; a column passes only when nearly all of its cells do. */
function nationalId(cells: readonly string[]): Text | null {
  if (cells.length < 3) return null;
  const plain = cells.map((cell) => cell.replace(/[\s.-]/g, '').toUpperCase());
  const share = (test: (cell: string) => boolean) => plain.filter(test).length / plain.length;
  const tests: readonly (readonly [Text, (cell: string) => boolean])[] = [
    [
      { en: 'Norwegian identity numbers', nb: 'norske fødselsnumre' },
      (c) => /^\d{11}$/.test(c) && norwegian(c),
    ],
    [
      { en: 'Dutch citizen service numbers', nb: 'nederlandske borgernumre' },
      (c) => /^\d{9}$/.test(c) && dutch(c),
    ],
    [
      { en: 'British health numbers', nb: 'britiske helsenumre' },
      (c) => /^\d{10}$/.test(c) && nhs(c),
    ],
    [
      { en: 'German tax numbers', nb: 'tyske skattenumre' },
      (c) => /^[1-9]\d{10}$/.test(c) && german(c),
    ],
    [
      { en: 'French social security numbers', nb: 'franske trygdenumre' },
      (c) => /^[12]\d{14}$/.test(c) && french(c),
    ],
    [
      { en: 'Spanish identity numbers', nb: 'spanske identitetsnumre' },
      (c) => /^[XYZ\d]\d{7}[A-Z]$/.test(c) && spanish(c),
    ],
    [
      { en: 'British national insurance numbers', nb: 'britiske trygdenumre' },
      (c) => /^[A-CEGHJ-PR-TW-Z]{2}\d{6}[A-D]$/.test(c),
    ],
    [
      { en: 'English pupil numbers', nb: 'engelske elevnumre' },
      (c) => /^[A-Z]\d{11}[A-Z\d]$/.test(c),
    ],
    [
      { en: 'Norwegian immigration numbers', nb: 'norske DUF-numre' },
      (c) => /^(19|20)\d{10}$/.test(c),
    ],
  ];
  const found = tests.find(([, test]) => share(test) > 0.8);
  if (!found) return null;
  const [whose] = found;
  return {
    en: `the cells have the form and check digits of ${whose.en}`,
    nb: `cellene har form og kontrollsifre som ${whose.nb}`,
  };
}

const weigh = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);
const norwegian = (c: string) =>
  weigh(c, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
  weigh(c, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
const dutch = (c: string) => weigh(c, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
const nhs = (c: string) => weigh(c, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
const french = (c: string) => 97 - Number(BigInt(c.slice(0, 13)) % 97n) === Number(c.slice(13));
function german(c: string): boolean {
  let product = 10;
  for (const digit of c.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(c[10]);
}
const spanish = (c: string) =>
  'TRWAGMYFPDXBNJZSQVHLCKE'[
    Number(c.slice(0, 8).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))) % 23
  ] === c[8];
