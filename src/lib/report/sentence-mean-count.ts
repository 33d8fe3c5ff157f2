import { listSentence, totalsOf } from './sentence-list';
import type { Said, SentencePiece } from './sentence-piece';

/** Events per child by the latest time that can be read; the earlier times are in the table. */
export function meanCountSentence(said: Said): SentencePiece[] {
  const all = totalsOf(said, 'mean count');
  const latest = all.findLast(({ row }) => row.value.is === 'value') ?? all.at(-1);
  return latest ? listSentence(said, [latest]) : [];
}
