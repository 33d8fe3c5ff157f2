import type { Words } from '../words-in';

const en = {
  feeds: (table: string | null, adapter: string | null) =>
    `${table ? `Feeds ${table}` : 'Not loaded'}${adapter ? `, read as ${adapter}` : ''}`,
  blankLines: (lines: string) => `${lines} blank lines beside the records.`,
  readAs: (encoding: string, delimiter: string, headerRow: string, newline: string) =>
    `Read as ${encoding}, separated by ${delimiter}, header on line ${headerRow}, line ends ${newline}; SHA-256`,
  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' },
  newlines: { '\n': 'LF', '\r\n': 'CR LF', '\r': 'CR', mixed: 'mixed' },
  problemsIn: (file: string) => `Problems in ${file}`,
  problems: 'Problems, by what they need',
  kind: 'Kind',
  column: 'Column',
  rows: 'Rows',
  what: 'What and where',
  levels: { error: 'Stops the file', reject: 'Rejected', warning: 'Warning', note: 'Note' },
  lines: (lines: readonly string[], more: boolean) =>
    `Line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}${more ? ' …' : ''}`,
  review: 'Review records that may be one child',
  identifiers: 'Columns that could point to a person',
  handling: {
    stops: 'stops the file until you decide',
    dropped: 'dropped',
    generalised: 'generalised',
  },
  saveRejected: 'Save the rejected rows with line and reason',
  rejectedNote: 'They hold what your file holds; treat the copy like the file.',
  columns: (read: string, all: string) => `Columns: ${read} of ${all} read`,
  columnsOf: (file: string) => `Columns of ${file}`,
  mapping: ['Your column', 'Read as', 'Match', 'Why'],
  notLoaded: 'not loaded',
  tiers: {
    exact: 'exact',
    synonym: 'synonym',
    fuzzy: 'fuzzy',
    content: 'content',
    adapter: 'adapter',
    user: 'user',
  },
  cannotFeed: 'What this source cannot feed',
};

const nb: typeof en = {
  feeds: (table, adapter) =>
    `${table ? `Gir data til ${table}` : 'Ikke lastet inn'}${adapter ? `, lest som ${adapter}` : ''}`,
  blankLines: (lines) => `Tomme linjer i tillegg til postene: ${lines}.`,
  readAs: (encoding, delimiter, headerRow, newline) =>
    `Lest som ${encoding}, skilt med ${delimiter}, overskriftsrad på linje ${headerRow}, linjeskift ${newline}; SHA-256`,
  delimiters: { ',': 'komma', ';': 'semikolon', '\t': 'tabulator', '|': 'loddstrek' },
  newlines: { '\n': 'LF', '\r\n': 'CR LF', '\r': 'CR', mixed: 'av flere slag' },
  problemsIn: (file) => `Problemer i ${file}`,
  problems: 'Problemer, etter hva de krever',
  kind: 'Type',
  column: 'Kolonne',
  rows: 'Rader',
  what: 'Hva og hvor',
  levels: { error: 'Stanser filen', reject: 'Avvist', warning: 'Varsel', note: 'Merknad' },
  lines: (lines, more) => `Linje ${lines.join(', ')}${more ? ' …' : ''}`,
  review: 'Gå gjennom poster som kan være ett barn',
  identifiers: 'Kolonner som kan peke ut en person',
  handling: {
    stops: 'stanser filen til du tar stilling',
    dropped: 'utelatt',
    generalised: 'gjort grovere',
  },
  saveRejected: 'Lagre de avviste radene med linje og grunn',
  rejectedNote: 'De inneholder det filen din inneholder; behandle kopien som filen.',
  columns: (read, all) => `Kolonner: ${read} av ${all} lest`,
  columnsOf: (file) => `Kolonner i ${file}`,
  mapping: ['Din kolonne', 'Lest som', 'Treff', 'Hvorfor'],
  notLoaded: 'ikke lastet inn',
  tiers: {
    exact: 'nøyaktig',
    synonym: 'synonym',
    fuzzy: 'lignende',
    content: 'innhold',
    adapter: 'kjent uttrekk',
    user: 'bruker',
  },
  cannotFeed: 'Hva denne kilden ikke kan gi data til',
};

/** The words of the report on one file. */
export const fileWords: Words<typeof en> = { en, nb };
