import { limitsWords } from '$lib/charts/limits-words';
import type { Cell, MissingReason, Released, ReleasedRow } from '$lib/disclosure/released';
import type { Indicator } from '$lib/schema/indicator';
import type { Language, Text } from '$lib/schema/text';
import { hasLimits } from './cell-text';
import { formatNumber } from './number-format';
import { periodWords } from '$lib/schema/period-words';
import type { Picked } from './pick-rows';

/** A run of a sentence; figures and names that carry it are `strong`. */
export interface SentencePiece {
  readonly text: string;
  readonly strong: boolean;
}

/** What a sentence may draw on. */
export interface Said {
  readonly released: Released;
  readonly indicator: Indicator;
  readonly language: Language;
  readonly picked: Picked;
  /** The latest period, and the one before it. */
  readonly period: string;
  readonly before: string | null;
}

/** A run of plain text. */
export const plain = (text: string): SentencePiece => ({ text, strong: false });

/** A run that carries the sentence. */
export const strong = (text: string): SentencePiece => ({ text, strong: true });

/** First letter small, so that a label can stand inside a sentence. */
export const lowerFirst = (label: string): string =>
  label.charAt(0).toLocaleLowerCase('nb') + label.slice(1);

/** `in 2024`, `from January to June 2024`, `over the whole period`. */
export function inPeriod(period: string, language: Language): string {
  const words = periodWords(period, language);
  if (language === 'nb') return `${/^\S+ (\d{4} )?til \S+ \d/.test(words) ? 'fra' : 'i'} ${words}`;
  if (period === 'all') return `over ${words}`;
  return `${words.includes(' to ') ? 'from' : 'in'} ${words}`;
}

/** When a question is about: in the period, or for a stock on its last day. */
export function whenWords(
  { period: kind }: Pick<Indicator, 'period'>,
  period: string,
  language: Language,
): string {
  if (kind !== 'stock') return inPeriod(period, language);
  const words = periodWords(lastMonth(period), language);
  return language === 'nb' ? `på siste dag i ${words}` : `on the last day of ${words}`;
}

/** Last month of a range, a half or a quarter; a year and the whole stay as they are. */
function lastMonth(period: string): string {
  const part = /^(\d{4})-([HQ])([1-4])$/.exec(period);
  if (!part) return period.split('..').at(-1) ?? period;
  const months = Number(part[3]) * (part[2] === 'H' ? 6 : 3);
  return `${part[1]}-${String(months).padStart(2, '0')}`;
}

const absent: Readonly<Record<MissingReason, Text>> = {
  'no rows': {
    en: 'No number can be given, because the files have no rows for it',
    nb: 'Tallet kan ikke gis, fordi filene ikke har rader for det',
  },
  'no denominator': {
    en: 'No number can be given, because nobody was recorded whom it could be calculated for',
    nb: 'Tallet kan ikke gis, fordi ingen er registrert som det kan regnes ut for',
  },
  'not recorded': {
    en: 'No number can be given, because too much is not recorded',
    nb: 'Tallet kan ikke gis, fordi for mye ikke er registrert',
  },
  'not asked': {
    en: 'No number can be given, because this was not asked',
    nb: 'Tallet kan ikke gis, fordi det ikke ble spurt om dette',
  },
  'too few for this statistic': {
    en: 'No number can be given, because too few were recorded for this statistic',
    nb: 'Tallet kan ikke gis, fordi for få er registrert for dette målet',
  },
  'not reached': {
    en: 'No number can be given, because it was not reached while the children were followed',
    nb: 'Tallet kan ikke gis, fordi det ikke ble nådd mens barna ble fulgt',
  },
  'beyond follow-up': {
    en: 'No number can be given, because the children were not followed for that long',
    nb: 'Tallet kan ikke gis, fordi barna ikke ble fulgt så lenge',
  },
};

/** A number in a sentence; in place of one that is withheld the limits that shown numbers set, '' without them. */
export function numberOrLimits({ value, unit }: ReleasedRow, language: Language): string {
  if (value.is === 'value') return formatNumber(value.value, unit, language);
  return hasLimits(value) ? limitsWords(value.between, language) : '';
}

/** Figures that a sentence can name: those with a number, or with limits in place of one. */
export const canBeSaid = ({ value }: ReleasedRow): boolean =>
  value.is === 'value' || hasLimits(value);

const fromOthers: Text = {
  en: ' The limits follow from the other numbers shown; the exact share is withheld to protect children.',
  nb: ' Grensene følger av de andre tallene som vises; den nøyaktige andelen holdes tilbake for å verne barn.',
};
const fromOthersToo: Text = {
  en: ' Where limits stand, they follow from the other numbers shown.',
  nb: ' Der det står grenser, følger de av de andre tallene som vises.',
};

/** How a sentence ends that leaves numbers out: `some` of them, or their exact size where it gives limits. */
export function withheldEnd(
  cells: readonly Cell[],
  some: Text,
  language: Language,
): SentencePiece[] {
  const limited = cells.some(hasLimits);
  if (!cells.some((cell) => cell.is === 'withheld' && !hasLimits(cell)))
    return limited ? [plain(fromOthers[language])] : [];
  return [plain(some[language]), plain(limited ? fromOthersToo[language] : '')];
}

/**
 * A sentence in place of a number that is withheld or missing; the period is named unless whole. A withheld
 * share that shown numbers limit is told by its limits.
 */
export function withoutNumber(
  cell: Exclude<Cell, { is: 'value' }>,
  period: string,
  language: Language,
): SentencePiece[] {
  const when = period === 'all' ? '' : ` (${periodWords(period, language)})`;
  if (cell.is === 'missing') return [plain(`${absent[cell.why][language]}${when}.`)];
  if (cell.between)
    return [
      plain(language === 'nb' ? `Andelen${when} er ` : `The share${when} is `),
      strong(limitsWords(cell.between, language)),
      plain(`.${fromOthers[language]}`),
    ];
  return [
    plain(
      language === 'nb'
        ? `Tallet${when} holdes tilbake for å verne barn.`
        : `The number${when} is withheld to protect children.`,
    ),
  ];
}

/** `, compared with 75% in 2023`, with `counts` behind it; empty where the earlier figure is not a number. */
export function comparedWith(
  row: ReleasedRow | null,
  language: Language,
  counts = '',
): SentencePiece[] {
  if (row?.value.is !== 'value') return [];
  const { value } = row.value;
  return [
    plain(language === 'nb' ? ', mot ' : ', compared with '),
    strong(formatNumber(value, row.unit, language)),
    plain(` ${inPeriod(row.period, language)}${counts ? ` (${counts})` : ''}`),
  ];
}

/**
 * The same, told only where the counts behind both figures are told too: of missing children a change of
 * one is not a change of the other.
 */
export function comparedByCounts(
  [now, before]: readonly [ReleasedRow, ReleasedRow | null],
  language: Language,
  counts: (row: ReleasedRow) => string,
): SentencePiece[] {
  const told = before && counts(now) ? counts(before) : '';
  return told ? comparedWith(before, language, told) : [];
}
