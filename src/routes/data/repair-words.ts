import type { Text } from '$lib/schema/text';
import type { Words } from '../words-in';

const en = {
  title: 'Repair',
  intro:
    'Cells that could not be read, gathered by what mends them. Values are shown by their form (a for a letter, 9 for a digit), codes as they are. Every repair can be undone.',
  tableOf: (file: string) => `What can be repaired in ${file}`,
  headings: ['Rows', 'What and where', 'Expected', 'Touches', 'Repair'],
  like: (column: string, like: string) => `${column} like ${like}`,
  lines: (lines: readonly string[], more: boolean) =>
    `Line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}${more ? ' …' : ''}`,
  none: 'no indicator',
  touches: (n: number) => `${n} ${n === 1 ? 'indicator' : 'indicators'}:`,
  choose: (like: string, column: string) => `Repair ${like} in ${column}: stands for`,
  notYet: 'Stands for …',
  merged: 'Several things that cannot be separated',
  order: (column: string) => `Order of day and month in ${column}`,
  orderNotYet: 'Order of day and month …',
  dayFirst: 'Day first (31/12)',
  monthFirst: 'Month first (12/31)',
  unknown: 'Set as unknown',
  unknownOf: (what: string) => `Set as unknown: ${what}`,
  exclude: 'Leave the rows out',
  excludeOf: (what: string) => `Leave the rows out: ${what}`,
  cell: 'Change a single cell',
  cellNote:
    'The row is known again by a print of its cells, so the same change is made next year only where the same row is met. A saved mapping keeps the change where the new content is a code or unknown, and no other value.',
  line: 'Line',
  column: 'Column',
  to: 'New content, as it would stand in the file',
  toUnknown: 'Unknown',
  change: 'Change the cell',
  noLine: 'No record that was read begins on this line.',
  steps: 'What was done with these files',
  start: 'As proposed',
  now: 'now',
  undo: 'Undo the last step',
  redo: 'Do it again',
  goTo: 'Go here',
  goToOf: (name: string) => `Go here: ${name}`,
  failed: 'This could not be done. Nothing was changed.',
};

const nb: typeof en = {
  title: 'Rett opp',
  intro:
    'Celler som ikke kunne leses, samlet etter hva som retter dem. Verdier vises ved formen sin (a for en bokstav, 9 for et siffer), koder som de er. Alle rettelser kan angres.',
  tableOf: (file) => `Hva som kan rettes i ${file}`,
  headings: ['Rader', 'Hva og hvor', 'Forventet', 'Berører', 'Rettelse'],
  like: (column, like) => `${column} som ${like}`,
  lines: (lines, more) => `Linje ${lines.join(', ')}${more ? ' …' : ''}`,
  none: 'ingen indikator',
  touches: (n) => `${n} ${n === 1 ? 'indikator' : 'indikatorer'}:`,
  choose: (like, column) => `Rett ${like} i ${column}: står for`,
  notYet: 'Står for …',
  merged: 'Flere ting som ikke kan skilles',
  order: (column) => `Rekkefølge for dag og måned i ${column}`,
  orderNotYet: 'Rekkefølge for dag og måned …',
  dayFirst: 'Dagen først (31/12)',
  monthFirst: 'Måneden først (12/31)',
  unknown: 'Sett som ukjent',
  unknownOf: (what) => `Sett som ukjent: ${what}`,
  exclude: 'Utelat radene',
  excludeOf: (what) => `Utelat radene: ${what}`,
  cell: 'Endre en enkelt celle',
  cellNote:
    'Raden kjennes igjen på et avtrykk av cellene sine, så den samme endringen gjøres neste år bare der den samme raden finnes. En lagret kobling tar vare på endringen der det nye innholdet er en kode eller ukjent, og ingen annen verdi.',
  line: 'Linje',
  column: 'Kolonne',
  to: 'Nytt innhold, slik det ville stått i filen',
  toUnknown: 'Ukjent',
  change: 'Endre cellen',
  noLine: 'Ingen post som ble lest, begynner på denne linjen.',
  steps: 'Hva som er gjort med disse filene',
  start: 'Som foreslått',
  now: 'nå',
  undo: 'Angre siste steg',
  redo: 'Gjør det igjen',
  goTo: 'Gå hit',
  goToOf: (name) => `Gå hit: ${name}`,
  failed: 'Dette lot seg ikke gjøre. Ingenting er endret.',
};

/** The words of repairs. */
export const repairWords: Words<typeof en> = { en, nb };

const both = (en: string, nb: string): Text => ({ en, nb });

/** Names of steps, in both languages at once; none holds the content of a cell that is no code. */
export const repairSteps = {
  unknown: (file: string, column: string, like: string) =>
    both(
      `${file}: ${column} like ${like} set as unknown`,
      `${file}: ${column} som ${like} satt som ukjent`,
    ),
  exclude: (file: string, column: string, like: string) =>
    both(
      `${file}: rows with ${column} like ${like} left out`,
      `${file}: rader med ${column} som ${like} utelatt`,
    ),
  value: (file: string, column: string, like: string, code: string) =>
    both(
      `${file}: ${like} in ${column} stands for ${code}`,
      `${file}: ${like} i ${column} står for ${code}`,
    ),
  merged: (file: string, column: string, like: string) =>
    both(
      `${file}: ${like} in ${column} cannot be separated`,
      `${file}: ${like} i ${column} kan ikke skilles`,
    ),
  order: (file: string, column: string) =>
    both(
      `${file}: order of day and month in ${column}`,
      `${file}: rekkefølge for dag og måned i ${column}`,
    ),
  cell: (file: string, column: string, line: number) =>
    both(
      `${file}: cell changed, line ${line}, ${column}`,
      `${file}: celle endret, linje ${line}, ${column}`,
    ),
};
