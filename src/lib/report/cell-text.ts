import { limitsText, limitsWords, type Limits } from '$lib/charts/limits-words';
import type { Cell, MissingReason, ReleasedRow } from '$lib/disclosure/released';
import type { Language, Text } from '$lib/schema/text';
import { formatNumber } from './number-format';
import type { ReportCell } from './report-table';

type LimitedCell = Extract<Cell, { is: 'withheld' }> & { readonly between: Limits };

const withheld: Text = { en: 'withheld to protect children', nb: 'holdt tilbake for å verne barn' };
const exact: Text = {
  en: 'this follows from the other numbers shown; the exact share is withheld to protect children',
  nb: 'det følger av de andre tallene som vises; den nøyaktige andelen holdes tilbake for å verne barn',
};
const limits: Text = {
  en: 'limits before the mark are what follows from the other numbers shown, not a 95% range; the exact share is withheld',
  nb: 'grenser foran merket er det som følger av de andre tallene som vises, ikke et 95 %-område; den nøyaktige andelen holdes tilbake',
};
const missing: Text = { en: 'not available', nb: 'ikke tilgjengelig' };

const reasons: Record<MissingReason, Text> = {
  'no rows': { en: 'no rows in the files', nb: 'ingen rader i filene' },
  'no denominator': { en: 'nobody to calculate it for', nb: 'ingen å regne det ut for' },
  'not recorded': { en: 'not recorded', nb: 'ikke registrert' },
  'not asked': { en: 'not asked', nb: 'ikke spurt om' },
  'too few for this statistic': {
    en: 'too few for this statistic',
    nb: 'for få til dette målet',
  },
  'not reached': { en: 'not reached while followed', nb: 'ikke nådd i oppfølgingstiden' },
  'beyond follow-up': { en: 'beyond follow-up', nb: 'etter oppfølgingens slutt' },
};

const marks: Readonly<Record<string, readonly [sign: string, words: Text]>> = {
  unstable: ['[u]', { en: 'small numbers, read with care', nb: 'små tall, les med varsomhet' }],
  provisional: ['[p]', { en: 'provisional', nb: 'foreløpig' }],
  incomplete: [
    '[m]',
    {
      en: 'months missing: the files do not cover the whole period',
      nb: 'måneder mangler: filene dekker ikke hele perioden',
    },
  ],
  break: [
    '[b]',
    {
      en: 'break in the series: recorded in another way than in the period before',
      nb: 'brudd i serien: registrert på en annen måte enn i perioden før',
    },
  ],
  revised: [
    '[r]',
    {
      en: 'revised: differs from the figure of the import before',
      nb: 'revidert: et annet tall enn i innlastingen før',
    },
  ],
  undecided: [
    '[l]',
    {
      en: 'in brackets the fewest and the most, because pairs of records that may be one child are undecided',
      nb: 'i parentes det laveste og det høyeste, fordi par av poster som kan være ett barn, er uavgjort',
    },
  ],
  'biased short': [
    '[t]',
    { en: 'biased short: open cases are left out', nb: 'for kort: åpne saker er utelatt' },
  ],
  open: ['[o]', { en: 'a grant has no end date', nb: 'et tilskudd mangler sluttdato' }],
  'open grants left out': [
    '[o]',
    {
      en: 'grants without an end date are left out',
      nb: 'tilskudd uten sluttdato er utelatt',
    },
  ],
  'other reference point': [
    '[d]',
    {
      en: 'population of another day of the year than asked for',
      nb: 'folketall fra en annen dag i året enn det ble spurt om',
    },
  ],
  expired: [
    '[e]',
    { en: 'assessed more than 24 months before', nb: 'vurdert for mer enn 24 måneder siden' },
  ],
  'invalid rows left out': [
    '[i]',
    {
      en: 'rows that contradict themselves are left out',
      nb: 'rader med indre motsigelser utelatt',
    },
  ],
};

/**
 * Text of a cell: the number in its unit, `[c]` where withheld, with the limits of the share in front where
 * shown numbers set some (`68–72% [c]`), `[x]` where missing.
 */
export function cellText(cell: Cell, unit: string, language: Language): string {
  if (cell.is === 'value') return formatNumber(cell.value, unit, language);
  if (cell.is === 'missing') return '[x]';
  return cell.between ? limitsText(cell.between, language) : '[c]';
}

/** What a mark in place of a number means, in words; null where there is a number. */
export function cellWords(cell: Cell, language: Language): string | null {
  if (cell.is === 'value') return null;
  if (cell.is === 'missing') return reasons[cell.why][language];
  return cell.between
    ? `${limitsWords(cell.between, language)}; ${exact[language]}`
    : withheld[language];
}

/** Whether a number is withheld and shown numbers limit it. */
export const hasLimits = (cell: Cell): cell is LimitedCell =>
  cell.is === 'withheld' && cell.between !== undefined;

/** A cell without a figure, because the column does not apply to the row. */
export const notApplicable = (language: Language): ReportCell => ({
  is: 'missing',
  text: '[z]',
  words: { en: 'does not apply', nb: 'ikke aktuelt' }[language],
});

/** Marks that stand beside a number, for example `[u][p]`; unknown marks have no sign. */
export const markText = (row: Pick<ReleasedRow, 'marks'>): string =>
  row.marks.map((mark) => marks[mark]?.[0] ?? '').join('');

/** Explains every sign that these cells and rows use, one line a sign, in a fixed order. */
export function legendOf(
  cells: readonly Cell[],
  rows: readonly Pick<ReleasedRow, 'marks'>[],
  language: Language,
): string[] {
  const why = Object.keys(reasons).filter((reason) =>
    cells.some((cell) => cell.is === 'missing' && cell.why === reason),
  ) as MissingReason[];
  return [
    ...(cells.some(({ is }) => is === 'withheld')
      ? [`[c] ${withheld[language]}${cells.some(hasLimits) ? `; ${limits[language]}` : ''}`]
      : []),
    ...(why.length > 0
      ? [`[x] ${missing[language]}: ${why.map((reason) => reasons[reason][language]).join('; ')}`]
      : []),
    ...Object.entries(marks)
      .filter(([mark]) => rows.some((row) => row.marks.includes(mark)))
      .map(([, [sign, words]]) => `${sign} ${words[language]}`),
  ];
}
