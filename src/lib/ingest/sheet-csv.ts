import { numberText, writtenText } from './cell-text';
import { readXml } from './read-xml';
import { TooLarge, type Allowance } from './unpacked';
import type { Workbook } from './workbook';
import type { ZipEntry } from './zip-entries';

/** Something counted, with the first twenty rows of the sheet on which it stands. */
export interface Seen {
  count: number;
  readonly rows: number[];
}

/** A sheet as CSV in UTF-8 with commas; its line numbers are the row numbers of the sheet. */
export interface SheetCsv {
  readonly blob: Blob;
  readonly rows: number;
  readonly formulas: Seen;
  /** Formulas for which the workbook saved no value. */
  readonly unsaved: Seen;
  /** Cells that hold an error such as a division by zero. */
  readonly errors: Seen;
  readonly hiddenRows: Seen;
  readonly hiddenColumns: Seen;
  readonly merged: Seen;
  /** Cells with line breaks, each read as a blank. */
  readonly broken: Seen;
  /** Numbers of more than 15 digits, which a workbook cannot hold exactly. */
  readonly longNumbers: Seen;
}

const mostRows = 1_048_576;
const mostColumns = 16_384;
const mostBytes = 256 << 20;

/**
 * The cells of a sheet as text: shared and inline texts, numbers as they are saved, dates as ISO,
 * saved values of formulas. Nothing is computed. Rows end at the last column that holds anything
 * anywhere. Throws `TypeError` when damaged and `TooLarge` beyond what is reasonable.
 */
export async function sheetCsv(
  part: ZipEntry,
  book: Workbook,
  allowance: Allowance,
  signal?: AbortSignal,
): Promise<SheetCsv> {
  const seen = (): Seen => ({ count: 0, rows: [] });
  const facts = {
    formulas: seen(),
    unsaved: seen(),
    errors: seen(),
    hiddenRows: seen(),
    hiddenColumns: seen(),
    merged: seen(),
    broken: seen(),
    longNumbers: seen(),
  };
  let [row, column, width, bytes] = [0, 0, 0, 0];
  /** Text of each row, from row 1, and its number of fields. */
  const lines: string[] = [];
  const counts: number[] = [];
  let cells: string[] = [];
  let [kind, style, value, formula, hasValue, taking, phonetic] = [
    '',
    0,
    '',
    false,
    false,
    false,
    false,
  ];
  const see = (one: Seen, at = row) => {
    one.count++;
    if (one.rows.length < 20) one.rows.push(at);
  };
  const place = (next: number, before: number, most: number) => {
    if (!Number.isInteger(next) || next <= before || next > most) throw new TypeError('bad place');
    return next;
  };
  const endCell = () => {
    if (formula) see(facts.formulas);
    if (formula && !hasValue) see(facts.unsaved);
    if (!hasValue) return;
    if (kind === 'e') see(facts.errors);
    let text = value;
    if (kind === 's') {
      const shared = /^\d+$/.test(value) ? book.strings[Number(value)] : undefined;
      if (shared === undefined) throw new TypeError('no such text');
      text = shared;
    } else if (kind === 'b') text = value === '1' ? 'TRUE' : 'FALSE';
    else if (kind === 'n' || kind === '') {
      if (/^[-+]?\d{16,}$/.test(value) || Math.abs(Number(value)) >= 1e15) see(facts.longNumbers);
      text = numberText(value.trim(), book.styles[style] ?? 'plain', book.from1904);
    } else if (kind !== 'd') text = writtenText(value);
    if (/[\r\n]/.test(text)) {
      see(facts.broken);
      text = text.replace(/\r\n?|\n/g, ' ');
    }
    if (!text) return;
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = /[", ';\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const endRow = () => {
    if (!cells.length) return;
    while (lines.length < row - 1) {
      lines.push('');
      counts.push(0);
    }
    const line = cells.join(',');
    bytes += line.length;
    width = Math.max(width, cells.length);
    if (bytes + width * lines.length > mostBytes) throw new TooLarge();
    lines.push(line);
    counts.push(cells.length);
  };
  await readXml(part.read(allowance, signal), {
    open(tag, attribute) {
      switch (tag) {
        case 'row':
          row = place(Number(attribute('r') ?? row + 1), row, mostRows);
          column = 0;
          cells = [];
          if (isTrue(attribute('hidden'))) see(facts.hiddenRows);
          break;
        case 'c':
          column = place(columnOf(attribute('r')) ?? column + 1, column, mostColumns);
          [kind, value, formula, hasValue] = [attribute('t') ?? '', '', false, false];
          style = Number(attribute('s') ?? 0);
          break;
        case 'f':
          formula = true;
          break;
        case 'rPh':
          phonetic = true;
          break;
        case 'v':
        case 't':
          taking = !phonetic;
          if (taking) hasValue = true;
          break;
        case 'col':
          if (isTrue(attribute('hidden'))) see(facts.hiddenColumns, Number(attribute('min')));
          break;
        case 'mergeCell':
          see(facts.merged, Number(/\d+/.exec(attribute('ref') ?? '')?.[0] ?? 0));
      }
    },
    text(piece) {
      if (taking) value += piece;
    },
    close(tag) {
      if (tag === 'v' || tag === 't') taking = false;
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 'c') endCell();
      else if (tag === 'row') endRow();
    },
  });
  const parts: Blob[] = [];
  const step = 20_000;
  for (let at = 0; at < lines.length; at += step) {
    const some = lines.slice(at, at + step).map((line, i) => {
      const count = counts[at + i] ?? 0;
      return count ? line + ','.repeat(width - count) : line;
    });
    parts.push(new Blob([some.join('\n') + '\n']));
  }
  return { blob: new Blob(parts), rows: lines.length, ...facts };
}

const isTrue = (flag: string | undefined) => flag === '1' || flag === 'true';

/** Column of a place such as `AB12`, from 1; null when the place is not told. */
function columnOf(place: string | undefined): number | null {
  if (place === undefined) return null;
  const letters = /^([A-Za-z]{1,3})\d+$/.exec(place)?.[1]?.toUpperCase();
  if (!letters) return Number.NaN;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
