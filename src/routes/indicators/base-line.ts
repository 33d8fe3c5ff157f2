import type { Released, ReleasedRow } from '$lib/disclosure/released';
import { cellText, legendOf } from '$lib/report/cell-text';
import { countsRecords } from '$lib/report/counts-records';
import { formatNumber, plainNumber } from '$lib/report/number-format';
import { periodWords } from '$lib/schema/period-words';
import { pickRows } from '$lib/report/pick-rows';
import { shownQuestion } from '$lib/report/shown-question';
import { countedWords, nounOf } from '$lib/report/unit-nouns';
import type { Indicator, Statistic } from '$lib/schema/indicator';
import type { Language, Text } from '$lib/schema/text';

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

const of: Text = { en: 'of', nb: 'av' };
const on: Text = { en: 'on', nb: 'fra' };
const denominatorWord: Text = { en: 'denominator', nb: 'nevner' };
const leftOut: Text = { en: 'Not known, and left out', nb: 'Ikke kjent, og utelatt' };
const notOver: Record<Language, (period: string, month: string) => string> = {
  en: (period, month) => `${period} is not over: the data end in ${month}.`,
  nb: (period, month) => `${period} er ikke over: Dataene slutter i ${month}.`,
};

/**
 * Period, denominator, change and cautions of the latest period of a figure, from nothing but what
 * was released; null where there are no rows. `lastMonth` (`YYYY-MM`) is where the data end.
 */
export function baseLine(
  released: Released,
  indicator: Indicator,
  lastMonth: string | null,
  language: Language,
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
  const base = (row: ReleasedRow) => ofWords(row, question, released, language);
  return {
    base: [capital(periodWords(period, language)), base(head)].filter(Boolean).join(', '),
    before: before ? changeWords(head, before, base(before), language) : '',
    cautions: [
      ...(lastMonth && lastMonthOf(period) > lastMonth
        ? [
            notOver[language](
              capital(periodWords(period, language)),
              periodWords(lastMonth, language),
            ),
          ]
        : []),
      ...unknownWords(head, language),
      ...legendOf(
        rows.map(({ value }) => value),
        rows,
        language,
      ),
    ],
  };
}

function ofWords(
  { denominator }: ReleasedRow,
  question: Indicator,
  released: Released,
  language: Language,
): string {
  if (denominator.is === 'missing') return '';
  if (denominator.is === 'withheld') return `${of[language]} [c]`;
  const noun = countsRecords(released) ? 'records' : nounOf(question);
  return counted.has(question.statistic.kind)
    ? `${of[language]} ${countedWords(denominator.value, noun, language, true)}`
    : `${denominatorWord[language]} ${plainNumber(denominator.value, language, Number.isInteger(denominator.value) ? 0 : 1)}`;
}

/** Counts say by how much, with what they were; shares and times only what they were. */
function changeWords(
  { value, unit }: ReleasedRow,
  before: ReleasedRow,
  of: string,
  language: Language,
): string {
  const when = periodWords(before.period, language);
  const was = [cellText(before.value, unit, language), of].filter(Boolean).join(' ');
  const countable = value.is === 'value' && before.value.is === 'value' && isCount(unit);
  if (!countable) return `${capital(when)}: ${was}`;
  const change = value.value - before.value.value;
  const sign = change > 0 ? '+' : change < 0 ? '\u2212' : '';
  return `${sign}${formatNumber(Math.abs(change), unit, language)} ${on[language]} ${when} (${was})`;
}

const isCount = (unit: string) => ['children', 'persons', 'records', 'spells'].includes(unit);

function unknownWords({ unknown }: ReleasedRow, language: Language): string[] {
  if (unknown.is === 'withheld') return [`${leftOut[language]}: [c].`];
  if (unknown.is === 'missing' || unknown.value === 0) return [];
  return [`${leftOut[language]}: ${plainNumber(unknown.value, language)}.`];
}

/** Last month of a period as `YYYY-MM`; empty for the whole. */
export function lastMonthOf(period: string): string {
  const part = /^(\d{4})(?:-([HQ])([1-4]))?$/.exec(period);
  if (!part) return period === 'all' ? '' : (period.split('..').at(-1) ?? '');
  const months = part[2] ? Number(part[3]) * (part[2] === 'H' ? 6 : 3) : 12;
  return `${part[1]}-${String(months).padStart(2, '0')}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
