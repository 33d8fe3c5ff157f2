import type { Words } from '../../words-in';

/** A page of a list: rows from and to, of how many, which are so many children. */
interface Shown {
  readonly from: string;
  readonly to: string;
  readonly all: string;
  readonly children: string;
}

const en = {
  title: 'Rows behind this number',
  release:
    'Rows are listed in Working view only: a single row is about one child, and no protection makes that safe to show.',
  purpose:
    'For people entitled to the records: to check one number against the files it came from. The list stands on this screen and nowhere else. It is not printed, it is in no file and no address, and a copied part says that it is not for release.',
  masked:
    'No key, no text and no day is shown. A row is found again by the number of its row in its file.',
  logged: 'What is looked at is written down below, without what stood in it.',
  notByChild:
    'This figure is not counted child by child, so there are no rows about children behind it. The statement that counts it stands above.',
  nobody: 'Nobody is behind this number.',
  number: 'Number',
  period: 'Period',
  group: 'Group',
  show: 'Show the rows',
  hide: 'Hide the rows',
  loading: 'Rows are being read…',
  shown: ({ from, to, all, children }: Shown) =>
    `Rows ${from} to ${to} of ${all}, about ${children} ${children === '1' ? 'child or record' : 'children or records'}.`,
  caption: 'Rows behind the number',
  notForRelease: 'Working view: unprotected, not for release.',
  copied: 'Working view – unprotected – not for release',
  region: (caption: string) => `Table: ${caption}`,
  row: 'Row of the file',
  rowOf: (row: string, file: string, more: number) =>
    `${row} of ${file}${more > 0 ? ` and ${more} more` : ''}`,
  detected: 'First detected',
  counted: 'How the figure counts it',
  unknown: 'not known',
  back: 'Previous rows',
  on: 'Next rows',
  query: 'Query as run for this list',
  queryNote: 'The statement of the figure, split by child.',
  queryLabel: 'SQL of the list',
  copyQuery: 'Copy the query of the list',
  log: 'What was looked at in this session',
  logNote: 'Newest last. It stays until the session ends.',
  logColumns: ['Time', 'Figure', 'Period and group', 'Filters', 'Rows'],
  none: 'none',
  rows: (from: string, to: string, all: string) => `${from}–${to} of ${all}`,
  tells: {
    child: 'a child',
    ageUnknown: 'age not known, beside the figure',
    yes: 'yes',
    no: 'no',
    unknown: 'not known',
    invalid: 'left out: the time is not possible (a data error)',
    untimed: 'cannot be timed',
    event: (time: string) => `the event came after ${time}`,
    other: (time: string) => `something else ended the wait after ${time}`,
    moved: (time: string) => `handed on or lost from sight after ${time}`,
    open: (time: string) => `still waiting after ${time}`,
    value: (value: string) => `value ${value}`,
  },
};

const nb: typeof en = {
  title: 'Rader bak tallet',
  release:
    'Rader listes bare i arbeidsvisningen: Én rad handler om ett barn, og ikke noe vern gjør den trygg å vise.',
  purpose:
    'For dem som har rett til å se opplysningene: for å kontrollere ett tall mot filene det kom fra. Listen står på denne skjermen og ingen andre steder. Den skrives ikke ut, den er ikke i noen fil eller adresse, og en kopiert del sier at den ikke er til publisering.',
  masked:
    'Ingen nøkkel, ingen tekst og ingen dag vises. En rad finnes igjen på nummeret sitt i filen.',
  logged: 'Det som blir sett på, skrives ned under, uten det som sto der.',
  notByChild:
    'Dette tallet telles ikke barn for barn, så det står ingen rader om barn bak det. Setningen som teller det, står over.',
  nobody: 'Ingen står bak dette tallet.',
  number: 'Tall',
  period: 'Periode',
  group: 'Gruppe',
  show: 'Vis radene',
  hide: 'Skjul radene',
  loading: 'Radene leses …',
  shown: ({ from, to, all, children }) =>
    `Rad ${from} til ${to} av ${all}, om ${children} barn eller saker.`,
  caption: 'Rader bak tallet',
  notForRelease: 'Arbeidsvisning: ubeskyttet, ikke til publisering.',
  copied: 'Arbeidsvisning – ubeskyttet – ikke til publisering',
  region: (caption) => `Tabell: ${caption}`,
  row: 'Rad i filen',
  rowOf: (row, file, more) => `${row} i ${file}${more > 0 ? ` og ${more} til` : ''}`,
  detected: 'Først oppdaget',
  counted: 'Slik tallet teller den',
  unknown: 'ikke kjent',
  back: 'Forrige rader',
  on: 'Neste rader',
  query: 'Spørringen slik den ble kjørt for listen',
  queryNote: 'Setningen bak tallet, delt etter barn.',
  queryLabel: 'SQL for listen',
  copyQuery: 'Kopier spørringen for listen',
  log: 'Hva som er sett på i denne økten',
  logNote: 'Nyeste sist. Listen blir stående til økten avsluttes.',
  logColumns: ['Tid', 'Tall', 'Periode og gruppe', 'Filtre', 'Rader'],
  none: 'ingen',
  rows: (from, to, all) => `${from}–${to} av ${all}`,
  tells: {
    child: 'et barn',
    ageUnknown: 'ukjent alder, ved siden av tallet',
    yes: 'ja',
    no: 'nei',
    unknown: 'ikke kjent',
    invalid: 'utelatt: tiden er ikke mulig (feil i data)',
    untimed: 'kan ikke tidfestes',
    event: (time) => `hendelsen kom etter ${time}`,
    other: (time) => `noe annet avsluttet ventetiden etter ${time}`,
    moved: (time) => `overført eller ute av syne etter ${time}`,
    open: (time) => `ventet fortsatt etter ${time}`,
    value: (value) => `verdi ${value}`,
  },
};

/** What stands with the rows behind a number. */
export const rowsWords: Words<typeof en> = { en, nb };
