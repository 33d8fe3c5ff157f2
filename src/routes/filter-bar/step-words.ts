import { breakdownLabel, codesOf } from '$lib/schema/breakdowns';
import type { Breakdown } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { cutWords, periodWords } from '$lib/measure/period-words';
import { formatView, type View } from '$lib/measure/view';

/** Label of a code of a filter; the code itself where the set is open. */
export const codeLabel = (column: Breakdown, code: string, language: Language): string =>
  codesOf(column)?.find((one) => one.code === code)?.label[language] ?? code;

/** The codes that a filter lets through, in words; null where it lets everything through. */
export const chosenWords = (view: View, column: Breakdown, language: Language): string | null =>
  view.where[column]?.map((code) => codeLabel(column, code, language)).join(', ') ?? null;

/** Name of the step from one view to another, in plain words: `Gender: Girl`, `By quarter`. */
export function stepWords(before: View, after: View, language: Language): string {
  const same = (part: (view: View) => unknown) =>
    JSON.stringify(part(before)) === JSON.stringify(part(after));
  const nb = language === 'nb';
  const cleared = { ...after, period: { kind: 'all' as const }, by: [], where: {}, options: {} };
  const columns = [...new Set([...Object.keys(before.where), ...Object.keys(after.where)])];
  const words = [
    same(({ mode }) => mode)
      ? ''
      : { working: { en: 'Working view', nb: 'Arbeidsvisning' }, release: { en: 'Release view', nb: 'Publiseringsvisning' } }[after.mode][language], // prettier-ignore
    same(({ period }) => period) ? '' : firstUpper(periodStep(before, after, language)),
    ...(columns as Breakdown[])
      .filter((column) => !same(({ where }) => where[column]))
      .map(
        (column) =>
          `${breakdownLabel(column)[language]}: ${chosenWords(after, column, language) ?? (nb ? 'alle' : 'all')}`,
      ),
    same(({ by }) => by)
      ? ''
      : after.by.length
        ? `${nb ? 'Delt etter' : 'Broken down by'} ${after.by
            .map((crossed) =>
              crossed.map((one) => breakdownLabel(one)[language].toLowerCase()).join(' × '),
            )
            .join(', ')}`
        : nb
          ? 'Ikke delt opp'
          : 'No breakdown',
    same(({ options }) => options) ? '' : nb ? 'Definisjon endret' : 'Definition changed',
    same(({ threshold }) => threshold) ? '' : `${nb ? 'Terskel' : 'Threshold'} ${after.threshold}`,
  ];
  const said = words.filter(Boolean);
  const nothingLeft = formatView(cleared) === formatView(after);
  if (nothingLeft && said.length > 1 && same(({ mode }) => mode))
    return nb ? 'Alle filtre fjernet' : 'All filters cleared';
  return said.join('; ');
}

function periodStep({ period: before }: View, { period: after }: View, language: Language): string {
  const window = before.from !== after.from || before.to !== after.to;
  return (!window && cutWords(after, language)) || periodWords(after, language);
}

const firstUpper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
