import type { Released, ReleasedRow } from '$lib/disclosure/released';
import type { Indicator, Measure } from '$lib/schema/indicator';
import type { Language, Text } from '$lib/schema/text';
import { cellText, cellWords, legendOf, markText, notApplicable } from './cell-text';
import { differenceRange, differenceText, pText, ratioText, verdict } from './compare-words';
import { groupWords } from './group-words';
import { formatRange } from './number-format';
import { periodWords } from '$lib/schema/period-words';
import type { ReportCell } from './report-table';
import type { ReportTable } from './table-of';
import { unitWords } from './unit-words';

/** p-values adjusted for their number, by group and period. */
interface AdjustedP {
  readonly comparisons: number;
  readonly method: string;
  of(row: Pick<ReleasedRow, 'period' | 'by'>): number | null;
}

/** What a table or sentence of comparisons speaks of. */
export interface CompareChoice {
  readonly indicator: Indicator;
  readonly language: Language;
  /** The measure compared, one of `comparedMeasures`. */
  readonly measure: string;
  /** The reference group. */
  readonly column: string;
  readonly code: string;
  /** Adjusts the released p-values of one panel. */
  readonly adjust: (pMeasure: string) => AdjustedP;
}

/** Measures of which the released figures hold comparisons, in the order of the definition. */
export const comparedMeasures = ({ rows }: Released, { measures }: Indicator): Measure[] =>
  measures.filter(({ id }) => rows.some(({ measure }) => measure === `${id}_difference`));

/** The log-rank panel that belongs to a measure on a curve; null where there is none. */
function logrankOf({ rows }: Released, { measures }: Indicator, id: string): string | null {
  const of = measures.find((measure) => measure.id === id)?.of;
  const names = measures.filter((one) => one.of === of).map((one) => `${one.id}_logrank_p`);
  return names.find((name) => rows.some(({ measure }) => measure === name)) ?? null;
}

/**
 * Every other group against the reference group: value, difference and ratio with their ranges, and
 * what the adjusted p-value says. Groups in the order of the figure, the reference group named.
 */
export function compareTable(released: Released, choice: CompareChoice): ReportTable {
  const { indicator, language, measure, column, code } = choice;
  const text = words[language];
  const rows = groupRows(released, measure, column);
  const at = (name: string, row: ReleasedRow) =>
    released.rows.find(
      (one) => one.measure === name && one.period === row.period && sameGroup(one.by, row.by),
    );
  const hasRatio = released.rows.some((row) => row.measure === `${measure}_ratio`);
  const waits = logrankOf(released, indicator, measure);
  const panel = choice.adjust(`${measure}_difference_p`);
  const waitPanel = waits ? choice.adjust(waits) : null;
  const periods = new Set(rows.map(({ period }) => period));
  const used: ReleasedRow[] = [];
  const tell = (row: ReleasedRow | undefined, say: (row: ReleasedRow) => string): ReportCell => {
    if (!row) return notApplicable(language);
    used.push(row);
    const { is } = row.value;
    const mark = is === 'value' ? say(row) : cellText(row.value, row.unit, language);
    return { is, text: mark, words: cellWords(row.value, language) };
  };
  const body = rows.map((row) => {
    const reference = row.by[column] === code;
    const unknown = row.by[column] === 'unknown' || row.by[column] === 'not_asked';
    const compared = (name: string, say: (row: ReleasedRow) => string) =>
      reference || unknown ? notApplicable(language) : tell(at(name, row), say);
    const p = (panelOf: AdjustedP, name: string) =>
      compared(name, (one) => {
        const adjusted = panelOf.of(one);
        return adjusted === null ? '' : `${verdict(adjusted, language)} (p ${pText(adjusted, language)})`; // prettier-ignore
      });
    const label = groupWords(row.by, language);
    return {
      header: [
        ...(periods.size > 1 ? [periodWords(row.period, language)] : []),
        reference ? `${label} (${text.reference})` : label,
      ].join(', '),
      cells: [
        tell(row, (one) => ranged(one, language)),
        compared(`${measure}_difference`, (one) => rangedDifference(one, language)),
        ...(hasRatio ? [compared(`${measure}_ratio`, (one) => rangedRatio(one, language))] : []),
        p(panel, `${measure}_difference_p`),
        ...(waits && waitPanel ? [p(waitPanel, waits)] : []),
      ],
    };
  });
  const label = indicator.measures.find(({ id }) => id === measure)?.label[language] ?? '';
  const unit = rows[0]?.unit ?? '';
  return {
    caption: `${label}: ${text.caption} ${groupWords({ [column]: code }, language)}`,
    unit: unit in unitWords ? unitWords[unit as keyof typeof unitWords][language] : '',
    corner: text.group,
    columns: [
      text.value,
      text.difference,
      ...(hasRatio ? [text.ratio] : []),
      text.test,
      ...(waits ? [text.wait] : []),
    ],
    rows: body,
    footnotes: [
      countWords(panel, language),
      text.range,
      ...(waits ? [text.curve] : []),
      ...(released.mode === 'release' && waits ? [text.rounded] : []),
    ],
    legend: [
      ...legendOf(
        used.map(({ value }) => value),
        used,
        language,
      ),
      `[z] ${notApplicable(language).words}`,
    ],
  };
}

/** Rows of one measure split by the breakdown alone, or by it and the figure's own column. */
const groupRows = ({ rows }: Released, measure: string, column: string): readonly ReleasedRow[] => {
  const compared = rows.find((row) => row.measure === `${measure}_difference`);
  const columns = Object.keys(compared?.by ?? { [column]: '' });
  return rows.filter(
    (row) =>
      row.measure === measure &&
      Object.keys(row.by).length === columns.length &&
      columns.every((one) => one in row.by),
  );
};

const sameGroup = (one: ReleasedRow['by'], other: ReleasedRow['by']): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([column, code]) => other[column] === code);

const mark = (row: ReleasedRow): string => (markText(row) ? ` ${markText(row)}` : '');

function ranged(row: ReleasedRow, language: Language): string {
  const { value, unit } = row;
  if (value.is !== 'value') return '';
  const range =
    value.low === undefined || value.high === undefined
      ? ''
      : ` (${formatRange(value.low, value.high, unit, language)})`;
  return `${cellText(value, unit, language)}${range}${mark(row)}`;
}

function rangedDifference({ value, unit }: ReleasedRow, language: Language): string {
  if (value.is !== 'value') return '';
  const { low, high } = value;
  const range =
    low === undefined || high === undefined
      ? ''
      : ` (${differenceRange(low, high, unit, language)})`;
  return `${differenceText(value.value, unit, language)}${range}`;
}

function rangedRatio({ value }: ReleasedRow, language: Language): string {
  if (value.is !== 'value') return '';
  const { low, high } = value;
  const ratio = ratioText(value.value, language);
  return low === undefined || high === undefined
    ? ratio
    : `${ratio} (${ratioText(low, language)} ${to[language]} ${ratioText(high, language)})`;
}

const to: Text = { en: 'to', nb: 'til' };

/** How many comparisons a panel holds and how their p-values are adjusted. */
function countWords({ comparisons, method }: AdjustedP, language: Language): string {
  if (comparisons === 0)
    return language === 'nb' ? 'Antall sammenligninger: 0.' : 'Number of comparisons: 0.';
  return language === 'nb'
    ? `Antall sammenligninger: ${comparisons}; p-verdiene er justert for det (${method}).`
    : `Number of comparisons: ${comparisons}; the p-values are adjusted for that (${method}).`;
}

const words = {
  en: {
    reference: 'reference group',
    caption: 'each group compared with',
    group: 'Group',
    value: 'Value',
    difference: 'Difference',
    ratio: 'Ratio',
    test: 'Adjusted test',
    wait: 'Whole wait, log-rank',
    range:
      'In brackets: the 95% range of chance variation of each number by itself. Whether the ranges of two groups overlap is not a test of their difference. Groups are taken as independent of each other. A difference says nothing about its cause.',
    curve:
      'Differences at a fixed time are those of two independent curves, with limits from the limits of both. The log-rank test asks whether the waits differ anywhere; curves that cross can cancel in it.',
    rounded: 'In Release view differences are between whole per cents.',
  },
  nb: {
    reference: 'referansegruppe',
    caption: 'hver gruppe sammenlignet med',
    group: 'Gruppe',
    value: 'Verdi',
    difference: 'Forskjell',
    ratio: 'Forholdstall',
    test: 'Justert test',
    wait: 'Hele ventetiden, log-rank',
    range:
      'I parentes: 95 % spenn for tilfeldig variasjon, for hvert tall for seg. Om spennene til to grupper overlapper, er ikke en test av forskjellen. Gruppene regnes som uavhengige av hverandre. En forskjell sier ikke noe om årsaken.',
    curve:
      'Forskjeller på et fast tidspunkt er mellom to uavhengige kurver, med grenser fra grensene til begge. Log-rank-testen spør om ventetidene er ulike noe sted; kurver som krysser, kan oppheve hverandre i den.',
    rounded: 'I utgivelsesvisning er forskjellene mellom hele prosenter.',
  },
} satisfies Record<Language, Record<string, string>>;
