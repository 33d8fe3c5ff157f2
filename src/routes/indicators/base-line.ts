import type { Released, ReleasedRow } from '$lib/disclosure/released';
import { cellText, legendOf } from '$lib/report/cell-text';
import { countsRecords } from '$lib/report/counts-records';
import { formatNumber, plainNumber } from '$lib/report/number-format';
import { periodWords } from '$lib/report/period-words';
import { pickRows } from '$lib/report/pick-rows';
import { shownQuestion } from '$lib/report/shown-question';
import { countedWords, nounOf } from '$lib/report/unit-nouns';
import type { Indicator, Statistic } from '$lib/schema/indicator';

/** What stands under the sentence of a tile. */
export interface BaseLine {
  /** Period and denominator. */
  readonly base: string;
  /** The period before with its denominator; empty where the view has only one. */
  readonly before: string;
  /** What to read with care, and what the marks mean. */
  readonly cautions: readonly string[];
}

/** Kinds whose denominator is a number of what the question counts. */
const counted: ReadonlySet<Statistic['kind']> = new Set([
  'composition',
  'shares',
  'flow-shares',
  'time',
]);

/**
 * Period, denominator, change and cautions of the latest period of a figure, from nothing but what
 * was released; null where there are no rows. `lastMonth` (`YYYY-MM`) is where the data end.
 */
export function baseLine(
  released: Released,
  indicator: Indicator,
  lastMonth: string | null,
): BaseLine | null {
  const question = shownQuestion(released, indicator);
  const picked = pickRows(released, question);
  const period = picked.periods.at(-1);
  if (period === undefined) return null;
  const rows = picked.measures
    .filter(({ reads }) => reads !== 'unknown')
    .flatMap(({ id }) => picked.groups.flatMap((group) => picked.at(id, period, group) ?? []));
  const head = rows.find(({ value }) => value.is === 'value') ?? rows[0];
  if (!head) return null;
  const earlier = picked.periods.at(-2);
  const before = earlier === undefined ? null : picked.at(head.measure, earlier, head.by);
  const of = (row: ReleasedRow) => ofWords(row, question, released);
  return {
    base: [capital(periodWords(period, 'en')), of(head)].filter(Boolean).join(', '),
    before: before ? changeWords(head, before, of(before)) : '',
    cautions: [
      ...(lastMonth && lastMonthOf(period) > lastMonth
        ? [
            `${capital(periodWords(period, 'en'))} is not over: the data end in ${month(lastMonth)}.`,
          ]
        : []),
      ...unknownWords(head),
      ...legendOf(
        rows.map(({ value }) => value),
        rows,
        'en',
      ),
    ],
  };
}

function ofWords({ denominator }: ReleasedRow, question: Indicator, released: Released): string {
  if (denominator.is === 'missing') return '';
  if (denominator.is === 'withheld') return 'of [c]';
  const noun = countsRecords(released) ? 'records' : nounOf(question);
  return counted.has(question.statistic.kind)
    ? `of ${countedWords(denominator.value, noun, 'en', true)}`
    : `denominator ${plainNumber(denominator.value, 'en', Number.isInteger(denominator.value) ? 0 : 1)}`;
}

/** Counts say by how much, with what they were; shares and times only what they were. */
function changeWords({ value, unit }: ReleasedRow, before: ReleasedRow, of: string): string {
  const when = periodWords(before.period, 'en');
  const was = [cellText(before.value, unit, 'en'), of].filter(Boolean).join(' ');
  const countable = value.is === 'value' && before.value.is === 'value' && isCount(unit);
  if (!countable) return `${capital(when)}: ${was}`;
  const change = value.value - before.value.value;
  const sign = change > 0 ? '+' : change < 0 ? '\u2212' : '';
  return `${sign}${formatNumber(Math.abs(change), unit, 'en')} on ${when} (${was})`;
}

const isCount = (unit: string) => ['children', 'persons', 'records', 'spells'].includes(unit);

function unknownWords({ unknown }: ReleasedRow): string[] {
  if (unknown.is === 'withheld') return ['Not known, and left out: [c].'];
  if (unknown.is === 'missing' || unknown.value === 0) return [];
  return [`Not known, and left out: ${plainNumber(unknown.value, 'en')}.`];
}

/** Last month of a period as `YYYY-MM`; empty for the whole. */
export function lastMonthOf(period: string): string {
  const part = /^(\d{4})(?:-([HQ])([1-4]))?$/.exec(period);
  if (!part) return period === 'all' ? '' : (period.split('..').at(-1) ?? '');
  const months = part[2] ? Number(part[3]) * (part[2] === 'H' ? 6 : 3) : 12;
  return `${part[1]}-${String(months).padStart(2, '0')}`;
}

const month = (text: string) => periodWords(text, 'en');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
