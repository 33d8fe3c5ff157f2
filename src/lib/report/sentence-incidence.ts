import type { ReleasedRow } from '$lib/disclosure/released';
import type { Indicator } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { formatNumber, plainNumber } from './number-format';
import {
  comparedByCounts,
  inPeriod,
  lowerFirst,
  plain,
  strong,
  withoutNumber,
  type Said,
  type SentencePiece,
} from './sentence-piece';
import { countedWords, nounOf } from './unit-nouns';

/** A rate: events recorded per time at risk, with both counts and its 95 % range; a change with the counts of both. */
export function incidenceSentence({
  indicator,
  language,
  picked,
  period,
  before,
}: Said): SentencePiece[] {
  const measure = indicator.measures.find(({ reads }) => reads === 'rate');
  const row = measure ? picked.at(measure.id, period, {}) : null;
  if (!measure || !row) return [];
  if (row.value.is !== 'value') return withoutNumber(row.value, period, language);
  const { value, low, high } = row.value;
  const number = (one: number) => formatNumber(one, row.unit, language);
  const to = language === 'nb' ? 'til' : 'to';
  const range = language === 'nb' ? '95 %-område' : '95% range';
  const counts = (one: ReleasedRow) => countsOf(one, indicator, language);
  const inside = [
    counts(row),
    low === undefined || high === undefined ? '' : `${range} ${number(low)} ${to} ${number(high)}`,
  ].filter(Boolean);
  return [
    strong(number(value)),
    plain(` ${lowerFirst(measure.label[language])} `),
    plain(language === 'nb' ? 'ble registrert ' : 'were recorded '),
    plain(inPeriod(period, language)),
    plain(inside.length > 0 ? ` (${inside.join('; ')})` : ''),
    ...(before === null
      ? []
      : comparedByCounts([row, picked.at(measure.id, before, {})], language, counts)),
    plain('.'),
  ];
}

/** `128 episodes in 2,016 child-months`; empty where either is not told. */
function countsOf(
  { numerator, denominator }: ReleasedRow,
  indicator: Indicator,
  language: Language,
) {
  if (numerator.is !== 'value' || denominator.is !== 'value') return '';
  const events = countedWords(numerator.value, nounOf(indicator), language, true);
  const months = plainNumber(Math.round(denominator.value), language);
  return language === 'nb'
    ? `${events} på ${months} barnemåneder`
    : `${events} in ${months} child-months`;
}
