import { atSource, check, code, nothing } from './error-code';

/** What is told of files with rules of their own: exports of known systems and published tables. */
export const adapterCodes = [
  code(
    'no-commitment',
    [
      'An activity has no incoming commitment in these files; its dates are not needed.',
      'En aktivitet har ingen mottatte tilsagn i disse filene; datoene trengs ikke.',
    ],
    nothing,
  ),
  code(
    'other-transactions',
    [
      'Transactions that are no incoming commitment (type 11), such as disbursements, feed nothing.',
      'Transaksjoner som ikke er mottatte tilsagn (type 11), for eksempel utbetalinger, brukes ikke.',
    ],
    nothing,
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
  code(
    'feeds-nothing',
    [
      'A published table about something that the app has no use for; the message says what it is.',
      'En publisert tabell om noe appen ikke bruker; meldingen sier hva den er.',
    ],
    nothing,
  ),
  code(
    'rows-left-out',
    [
      'Rows of a published table that count something else, or hold a rate, are left out.',
      'Rader i en publisert tabell som teller noe annet, eller som har en rate, er utelatt.',
    ],
    nothing,
  ),
  code(
    'totals-left-out',
    [
      'Totals of a published table that stand beside their parts are left out.',
      'Summer i en publisert tabell som står ved siden av delene sine, er utelatt.',
    ],
    nothing,
  ),
  code(
    'option-without-code',
    [
      'A ticked option of a form has no code of the data model; it is left out.',
      'Et avkrysset svaralternativ i et skjema har ingen kode i datamodellen; det er utelatt.',
    ],
    check,
  ),
  code(
    'no-id',
    [
      'Rows without an id: nothing says which child they belong to. They are left out.',
      'Rader uten id: Ingenting sier hvilket barn de gjelder. De er utelatt.',
    ],
    atSource,
  ),
  code(
    'no-survivor-code',
    [
      'Incidents without a survivor code: nothing says which person they are about. They are left out.',
      'Hendelser uten kode for den utsatte: Ingenting sier hvem de gjelder. De er utelatt.',
    ],
    atSource,
  ),
  code(
    'no-exploitation',
    [
      'Cases or incidents of which none shows exploitation are left out: they are of another field.',
      'Saker eller hendelser som ikke viser utnyttelse, er utelatt: De hører til et annet felt.',
    ],
    nothing,
  ),
  code(
    'transferred-or-duplicate',
    [
      'Cases marked as transferred or as duplicates are left out, with all that belongs to them.',
      'Saker som er merket som overført eller dublett, er utelatt, med alt som hører til dem.',
    ],
    nothing,
  ),
  code(
    'empty-row',
    [
      'Rows without anything in a field that is read, for example prepared lines of a template, are left out.',
      'Rader uten noe i et felt som leses, for eksempel ferdiglagde linjer i en mal, er utelatt.',
    ],
    nothing,
  ),
  code(
    'no-intake-day',
    [
      'Cases without a day of intake that can be read: they belong to no period.',
      'Saker uten en lesbar inntaksdag: De hører ikke til noen periode.',
    ],
    atSource,
  ),
  code(
    'code-not-separable',
    [
      'A code of the source stands for several things at once; no status and no form follow from it.',
      'En kode i kilden står for flere ting samtidig; verken status eller form følger av den.',
    ],
    nothing,
  ),
  code(
    'identities-left-out',
    [
      'Names and identity numbers of the source were not loaded.',
      'Navn og identitetsnumre i kilden ble ikke lest inn.',
    ],
    nothing,
  ),
  code(
    'other-cases',
    [
      'Cases of the source without trafficking as a ground were counted and left out.',
      'Saker i kilden uten menneskehandel som grunnlag er telt og utelatt.',
    ],
    nothing,
  ),
  code(
    'cases-again',
    [
      'A case stands in two of the files, as extracts of two periods overlap; the first is read.',
      'En sak står i to av filene, slik uttrekk for to perioder overlapper; den første leses.',
    ],
    [
      'Choose the newest extract of each office alone.',
      'Velg bare det nyeste uttrekket fra hver tjeneste.',
    ],
  ),
  code(
    'deleted-elements',
    [
      'Parts that the source itself marks as deleted were left out.',
      'Deler som kilden selv har merket som slettet, er utelatt.',
    ],
    nothing,
  ),
  code(
    'series-break',
    [
      'The source changed what it records: years before and after are not comparable without care.',
      'Kilden endret hva den registrerer: Årene før og etter kan ikke sammenlignes uten varsomhet.',
    ],
    nothing,
  ),
  code(
    'cannot-feed',
    [
      'What the source does not hold; figures that need it stay off.',
      'Det kilden ikke har; tall som trenger det, vises ikke.',
    ],
    nothing,
  ),
];
