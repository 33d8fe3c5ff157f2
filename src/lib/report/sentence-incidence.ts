import { formatNumber } from './number-format';
import {
  comparedWith,
  inPeriod,
  lowerFirst,
  plain,
  strong,
  withoutNumber,
  type Said,
  type SentencePiece,
} from './sentence-piece';

/** A rate: events recorded per time at risk, with its 95 % range. */
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
  return [
    strong(number(value)),
    plain(` ${lowerFirst(measure.label[language])} `),
    plain(language === 'nb' ? 'ble registrert ' : 'were recorded '),
    plain(inPeriod(period, language)),
    plain(
      low === undefined || high === undefined
        ? ''
        : ` (${range} ${number(low)} ${to} ${number(high)})`,
    ),
    ...(before === null ? [] : comparedWith(picked.at(measure.id, before, {}), language)),
    plain('.'),
  ];
}
