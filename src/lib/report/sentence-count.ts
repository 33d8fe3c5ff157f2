import type { Measure } from '$lib/schema/indicator';
import type { Language, Text } from '$lib/schema/text';
import { countsRecords } from './counts-records';
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
  const many = row.value.value !== 1;
  return [
    plain(`${indicator.title[language]}: `),
    strong(countedWords(row.value.value, noun, language)),
    plain(recorded(many, noun, language)),
    plain(whenWords(indicator, period, language)),
    ...(before === null ? [] : comparedWith(picked.at(measure, before, {}), language)),
    plain('.'),
    plain(aboutChildren(noun) ? unseen[language] : ''),
  ];
}

function recorded(many: boolean, noun: Noun, language: Language): string {
  if (language === 'nb') return noun === 'records' ? ' ble ført ' : ' ble registrert ';
  const verb = many ? 'were' : 'was';
  return noun === 'records' ? ` ${verb} counted ` : ` ${verb} recorded `;
}
