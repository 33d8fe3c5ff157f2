import type { Released, ReleasedRow } from '$lib/disclosure/released';
import { cellText, cellWords, markText } from '$lib/report/cell-text';
import { differenceText } from '$lib/report/compare-words';
import { countsRecords } from '$lib/report/counts-records';
import { groupWords } from '$lib/report/group-words';
import { headlineRows, type MeasuredRow } from '$lib/report/headline-rows';
import { plainNumber } from '$lib/report/number-format';
import { countedWords } from '$lib/report/unit-nouns';
import { unitWords } from '$lib/report/unit-words';
import type { Indicator } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { readingWords } from './definitions-words';

/** One number of a reading, in words. */
export interface ReadingLine {
  readonly row: ReleasedRow;
  /** What the number is: the measure, and the group in a composition. */
  readonly label: string;
  /** The number in its unit, or the sign in its place. */
  readonly text: string;
  /** What the sign in place of a number means; empty where there is a number. */
  readonly words: string;
  /** Numerator of denominator, where the files tell both; may be empty. */
  readonly of: string;
  /** From the reading shown; null where the two are not the same measure in the same unit. */
  readonly difference: string | null;
}

/**
 * The numbers that the headline of the reading shown is made of, under another reading, for the same
 * period. A composition has one for each of its groups.
 */
export function readingLines(
  shown: Released,
  other: Released,
  indicator: Indicator,
  language: Language,
): ReadingLine[] {
  const base = leadOf(shown, indicator);
  const period = base[0]?.row.period;
  return sameRows(base, other, indicator).map(({ measure, row }) => {
    const from = base.find((one) => comparable(one, { measure, row }));
    const group = Object.keys(row.by).length > 0 ? groupWords(row.by, language) : '';
    const same = row.period === period;
    return {
      row,
      label: group || measure.label[language],
      text: [numberText(row, language, countsRecords(other)), markText(row)]
        .filter(Boolean)
        .join('\u00A0'),
      words: cellWords(row.value, language) ?? '',
      of: outOf(row, language),
      difference: from && same ? difference(from.row, row, language, countsRecords(other)) : null,
    };
  });
}

/**
 * What the headline names; every group of a composition; what stands in place of a number. Where the
 * headline has none, because its period is another, the first measure of the definition in total.
 */
function leadOf(released: Released, definition: Indicator): readonly MeasuredRow[] {
  const found = headlineRows(released, definition);
  if (!found) return [];
  const { best, indicator, rows } = found;
  if (indicator.statistic.kind === 'composition')
    return rows.filter(({ measure }) => measure.id === rows[0]?.measure.id);
  const [measure] = indicator.measures;
  const row = released.rows.find(
    (one) => one.measure === measure?.id && Object.keys(one.by).length === 0,
  );
  const lead = best ?? rows[0] ?? (measure && row ? { measure, row } : null);
  return lead ? [lead] : [];
}

/** The same measure in the same period where the other reading has it, else what its headline names. */
function sameRows(
  base: readonly MeasuredRow[],
  other: Released,
  indicator: Indicator,
): readonly MeasuredRow[] {
  const [first] = base;
  const columns = Object.keys(first?.row.by ?? {}).sort().join(); // prettier-ignore
  const rows = other.rows.filter(
    (row) =>
      row.measure === first?.measure.id &&
      row.period === first.row.period &&
      Object.keys(row.by).sort().join() === columns,
  );
  return first && rows.length > 0
    ? rows.map((row) => ({ measure: first.measure, row }))
    : leadOf(other, indicator);
}

const comparable = (one: MeasuredRow, other: MeasuredRow): boolean =>
  one.measure.reads === other.measure.reads &&
  one.measure.atHours === other.measure.atHours &&
  one.measure.of === other.measure.of &&
  one.row.unit === other.row.unit &&
  Object.keys(one.row.by).length === Object.keys(other.row.by).length &&
  Object.entries(one.row.by).every(([column, code]) => other.row.by[column] === code);

const counted = new Set(['children', 'persons', 'records']);

function numberText({ value, unit }: ReleasedRow, language: Language, records: boolean): string {
  if (value.is === 'value' && counted.has(unit))
    return countedWords(value.value, nounOf(unit, records), language, true);
  const text = cellText(value, unit, language);
  return value.is === 'value' ? withUnit(text, unit, language) : text;
}

const nounOf = (unit: string, records: boolean) =>
  records ? 'records' : (unit as 'children' | 'persons' | 'records');

/** Units that their numbers are written with. */
const written = new Set(['share', 'hours', 'days', 'years']);

function withUnit(text: string, unit: string, language: Language): string {
  if (written.has(unit) || !(unit in unitWords)) return text;
  const words = unitWords[unit as keyof typeof unitWords][language];
  return `${text} ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

function outOf({ numerator, denominator, unit }: ReleasedRow, language: Language): string {
  if (numerator.is !== 'value' || denominator.is !== 'value' || counted.has(unit)) return '';
  return readingWords[language].of(
    plainNumber(numerator.value, language, 1),
    plainNumber(denominator.value, language, 1),
    unit,
  );
}

function difference(
  from: ReleasedRow,
  to: ReleasedRow,
  language: Language,
  records: boolean,
): string | null {
  if (from.value.is !== 'value' || to.value.is !== 'value') return null;
  const by = to.value.value - from.value.value;
  if (Math.abs(by) < 1e-9) return readingWords[language].same;
  if (!counted.has(to.unit))
    return withUnit(differenceText(by, to.unit, language), to.unit, language);
  const size = countedWords(Math.abs(by), nounOf(to.unit, records), language, true);
  return `${by < 0 ? '−' : '+'}${size}`;
}
