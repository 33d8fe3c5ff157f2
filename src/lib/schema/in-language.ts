import type { Language, Text } from './text';

/** The same value with a plain string wherever it has a text in both languages. */
export type InLanguage<T> = T extends Text
  ? string
  : T extends object
    ? { [K in keyof T]: InLanguage<T[K]> }
    : T;

const isText = (value: object): value is Text => {
  const { en, nb, ...more } = value as Record<string, unknown>;
  return typeof en === 'string' && typeof nb === 'string' && !Object.keys(more).length;
};

/** A value of plain data for a file in one language: every text in it becomes its string. */
export function inLanguage<T>(value: T, language: Language): InLanguage<T> {
  const of = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return one;
    if (Array.isArray(one)) return one.map(of);
    if (isText(one)) return one[language];
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, of(inner)]));
  };
  return of(value) as InLanguage<T>;
}
