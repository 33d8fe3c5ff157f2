import type { Language } from '$lib/schema/text';
import { countsRecords } from './counts-records';
import { plainNumber } from './number-format';
import {
  comparedWith,
  inPeriod,
  plain,
  strong,
  withoutNumber,
  type Said,
  type SentencePiece,
} from './sentence-piece';

const nouns = {
  children: { en: ['no children', 'child', 'children'], nb: ['ingen barn', 'barn', 'barn'] },
  records: { en: ['no records', 'record', 'records'], nb: ['ingen saker', 'sak', 'saker'] },
} as const;

/** A count: how many were recorded, never how many there were. */
export function countSentence({
  released,
  indicator,
  language,
  picked,
  period,
  before,
}: Said): SentencePiece[] {
  const measure = indicator.measures.find(({ reads }) => reads === 'count')?.id ?? '';
  const row = picked.at(measure, period, {});
  if (!row) return [];
  if (row.value.is !== 'value') return withoutNumber(row.value, period, language);
  const noun = countsRecords(released) ? 'records' : 'children';
  const many = row.value.value !== 1;
  return [
    plain(`${indicator.title[language]}: `),
    strong(counted(row.value.value, noun, language)),
    plain(recorded(many, noun, language)),
    plain(inPeriod(period, language)),
    ...(before === null ? [] : comparedWith(picked.at(measure, before, {}), language)),
    plain('. '),
    plain(
      language === 'nb'
        ? 'Barn som ingen la merke til, er ikke med.'
        : 'Children whom nobody noticed are not in it.',
    ),
  ];
}

function counted(value: number, noun: keyof typeof nouns, language: Language): string {
  const [none, one, many] = nouns[noun][language];
  return value === 0 ? none : `${plainNumber(value, language)} ${value === 1 ? one : many}`;
}

function recorded(many: boolean, noun: keyof typeof nouns, language: Language): string {
  if (language === 'nb') return noun === 'records' ? ' ble ført ' : ' ble registrert ';
  const verb = many ? 'were' : 'was';
  return noun === 'records' ? ` ${verb} counted ` : ` ${verb} recorded `;
}
