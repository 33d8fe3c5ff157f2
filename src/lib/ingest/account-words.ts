import type { Column } from '$lib/schema/table';
import type { Text } from '$lib/schema/text';
import { nbNumber } from './nb-number';

/** What is said of loaded rows, behind their number. */
export const accountWords = {
  noCode: {
    en: 'hold a value that no code stands for; the value is left out, the row is kept.',
    nb: 'har en verdi som ingen kode står for; verdien er utelatt, raden beholdes.',
  },
  otherForm: {
    en: 'hold a value of another form than this column has; the value is left out, the row is kept.',
    nb: 'har en verdi med en annen form enn denne kolonnen har; verdien er utelatt, raden beholdes.',
  },
  withheld: {
    en: 'hold a value that the source withheld; it is neither zero nor missing.',
    nb: 'har en verdi som kilden har holdt tilbake; det er verken null eller en manglende verdi.',
  },
  empty: {
    en: 'lack a value that this table needs.',
    nb: 'mangler en verdi som denne tabellen trenger.',
  },
  total: {
    en: 'look like a total of other rows. They are kept: remove them at the source if they are totals.',
    nb: 'ser ut som en sum av andre rader. De beholdes: Fjern dem ved kilden hvis de er summer.',
  },
  headerAgain: {
    en: 'repeat the header, as when exports are put one after another. They are kept: remove them at the source.',
    nb: 'gjentar overskriften, som når uttrekk er lagt etter hverandre. De beholdes: Fjern dem ved kilden.',
  },
  /** The whole sentence. */
  keyTwice: (rows: number): Text => ({
    en: `${rows} ${rows === 1 ? 'row repeats' : 'rows repeat'} a key that should stand once. All rows are kept.`,
    nb: `${nbNumber(rows)} ${rows === 1 ? 'rad' : 'rader'} gjentar en nøkkel som bare skal stå én gang. Alle rader beholdes.`,
  }),
};

const norwegian = {
  date: 'en dato',
  month: 'en måned',
  year: 'et årstall',
  value: 'en verdi',
  number: 'et tall',
} as const;

/** What a cell of this column is, as the code of an issue names it. */
export function cellKind({ type }: Column): keyof typeof norwegian {
  if (type.startsWith('event') || type === 'date') return 'date';
  if (type === 'yearmonth') return 'month';
  if (type === 'year') return 'year';
  return type === 'string' || type === 'list' ? 'value' : 'number';
}

/** Cells that cannot be read as what this column holds. */
export function notReadAs(column: Column): Text {
  const { type, min, max } = column;
  const ranged = min !== null && max !== null && !type.startsWith('event');
  const [kind, sort] = type.startsWith('event')
    ? ['a moment', 'et tidspunkt']
    : type === 'integer'
      ? ['a whole number', 'et helt tall']
      : [`a ${cellKind(column)}`, norwegian[cellKind(column)]];
  const en = ranged ? ` from ${min} to ${max}` : '';
  const nb = ranged ? ` fra ${min} til ${max}` : '';
  return {
    en: `hold a value that cannot be read as ${kind}${en}; the value is left out, the row is kept.`,
    nb: `har en verdi som ikke kan leses som ${sort}${nb}; verdien er utelatt, raden beholdes.`,
  };
}
