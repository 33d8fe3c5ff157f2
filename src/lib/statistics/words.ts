import type { MethodWords, TextOfMethod } from './method-words';
import { wordsAmount } from './words-amount';
import { wordsMse } from './words-mse';
import { wordsMseRange } from './words-mse-range';
import { wordsProportion } from './words-proportion';
import { wordsRate } from './words-rate';
import { wordsTime } from './words-time';
import { wordsTrend } from './words-trend';

/** One group of a page of methods. */
export interface WordsGroup {
  readonly title: TextOfMethod;
  readonly methods: readonly MethodWords[];
}

/** The words of every method of the contract, grouped as a page prints them; nothing here computes. */
export const words: readonly WordsGroup[] = [
  { title: { en: 'Proportions', nb: 'Andeler' }, methods: wordsProportion },
  { title: { en: 'Rates', nb: 'Rater' }, methods: wordsRate },
  { title: { en: 'Amounts', nb: 'Mengder' }, methods: wordsAmount },
  { title: { en: 'Times', nb: 'Tider' }, methods: wordsTime },
  { title: { en: 'Trends', nb: 'Trender' }, methods: wordsTrend },
  {
    title: { en: 'Hidden victims', nb: 'Utsatte ingen har oppdaget (flerlisteestimering)' },
    methods: [...wordsMse, ...wordsMseRange],
  },
];
