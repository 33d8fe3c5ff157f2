import { atSource, check, code, nothing } from './error-code';

/** What marks a row or is only told. */
export const furtherCodes = [
  code(
    'key-twice',
    [
      'The same key stands in several rows of a table where it should stand once.',
      'Samme nøkkel står i flere rader i en tabell der den skal stå én gang.',
    ],
    [
      'Look for a double export. The rows are kept and marked.',
      'Se etter et dobbelt uttrekk. Radene beholdes og merkes.',
    ],
  ),
  code(
    'cannot-be-separated',
    [
      'A code stands for several things that cannot be told apart, as somebody said. Figures that need the column are not computed.',
      'En kode står for flere ting som ikke kan skilles, slik noen har sagt. Tall som trenger kolonnen, beregnes ikke.',
    ],
    atSource,
  ),
  code(
    'set-unknown',
    [
      'Cells that could not be read were set as unknown, because somebody said so.',
      'Celler som ikke kunne leses, er satt som ukjent fordi noen har sagt det.',
    ],
    nothing,
  ),
  code(
    'rows-excluded',
    [
      'Rows with cells that could not be read were left out, because somebody said so.',
      'Rader med celler som ikke kunne leses, er utelatt fordi noen har sagt det.',
    ],
    nothing,
  ),
  code(
    'cells-changed',
    [
      'Single cells were changed by hand, or by a saved mapping where the same row was met again.',
      'Enkeltceller er endret for hånd, eller av en lagret kobling der samme rad ble funnet igjen.',
    ],
    nothing,
  ),
  code(
    'file-left-out',
    [
      'Somebody left the whole file out and said why.',
      'Noen har utelatt hele filen og sagt hvorfor.',
    ],
    nothing,
  ),
  code(
    'key-generated',
    [
      'The file has no key; each row got a number of its own.',
      'Filen har ingen nøkkel; hver rad fikk sitt eget nummer.',
    ],
    [
      'Export the key too, if there is one: rows of one child cannot be joined without it.',
      'Ta med nøkkelen om det finnes en: Rader om samme barn kan ikke kobles uten den.',
    ],
  ),
  code(
    'looks-like-total',
    [
      'A row looks like a total and not like a case.',
      'En rad ser ut som en sum og ikke som en sak.',
    ],
    ['Delete rows of totals from the file.', 'Slett rader med summer fra filen.'],
  ),
  code(
    'header-again',
    [
      'A row repeats the header, as when exports are put one after another. It is kept.',
      'En rad gjentar overskriften, som når uttrekk er lagt etter hverandre. Den beholdes.',
    ],
    atSource,
  ),
  code(
    'looks-like-footer',
    [
      'A record at the end looks like a total, a source or a remark. It is kept.',
      'En post mot slutten ser ut som en sum, en kilde eller en merknad. Den beholdes.',
    ],
    ['Remove at the source what is no record.', 'Fjern det som ikke er en post, ved kilden.'],
  ),
  code(
    'header-changed',
    [
      'The header is not the one that the saved mapping was made for.',
      'Overskriftsraden er ikke den koblingen ble lagret for.',
    ],
    check,
  ),
  code(
    'header-twice',
    [
      'A column name appears more than once; only the first is read.',
      'Et kolonnenavn står mer enn én gang; bare den første leses.',
    ],
    atSource,
  ),
  code(
    'header-empty',
    [
      'A column has no name; it is shown by number.',
      'En kolonne har ikke navn; den vises med nummer.',
    ],
    ['Name it at the source if it is needed.', 'Gi den navn ved kilden om den trengs.'],
  ),
  code(
    'header-over-several-rows',
    [
      'The header seems to have more than one row; the second is read as a record.',
      'Overskriften ser ut til å ha mer enn én rad; den andre leses som en post.',
    ],
    ['Export with one row of names.', 'Ta uttrekket med én rad med navn.'],
  ),
  code(
    'title-lines',
    ['Lines above the header are left out.', 'Linjer over overskriftsraden er utelatt.'],
    [
      'Check under Data that the header was found on the right line.',
      'Kontroller under Data at overskriften ble funnet på riktig linje.',
    ],
  ),
  code(
    'date-order-from-other-column',
    [
      'Whether the day or the month comes first was read from another column of the file.',
      'Om dagen eller måneden står først, ble lest fra en annen kolonne i filen.',
    ],
    check,
  ),
  code(
    'no-records',
    ['The file has a header and no record.', 'Filen har en overskriftsrad og ingen poster.'],
    [
      'Check that the export was complete. An empty table is not a zero.',
      'Kontroller at uttrekket var helt. En tom tabell er ikke null.',
    ],
  ),
  code(
    'nul-bytes',
    [
      'Records hold NUL bytes, a sign of a damaged export.',
      'Poster har NUL-byte, et tegn på at uttrekket er skadet.',
    ],
    ['Export again.', 'Ta uttrekket på nytt.'],
  ),
  code(
    'cell-over-several-lines',
    ['A cell in quotes spans several lines.', 'En celle i anførselstegn går over flere linjer.'],
    [
      'If that is not expected, a quote is missing there.',
      'Er ikke det ventet, mangler det et anførselstegn der.',
    ],
  ),
  code(
    'mixed-newlines',
    ['The file mixes several kinds of line ends.', 'Filen blander flere slags linjeskift.'],
    nothing,
  ),
  code(
    'blank-lines',
    ['Blank lines are not counted as records.', 'Tomme linjer regnes ikke som poster.'],
    nothing,
  ),
  code(
    'withheld-by-source',
    ['The source itself withheld these values.', 'Kilden selv har holdt tilbake disse verdiene.'],
    ['Nothing, or ask the source for the full file.', 'Ingenting, eller be kilden om hele filen.'],
  ),
  code(
    'cell-not-a-month',
    [
      'A cell cannot be read as a month. It counts as unknown.',
      'En celle kan ikke leses som en måned. Den regnes som ukjent.',
    ],
    atSource,
  ),
  code(
    'cell-not-a-year',
    [
      'A cell cannot be read as a year. It counts as unknown.',
      'En celle kan ikke leses som et år. Den regnes som ukjent.',
    ],
    atSource,
  ),
  code(
    'cell-not-a-value',
    [
      'A cell does not have the form that the column asks for. It counts as unknown.',
      'En celle har ikke formen kolonnen krever. Den regnes som ukjent.',
    ],
    atSource,
  ),
];
