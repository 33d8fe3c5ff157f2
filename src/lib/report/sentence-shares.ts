import type { Text } from '$lib/schema/text';
import { formatNumber, formatRange } from './number-format';
import { listSentence, recordedIn, totalsOf, type Listed } from './sentence-list';
import {
  canBeSaid,
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
const least: Text = {
  en: '; the exact share is withheld to protect children.',
  nb: '; den nøyaktige andelen holdes tilbake for å verne barn.',
};

/** Shares of the known with their counts, and the band that those not known allow. */
export const sharesSentence = (said: Said): SentencePiece[] =>
  bandedList(said, totalsOf(said, 'share'), true);

/** A list of shares, with what the first would be if none or all of those not known were so. */
export function bandedList(said: Said, all: readonly Listed[], counts = false): SentencePiece[] {
  const { language, picked, period } = said;
  const shown = all.filter(({ row }) => canBeSaid(row));
  const first = shown[0] ?? all[0];
  if (!first) return [];
  const [no, yes] = (['no', 'yes'] as const).map(
    (end) => picked.at(`${first.measure.id}_if_unknown_${end}`, period, first.row.by)?.value,
  );
  const range =
    first.row.value.is !== 'withheld' &&
    no?.is === 'value' &&
    yes?.is === 'value' &&
    no.value !== yes.value
      ? strong(formatRange(no.value, yes.value, 'share', language))
      : null;
  if (shown.length > 0)
    return [
      ...listSentence(said, all, counts),
      ...(range ? [plain(band[language]), range, plain('.')] : []),
    ];
  if (first.row.value.is === 'value') return [];
  const label = lowerFirst(first.measure.label[language]);
  if (first.row.value.is === 'withheld' && !first.row.value.between && no?.is === 'value')
    return [
      plain(`${recordedIn(said)}${label} ${language === 'nb' ? 'minst' : 'at least'} `),
      strong(formatNumber(no.value, 'share', language)),
      plain(least[language]),
    ];
  if (!range) return withoutNumber(first.row.value, period, language);
  return [plain(`${recordedIn(said)}${label}: ${only[language]}`), range, plain('.')];
}
