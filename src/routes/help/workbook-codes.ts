import { check, code, nothing } from './error-code';

/** What is told of a sheet of a workbook. */
export const workbookCodes = [
  code(
    'formula-without-value',
    [
      'Formulas have no saved value and are read as empty.',
      'Formler har ingen lagret verdi og leses som tomme.',
    ],
    [
      'Open the workbook in the program that made it, save it, and choose it again.',
      'Åpne arbeidsboken i programmet som laget den, lagre den og velg den på nytt.',
    ],
  ),
  code(
    'formula-error',
    [
      'Cells hold an error of the spreadsheet instead of a value.',
      'Celler har en feil fra regnearket i stedet for en verdi.',
    ],
    [
      'Correct the formula, save, and choose the file again.',
      'Rett formelen, lagre, og velg filen på nytt.',
    ],
  ),
  code(
    'digits-lost',
    [
      'The sheet has numbers of more than 15 digits. Spreadsheets keep only 15, so the last ones may be wrong.',
      'Arket har tall med mer enn 15 sifre. Regneark tar bare vare på 15, så de siste kan være feil.',
    ],
    ['Keep such keys as text at the source.', 'Lagre slike nøkler som tekst ved kilden.'],
  ),
  code(
    'hidden-rows',
    [
      'The sheet has hidden or filtered rows. They are read like the others.',
      'Arket har skjulte eller filtrerte rader. De leses som de andre.',
    ],
    [
      'Delete them at the source if they are not meant to count.',
      'Slett dem ved kilden om de ikke skal telle med.',
    ],
  ),
  code(
    'hidden-columns',
    [
      'The sheet has hidden columns. They are read like the others.',
      'Arket har skjulte kolonner. De leses som de andre.',
    ],
    [
      'Check that none of them points to a person.',
      'Kontroller at ingen av dem peker ut en person.',
    ],
  ),
  code(
    'merged-cells',
    [
      'The sheet has merged areas. Only the first cell of each has the value; the others are read as empty.',
      'Arket har sammenslåtte områder. Bare den første cellen i hvert har verdien; de andre leses som tomme.',
    ],
    ['Undo the merging and fill in every cell.', 'Opphev sammenslåingen og fyll ut hver celle.'],
  ),
  code(
    'line-breaks-in-cells',
    [
      'Cells have line breaks; each is read as a blank.',
      'Celler har linjeskift; hvert leses som et mellomrom.',
    ],
    ['Nothing, unless the text matters.', 'Ingenting, med mindre teksten betyr noe.'],
  ),
  code(
    'formulas',
    [
      'The sheet has formulas. The values that the workbook saved are read; nothing is computed.',
      'Arket har formler. Verdiene som arbeidsboken har lagret, leses; ingenting blir regnet ut.',
    ],
    [
      'Open and save the workbook once, so that the values are up to date.',
      'Åpne og lagre arbeidsboken én gang, så verdiene er oppdatert.',
    ],
  ),
  code(
    'hidden-sheet',
    [
      'A sheet that is hidden in the workbook was read.',
      'Et ark som er skjult i arbeidsboken, er lest.',
    ],
    check,
  ),
  code(
    'external-links',
    [
      'The workbook points to other files. They were not opened; the values stored in it were read.',
      'Arbeidsboken viser til andre filer. De er ikke åpnet; verdiene som er lagret i den, er lest.',
    ],
    check,
  ),
  code(
    'macros',
    [
      'The workbook holds macros. Nothing in it was run.',
      'Arbeidsboken har makroer. Ingenting i den er kjørt.',
    ],
    nothing,
  ),
  code(
    'sheets-left-out',
    [
      'Sheets without a table, such as charts, were left out.',
      'Ark uten tabell, for eksempel diagrammer, er utelatt.',
    ],
    nothing,
  ),
];
