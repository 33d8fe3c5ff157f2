import type { Released } from '$lib/disclosure/released';
import type { CompareChoice } from './compare-table';
import { differenceRange, differenceText, isClear, pText, verdict } from './compare-words';
import { groupWords } from './group-words';
import { plain, strong, whenWords, type SentencePiece } from './sentence-piece';

/**
 * What the comparisons of the latest period say: each of up to three with its numbers, then how many
 * there are and how many show a clear difference after adjustment. Says nothing of causes.
 */
export function compareSentence(released: Released, choice: CompareChoice): SentencePiece[] {
  const { indicator, language, measure, column, code } = choice;
  const nb = language === 'nb';
  const rows = released.rows.filter((row) => row.measure === `${measure}_difference`);
  const panel = choice.adjust(`${measure}_difference_p`);
  const reference = groupWords({ [column]: code }, language);
  const shown = rows.flatMap((row) =>
    row.value.is === 'value' ? [{ row, ...row.value, p: panel.of(row) }] : [],
  );
  if (!shown.length)
    return [
      plain(
        nb
          ? `Ingen sammenligning med ${reference} kan vises.`
          : `No comparison with ${reference} can be shown.`,
      ),
    ];
  const last =
    shown
      .map(({ row }) => row.period)
      .sort()
      .at(-1) ?? '';
  const told = shown.filter(({ row, p }) => row.period === last && p !== null);
  const few = told.length <= 3 ? told : [];
  const clear = shown.filter(({ p }) => isClear(p)).length;
  const lines = few.flatMap(({ row, value, low, high, p }): SentencePiece[] => [
    plain(`${groupWords(row.by, language)}: `),
    strong(differenceText(value, row.unit, language)),
    plain(
      `${low === undefined || high === undefined ? '' : ` (${differenceRange(low, high, row.unit, language)})`}, ${verdict(p ?? 1, language)} (${nb ? 'justert p' : 'adjusted p'} ${pText(p ?? 1, language)}). `,
    ),
  ]);
  const head = few.length
    ? `${nb ? 'Sammenlignet med' : 'Compared with'} ${reference}, ${whenWords(indicator, last, language)}. `
    : '';
  return [plain(head), ...lines, plain(countWords(panel.comparisons, clear, reference, nb))].filter(
    ({ text }) => text !== '',
  );
}

/** How many of the comparisons show a clear difference. */
function countWords(count: number, clear: number, reference: string, nb: boolean): string {
  if (nb) {
    const of = `Av ${count} ${count === 1 ? 'sammenligning' : 'sammenligninger'} med ${reference} viser `;
    if (clear === 0)
      return `${of}ingen en klar forskjell etter justering for antallet: det kan være tilfeldig.`;
    const rest = clear < count ? '; resten kan være tilfeldig' : '';
    return `${of}${clear} en klar forskjell etter justering for antallet${rest}.`;
  }
  const of = `Of ${count} ${count === 1 ? 'comparison' : 'comparisons'} with ${reference}, `;
  if (clear === 0)
    return `${of}none shows a clear difference after adjustment for their number: it could be chance.`;
  const rest = clear < count ? '; the others could be chance' : '';
  return `${of}${clear} ${clear === 1 ? 'shows' : 'show'} a clear difference after adjustment for their number${rest}.`;
}
