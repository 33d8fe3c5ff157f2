import { expect, test } from 'vitest';
import { inLanguage } from '$lib/schema/in-language';
import { WordedError, wordsOf } from '$lib/schema/worded-error';

test('every text becomes its string, everything else stays', () => {
  const value = {
    file: 'cases.csv',
    none: null,
    issues: [{ count: 2, lines: [3, 4], message: { en: 'two rows', nb: 'to rader' } }],
    en: { en: 'an', nb: 'et', fr: 'un' },
    languages: { en: 1, nb: 2 },
  };
  expect(inLanguage(value, 'en')).toEqual({
    ...value,
    issues: [{ count: 2, lines: [3, 4], message: 'two rows' }],
  });
  expect(inLanguage(value, 'nb').issues).toEqual([
    { count: 2, lines: [3, 4], message: 'to rader' },
  ]);
  expect(inLanguage({ en: 'one', nb: 'én' }, 'nb')).toBe('én');
});

test('an error in words is English to a program and has both for a person', () => {
  const words = { en: 'This failed.', nb: 'Dette mislyktes.' };
  const error = new WordedError(words);
  expect(error.message).toBe('This failed.');
  expect(wordsOf(error)).toEqual(words);
  expect(wordsOf(new Error('a mistake of the app'))).toBeNull();
  expect(wordsOf('thrown text')).toBeNull();
});
