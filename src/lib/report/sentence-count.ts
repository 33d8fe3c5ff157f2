import type { Measure } from '$lib/schema/indicator';
import type { Language, Text } from '$lib/schema/text';
import { countsRecords } from './counts-records';
import { plainNumber } from './number-format';
import type { Picked } from './pick-rows';
import {
  comparedWith,
  plain,
  strong,
  whenWords,
  withoutNumber,
  type Said,
  type SentencePiece,
} from './sentence-piece';
import { countedWords, measureNoun, type Noun } from './unit-nouns';

const unseen: Text = {
  en: ' Children whom nobody noticed are not in it.',
  nb: ' Barn som ingen la merke til, er ikke med.',
};

const aboutChildren = (noun: Noun): boolean =>
  noun === 'children' || noun === 'persons' || noun === 'records';

/** A count: how many were recorded, never how many there were. */
export function countSentence({
  released,
  indicator,
  language,
  picked,
  period,
  before,
}: Said): SentencePiece[] {
  const counts = indicator.measures.find(({ reads }) => reads === 'count');
  const measure = counts?.id ?? '';
  const row = picked.at(measure, period, {});
  if (!row) return [];
  if (row.value.is !== 'value') return withoutNumber(row.value, period, language);
  const noun = countsRecords(released) ? 'records' : measureNoun(row.unit as Measure['unit']);
  const range = boundsOf(picked, measure, period);
  const many = range !== null || row.value.value !== 1;
  const sure = before !== null && !range && !boundsOf(picked, measure, before);
  return [
    plain(`${indicator.title[language]}: `),
    strong(
      range ? betweenWords(range, noun, language) : countedWords(row.value.value, noun, language),
    ),
    plain(recorded(many, noun, language)),
    plain(whenWords(indicator, period, language)),
    ...(sure ? comparedWith(picked.at(measure, before, {}), language) : []),
    plain('.'),
    plain(aboutChildren(noun) ? unseen[language] : ''),
  ];
}

/** The fewest and the most where pairs of records are undecided; null where there is one number. */
export function boundsOf(
  picked: Picked,
  measure: string,
  period: string,
): readonly [number, number] | null {
  const [fewest, most] = ['fewest', 'most'].map(
    (which) => picked.at(`${measure}_${which}`, period, {})?.value,
  );
  return fewest?.is === 'value' && most?.is === 'value' ? [fewest.value, most.value] : null;
}

/** `between 12 and 14 children`. */
export function betweenWords(
  [fewest, most]: readonly [number, number],
  noun: Noun,
  language: Language,
): string {
  const low = plainNumber(fewest, language);
  const high = countedWords(most, noun, language, true);
  return language === 'nb' ? `mellom ${low} og ${high}` : `between ${low} and ${high}`;
}

function recorded(many: boolean, noun: Noun, language: Language): string {
  if (language === 'nb') return noun === 'records' ? ' ble ført ' : ' ble registrert ';
  const verb = many ? 'were' : 'was';
  return noun === 'records' ? ` ${verb} counted ` : ` ${verb} recorded `;
}
