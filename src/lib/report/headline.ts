import type { Released } from '$lib/disclosure/released';
import type { Indicator } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { cellWords } from './cell-text';
import { countsRecords } from './counts-records';
import { groupWords } from './group-words';
import { headlineRows } from './headline-rows';
import { lowestItems, type LowestItems } from './lowest-items';
import { namedGroups, ofForms, otherForms } from './named-groups';
import { plainNumber } from './number-format';
import { betweenWords, boundsOf } from './sentence-count';
import { lowerFirst, numberOrLimits, whenWords } from './sentence-piece';
import { isParticiple } from './sentence-time';
import { countedWords, measureNoun, type Noun } from './unit-nouns';

/** Shares that a headline can name. */
const most = 5;

/**
 * The finding of a figure in a few words, for the latest whole period: what is recorded, never why. The
 * title where there is no number, with the reason; a withheld share is told by its limits where it has some.
 */
export function headline(released: Released, definition: Indicator, language: Language): string {
  const title = definition.title[language];
  const found = headlineRows(released, definition);
  if (!found) return title;
  const { indicator, picked, period, rows, told } = found;
  const best = found.best ?? told[0];
  const { kind } = indicator.statistic;
  if (!best) {
    const words = rows[0] ? cellWords(rows[0].row.value, language) : null;
    return words ? `${title}: ${words}` : title;
  }
  const text = ({ row }: (typeof rows)[number]) => numberOrLimits(row, language);
  const label = lowerFirst(best.measure.label[language]);
  const when = whenWords(indicator, period, language);
  const lowest = kind === 'profile' ? lowestItems(picked, indicator, period) : null;
  if (lowest) return `${title}: ${lowestWords(lowest, language)}`;
  if (Object.keys(best.row.by).length > 0 && kind !== 'composition') return title;
  if (kind === 'composition') {
    const { named, others } = namedGroups(indicator, told, ({ row }) => row);
    if (named.length > most) return title;
    const words = named.map(
      (one) => `${lowerFirst(groupWords(one.row.by, language))} ${text(one)}`,
    );
    if (others) words.push(otherForms[language]);
    return `${ofForms(indicator) ? best.measure.label[language] : title}: ${words.join(', ')}`;
  }
  if (kind === 'count')
    return recorded(
      countsRecords(released) ? 'records' : measureNoun(best.measure.unit),
      plainValue(best.row),
      when,
      language,
      boundsOf(picked, best.measure.id, period),
    );
  if (kind === 'time' && best.measure.reads === 'median')
    return `${best.measure.label[language]} ${text(best)}`;
  if (kind === 'time' && isParticiple(best.measure)) return upperFirst(`${text(best)} ${label}`);
  if (kind === 'incidence') return `${text(best)} ${label}, ${when}`;
  if (kind === 'time') return `${best.measure.label[language]}: ${text(best)}`;
  return `${best.measure.label[language]}: ${text(best)}, ${when}`;
}

function lowestWords({ items, score }: LowestItems, language: Language): string {
  const nb = language === 'nb';
  const [first = ''] = items;
  const which =
    items.length === 1
      ? lowerFirst(groupWords({ checklist_item: first }, language))
      : `${items.length} ${nb ? 'punkter' : 'items'}`;
  return `${nb ? 'lavest' : 'lowest'} ${plainNumber(score, language, 1)} ${nb ? 'av' : 'of'} 3, ${which}`;
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const plainValue = ({ value }: Released['rows'][number]) =>
  value.is === 'value' ? value.value : 0;

function recorded(
  noun: Noun,
  value: number,
  when: string,
  language: Language,
  range: ReturnType<typeof boundsOf>,
): string {
  const counted = range
    ? upperFirst(betweenWords(range, noun, language))
    : countedWords(value, noun, language, true);
  return `${counted} ${language === 'nb' ? 'registrert' : 'recorded'} ${when}`;
}
