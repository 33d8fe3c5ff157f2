import { limitsWords } from '$lib/charts/limits-words';
import type { Released } from '$lib/disclosure/released';
import { periodWords } from '$lib/schema/period-words';
import type { Indicator } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { groupWords } from './group-words';
import { lowerFirst } from './sentence-piece';
import { shownQuestion } from './shown-question';

const why = {
  en: (k: number) =>
    `Not published, because numbers of 1 to ${k - 1} children, and numbers that would tell of them, are withheld:`,
  nb: (k: number) =>
    `Publiseres ikke, fordi tall på 1 til ${k - 1} barn, og tall som ville fortelle om dem, holdes tilbake:`,
};

/**
 * Words in place of the withheld numbers of a figure, for a text. They say where a number is withheld and
 * of its size no more than the limits of a share that the figure itself tells: a band such as “under 20”
 * would be a figure of its own. Empty where nothing is withheld, and in Working view.
 */
export function withheldWords(
  released: Released,
  indicator: Indicator,
  language: Language,
): string {
  const { measures } = shownQuestion(released, indicator);
  const list = new Intl.ListFormat(language === 'nb' ? 'nb-NO' : 'en-GB', { type: 'conjunction' });
  const places = new Map<string, string[]>();
  for (const { measure, by, period, value } of released.rows) {
    const asked = measures.find(({ id }) => id === measure);
    if (value.is !== 'withheld' || !asked) continue;
    const group = lowerFirst(groupWords(by, language));
    const name = measures.length > 1 ? `${lowerFirst(asked.label[language])} (${group})` : group;
    const size = value.between ? ` (${limitsWords(value.between, language)})` : '';
    places.set(name, [...(places.get(name) ?? []), `${periodWords(period, language)}${size}`]);
  }
  if (released.mode !== 'release' || places.size === 0) return '';
  const said = [...places].map(([name, periods]) => `${name}: ${list.format(periods)}`);
  return `${indicator.title[language]}. ${why[language](released.protection.threshold)} ${said.join('; ')}.`;
}
