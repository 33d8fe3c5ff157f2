import { groupWords } from './group-words';
import { totalsOf, type Listed } from './sentence-list';
import type { Said, SentencePiece } from './sentence-piece';
import { bandedList } from './sentence-shares';

/** Shares of money, each currency by itself because currencies are never summed; then of months. */
export function moneySharesSentence(said: Said): SentencePiece[] {
  const { indicator, picked, period } = said;
  const money = indicator.measures.filter(({ reads }) => reads === 'share of money');
  const currencies = money.flatMap((measure) =>
    picked.groups.flatMap((by): Listed[] => {
      const row = picked.at(measure.id, period, by);
      if (!row || !('currency' in by)) return [];
      const words = (language: 'en' | 'nb') =>
        `${measure.label[language]} (${groupWords(by, language)})`;
      return [{ measure: { ...measure, label: { en: words('en'), nb: words('nb') } }, row }];
    }),
  );
  return bandedList(said, [...currencies, ...totalsOf(said, 'share of money', 'share of months')]);
}
