import { totalsOf } from './sentence-list';
import type { Said, SentencePiece } from './sentence-piece';
import { bandedList } from './sentence-shares';

/** Shares of the time under observation, and the band that those not known allow. */
export const shareOfTimeSentence = (said: Said): SentencePiece[] =>
  bandedList(said, totalsOf(said, 'share of time'));
