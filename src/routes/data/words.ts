import type { Words } from '../words-in';

const en = {
  tab: 'Data – Rapporteur',
  title: 'Data',
  empty:
    'Here you will see how each file was read, what was accepted, and what needs repair. No file has been chosen yet.',
  choose: 'Choose files or try the made-up data',
  /** Behind each number of the account. */
  account: {
    records: 'records =',
    accepted: 'accepted +',
    warned: 'accepted with warnings +',
    rejected: 'rejected +',
    excluded: 'left out by rule.',
  },
  population: 'Population.',
  populationNote: (who: string) =>
    `These files are about ${who}. Only indicators with a reduced form for them are computed.`,
  indicators: 'See the indicators',
  saveAccount: 'Save this account (JSON)',
  saveMapping: 'Save the mapping for next year',
  useMapping: 'Use a saved mapping…',
  notUsed: 'Not used.',
  noRecipe: 'This is not a recipe.',
  each: 'File by file',
  files: {
    caption: 'Account of every file',
    columns: [
      'File',
      'Feeds',
      'Records',
      '= accepted',
      '+ with warnings',
      '+ rejected',
      '+ left out by rule',
    ],
    notLoaded: 'not loaded',
    all: 'All files',
  },
  decisions: {
    title: 'Nothing was loaded yet',
    titlePart: 'Some files wait for your decision',
    part: 'The others are loaded. A table is loaded whole or not at all, and every figure says what it was computed without.',
    see: 'See the figures without the files that wait',
    stopped: 'These files could not be used. What was loaded before is still there.',
    decide:
      'Decide about each column below, then load. No value of these columns is shown anywhere.',
    /** Between the name of a column and that of its file. */
    inFile: 'in',
    looksLike: (kind: string, reason: string) =>
      `Looks like ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}: ${reason}`,
    drop: 'Leave this column out',
    dayFirst: 'The day comes first (31/12)',
    monthFirst: 'The month comes first (12/31)',
    load: 'Load the files',
    open: (open: string, all: string) => `${open} of ${all} still to decide.`,
  },
};

const nb: typeof en = {
  tab: 'Data – Rapporteur',
  title: 'Data',
  empty:
    'Her vil du se hvordan hver fil ble lest, hva som ble godtatt, og hva som må rettes. Ingen fil er valgt ennå.',
  choose: 'Velg filer eller prøv de oppdiktede dataene',
  account: {
    records: 'poster =',
    accepted: 'godtatt +',
    warned: 'godtatt med varsel +',
    rejected: 'avvist +',
    excluded: 'utelatt etter regel.',
  },
  population: 'Hvem filene gjelder.',
  populationNote: (who) =>
    `Disse filene gjelder ${who}. Bare indikatorer som har en forenklet form for dem, beregnes.`,
  indicators: 'Se indikatorene',
  saveAccount: 'Lagre dette regnskapet (JSON)',
  saveMapping: 'Lagre koblingen til neste år',
  useMapping: 'Bruk en lagret kobling …',
  notUsed: 'Ikke brukt.',
  noRecipe: 'Dette er ikke en lagret kobling.',
  each: 'Fil for fil',
  files: {
    caption: 'Regnskap for hver fil',
    columns: [
      'Fil',
      'Gir data til',
      'Poster',
      '= godtatt',
      '+ med varsel',
      '+ avvist',
      '+ utelatt etter regel',
    ],
    notLoaded: 'ikke lastet inn',
    all: 'Alle filer',
  },
  decisions: {
    title: 'Ingenting er lastet inn ennå',
    titlePart: 'Noen filer venter på deg',
    part: 'De andre er lastet inn. En tabell lastes inn hel eller ikke i det hele tatt, og hvert tall sier hva det er beregnet uten.',
    see: 'Se tallene uten filene som venter',
    stopped: 'Disse filene kunne ikke brukes. Det som var lastet inn før, er der fortsatt.',
    decide:
      'Ta stilling til hver kolonne nedenfor, og last deretter inn. Ingen verdier fra disse kolonnene vises noe sted.',
    inFile: 'i',
    looksLike: (kind, reason) => `Ser ut som ${kind}: ${reason}`,
    drop: 'Utelat denne kolonnen',
    dayFirst: 'Dagen står først (31/12)',
    monthFirst: 'Måneden står først (12/31)',
    load: 'Last inn filene',
    open: (open, all) => `${open} av ${all} gjenstår å ta stilling til.`,
  },
};

/** The words of the data page, its table of files and its questions. */
export const words: Words<typeof en> = { en, nb };
