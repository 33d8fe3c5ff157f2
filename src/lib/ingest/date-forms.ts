import type { DayMonth } from './value-formats';

const time = /[T ]\d{1,2}:\d{2}.*$/;
const dated: readonly (readonly [RegExp, string])[] = [
  [/^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/, 'YYYYMMDD'],
  [/^\d{4}-\d{1,2}-\d{1,2}$/, 'YYYY-MM-DD'],
  [/^\d{4}\/\d{1,2}\/\d{1,2}$/, 'YYYY/MM/DD'],
  [/^\d{4}\.\d{1,2}\.\d{1,2}$/, 'YYYY.MM.DD'],
  [/^\d{4}([-/.])\d{1,2}$/, 'YYYY$1MM'],
  [/^\d{1,2}([-/.])\d{4}$/, 'MM$1YYYY'],
  [/^(19|20)\d{2}$/, 'YYYY'],
];
const dayOrMonth = /^\d{1,2}([/.-])\d{1,2}\1\d{4}$/;

/** Share of the dates of a column from which on a form is told; rarer ones come and go by chance. */
const leastShare = 0.1;

/**
 * The forms in which the dates of a column are written (`YYYY-MM-DD`, `DD.MM.YYYY hh:mm`, …), in
 * alphabetical order. Cells that are no date are passed over; nothing of a cell is kept.
 * @param order of day and month, where it was proved or decided; else such dates are `D/M/YYYY`
 */
export function dateForms(cells: Iterable<string>, order: DayMonth | undefined): readonly string[] {
  const forms = new Map<string, number>();
  let all = 0;
  for (const raw of cells) {
    const cell = raw.trim();
    const day = cell.replace(time, '');
    const form = formOf(day, order);
    if (!form) continue;
    all++;
    const whole = day === cell ? form : `${form} hh:mm`;
    forms.set(whole, (forms.get(whole) ?? 0) + 1);
  }
  return [...forms]
    .filter(([, count]) => count >= all * leastShare)
    .map(([form]) => form)
    .sort();
}

function formOf(day: string, order: DayMonth | undefined): string | null {
  const sign = dayOrMonth.exec(day)?.[1];
  if (sign) {
    const [first, second] =
      sign === '.' || order === 'dmy' ? ['DD', 'MM'] : order ? ['MM', 'DD'] : ['D', 'M'];
    return [first, second, 'YYYY'].join(sign);
  }
  for (const [shape, form] of dated) {
    const found = shape.exec(day);
    if (found) return form.replace('$1', found[1] ?? '');
  }
  return null;
}
