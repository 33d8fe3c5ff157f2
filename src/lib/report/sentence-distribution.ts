import { listSentence, totalsOf } from './sentence-list';
import type { Said, SentencePiece } from './sentence-piece';

/** The middle of a distribution first, then its other points in the order of the definition. */
export function distributionSentence(said: Said): SentencePiece[] {
  const middle = totalsOf(said, 'median');
  const others = totalsOf(said, 'p25', 'p75', 'p90', 'maximum');
  return listSentence(said, [...middle, ...others]);
}
