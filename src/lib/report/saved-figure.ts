import type { Cell, Released } from '$lib/disclosure/released';
import { WordedError } from '$lib/schema/worded-error';

/** The rows without a breakdown of a figure that was saved in Release view. */
export interface SavedFigure extends Pick<Released, 'indicator' | 'revision'> {
  readonly rows: readonly {
    readonly measure: string;
    readonly period: string;
    readonly value: Cell;
  }[];
}

/**
 * Reads a figure that was saved as CSV in Release view (`csv-file.ts`). Throws a `WordedError`, without the
 * content of a cell, for any other file. The file does not say which filters it was saved under, nor
 * which periods were in part.
 */
export function savedFigure(text: string): SavedFigure {
  const [header = [], ...lines] = records(text.replace(/^\uFEFF/, ''));
  const at = new Map(header.map((name, place) => [name, place]));
  const cell = (line: readonly string[], name: string) => line[at.get(name) ?? -1] ?? '';
  const needed = ['indicator', 'revision', 'measure', 'period', 'value', 'status', 'mode'];
  const [first] = lines;
  const one = (name: string) => new Set(lines.map((line) => cell(line, name))).size === 1;
  if (!first || !needed.every((name) => at.has(name)) || !one('indicator') || !one('revision'))
    throw new WordedError(notSaved);
  if (lines.some((line) => cell(line, 'mode') !== 'release')) throw new WordedError(notReleased);
  const groups = header.filter((name) => name.startsWith('by_'));
  const rows = lines
    .filter((line) => groups.every((name) => cell(line, name) === ''))
    .map((line) => ({
      measure: cell(line, 'measure'),
      period: cell(line, 'period'),
      value: valueOf(cell(line, 'value'), cell(line, 'status')),
    }));
  return { indicator: cell(first, 'indicator'), revision: Number(cell(first, 'revision')), rows };
}

const notSaved = {
  en: 'This is not a table of one figure as it is saved here (CSV).',
  nb: 'Dette er ikke en tabell med ett tall slik den lagres her (CSV).',
};
const notReleased = {
  en: 'This table is not from Release view; only released tables are opened.',
  nb: 'Denne tabellen er ikke fra publiseringsvisningen; bare publiserte tabeller åpnes.',
};

function valueOf(text: string, status: string): Cell {
  if (status === 'withheld') return { is: 'withheld' };
  const value = Number(text);
  if (text === '') return { is: 'missing', why: 'not recorded' };
  if (!Number.isFinite(value)) throw new WordedError(notSaved);
  return { is: 'value', value };
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
