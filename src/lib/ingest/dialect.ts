import Papa from 'papaparse';
import type { Issue } from '$lib/schema/issue';
import type { Text } from '$lib/schema/text';
import type { Dialect } from './import-report';
import { isGroupRow, joinHeader, type JoinedHeader } from './joined-header';
import { nameHeaders } from './name-headers';

type Delimiter = Dialect['delimiter'];

/** How the records of a file are written, and why it was read so. */
export interface ProposedDialect {
  readonly delimiter: Delimiter;
  readonly quote: Dialect['quote'];
  readonly headerRow: number;
  /** Byte at which the header record starts. */
  readonly start: number;
  /** Headers, made unique and never empty. */
  readonly header: readonly string[];
  readonly joinedHeader: JoinedHeader | null;
  /** First records below the header. */
  readonly rows: readonly (readonly string[])[];
  readonly reasons: readonly Text[];
  readonly issues: readonly Issue[];
}

/** What a user or a recipe decided beforehand. */
export interface DialectChoice {
  readonly delimiter?: Delimiter;
  readonly quote?: Dialect['quote'];
  /** Physical line of the first header row, from 1. */
  readonly headerRow?: number;
  /** Header rows whose names are joined; 1 unless told. */
  readonly headerRows?: number;
}

interface Parsed {
  readonly rows: readonly (readonly string[])[];
  /** Physical line on which each row starts, from 1. */
  readonly lines: readonly number[];
}

const delimiters: readonly Delimiter[] = [';', '\t', '|', ','];
const number = /^[-+]?[\d\s.,]*\d%?$/;
const date = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;

/** Delimiter, quote and header row proposed from the first bytes of a UTF-8 file, with reasons. */
export function proposeDialect(
  head: Uint8Array,
  bom: number,
  whole: boolean,
  choice: DialectChoice = {},
): ProposedDialect {
  const reasons: Text[] = [];
  const issues: Issue[] = [];
  let text = new TextDecoder().decode(head.subarray(bom)).replace(/\r\n?/g, '\n');
  if (!whole && text.includes('\n')) text = text.slice(0, text.lastIndexOf('\n') + 1);
  const sep = /^"?sep=(.)"?\n/i.exec(text);
  const quote = choice.quote ?? proposeQuote(text);
  if (quote === "'")
    reasons.push({
      en: 'cells stand between single quotes',
      nb: 'cellene står mellom enkle anførselstegn',
    });
  const told = choice.delimiter ?? (sep && delimiters.find((one) => one === sep[1]));
  const skip = sep ? 1 : 0;
  const tried = (told ? [told] : delimiters).map((delimiter) => {
    const parsed = parse(text, delimiter, quote);
    return { delimiter, parsed, ...shape(parsed, skip) };
  });
  const best = tried.reduce((a, b) => (better(b, a) ? b : a));
  const wide = best.fields > 1;
  if (choice.delimiter)
    reasons.push({ en: 'the delimiter was chosen by hand', nb: 'skilletegnet er valgt for hånd' });
  else if (told)
    reasons.push({
      en: 'the first line names the delimiter',
      nb: 'den første linjen oppgir skilletegnet',
    });
  else if (wide)
    reasons.push({
      en: `${word(best.delimiter).en} gives ${best.fields} fields in ${percent(best.share)} of the rows`,
      nb: `${word(best.delimiter).nb} gir ${best.fields} felt i ${percent(best.share)} av radene`,
    });
  else
    reasons.push({
      en: 'no delimiter splits the rows: one column',
      nb: 'ingen skilletegn deler radene: én kolonne',
    });
  const delimiter = wide || told ? best.delimiter : ',';
  const { parsed } = wide || told ? best : { parsed: parse(text, ',', quote) };
  const at = choice.headerRow
    ? Math.max(
        parsed.lines.findIndex((line) => line >= (choice.headerRow ?? 1)),
        0,
      )
    : headerAt(parsed, wide ? best.fields : 1, skip);
  const firstRow = parsed.lines[at] ?? 1;
  const under = at + Math.max(1, choice.headerRows ?? 1);
  const headerRow = parsed.lines[under - 1] ?? firstRow;
  const own = parsed.rows[at] ?? [];
  const cells = under > at + 1 ? joinHeader(parsed.rows.slice(at, under)) : own;
  const rows = parsed.rows.slice(under).filter((row) => row.length > 1 || row[0]?.trim());
  if (firstRow > 1 + skip) {
    reasons.push({
      en: `line ${firstRow} is the first that is filled like a header`,
      nb: `linje ${firstRow} er den første som er fylt ut som en overskriftsrad`,
    });
    issues.push({
      level: 'note',
      code: 'title-lines',
      count: firstRow - 1,
      message: {
        en: `The table begins on line ${firstRow}; the lines above it are left out.`,
        nb: `Tabellen begynner på linje ${firstRow}; linjene over den er utelatt.`,
      },
    });
  }
  if (looksLikeData(cells) && !numbersAsNames(cells, rows))
    issues.push({
      level: 'error',
      code: 'no-header',
      count: 1,
      lines: [headerRow],
      message: {
        en: 'The first row holds values, not column names. Add a header row and try again.',
        nb: 'Den første raden har verdier, ikke kolonnenavn. Legg til en overskriftsrad og prøv på nytt.',
      },
    });
  const second = rows[0];
  const rest = rows.slice(1);
  const several =
    second &&
    rows.length > 2 &&
    under === at + 1 &&
    second.length === cells.length &&
    (tagRow(second, rest) || isGroupRow(cells, second, rest));
  if (several)
    issues.push({
      level: 'warning',
      code: 'header-over-several-rows',
      count: 1,
      message: {
        en: `The row below line ${headerRow} looks like part of the header. It is read as a record unless the rows are joined.`,
        nb: `Raden under linje ${headerRow} ser ut som en del av overskriften. Den leses som en post hvis ikke radene slås sammen.`,
      },
    });
  let names = cells;
  const longer = rows.filter((row) => row.length === cells.length + 1);
  if (rows.length && longer.length === rows.length && longer.every((row) => !row.at(-1)?.trim()))
    names = [...cells, ''];
  return {
    delimiter,
    quote,
    headerRow,
    start: byteOfLine(head, bom, headerRow),
    header: nameHeaders(names, headerRow, issues),
    joinedHeader: several
      ? { rows: 2, names: nameHeaders(joinHeader([cells, second]), headerRow, []) }
      : null,
    rows,
    reasons,
    issues,
  };
}

function parse(text: string, delimiter: string, quote: string): Parsed {
  const rows: string[][] = [];
  const lines: number[] = [];
  let [line, at] = [1, 0];
  Papa.parse<string[]>(text, {
    delimiter,
    quoteChar: quote || '\u0000',
    newline: '\n',
    preview: 2000,
    step: ({ data, meta }) => {
      rows.push(data);
      lines.push(line);
      for (; at < meta.cursor; at++) if (text[at] === '\n') line++;
    },
  });
  return { rows, lines };
}

/** The most common number of fields (ties: the one met first), and how common it is. */
function shape({ rows }: Parsed, skip: number) {
  const counts = new Map<number, number>();
  for (const row of rows.slice(skip))
    if (row.length > 1 || row[0]?.trim()) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let [fields, times, all] = [1, 0, 0];
  for (const [count, seen] of counts) {
    all += seen;
    if (seen > times) [fields, times] = [count, seen];
  }
  const first = rows.findIndex((row, i) => i >= skip && row.length === fields);
  return { fields, share: all ? times / all : 0, first };
}

type Shape = { fields: number; share: number; first: number };
function better(a: Shape, b: Shape): boolean {
  if (a.fields > 1 !== b.fields > 1) return a.fields > 1;
  const near = Math.abs(a.share - b.share) < 0.1;
  if (!near) return a.share > b.share;
  return a.first !== b.first ? a.first < b.first : a.fields > b.fields;
}

/** The first row that is filled like a header; else the first row of the common shape. */
function headerAt({ rows }: Parsed, fields: number, skip: number): number {
  const filled = (row: readonly string[]) => row.filter((cell) => cell.trim()).length;
  const first = rows.findIndex((row, i) => i >= skip && row.length === fields && filled(row) > 0);
  const enough = Math.max(2, Math.ceil(fields * 0.6));
  const like = (row: readonly string[]) => filled(row) >= enough && !looksLikeData(row);
  // A title saved with the delimiters of the table: one filled cell, and a filled row soon after.
  if (fields > 2 && first >= 0) {
    let title = first;
    while (title < first + 20 && filled(rows[title] ?? []) <= 1) title++;
    if (title > first && like(rows[title] ?? [])) return title;
  }
  if (first <= skip) return Math.max(first, skip);
  const earlier = rows.findIndex((row, i) => i >= skip && like(row));
  return earlier >= 0 && earlier < first ? earlier : first;
}

function valueLike(cell: string): boolean {
  const short = cell.slice(0, 60).trim();
  return number.test(short) || date.test(short);
}

function looksLikeData(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim());
  return filled.length > 0 && filled.filter(valueLike).length * 2 > filled.length;
}

/**
 * True when the numbers of a first row name its columns: different whole numbers with no number under
 * any of them, or three or more years at one distance beside a name.
 */
function numbersAsNames(row: readonly string[], after: readonly (readonly string[])[]): boolean {
  const numbers = row.filter(valueLike).map((cell) => cell.trim());
  if (!after.length || new Set(numbers).size < numbers.length) return false;
  if (!numbers.every((cell) => /^\d+$/.test(cell))) return false;
  const step = Number(numbers[1]) - Number(numbers[0]);
  const years =
    numbers.length > 2 &&
    step !== 0 &&
    !valueLike(row[0] ?? '') &&
    numbers.every(
      (year, i) => /^(19|20)\d\d$/.test(year) && +year === Number(numbers[0]) + i * step,
    );
  return (
    years ||
    after.every((cells) => row.every((cell, i) => !valueLike(cell) || !valueLike(cells[i] ?? '')))
  );
}

/** True when a row has no value where the rows after it have values: units, tags or a second header. */
function tagRow(row: readonly string[], after: readonly (readonly string[])[]): boolean {
  if (row.some((cell) => cell.startsWith('#'))) return true;
  const numeric = row.map((_, i) => {
    const cells = after.map((other) => other[i]?.trim() ?? '').filter(Boolean);
    return cells.length > 1 && cells.every((cell) => valueLike(cell));
  });
  const columns = numeric.filter(Boolean).length;
  return (
    columns > 1 && numeric.every((is, i) => !is || (row[i]?.trim() && !valueLike(row[i] ?? '')))
  );
}

function proposeQuote(text: string): Dialect['quote'] {
  const single = text.match(/(^|[,;\t|\n])'[^'\n]*'(?=[,;\t|\n]|$)/g)?.length ?? 0;
  const double = text.match(/(^|[,;\t|\n])"[^"\n]*"(?=[,;\t|\n]|$)/g)?.length ?? 0;
  return single > 2 && !double ? "'" : '"';
}

/** Byte at which physical line `line` starts; LF, CR and CRLF all end a line. */
function byteOfLine(head: Uint8Array, bom: number, line: number): number {
  let at = bom;
  for (let seen = 1; seen < line && at < head.length; at++) {
    if (head[at] === 13 && head[at + 1] === 10) at++;
    if (head[at] === 10 || head[at] === 13) seen++;
  }
  return at;
}

const word = (delimiter: Delimiter): Text =>
  ({
    ',': { en: 'the comma', nb: 'kommaet' },
    ';': { en: 'the semicolon', nb: 'semikolonet' },
    '\t': { en: 'the tab', nb: 'tabulatoren' },
    '|': { en: 'the bar', nb: 'loddstreken' },
  })[delimiter];
const percent = (share: number) => `${Math.floor(share * 100)} %`;
