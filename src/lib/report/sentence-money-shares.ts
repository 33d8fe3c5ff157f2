import type { ReleasedRow } from '$lib/disclosure/released';
import { groupWords } from './group-words';
import { formatNumber } from './number-format';
import { listSentence, recordedIn, totalsOf } from './sentence-list';
import { lowerFirst, plain, strong, type Said, type SentencePiece } from './sentence-piece';

/** Shares of money, of all currencies together or each by itself, and of months with money. */
export function moneySharesSentence(said: Said): SentencePiece[] {
  const totals = totalsOf(said, 'share of money', 'share of months', 'share');
  if (totals.length > 0) return listSentence(said, totals);
  const { indicator, language, picked, period } = said;
  const measure = indicator.measures.find(({ reads }) => reads === 'share of money');
  if (!measure) return [];
  const rows = picked.groups.flatMap((group): ReleasedRow[] => {
    const row = picked.at(measure.id, period, group);
    return row ? [row] : [];
  });
  const shown = rows.filter(({ value }) => value.is === 'value');
  const first = rows[0];
  if (!first) return [];
  if (shown.length === 0) return listSentence(said, [{ measure, row: first }]);
  return [
    plain(`${recordedIn(said)}${lowerFirst(measure.label[language])}: `),
    ...shown.flatMap(({ value, by, unit }, index) => [
      plain(`${index === 0 ? '' : '; '}${groupWords(by, language)} `),
      strong(value.is === 'value' ? formatNumber(value.value, unit, language) : ''),
    ]),
    plain('.'),
  ];
}
