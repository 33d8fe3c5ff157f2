import type { Indicator, Measure } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { plainNumber } from './number-format';

const nouns = {
  children: { en: ['no children', 'child', 'children'], nb: ['ingen barn', 'barn', 'barn'] },
  persons: {
    en: ['no persons', 'person', 'persons'],
    nb: ['ingen personer', 'person', 'personer'],
  },
  records: { en: ['no records', 'record', 'records'], nb: ['ingen saker', 'sak', 'saker'] },
  episodes: {
    en: ['no episodes', 'episode', 'episodes'],
    nb: ['ingen forsvinninger', 'forsvinning', 'forsvinninger'],
  },
  spells: { en: ['no spells', 'spell', 'spells'], nb: ['ingen opphold', 'opphold', 'opphold'] },
  needs: { en: ['no needs', 'need', 'needs'], nb: ['ingen behov', 'behov', 'behov'] },
  programmes: {
    en: ['no programmes', 'programme', 'programmes'],
    nb: ['ingen tiltak', 'tiltak', 'tiltak'],
  },
  cells: { en: ['no cells', 'cell', 'cells'], nb: ['ingen celler', 'celle', 'celler'] },
} as const;

const definite: Record<keyof typeof nouns, string> = {
  children: 'barna',
  persons: 'personene',
  records: 'sakene',
  episodes: 'forsvinningene',
  spells: 'oppholdene',
  needs: 'behovene',
  programmes: 'tiltakene',
  cells: 'cellene',
};

/** What is counted, as a noun. */
export type Noun = keyof typeof nouns;

/** What the rows of a question count: children, or the unit it names. */
export const nounOf = ({ unit, anyAge }: Pick<Indicator, 'unit' | 'anyAge'>): Noun =>
  unit === 'child' ? (anyAge ? 'persons' : 'children') : `${unit}s`;

/** The noun of a measure that counts; children where its unit is none. */
export const measureNoun = (unit: Measure['unit']): Noun =>
  unit in nouns ? (unit as Noun) : 'children';

/** `1 child`, `12 records`; `no children` where nothing is counted, unless a figure is wanted. */
export function countedWords(
  value: number,
  noun: Noun,
  language: Language,
  figure = false,
): string {
  const [none, one, many] = nouns[noun][language];
  if (value === 0 && !figure) return none;
  return `${plainNumber(value, language)} ${value === 1 ? one : many}`;
}

/** The noun for many. */
export const manyWords = (noun: Noun, language: Language): string => nouns[noun][language][2];

/** The noun for those spoken of: `the children`, `barna`. */
export const theseWords = (noun: Noun, language: Language): string =>
  language === 'nb' ? definite[noun] : `the ${nouns[noun].en[2]}`;
