import type { Text } from '$lib/schema/text';
import { nbNumber } from './nb-number';

/** `2 rows …`: how many rows, and what is to be said of them. */
export const rowsThat = (count: number, words: Text): Text => ({
  en: `${count} ${count === 1 ? 'row' : 'rows'} ${words.en}`,
  nb: `${nbNumber(count)} ${count === 1 ? 'rad' : 'rader'} ${words.nb}`,
});
