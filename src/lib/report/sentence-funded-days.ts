import type { Measure } from '$lib/schema/indicator';
import { formatNumber, plainNumber } from './number-format';
import {
  comparedWith,
  lowerFirst,
  plain,
  strong,
  withoutNumber,
  type Said,
  type SentencePiece,
} from './sentence-piece';
import { periodWords } from '$lib/schema/period-words';

/** Days of all programmes together, their share of the days and the longest gap. */
export function fundedDaysSentence({
  indicator,
  language,
  picked,
  period,
  before,
}: Said): SentencePiece[] {
  const measureOf = (reads: Measure['reads']) =>
    indicator.measures.find((measure) => measure.reads === reads);
  const rowOf = (reads: Measure['reads']) =>
    picked.at(measureOf(reads)?.id ?? '', period, {}) ?? null;
  const [days, share, longest] = [rowOf('days'), rowOf('share of days'), rowOf('longest gap')];
  if (!days) return [];
  if (days.value.is !== 'value') return withoutNumber(days.value, period, language);
  const label = lowerFirst(measureOf('days')?.label[language] ?? '');
  const [recorded, of, each] = {
    en: ['Recorded for', 'of', 'all programmes together'],
    nb: ['Registrert for', 'av', 'alle tiltak samlet'],
  }[language] as [string, string, string];
  const existed =
    days.denominator.is === 'value'
      ? `${plainNumber(days.value.value, language)} ${of} ${formatNumber(days.denominator.value, 'days', language)}`
      : formatNumber(days.value.value, 'days', language);
  return [
    plain(`${recorded} ${periodWords(period, language)}, ${each}: ${label} `),
    strong(existed),
    ...(share?.value.is === 'value'
      ? [plain(' ('), strong(formatNumber(share.value.value, 'share', language)), plain(')')]
      : []),
    ...(before === null ? [] : comparedWith(picked.at(days.measure, before, {}), language)),
    ...(longest?.value.is === 'value'
      ? [
          plain(`; ${lowerFirst(measureOf('longest gap')?.label[language] ?? '')} `),
          strong(formatNumber(longest.value.value, 'days', language)),
        ]
      : []),
    plain('.'),
  ];
}
