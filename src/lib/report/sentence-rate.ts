import { listSentence, totalsOf } from './sentence-list';
import { plain, type Said, type SentencePiece } from './sentence-piece';

/** A rate per 100,000 children with its range; who was not noticed is in no rate. */
export function rateSentence(said: Said): SentencePiece[] {
  const rates = totalsOf(said, 'rate', 'first rate');
  const pieces = listSentence(said, rates);
  if (!rates.some(({ row }) => row.value.is === 'value')) return pieces;
  return [
    ...pieces,
    plain(
      said.language === 'nb'
        ? ' Barn som ingen la merke til, er ikke med.'
        : ' Children whom nobody noticed are not in it.',
    ),
  ];
}
