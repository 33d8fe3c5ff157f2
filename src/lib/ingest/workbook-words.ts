import type { Issue } from '$lib/schema/issue';
import type { Text } from '$lib/schema/text';
import { nbNumber } from './nb-number';
import type { Seen, SheetCsv } from './sheet-csv';

/** What is said about a workbook as a whole. */
export const workbookWords = {
  read: {
    en: 'a sheet of a workbook, read as a table of its saved values',
    nb: 'et ark i en arbeidsbok, lest som en tabell med de lagrede verdiene',
  },
  damaged: {
    en: 'This workbook is damaged or protected with a password. Save it again as XLSX without a password, or save the table as CSV (UTF-8).',
    nb: 'Denne arbeidsboken er skadet eller beskyttet med passord. Lagre den på nytt som XLSX uten passord, eller lagre tabellen som CSV (UTF-8).',
  },
  tooLarge: {
    en: 'This file unpacks to more than is reasonable, so it was not read. Save the table as CSV (UTF-8), or in several files.',
    nb: 'Denne filen pakkes ut til mer enn det som er rimelig, og er derfor ikke lest. Lagre tabellen som CSV (UTF-8), eller i flere filer.',
  },
  noSheet: {
    en: 'No sheet of this workbook holds a cell. Choose another file.',
    nb: 'Ingen ark i denne arbeidsboken har noe i cellene. Velg en annen fil.',
  },
  hidden: {
    en: 'This sheet is hidden in the workbook. It is read like the others: leave it out at the source if it should not count.',
    nb: 'Dette arket er skjult i arbeidsboken. Det leses som de andre: Ta det bort ved kilden hvis det ikke skal telle med.',
  },
  macros: {
    en: 'The workbook holds macros. They are ignored and never run.',
    nb: 'Arbeidsboken har makroer. De blir oversett og aldri kjørt.',
  },
  links: {
    en: 'The workbook refers to other files. No link was followed; the values that were saved in it are read.',
    nb: 'Arbeidsboken viser til andre filer. Ingen lenke er fulgt; verdiene som er lagret i den, leses.',
  },
  leftOut: (sheets: number): Text => ({
    en: `${sheets} ${sheets === 1 ? 'sheet' : 'sheets'} of this workbook without cells (empty, or a chart) left out.`,
    nb: `${nbNumber(sheets)} ark i denne arbeidsboken uten celler (tomme, eller diagrammer) er utelatt.`,
  }),
} satisfies Readonly<Record<string, Text | ((count: number) => Text)>>;

type Fact = Exclude<keyof SheetCsv, 'blob' | 'rows'>;

const facts: readonly (readonly [Fact, string, Issue['level'], Text])[] = [
  [
    'unsaved',
    'formula-without-value',
    'warning',
    {
      en: 'formulas without a saved value, read as empty. Open the workbook in the program that made it, save it, and choose it again',
      nb: 'formler uten lagret verdi, lest som tomme. Åpne arbeidsboken i programmet som laget den, lagre den og velg den på nytt',
    },
  ],
  [
    'errors',
    'formula-error',
    'warning',
    {
      en: 'cells that hold an error of the spreadsheet instead of a value',
      nb: 'celler med en feil fra regnearket i stedet for en verdi',
    },
  ],
  [
    'longNumbers',
    'digits-lost',
    'warning',
    {
      en: 'numbers of more than 15 digits: spreadsheets keep only 15, so the last digits may be wrong. Keep such keys as text at the source',
      nb: 'tall med mer enn 15 sifre: Regneark tar bare vare på 15, så de siste sifrene kan være feil. Lagre slike nøkler som tekst ved kilden',
    },
  ],
  [
    'hiddenRows',
    'hidden-rows',
    'warning',
    {
      en: 'hidden or filtered rows. They are read like the others',
      nb: 'skjulte eller filtrerte rader. De leses som de andre',
    },
  ],
  [
    'hiddenColumns',
    'hidden-columns',
    'warning',
    {
      en: 'groups of hidden columns. They are read like the others',
      nb: 'grupper av skjulte kolonner. De leses som de andre',
    },
  ],
  [
    'merged',
    'merged-cells',
    'warning',
    {
      en: 'merged areas. Only the first cell of each has the value, the others are read as empty',
      nb: 'sammenslåtte områder. Bare den første cellen i hvert har verdien, de andre leses som tomme',
    },
  ],
  [
    'broken',
    'line-breaks-in-cells',
    'note',
    {
      en: 'cells with line breaks, each read as a blank',
      nb: 'celler med linjeskift, som hver er lest som et mellomrom',
    },
  ],
  [
    'formulas',
    'formulas',
    'note',
    {
      en: 'formulas. The values that the workbook saved are read; nothing is computed',
      nb: 'formler. Verdiene som arbeidsboken har lagret, leses; ingenting blir regnet ut',
    },
  ],
];

/** What was seen in a sheet, as issues with the rows of the sheet. */
export function sheetIssues(sheet: SheetCsv): Issue[] {
  return facts.flatMap(([fact, code, level, words]): Issue[] => {
    const { count, rows }: Seen = sheet[fact];
    if (!count) return [];
    return [
      {
        level,
        code,
        count,
        ...(fact === 'hiddenColumns' ? {} : { lines: rows }),
        message: {
          en: `In this sheet: ${count} ${words.en}.`,
          nb: `I dette arket: ${nbNumber(count)} ${words.nb}.`,
        },
      },
    ];
  });
}
