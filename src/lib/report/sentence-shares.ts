import type { Text } from '$lib/schema/text';
import { formatRange } from './number-format';
import { listSentence, recordedIn, totalsOf } from './sentence-list';
import {
  lowerFirst,
  plain,
  strong,
  withoutNumber,
  type Said,
  type SentencePiece,
} from './sentence-piece';

const band: Text = {
  en: ' If none or all of those not known were so, the first would be ',
  nb: ' Hvis ingen eller alle ukjente var slik, ville det første være ',
};
const only: Text = {
  en: 'too much is not known for one number; if none or all of those not known were so, it would be ',
  nb: 'for mye er ukjent til å gi ett tall; hvis ingen eller alle ukjente var slik, ville det være ',
};

/** Shares of the known with their counts, and the band that those not known allow. */
export function sharesSentence(said: Said): SentencePiece[] {
  const all = totalsOf(said, 'share');
  const shown = all.filter(({ row }) => row.value.is === 'value');
  const { language, picked, period } = said;
  const first = shown[0] ?? all[0];
  if (!first) return [];
  const [no, yes] = (['no', 'yes'] as const).map(
    (end) => picked.at(`${first.measure.id}_if_unknown_${end}`, period, {})?.value,
  );
  const range =
    no?.is === 'value' && yes?.is === 'value' && no.value !== yes.value
      ? strong(formatRange(no.value, yes.value, 'share', language))
      : null;
  if (shown.length > 0)
    return [
      ...listSentence(said, all, true),
      ...(range ? [plain(band[language]), range, plain('.')] : []),
    ];
  if (first.row.value.is === 'value') return [];
  if (!range) return withoutNumber(first.row.value, period, language);
  const label = lowerFirst(first.measure.label[language]);
  return [plain(`${recordedIn(said)}${label}: ${only[language]}`), range, plain('.')];
}
