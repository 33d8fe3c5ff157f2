import { codeOf, spanOf } from './cells';
import type { Child } from './children';

/** Months from `first` to `last`, both included. */
export interface Months {
  readonly id: string;
  readonly first: string;
  readonly last: string;
}

/** `all`, or the calendar years the dataset claims to cover (ruling M9). */
export function periodsOf(kind: 'all' | 'year', start: string, end: string): Months[] {
  if (kind === 'all') return [{ id: 'all', first: start, last: end }];
  const years: Months[] = [];
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year++) {
    const [first, last] = [`${year}-01`, `${year}-12`];
    years.push({
      id: String(year),
      first: first < start ? start : first,
      last: last > end ? end : last,
    });
  }
  return years;
}

/** As many months as asked, the last one being `last`. */
export function lastMonths(count: number, last: string): Months {
  const at = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - count;
  const first = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  return { id: `${first}..${last}`, first, last };
}

/** The status is on the ladder of the population (indicators 0.3). */
export function inPopulation(child: Child, population: 'P-DET' | 'P-REG' | 'P-IDENT'): boolean {
  if (population === 'P-DET') return true;
  if (child.status === 'identified') return true;
  return population === 'P-REG' && child.status === 'presumed';
}

/** First detected in these months (rulings M4, M9). */
export const detectedIn = (child: Child, { first, last }: Months): boolean =>
  child.month >= first && child.month <= last;

const notOutOfHome = ['own_family', 'none', 'detention'];

/** Valid stays in out-of-home care (ruling S7); a place of unknown type counts as care. */
export const careStays = (child: Child) =>
  child.events('placements').filter((row) => {
    const type = codeOf(row.placement_type).code;
    if (type !== null && notOutOfHome.includes(type)) return false;
    const { from, valid } = spanOf(row, child.t0);
    return valid && from !== null;
  });

/** Ways of splitting children; the empty one is the total. */
export const breakdowns = ['', 'gender', 'age_band', 'gender*main_form'];

/** The row of a breakdown a child stands in. */
export function groupOfChild(child: Child, breakdown: string): Record<string, string> {
  const codes: Record<string, string> = {
    gender: child.gender,
    age_band: child.ageBand,
    main_form: child.mainForm,
  };
  return Object.fromEntries(
    breakdown
      .split('*')
      .filter(Boolean)
      .map((column) => [column, codes[column] ?? '']),
  );
}
