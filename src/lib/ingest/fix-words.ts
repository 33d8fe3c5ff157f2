import type { Issue } from '$lib/schema/issue';
import type { Column, Part } from '$lib/schema/table';
import type { Text } from '$lib/schema/text';
import { nbNumber } from './nb-number';
import { rowsThat } from './rows-that';

type Note = Pick<Issue, 'code' | 'message'>;

/** What is said of repairs that were made. */
export const fixNotes = {
  unknown: (like: string, rows: number): Note => ({
    code: 'set-unknown',
    message: rowsThat(rows, {
      en: `with a value like ${like} were set as unknown by decision.`,
      nb: `med en verdi som ${like} er satt som ukjent etter valg.`,
    }),
  }),
  exclude: (like: string, rows: number): Note => ({
    code: 'rows-excluded',
    message: rowsThat(rows, {
      en: `with a value like ${like} were left out by decision.`,
      nb: `med en verdi som ${like} er utelatt etter valg.`,
    }),
  }),
  cells: (met: number, all: number): Note => ({
    code: 'cells-changed',
    message: {
      en: `${met} of ${all} single ${all === 1 ? 'cell' : 'cells'} that somebody changed ${all === 1 ? 'was' : 'were'} met in this file and changed.`,
      nb: `${nbNumber(met)} av ${nbNumber(all)} enkeltceller som noen har endret, ble funnet i denne filen og endret.`,
    },
  }),
};

/** What a cell of a column should look like. */
export function expectedIn(column: Column, part: Part | null): Text {
  if (part === 'offset_h') return { en: 'a number of hours', nb: 'et antall timer' };
  if (part === 'offset_d') return { en: 'a number of days', nb: 'et antall dager' };
  if (part === 'month' || column.type === 'yearmonth')
    return { en: 'a month such as 2024-12', nb: 'en måned som 2024-12' };
  if (part === 'at' || column.type === 'date')
    return {
      en: 'a date on the calendar, such as 2024-12-31 or 31.12.2024',
      nb: 'en dato som finnes i kalenderen, som 2024-12-31 eller 31.12.2024',
    };
  if (column.codes.length) return { en: 'a code of the list', nb: 'en kode i listen' };
  if (column.type === 'year') return { en: 'a year such as 2024', nb: 'et årstall som 2024' };
  if (column.type === 'integer' || column.type === 'number') {
    const { min, max } = column;
    const whole = column.type === 'integer';
    const [en, nb] = [whole ? 'a whole number' : 'a number', whole ? 'et helt tall' : 'et tall'];
    return min !== null && max !== null
      ? { en: `${en} from ${min} to ${max}`, nb: `${nb} fra ${min} til ${max}` }
      : { en, nb };
  }
  return { en: 'a value of the form of this column', nb: 'en verdi med formen til denne kolonnen' };
}
