import { listSentence, totalsOf } from './sentence-list';
import type { Said, SentencePiece } from './sentence-piece';

/** Shares of the time under observation. */
export const shareOfTimeSentence = (said: Said): SentencePiece[] =>
  listSentence(said, totalsOf(said, 'share of time', 'share of days', 'share'));
