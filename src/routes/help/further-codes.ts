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
    'looks-like-footer',
    [
      'A record at the end looks like a total, a source or a remark. It is kept.',
      'En post mot slutten ser ut som en sum, en kilde eller en merknad. Den beholdes.',
    ],
    ['Remove at the source what is no record.', 'Fjern det som ikke er en post, ved kilden.'],
  ),
  code(
    'damaged-characters',
    [
      'Some bytes of the file cannot be read as letters.',
      'Noen byte i filen kan ikke leses som bokstaver.',
    ],
    [
      'Export it again in one encoding, best UTF-8.',
      'Ta uttrekket på nytt i én tegnkoding, helst UTF-8.',
    ],
  ),
  code(
    'mixed-encodings',
    [
      'The file mixes encodings, so some letters are read wrongly.',
      'Filen blander tegnkodinger, så noen bokstaver leses feil.',
    ],
    [
      'Export it again in one encoding, best UTF-8.',
      'Ta uttrekket på nytt i én tegnkoding, helst UTF-8.',
    ],
  ),
  code(
    'encoding-doubtful',
    [
      'The encoding is a guess that does not fit every letter.',
      'Tegnkodingen er en gjetning som ikke passer for alle bokstaver.',
    ],
    ['Save the file as UTF-8.', 'Lagre filen som UTF-8.'],
  ),
  code(
    'mapped-by-likeness',
    [
      'A column was matched because the names are alike.',
      'En kolonne ble koblet fordi navnene ligner.',
    ],
    check,
  ),
  code(
    'check-meaning',
    [
      'A header of this kind often means something else.',
      'En overskrift av dette slaget betyr ofte noe annet.',
    ],
    check,
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
  code(
    'no-case',
    [
      'A row is about a child that no case of these files describes.',
      'En rad gjelder et barn som ingen sak i disse filene beskriver.',
    ],
    ['Load the file with the cases too.', 'Last også inn filen med sakene.'],
  ),
  code(
    'no-episode',
    [
      'A child has no episode of care in these files, so it has no first day and is excluded by rule.',
      'Et barn har ingen omsorgsperiode i disse filene, derfor ingen første dag, og er utelatt etter regel.',
    ],
    [
      'Load the file of episodes of the same years.',
      'Last inn filen med perioder for de samme årene.',
    ],
  ),
  code(
    'child-twice',
    [
      'Several rows of one file describe the same child; the first counts.',
      'Flere rader i en fil beskriver samme barn; den første gjelder.',
    ],
    atSource,
  ),
  code(
    'repeated-in-another-year',
    [
      'The row is told again by the file of another year and counted there.',
      'Raden står også i filen for et annet år og telles der.',
    ],
    nothing,
  ),
  code(
    'age-not-computed',
    [
      'A birth date gives no age from 0 to 25; the age is left out.',
      'En fødselsdato gir ingen alder fra 0 til 25; alderen er utelatt.',
    ],
    atSource,
  ),
  code(
    'missing-outside-placement',
    [
      'A child went missing on a day on which it was in no placement. The row is kept.',
      'Et barn forsvant på en dag det ikke var plassert. Raden beholdes.',
    ],
    [
      'Check the days of the placement at the source.',
      'Kontroller dagene for plasseringen ved kilden.',
    ],
  ),
  code(
    'followup-end-assumed',
    [
      'No file says when follow-up ends; the end of the last return year was taken.',
      'Ingen fil sier når oppfølgingen slutter; slutten på det siste rapporteringsåret ble brukt.',
    ],
    ['Check that the files reach that day.', 'Kontroller at filene går frem til den dagen.'],
  ),
];
