import { groupWords } from './group-words';
import { lowestItems } from './lowest-items';
import { formatNumber, plainNumber } from './number-format';
import { listSentence, recordedIn, totalsOf } from './sentence-list';
import { lowerFirst, plain, strong, type Said, type SentencePiece } from './sentence-piece';

const named = 3;

/** How many items are in practice and, of a single profile, which have the lowest score. */
export function profileSentence(said: Said): SentencePiece[] {
  const { indicator, language, picked, period } = said;
  const lowest = lowestItems(picked, indicator, period);
  const [items] = totalsOf(said, 'items');
  if (!lowest) return listSentence(said, [...(items ? [items] : []), ...totalsOf(said, 'share')]);
  const nb = language === 'nb';
  const value = items?.row.value;
  const labels = lowest.items.map((item) => groupWords({ checklist_item: item }, language));
  const all = labels.length === lowest.of && lowest.of > 1;
  return [
    plain(recordedIn(said)),
    ...(items && value?.is === 'value'
      ? [
          plain(`${lowerFirst(items.measure.label[language])} `),
          strong(formatNumber(value.value, items.row.unit, language)),
          plain('; '),
        ]
      : []),
    plain(nb ? 'laveste poeng ' : 'lowest score '),
    strong(`${plainNumber(lowest.score, language, 1)} ${nb ? 'av' : 'of'} 3`),
    plain(all ? (nb ? ', på alle punkter' : ', on every item') : ': '),
    strong(
      all
        ? ''
        : labels.length > named
          ? `${labels.length} ${nb ? 'punkter' : 'items'}`
          : labels.join('; '),
    ),
    plain('.'),
  ];
}
