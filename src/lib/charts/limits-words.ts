import type { Language } from '$lib/schema/text';
import { numberWords } from './number-words';

/** What follows from shown numbers of a share that is withheld (0–1): no interval of chance and no estimate. */
export type Limits = readonly [low: number, high: number];

const percent = (share: number, language: Language): string =>
  numberWords(share, 'share', language);
const bare = (share: number, language: Language): string =>
  percent(share, language).replace(/\u00a0?%$/, '');

/** `68–72% [c]`: the limits with the mark that the share itself is withheld. */
export const limitsText = ([low, high]: Limits, language: Language): string =>
  `${low === high ? '' : `${bare(low, language)}–`}${percent(high, language)} [c]`;

/** `between 68% and 72%`, or `at least 66%`, so that limits read out are not taken for two numbers or a minus. */
export function limitsWords([low, high]: Limits, language: Language): string {
  if (low === high) return percent(high, language);
  if (high === 1) return `${language === 'nb' ? 'minst' : 'at least'} ${percent(low, language)}`;
  if (low === 0) return `${language === 'nb' ? 'høyst' : 'at most'} ${percent(high, language)}`;
  return language === 'nb'
    ? `mellom ${bare(low, language)} og ${percent(high, language)}`
    : `between ${percent(low, language)} and ${percent(high, language)}`;
}
