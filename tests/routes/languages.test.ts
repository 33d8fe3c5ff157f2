import { describe, expect, it } from 'vitest';
import {
  completeLanguage,
  interfaceLanguages,
  languagesOf,
  preferredLanguage,
  withLanguages,
} from '../../src/routes/languages';
import { wordsIn, type Words } from '../../src/routes/words-in';

describe('the languages in the address', () => {
  it('come back as they were written, beside everything else', () => {
    for (const preferred of ['en', 'nb'])
      for (const ui of ['en', 'nb'])
        for (const out of [null, 'en', 'nb'] as const) {
          const fragment = withLanguages('view=working&as=donor', { ui, out }, preferred);
          expect(fragment.startsWith('view=working&as=donor')).toBe(true);
          expect(languagesOf(`#${fragment}`, preferred)).toEqual({ ui, out });
        }
  });

  it('are not written where they are the preferred ones', () => {
    expect(withLanguages('', { ui: 'nb', out: null }, 'nb')).toBe('');
    expect(withLanguages('', { ui: 'en', out: null }, 'nb')).toBe('ui=en');
  });

  it('are ignored where the app does not have them', () => {
    expect(languagesOf('#ui=xx&out=yy', 'nb')).toEqual({ ui: 'nb', out: null });
    expect(languagesOf('#where=region:out=nb', 'en')).toEqual({ ui: 'en', out: null });
  });

  it('are first those that the browser asks for', () => {
    expect(preferredLanguage(['nn-NO', 'en'])).toBe('nb');
    expect(preferredLanguage(['no'])).toBe('nb');
    expect(preferredLanguage(['fr-CH', 'nb-NO', 'en'])).toBe('nb');
    expect(preferredLanguage(['fr', 'de'])).toBe('en');
    expect(preferredLanguage([])).toBe('en');
  });

  it('name themselves in themselves and have a direction', () => {
    for (const { code, name, direction } of interfaceLanguages) {
      const own = new Intl.DisplayNames([code], { type: 'language' }).of(code)!;
      expect(name.toLowerCase()).toBe(own.toLowerCase());
      const locale = new Intl.Locale(code) as Intl.Locale & { textInfo?: { direction: string } };
      expect(direction).toBe(locale.textInfo?.direction ?? 'ltr');
    }
    expect(completeLanguage('nb')).toBe('nb');
    expect(completeLanguage('ar')).toBe('en');
  });
});

describe('words in a language that is not whole', () => {
  const en = {
    title: 'Data',
    rows: (count: number) => `${count} rows`,
    part: { none: 'nothing', steps: ['one', 'two'] },
  };
  const nb: typeof en = {
    title: 'Data',
    rows: (count) => `${count} rader`,
    part: { none: 'ingenting', steps: ['én', 'to'] },
  };
  const words: Words<typeof en> = {
    en,
    nb,
    further: {
      ar: { part: { none: 'لا شيء', steps: ['واحد'] }, rows: (count: number) => `${count} صف` },
    },
  };

  it('are its own where it has them, else English and marked', () => {
    const own = wordsIn(words, 'ar');
    expect(own.part.none).toBe('لا شيء');
    expect(own.rows(3)).toBe('3 صف');
    expect(own.title).toBe('Data [en]');
    expect(own.part.steps).toEqual(['واحد', 'two [en]']);
  });

  it('are English and marked throughout where it has none', () => {
    const own = wordsIn(words, 'sr');
    expect(own.rows(3)).toBe('3 rows [en]');
    expect(own.part).toEqual({ none: 'nothing [en]', steps: ['one [en]', 'two [en]'] });
  });

  it('are the very words in a whole language', () => {
    expect(wordsIn(words, 'nb')).toBe(nb);
  });
});
