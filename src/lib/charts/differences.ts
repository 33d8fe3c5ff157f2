import { anotherGenderCode, codesOf, isBreakdown } from '$lib/schema/breakdowns';
import type { Measure } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import type { Cell, Released, ReleasedRow } from '$lib/disclosure/released';
import { drawAround, type AroundRow } from './draw-around';
import { finishSvg } from './finish-svg';
import { limitsText, limitsWords } from './limits-words';
import { numberWords, reasonWords } from './number-words';

/** What a chart of comparisons draws: ids and labels only, never a number of the data. */
export interface CompareSpec {
  /** Starts every id inside the SVG. */
  readonly id: string;
  /** Pixels, 300–900. */
  readonly width: number;
  readonly language: Language;
  /** Accessible name of the picture. */
  readonly title: string;
  readonly measure: string;
  readonly unit: Measure['unit'];
  /** The latest one if left out. */
  readonly period?: string;
}

/**
 * A dot and its interval around a zero line for every group that is compared with the reference
 * group, in the order of the figure. Null where no difference may be shown.
 */
export function differences(
  released: Released,
  spec: CompareSpec,
  { document }: { document: Document },
): SVGSVGElement | null {
  const rows = lastPeriod(released, `${spec.measure}_difference`, spec.period).map(
    (row): AroundRow => ({
      ...partsOf(row),
      words:
        row.value.is === 'value'
          ? signedWords(row.value.value, spec)
          : gapWords(row, spec.language),
      limits: [],
      label: labelOf(row.by, spec.language),
    }),
  );
  if (!rows.some(({ value }) => value !== null)) return null;
  const tick = (value: number) => signedWords(value, spec);
  const svg = drawAround(rows, { ...spec, line: 0, tick }, document);
  const said = rows.map((row, i) => sayRow(row, tick, i, released, spec));
  return finishSvg(svg, document, spec, said.join(' '));
}

/** Rows of a measure in one period, the latest if none is named; in the order of the figure. */
export function lastPeriod(
  { rows }: Released,
  measure: string,
  period?: string,
): readonly ReleasedRow[] {
  const own = rows.filter((row) => row.measure === measure);
  const last = period ?? [...new Set(own.map((row) => row.period))].sort().at(-1);
  return own.filter((row) => row.period === last);
}

/** Number and interval of a row, as far as they are shown. */
export function partsOf({ value }: ReleasedRow): Pick<AroundRow, 'value' | 'interval'> {
  if (value.is !== 'value') return { value: null, interval: null };
  const { low, high } = value;
  return {
    value: value.value,
    interval: low === undefined || high === undefined ? null : [low, high],
  };
}

/** `[c]` withheld, with the limits of a share where it has some, or `[x]` not available. */
export function gapWords({ value }: ReleasedRow, language: Language): string {
  if (value.is !== 'withheld') return '[x]';
  return value.between ? limitsText(value.between, language) : '[c]';
}

/** Why a row has no number, to be read out. */
export function gapSaid(cell: Cell | undefined, language: Language): string {
  if (cell?.is === 'missing') return reasonWords[cell.why][language];
  const limits = cell?.is === 'withheld' ? cell.between : undefined;
  return [reasonWords.withheld[language], ...(limits ? [limitsWords(limits, language)] : [])].join(
    ', ',
  );
}

/** Codes of a group in words; open sets show the code. */
export function labelOf(by: ReleasedRow['by'], language: Language): string {
  return Object.entries(by)
    .map(([column, code]) => {
      const codes = isBreakdown(column) ? [...(codesOf(column) ?? []), anotherGenderCode] : [];
      return codes.find((one) => one.code === code)?.label[language] ?? code;
    })
    .join(', ');
}

function signedWords(value: number, { unit, language }: CompareSpec): string {
  const size = Math.abs(value);
  const text =
    unit === 'share'
      ? new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
          maximumFractionDigits: 1,
        }).format(size * 100)
      : numberWords(size, unit, language);
  return size === 0 || text === '0' ? '0' : `${value < 0 ? '−' : '+'}${text}`;
}

function sayRow(
  row: AroundRow,
  say: (value: number) => string,
  i: number,
  released: Released,
  spec: CompareSpec,
): string {
  if (row.value === null) {
    const cell = lastPeriod(released, `${spec.measure}_difference`, spec.period)[i]?.value;
    return `${row.label}: ${gapSaid(cell, spec.language)}.`;
  }
  const nb = spec.language === 'nb';
  const range = row.interval
    ? `; ${nb ? '95 % intervall' : '95% interval'} ${say(row.interval[0])} ${nb ? 'til' : 'to'} ${say(row.interval[1])}`
    : '';
  const points = spec.unit === 'share' ? (nb ? ' prosentpoeng' : ' points') : '';
  return `${row.label}: ${say(row.value)}${points}${range}.`;
}
