import type { Language } from '$lib/schema/text';

type Some<T> = T extends (...given: never[]) => string
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Some<T[K]> }
    : T;

/** Words of one part of the interface: whole in English and Bokmål, perhaps not in further languages. */
export interface Words<T> extends Readonly<Record<Language, T>> {
  readonly further?: Readonly<Record<string, Some<T>>>;
}

/** Behind a word that a language does not have yet and that is shown in English. */
const inEnglish = ' [en]';

/** `en` with what `own` has in its place; what it lacks is marked. */
function over(en: unknown, own: unknown): unknown {
  if (typeof en === 'string') return typeof own === 'string' ? own : en + inEnglish;
  if (typeof en === 'function')
    return typeof own === 'function'
      ? own
      : (...given: unknown[]) =>
          String((en as (...given: unknown[]) => unknown)(...given)) + inEnglish;
  if (typeof en !== 'object' || en === null) return own ?? en;
  const of = (key: string) => (own as Record<string, unknown> | undefined)?.[key];
  if (Array.isArray(en)) return en.map((one, i) => over(one, of(String(i))));
  return Object.fromEntries(Object.entries(en).map(([key, one]) => [key, over(one, of(key))]));
}

/** The words in a language; where it has none, the English one with `[en]` behind it. */
export function wordsIn<T>(words: Words<T>, language: string): T {
  if (language === 'en' || language === 'nb') return words[language];
  return over(words.en, words.further?.[language]) as T;
}
