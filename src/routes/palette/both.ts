import { current } from '../view.svelte';
import type { Words } from '../words-in';

/** A word in the language of the interface, and in the other one to be found by. */
export const both = <T>(words: Words<T>, of: (say: T) => string) => ({
  name: of(current.say(words)),
  other: of(words[current.labels === 'en' ? 'nb' : 'en']),
});
