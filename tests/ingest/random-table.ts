import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Whole numbers from 0 to below `n`, the same for the same seed. */
export function dice(seed: number) {
  const random = xoroshiro128plus(seed);
  const draw = (n: number): number => (random.next() >>> 0) % n;
  const one = <T>(list: readonly T[]): T => list[draw(list.length)]!;
  return { draw, one };
}

export type Dice = ReturnType<typeof dice>;

export interface WrittenDialect {
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly quote: '"' | "'";
  /** Which cells stand in quotes. */
  readonly quoting: 'needed' | 'all' | 'some';
  readonly newline: '\n' | '\r\n' | '\r';
  readonly lastNewline: boolean;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly bom: boolean;
  readonly decimal: '.' | ',';
}

/** A dialect as some program somewhere writes it. */
export function randomDialect({ draw, one }: Dice): WrittenDialect {
  const encoding = one(['utf-8', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const);
  const quoting = one(['needed', 'all', 'some'] as const);
  return {
    delimiter: one([',', ';', '\t', '|'] as const),
    quote: quoting === 'all' && !draw(3) ? "'" : '"',
    quoting,
    newline: one(['\n', '\r\n', '\r'] as const),
    lastNewline: draw(4) > 0,
    encoding,
    bom: encoding !== 'windows-1252' && draw(2) === 0,
    decimal: one(['.', ','] as const),
  };
}

/** Rows as bytes in a dialect. */
export function writeTable(
  rows: readonly (readonly string[])[],
  dialect: WrittenDialect,
  { draw }: Dice,
): Uint8Array<ArrayBuffer> {
  const { delimiter, quote, quoting, newline } = dialect;
  const needs = (cell: string) =>
    [delimiter, '"', "'", '\n', '\r', ' '].some((sign) => cell.includes(sign));
  const written = (cell: string) => {
    const inQuotes = quoting === 'all' || needs(cell) || (quoting === 'some' && draw(2));
    return inQuotes ? quote + cell.replaceAll(quote, quote + quote) + quote : cell;
  };
  const text = rows.map((row) => row.map(written).join(delimiter)).join(newline);
  return encode(text + (dialect.lastNewline ? newline : ''), dialect);
}

const windows1252 = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1252').decode(new Uint8Array([byte]), { stream: true }),
    byte,
  ]),
);

export function encode(
  text: string,
  { encoding, bom }: Pick<WrittenDialect, 'encoding' | 'bom'>,
): Uint8Array<ArrayBuffer> {
  const marked = bom ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  if (encoding === 'windows-1252')
    return Uint8Array.from(text, (sign) => {
      const byte = windows1252.get(sign);
      if (byte === undefined) throw new Error('not in windows-1252');
      return byte;
    });
  const out = new Uint8Array(marked.length * 2);
  const view = new DataView(out.buffer);
  for (let i = 0; i < marked.length; i++)
    view.setUint16(i * 2, marked.charCodeAt(i), encoding === 'utf-16le');
  return out;
}

/** Grants with free texts, amounts and dates: `amounts` and the rows as they must be read back. */
export function randomGrants(dice: Dice, encoding: WrittenDialect['encoding'], decimal: string) {
  const { draw, one } = dice;
  const signs = [
    ...'abcXYZ019-_.=+%#/',
    'æ',
    'Ø',
    'é',
    'ß',
    '€',
    ',',
    ';',
    '|',
    ' ',
    "'",
    '"',
    '&',
  ];
  if (encoding !== 'windows-1252') signs.push('ł', 'Ж', '中', '𝄞', 'ع', '\u200f');
  const text = () => {
    const inner = Array.from({ length: draw(9) }, () => one(signs)).join('');
    return `q${inner}${draw(12) ? '' : '\nw'}q`;
  };
  const amount = () => `${draw(1e6)}${draw(3) ? `${decimal}${1 + draw(9)}${draw(10)}` : ''}`;
  const header = ['grant_key', 'programme_key', 'org_key', 'donor_key', 'currency'];
  const more = ['amount_committed', 'amount_disbursed', 'start_date'];
  const rows = Array.from({ length: 1 + draw(40) }, (_, i) => [
    `G${i}${text()}`,
    draw(4) ? text() : '',
    draw(4) ? text() : '',
    text(),
    one(['EUR', 'NOK']),
    amount(),
    draw(3) ? amount() : '',
    `20${10 + draw(15)}-0${1 + draw(9)}-1${draw(9)}`,
  ]);
  return { header: [...header, ...more], rows };
}
