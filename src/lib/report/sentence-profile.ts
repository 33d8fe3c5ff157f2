import { groupWords } from './group-words';
import { lowestItems } from './lowest-items';
import { formatNumber, plainNumber } from './number-format';
import { listSentence, recordedIn, totalsOf } from './sentence-list';
import { lowerFirst, plain, strong, type Said, type SentencePiece } from './sentence-piece';

const named = 3;

/** How many items are in practice, and which have the lowest score; never an average. */
export function profileSentence(said: Said): SentencePiece[] {
  const { indicator, language, picked, period } = said;
  const score = indicator.measures.find(({ reads }) => reads === 'score');
  const lowest = score ? lowestItems(picked, score.id, period) : null;
  const items = totalsOf(said, 'items').find(({ row }) => row.value.is === 'value');
  if (!lowest) return listSentence(said, totalsOf(said, 'items', 'score'));
  const nb = language === 'nb';
  const value = items?.row.value;
  const labels = lowest.rows.map(({ by }) => groupWords(by, language));
  const all = lowest.rows.length === lowest.of && lowest.of > 1;
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
    plain(all ? (nb ? ', på alle punkter.' : ', on every item.') : ': '),
    ...(all
      ? []
      : labels.length > named
        ? [strong(`${labels.length} ${nb ? 'punkter' : 'items'}`), plain('.')]
        : [strong(labels.join('; ')), plain('.')]),
  ];
}
