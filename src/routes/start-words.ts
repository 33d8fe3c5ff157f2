import type { Words } from './words-in';

const en = {
  tab: 'Rapporteur: from case records to protected figures',
  title: 'Turn case records into figures that protect children',
  lead: 'Load de-identified exports and read national indicators on child victims of trafficking and sexual exploitation: who is identified, how long children wait, how many are deprived of liberty, who goes missing from care, whether the money for care holds. Your files stay in this tab.',
  ways: 'Ways to begin',
  demo: {
    title: 'Try it',
    text: 'A made-up country: 2,000 children over five years, with the gaps and errors real files have.',
    button: 'Open the made-up data',
  },
  files: {
    title: 'Use your files',
    text: 'CSV or TSV, one file a table, several bodies at once. Names, birth dates and the like are stopped.',
    button: 'Choose files…',
  },
  drop: {
    title: 'Or drop them',
    text: 'Drag files from a folder and let go anywhere on any page. What is loaded now stays until the new files are in.',
    note: 'Offices that may not use a browser: the same figures come from the command line.',
  },
  happens: {
    title: 'What happens to a file',
    steps: [
      'Its bytes decide how it is read: encoding, separator, header line. You see what was decided.',
      'Every record is counted before anything is loaded. One that cannot be read is listed by line and reason; none is dropped silently.',
      'Columns that could point to a child stop the file until you leave them out or make them coarser.',
      'Columns and codes are matched by name and by known synonyms. Each match says why.',
      'The account always closes: records = accepted + accepted with warnings + rejected + left out by rule.',
    ],
  },
  never: {
    title: 'What never happens',
    points: [
      'No record leaves the tab. From the moment data can be loaded the page cannot reach any server, its own included.',
      'Nothing is stored: closing the tab or “Clear data” forgets everything.',
      'No group of 1 to 10 children is shown in Release view, nor can it be worked out from what one figure shows.',
      'An unknown value is never counted as no, as zero or as the same day.',
    ],
    check: 'How to check this yourself',
  },
  exports: {
    title: 'Exports that load without mapping by hand',
    before: 'Files named and headed like the',
    model: 'data model',
    after:
      '; the k-anonymised export of the Counter-Trafficking Data Collaborative; England’s children-looked-after return (header, episodes, missing, unaccompanied children).',
  },
  content: {
    title: 'About the content',
    text: 'The figures concern harm to children. There are no pictures and no stories here. You may stop at any time; nothing is lost that you have not closed.',
  },
};

const nb: typeof en = {
  tab: 'Rapporteur: fra saksopplysninger til beskyttede tall',
  title: 'Gjør saksopplysninger til tall som beskytter barn',
  lead: 'Last inn avidentifiserte uttrekk og les nasjonale indikatorer om barn utsatt for menneskehandel og seksuell utnyttelse: hvem som identifiseres, hvor lenge barn venter, hvor mange som er fratatt friheten, hvem som blir borte fra omsorgen, og om pengene til omsorgen holder. Filene dine blir i denne fanen.',
  ways: 'Måter å begynne på',
  demo: {
    title: 'Prøv først',
    text: 'Et oppdiktet land: 2 000 barn over fem år, med de hullene og feilene virkelige filer har.',
    button: 'Åpne de oppdiktede dataene',
  },
  files: {
    title: 'Bruk dine egne filer',
    text: 'CSV eller TSV, én fil per tabell, flere etater om gangen. Navn, fødselsdatoer og lignende blir stanset.',
    button: 'Velg filer …',
  },
  drop: {
    title: 'Eller slipp dem her',
    text: 'Dra filer fra en mappe og slipp dem hvor som helst på en hvilken som helst side. Det som er lastet inn nå, blir stående til de nye filene er på plass.',
    note: 'For kontorer som ikke kan bruke nettleser: de samme tallene kommer fra kommandolinjen.',
  },
  happens: {
    title: 'Hva som skjer med en fil',
    steps: [
      'Innholdet i filen avgjør hvordan den leses: tegnkoding, skilletegn, overskriftsrad. Du ser hva som ble avgjort.',
      'Hver post telles før noe lastes inn. En post som ikke kan leses, føres opp med linje og grunn; ingen faller ut i stillhet.',
      'Kolonner som kan peke ut et barn, stanser filen til du utelater dem eller gjør dem grovere.',
      'Kolonner og koder kjennes igjen på navn og kjente synonymer. Hver gjenkjenning sier hvorfor.',
      'Regnskapet går alltid opp: poster = godtatt + godtatt med varsel + avvist + utelatt etter regel.',
    ],
  },
  never: {
    title: 'Hva som aldri skjer',
    points: [
      'Ingen post forlater fanen. Fra det øyeblikket data kan lastes inn, når siden ingen tjener, heller ikke sin egen.',
      'Ingenting lagres: Når fanen lukkes eller du velger «Tøm data», er alt glemt.',
      'Ingen gruppe på 1 til 10 barn vises i publiseringsvisningen, og den kan heller ikke regnes ut av det ett tall eller én tabell viser.',
      'En ukjent verdi regnes aldri som nei, som null eller som samme dag.',
    ],
    check: 'Slik kan du kontrollere dette selv',
  },
  exports: {
    title: 'Uttrekk som lastes inn uten kobling for hånd',
    before: 'Filer med navn og overskrifter som i',
    model: 'datamodellen',
    after:
      '; det k-anonymiserte uttrekket fra Counter-Trafficking Data Collaborative; Englands rapportering om barn under omsorg (hode, perioder, savnede, enslige barn).',
  },
  content: {
    title: 'Om innholdet',
    text: 'Tallene gjelder skade mot barn. Her er ingen bilder og ingen historier. Du kan stoppe når som helst; ingenting går tapt som du ikke selv har lukket.',
  },
};

/** The words of the first page. */
export const startWords: Words<typeof en> = { en, nb };
