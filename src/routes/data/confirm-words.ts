import type { Text } from '$lib/schema/text';
import type { Words } from '../words-in';

const columns = (n: number) => `${n} ${n === 1 ? 'column' : 'columns'}`;
const wordsOf = (n: number) => `${n} ${n === 1 ? 'word' : 'words'}`;
const kolonner = (n: number) => `${n} ${n === 1 ? 'kolonne' : 'kolonner'}`;

const en = {
  title: 'Confirm how columns are read',
  intro:
    'These columns do not bear the exact name of the data model. Nothing of their files is used until you have said that each is read as what it is. A saved mapping counts as said.',
  allSynonyms: (n: number, files: number) =>
    `Confirm all ${n} synonyms of ${files} ${files === 1 ? 'file' : 'files'}`,
  file: (name: string, n: number) => `${name}: ${columns(n)} to confirm`,
  synonyms: (n: number, file: string) =>
    `Confirm the ${n} ${n === 1 ? 'synonym' : 'synonyms'} of ${file}`,
  likenesses: (n: number, file: string) =>
    `Confirm the ${n} ${n === 1 ? 'likeness' : 'likenesses'} of ${file} shown here`,
  tableOf: (file: string) => `Columns of ${file} to confirm`,
  headings: ['Your column', 'Read as', 'Match', 'Why', 'Your word'],
  one: 'Confirm',
  oneOf: (column: string, target: string) => `Confirm ${column} as ${target}`,
  drop: 'Leave out',
  dropOf: (column: string) => `Leave out ${column}`,
  answers: { confirmed: 'confirmed', changed: 'decided otherwise' },
  left: (n: number) => `${columns(n)} still to confirm.`,
  codes: {
    title: 'Words read as codes',
    intro:
      'These words are no codes of the data model. Words of the published lists are read as shown. A word that could stand for several things waits until you have said for what: a letter or a number is decided for the whole file.',
    file: (name: string, n: number, waiting: number) =>
      `${name}: ${wordsOf(n)}, ${waiting} to confirm`,
    tableOf: (file: string) => `Words of ${file} read as codes`,
    headings: ['Your word', 'Column', 'Records', 'Stands for', 'Match and why', 'Your answer'],
    one: 'Confirm',
    oneOf: (word: string, column: string) => `Confirm ${word} in ${column}`,
    all: (n: number, file: string) => `Confirm the ${wordsOf(n)} of ${file}`,
    known: 'read so',
    left: (n: number) => `${wordsOf(n)} still to confirm.`,
  },
  load: 'Load with these answers',
  other:
    'To read a column as something else, open “How this file is read” further down, choose, and read again.',
  waits: 'Files that wait',
  waitsFor: (n: number, words: number) => {
    const parts = [...(n ? [columns(n)] : []), ...(words ? [wordsOf(words)] : [])];
    return parts.length ? `${parts.join(' and ')} to confirm` : 'something to decide';
  },
  /** What it would add, behind its name. */
  adds: (records: string, table: string) => `${records} records for ${table}`,
  waitsAlong: 'waits with the other files of its table',
  tag: (n: number) => `Without ${n} ${n === 1 ? 'file that waits' : 'files that wait'}`,
  waitsNote: 'Their records are in no figure yet.',
  decide: 'Decide under Data',
  leaveOut: 'Leave this whole file out',
  leaveOutNote: 'Its records are counted as left out by rule, with your reason in the account.',
  reason: 'Reason',
  leave: 'Leave the file out',
  takeBack: 'Use this file after all',
};

const nb: typeof en = {
  title: 'Bekreft hvordan kolonner leses',
  intro:
    'Disse kolonnene har ikke det nøyaktige navnet i datamodellen. Ingenting fra filene brukes før du har sagt at hver av dem leses som det den er. En lagret kobling regnes som sagt.',
  allSynonyms: (n, files) =>
    `Bekreft alle ${n} synonymer i ${files} ${files === 1 ? 'fil' : 'filer'}`,
  file: (name, n) => `${name}: ${kolonner(n)} å bekrefte`,
  synonyms: (n, file) => `Bekreft ${n} ${n === 1 ? 'synonym' : 'synonymer'} i ${file}`,
  likenesses: (n, file) =>
    `Bekreft ${n} ${n === 1 ? 'likhet' : 'likheter'} i ${file} som er vist her`,
  tableOf: (file) => `Kolonner i ${file} å bekrefte`,
  headings: ['Din kolonne', 'Leses som', 'Treff', 'Hvorfor', 'Ditt svar'],
  one: 'Bekreft',
  oneOf: (column, target) => `Bekreft ${column} som ${target}`,
  drop: 'Utelat',
  dropOf: (column) => `Utelat ${column}`,
  answers: { confirmed: 'bekreftet', changed: 'bestemt annerledes' },
  left: (n) => `${kolonner(n)} gjenstår å bekrefte.`,
  codes: {
    title: 'Ord som leses som koder',
    intro:
      'Disse ordene er ikke koder i datamodellen. Ord fra de publiserte listene leses slik det er vist. Et ord som kan stå for flere ting, venter til du har sagt hva det står for: En bokstav eller et tall bestemmes for hele filen.',
    file: (name, n, waiting) => `${name}: ${n} ord, ${waiting} å bekrefte`,
    tableOf: (file) => `Ord i ${file} som leses som koder`,
    headings: ['Ditt ord', 'Kolonne', 'Poster', 'Står for', 'Treff og hvorfor', 'Ditt svar'],
    one: 'Bekreft',
    oneOf: (word, column) => `Bekreft ${word} i ${column}`,
    all: (n, file) => `Bekreft ${n} ord i ${file}`,
    known: 'leses slik',
    left: (n) => `${n} ord gjenstår å bekrefte.`,
  },
  load: 'Last inn med disse svarene',
  other:
    'For å lese en kolonne som noe annet: Åpne «Slik leses denne filen» lenger ned, velg, og les på nytt.',
  waits: 'Filer som venter',
  waitsFor: (n, words) => {
    const parts = [...(n ? [kolonner(n)] : []), ...(words ? [`${words} ord`] : [])];
    return parts.length ? `${parts.join(' og ')} å bekrefte` : 'noe å ta stilling til';
  },
  adds: (records, table) => `${records} poster til ${table}`,
  waitsAlong: 'venter sammen med de andre filene i tabellen',
  tag: (n) => `Uten ${n} ${n === 1 ? 'fil' : 'filer'} som venter`,
  waitsNote: 'Postene deres er ikke med i noe tall ennå.',
  decide: 'Ta stilling under Data',
  leaveOut: 'Utelat hele denne filen',
  leaveOutNote:
    'Postene telles som utelatt etter regel, og begrunnelsen din står i regnskapet for filen.',
  reason: 'Begrunnelse',
  leave: 'Utelat filen',
  takeBack: 'Bruk filen likevel',
};

/** The words of what is confirmed, and of files that wait. */
export const confirmWords: Words<typeof en> = { en, nb };

/** Names of steps, in both languages at once. */
export const confirmSteps = {
  confirmed: (n: number): Text => ({
    en: `Confirmed ${columns(n)}`,
    nb: `Bekreftet ${kolonner(n)}`,
  }),
  codes: (n: number): Text => ({
    en: `Confirmed ${wordsOf(n)} read as codes`,
    nb: `Bekreftet ${n} ord som leses som koder`,
  }),
  answered: { en: 'Answered the questions', nb: 'Svarte på spørsmålene' },
  leftOut: (file: string): Text => ({ en: `Left out ${file}`, nb: `Utelot ${file}` }),
  takenBack: (file: string): Text => ({
    en: `Used ${file} after all`,
    nb: `Brukte ${file} likevel`,
  }),
  mapped: (file: string): Text => ({
    en: `Changed how ${file} is read`,
    nb: `Endret hvordan ${file} leses`,
  }),
};
