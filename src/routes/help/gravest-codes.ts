import { atSource, code, nothing, tryAgain } from './error-code';

/** What stops the app or a file, or drops a row; the gravest first. */
export const gravestCodes = [
  code(
    'identifier',
    [
      'A column could point to a person: a name, a birth date, an address, a number of an official register.',
      'En kolonne kan peke ut en person: et navn, en fødselsdato, en adresse, et nummer fra et offentlig register.',
    ],
    [
      'Leave the column out when asked, make it coarser, or take it out at the source.',
      'Utelat kolonnen når du blir spurt, gjør den grovere, eller fjern den ved kilden.',
    ],
  ),
  code(
    'mapping-unconfirmed',
    [
      'Columns were matched by a synonym or a likeness of names, and nobody confirmed it yet.',
      'Kolonner er koblet ved et synonym eller en likhet i navn, og ingen har bekreftet det ennå.',
    ],
    [
      'Look at the list under Data and confirm it, or choose what the column is. A saved mapping counts as confirmed.',
      'Se på listen under Data og bekreft den, eller velg hva kolonnen er. En lagret kobling regnes som bekreftet.',
    ],
  ),
  code(
    'empty',
    ['The file has no content.', 'Filen har ikke noe innhold.'],
    ['Export it again.', 'Ta uttrekket på nytt.'],
  ),
  code(
    'not-a-table',
    [
      'The file is no table that the app can read: a PDF, a picture, a packed folder.',
      'Filen er ikke en tabell appen kan lese: en PDF, et bilde, en pakket mappe.',
    ],
    ['Save it as CSV, UTF-8, one table a file.', 'Lagre den som CSV, UTF-8, én tabell per fil.'],
  ),
  code(
    'damaged',
    ['The file is damaged and cannot be unpacked.', 'Filen er skadet og kan ikke pakkes ut.'],
    ['Make it again from the source.', 'Lag den på nytt fra kilden.'],
  ),
  code(
    'too-large',
    [
      'The file unpacks to more than is reasonable and was not read.',
      'Filen pakkes ut til mer enn rimelig og ble ikke lest.',
    ],
    [
      'Save the table as CSV (UTF-8), or in several files.',
      'Lagre tabellen som CSV (UTF-8), eller i flere filer.',
    ],
  ),
  code(
    'no-header',
    [
      'The first row holds values and no column names.',
      'Den første raden har verdier og ikke kolonnenavn.',
    ],
    ['Add a row with the names of the columns.', 'Legg til en rad med navnene på kolonnene.'],
  ),
  code(
    'date-order-ambiguous',
    [
      'No date of the column proves whether the day or the month comes first.',
      'Ingen dato i kolonnen viser om dagen eller måneden står først.',
    ],
    [
      'Say which, when asked. Ask the source if you do not know.',
      'Si hva som gjelder når du blir spurt. Spør kilden om du ikke vet det.',
    ],
  ),
  code(
    'date-order-mixed',
    [
      'Some dates of the column have the day first and some the month.',
      'Noen datoer i kolonnen har dagen først, og noen måneden.',
    ],
    atSource,
  ),
  code(
    'load-stopped',
    ['The file could not be read to its end.', 'Filen kunne ikke leses til slutten.'],
    [
      'Read the sentence beside it: it says on which line. Repair the file there.',
      'Les setningen ved siden av: Den sier på hvilken linje. Rett filen der.',
    ],
  ),
  code(
    'boot-failed',
    [
      'A part of the app could not be downloaded or started.',
      'En del av appen kunne ikke hentes eller startes.',
    ],
    [
      'Check the connection and reload the page. Use a current browser.',
      'Kontroller forbindelsen og last siden på nytt. Bruk en oppdatert nettleser.',
    ],
  ),
  code(
    'boot-timeout',
    ['The calculation engine did not start in time.', 'Regnemotoren startet ikke i tide.'],
    tryAgain,
  ),
  code(
    'out-of-memory',
    [
      'The files need more memory than the browser gives.',
      'Filene trenger mer minne enn nettleseren gir.',
    ],
    tryAgain,
  ),
  code(
    'dead',
    ['The calculation engine stopped.', 'Regnemotoren stanset.'],
    [
      'The files are loaded again by themselves. If that fails, choose them again.',
      'Filene lastes inn på nytt av seg selv. Går ikke det, så velg dem på nytt.',
    ],
  ),
  code(
    'wrong-field-count',
    [
      'A record has more or fewer fields than the header. It was not loaded.',
      'En post har flere eller færre felt enn overskriftsraden. Den ble ikke lastet inn.',
    ],
    [
      'Often a separator inside a text. Put such text in quotes at the source.',
      'Ofte et skilletegn inne i en tekst. Sett slik tekst i anførselstegn ved kilden.',
    ],
  ),
  code(
    'header-quote-open',
    [
      'A quote in the header row is not closed properly.',
      'Et anførselstegn i overskriftsraden er ikke lukket riktig.',
    ],
    atSource,
  ),
  code(
    'quote-never-closed',
    [
      'A quote is opened and not closed. The record was not loaded.',
      'Et anførselstegn åpnes og lukkes ikke. Posten ble ikke lastet inn.',
    ],
    atSource,
  ),
  code(
    'text-after-quote',
    [
      'Text stands after a closing quote. The record was not loaded.',
      'Det står tekst etter et avsluttende anførselstegn. Posten ble ikke lastet inn.',
    ],
    atSource,
  ),
  code(
    'table-not-recognised',
    [
      'The columns fit no table that the app knows. The file is left out.',
      'Kolonnene passer ikke til noen tabell appen kjenner. Filen er utelatt.',
    ],
    [
      'Compare the header with the data model under Methods, or use a saved mapping.',
      'Sammenlign overskriftsraden med datamodellen under Metoder, eller bruk en lagret kobling.',
    ],
  ),
  code(
    'table-not-used',
    [
      'The table is known, and no figure uses it. The file is left out.',
      'Tabellen er kjent, og ikke noe tall bruker den. Filen er utelatt.',
    ],
    nothing,
  ),
  code(
    'required-column-missing',
    [
      'A column that the table needs is not in the file.',
      'En kolonne tabellen trenger, er ikke i filen.',
    ],
    [
      'Add it at the source. Without it some figures show [x].',
      'Legg den til ved kilden. Uten den viser noen tall [x].',
    ],
  ),
  code(
    'required-cell-empty',
    [
      'A cell that should have a value is empty. It counts as unknown.',
      'En celle som skal ha en verdi, er tom. Den regnes som ukjent.',
    ],
    atSource,
  ),
  code(
    'value-not-in-code-list',
    [
      'A value is no code that the app knows. It counts as unknown.',
      'En verdi er ikke en kode appen kjenner. Den regnes som ukjent.',
    ],
    ['Correct the code, or add it to the mapping.', 'Rett koden, eller legg den til i koblingen.'],
  ),
  code(
    'cell-not-a-date',
    [
      'A cell cannot be read as a date. It counts as unknown.',
      'En celle kan ikke leses som en dato. Den regnes som ukjent.',
    ],
    atSource,
  ),
  code(
    'cell-not-a-number',
    [
      'A cell cannot be read as a number. It counts as unknown.',
      'En celle kan ikke leses som et tall. Den regnes som ukjent.',
    ],
    atSource,
  ),
];
