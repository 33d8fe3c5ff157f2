import type { Text } from './text';

/** A failure that may be shown to a person. Its `message` is the English of its words. */
export class WordedError extends Error {
  override name = 'WordedError';
  /** Plain sentences: what happened and what to do. Never the content of a cell. */
  readonly words: Text;
  constructor(words: Text, options?: ErrorOptions) {
    super(words.en, options);
    this.words = words;
  }
}

/** What to show of an error; null for one that has no words, which is a mistake of the app. */
export const wordsOf = (error: unknown): Text | null =>
  error instanceof WordedError ? error.words : null;
