import { cellPrint } from '$lib/ingest/cell-print';
import type { Decisions } from '$lib/ingest/import-files';
import { encodings } from '$lib/ingest/import-report';
import type { Recipe } from '$lib/ingest/recipe';
import { missingReasons } from '$lib/schema/physical';
import { tables } from '$lib/schema/tables';
import { Refused, WrongUse } from './exit';
import type { OpenFile } from './open-files';

const many = { type: 'string', multiple: true } as const;

/** Options by which everything that is decided on the page can be decided here. */
export const decideOptions = {
  drop: many,
  'day-first': many,
  'month-first': many,
  encoding: many,
  delimiter: many,
  'header-row': many,
  'header-rows': many,
  table: many,
  column: many,
  decimal: many,
  value: many,
  merged: many,
  unknown: many,
  exclude: many,
  cell: many,
  'leave-out': many,
} as const;

/** What stands behind the colon of an option. */
const written: Readonly<Record<keyof typeof decideOptions, string>> = {
  drop: 'COLUMN',
  'day-first': 'COLUMN',
  'month-first': 'COLUMN',
  encoding: 'ENCODING',
  delimiter: 'SIGN, one of , ; | tab',
  'header-row': 'LINE',
  'header-rows': 'NUMBER',
  table: 'TABLE',
  column: 'COLUMN=FIELD, or COLUMN= to leave it out',
  decimal: 'COLUMN=, or FILE:COLUMN=.',
  value: 'COLUMN:SPELLING=CODE, or COLUMN:SPELLING=missing:unknown',
  merged: 'COLUMN=SPELLING',
  unknown: 'COLUMN=LIKE',
  exclude: 'COLUMN=LIKE',
  cell: 'LINE:COLUMN=CONTENT, or LINE:COLUMN= for unknown',
  'leave-out': 'REASON',
};

/** Decisions from the words of a command; looks into the files for the rows of single cells only. */
export async function decide(
  values: Readonly<Record<string, unknown>>,
  files: readonly OpenFile[],
  recipe: Recipe | undefined,
): Promise<Decisions> {
  const wrong = (name: keyof typeof decideOptions) =>
    new WrongUse(`--${name} is written FILE:${written[name]}.`);
  /** The file on disk; a sheet is called after its workbook, an unpacked file without its `.gz`. */
  const chosen = (file: string) =>
    files.find(({ name }) => [name, name.replace(/\.gz$/i, '')].includes(file)) ??
    files.find(({ name }) => file.startsWith(`${name}/`));
  /** The file, and what stands behind the first colon. */
  const pairs = (name: keyof typeof decideOptions) =>
    ((values[name] as string[] | undefined) ?? []).map((text) => {
      const at = text.indexOf(':');
      if (at < 1 || at === text.length - 1) throw wrong(name);
      const file = text.slice(0, at);
      if (!chosen(file)) throw new WrongUse(`--${name}: no file here is called ${file}.`);
      return { file, rest: text.slice(at + 1) };
    });
  /** The same, cut at the last sign of equality too. */
  const triples = (name: keyof typeof decideOptions) =>
    pairs(name).map(({ file, rest }) => {
      const at = rest.lastIndexOf('=');
      if (at < 1) throw wrong(name);
      return { file, column: rest.slice(0, at), is: rest.slice(at + 1) };
    });
  const columns = (name: keyof typeof decideOptions) =>
    pairs(name).map(({ file, rest }) => ({ file, column: rest }));
  const whole = (name: keyof typeof decideOptions, rest: string, most: number) => {
    const read = Number(rest);
    if (!Number.isInteger(read) || read < 1 || read > most)
      throw new WrongUse(`--${name} takes a number from 1 to ${most}.`);
    return read;
  };
  const like = (name: 'unknown' | 'exclude') =>
    triples(name).map(({ file, column, is }) => ({ file, column, like: is, as: name }));
  const decided: Decisions = {
    drop: columns('drop'),
    dateOrder: [
      ...columns('day-first').map((one) => ({ ...one, order: 'day-first' as const })),
      ...columns('month-first').map((one) => ({ ...one, order: 'month-first' as const })),
    ],
    encoding: pairs('encoding').map(({ file, rest }) => {
      const encoding = encodings.find((one) => one === rest);
      if (!encoding) throw new WrongUse(`--encoding knows ${encodings.join(', ')}.`);
      return { file, encoding };
    }),
    dialect: dialects([
      ...pairs('delimiter').map(({ file, rest }) => {
        const delimiter = ([',', ';', '|', '\t'] as const).find(
          (one) => one === (rest === 'tab' ? '\t' : rest),
        );
        if (!delimiter) throw wrong('delimiter');
        return { file, delimiter };
      }),
      ...pairs('header-row').map(({ file, rest }) => ({
        file,
        headerRow: whole('header-row', rest, 1e6),
      })),
      ...pairs('header-rows').map(({ file, rest }) => ({
        file,
        headerRows: whole('header-rows', rest, 5),
      })),
    ]),
    table: pairs('table').map(({ file, rest }) => {
      if (!tables.some(({ name }) => name === rest))
        throw new WrongUse(`--table: there is no table called ${rest}.`);
      return { file, table: rest };
    }),
    column: triples('column').map(({ file, column, is }) => ({ file, column, target: is || null })),
    decimal: triples('decimal').map(({ file, column, is }) => {
      if (is !== ',' && is !== '.') throw wrong('decimal');
      return { file, column, mark: is };
    }),
    value: triples('value').map(({ file, column: both, is }) => {
      const at = both.indexOf(':');
      if (at < 1 || !is) throw wrong('value');
      const [column, spelling] = [both.slice(0, at), both.slice(at + 1)];
      const missing = missingReasons.find((one) => is === `missing:${one}`);
      return { file, column, spelling, meaning: missing ? { missing } : { code: is } };
    }),
    merged: triples('merged').map(({ file, column, is }) => ({ file, column, spelling: is })),
    groups: [...like('unknown'), ...like('exclude')],
    leaveOut: pairs('leave-out').map(({ file, rest }) => ({ file, reason: rest })),
  };
  const cells = [];
  for (const { file, column: both, is } of triples('cell')) {
    const [line = '', ...rest] = both.split(':');
    const column = rest.join(':');
    const source = chosen(file);
    if (!column || !source) throw wrong('cell');
    const at = whole('cell', line, 1e9);
    const row = await cellPrint(source, file, at, { decisions: decided, recipe });
    if (row === null) throw new Refused(`${file}: no record that is read begins on line ${at}.`);
    cells.push({ file, column, row, to: is || null });
  }
  return { ...decided, cells };
}

/** What was said of one file in several options, together. */
function dialects(list: NonNullable<Decisions['dialect']>): NonNullable<Decisions['dialect']> {
  return [...new Set(list.map(({ file }) => file))].map((file) =>
    Object.assign({ file }, ...list.filter((one) => one.file === file)),
  );
}
