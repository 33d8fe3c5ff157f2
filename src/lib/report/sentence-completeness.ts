import { listSentence, recordedIn, totalsOf } from './sentence-list';
import { plain, strong, type Said, type SentencePiece } from './sentence-piece';

const much = 0.9;

/** The share of cells that hold a value, and how many columns are filled in for fewer than 90 % of rows. */
export function completenessSentence(said: Said): SentencePiece[] {
  const { indicator, language, picked, period } = said;
  const measure = indicator.measures.find(({ reads }) => reads === 'share');
  const totals = totalsOf(said, 'share');
  const shares = picked.groups.flatMap((group) => {
    const row = measure && 'column' in group ? picked.at(measure.id, period, group) : null;
    return row?.value.is === 'value' ? [row.value.value] : [];
  });
  const pieces = listSentence(said, totals.slice(0, 1));
  if (shares.length === 0) return pieces;
  const few = shares.filter((share) => share < much).length;
  const nb = language === 'nb';
  return [
    ...(pieces.length > 0
      ? [...pieces, plain(nb ? ' Av ' : ' Of ')]
      : [plain(recordedIn(said)), plain(nb ? 'av ' : 'of ')]),
    strong(`${shares.length} ${nb ? 'kolonner' : shares.length === 1 ? 'column' : 'columns'}`),
    plain(nb ? ' er ' : ', '),
    strong(String(few)),
    plain(
      nb
        ? ' fylt ut for færre enn 90\u00A0% av radene.'
        : ` ${few === 1 ? 'is' : 'are'} filled in for fewer than 90% of the rows.`,
    ),
  ];
}
