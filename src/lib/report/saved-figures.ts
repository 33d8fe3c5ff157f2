import type { Cell } from '$lib/disclosure/released';
import { WordedError } from '$lib/schema/worded-error';
import type { Filters } from './rows-json';

/** One number of a saved figure, with what it was made of. A number that is withheld or missing is null. */
interface SavedRow {
  readonly measure: string;
  readonly period: string;
  /** Breakdown column → code; `{}` is the total. */
  readonly by: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly value: Cell;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly unknown: number | null;
}

/** A figure that was saved in Release view. */
export interface SavedFigure {
  readonly indicator: string;
  readonly revision: number;
  /** Filters; none, too, of files that were saved before they named them. */
  readonly where: Filters;
  readonly rows: readonly SavedRow[];
}

const needed = ['indicator', 'revision', 'measure', 'period', 'value', 'status', 'mode'];

/**
 * Reads figures that were saved as CSV in Release view (`csv-file.ts`), or printed by the command line: one for
 * each indicator and cut. What could not be computed is left out. Throws a `WordedError`, without the content
 * of a cell, for any other file. The file does not say which periods were in part, nor which choices of the definition were made.
 */
export function savedFigures(text: string): SavedFigure[] {
  const [header = [], ...lines] = records(text.replace(/^\uFEFF/, ''));
  const at = new Map(header.map((name, place) => [name, place]));
  const cell = (line: readonly string[], name: string) => line[at.get(name) ?? -1] ?? '';
  if (!lines.length || !needed.every((name) => at.has(name))) throw new WordedError(notSaved);
  if (lines.some((line) => cell(line, 'mode') !== 'release')) throw new WordedError(notReleased);
  const codes = (line: readonly string[], prefix: string) =>
    header
      .filter((name) => name.startsWith(prefix) && cell(line, name) !== '')
      .map((name) => [name.slice(prefix.length), plain(cell(line, name))] as const);
  const figures = new Map<string, SavedFigure & { rows: SavedRow[] }>();
  for (const line of lines) {
    const [indicator, revision] = [cell(line, 'indicator'), Number(cell(line, 'revision'))];
    if (!indicator || !Number.isInteger(revision)) throw new WordedError(notSaved);
    const where = codes(line, 'where_').map(([column, all]) => [column, all.split(';')] as const);
    const name = JSON.stringify([indicator, revision, where]);
    const figure = figures.get(name) ?? {
      ...{ indicator, revision, where: Object.fromEntries(where), rows: [] },
    };
    figures.set(name, figure);
    if (cell(line, 'measure') === '') continue;
    const number = (column: string) => numberOf(cell(line, column));
    figure.rows.push({
      measure: cell(line, 'measure'),
      period: cell(line, 'period'),
      by: Object.fromEntries(codes(line, 'by_')),
      unit: cell(line, 'unit'),
      value: valueOf(number('value'), cell(line, 'status')),
      numerator: number('numerator'),
      denominator: number('denominator'),
      n: number('n'),
      unknown: number('unknown'),
    });
  }
  return [...figures.values()];
}

const notSaved = {
  en: 'This is not a table as it is saved here in Release view (CSV).',
  nb: 'Dette er ikke en tabell slik den lagres her i publiseringsvisningen (CSV).',
};
const notReleased = {
  en: 'This table is not from Release view; only released tables are opened.',
  nb: 'Denne tabellen er ikke fra publiseringsvisningen; bare publiserte tabeller åpnes.',
};

/** A code without the apostrophe that keeps a spreadsheet from reading it as a formula. */
const plain = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '');

function numberOf(text: string): number | null {
  if (text === '') return null;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new WordedError(notSaved);
  return value;
}

function valueOf(value: number | null, status: string): Cell {
  if (status === 'withheld') return { is: 'withheld' };
  return value === null ? { is: 'missing', why: 'not recorded' } : { is: 'value', value };
}

/** Lines of a CSV as it is saved: commas, quotes doubled. */
function records(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') break;
    if (end !== ',') lines.push([]);
  }
  return lines.filter((line) => line.length > 1);
}
