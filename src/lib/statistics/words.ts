import type { MethodWords } from './method-words';
import { wordsAmount } from './words-amount';
import { wordsMse } from './words-mse';
import { wordsMseRange } from './words-mse-range';
import { wordsProportion } from './words-proportion';
import { wordsRate } from './words-rate';
import { wordsTime } from './words-time';
import { wordsTrend } from './words-trend';

/** One group of a page of methods. */
export interface WordsGroup {
  readonly title: string;
  readonly methods: readonly MethodWords[];
}

/** The words of every method of the contract, grouped as a page prints them; nothing here computes. */
export const words: readonly WordsGroup[] = [
  { title: 'Proportions', methods: wordsProportion },
  { title: 'Rates', methods: wordsRate },
  { title: 'Amounts', methods: wordsAmount },
  { title: 'Times', methods: wordsTime },
  { title: 'Trends', methods: wordsTrend },
  { title: 'Hidden victims', methods: [...wordsMse, ...wordsMseRange] },
];
