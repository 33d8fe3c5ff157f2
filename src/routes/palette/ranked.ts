import { plain } from '../help/search';

/** What can be found by its code and by its name in two languages. */
export interface Named {
  /** `ID-01`; empty where there is none. */
  readonly code: string;
  /** In the language of the interface. */
  readonly name: string;
  /** In the other language. */
  readonly other: string;
}

/** Something found. */
export interface Ranked<T> {
  readonly entry: T;
  /** Whether it was found only with its name in the other language. */
  readonly byOther: boolean;
}

/** 0 where the code begins with the word, 1 where a word does, 2 where it stands within one; else null. */
function place(word: string, { code, name, other }: Named): 0 | 1 | 2 | null {
  const id = plain(code);
  if (id.startsWith(word) || id.replaceAll('-', '').startsWith(word)) return 0;
  const text = plain(`${code} ${name} ${other}`);
  const first = text.indexOf(word);
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)) return 1;
  return first < 0 ? null : 2;
}

/**
 * The entries that have every word of what was typed: first those whose code begins with it, then
 * those with a word that does, then those that have it within a word; equals stay in their order. An
 * entry stands where its worst word puts it. Everything, in order, where nothing was typed.
 */
export function ranked<T extends Named>(
  typed: string,
  entries: readonly T[],
): readonly Ranked<T>[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return entries
    .flatMap((entry) => {
      const places = words.map((word) => place(word, entry));
      if (places.includes(null)) return [];
      const shown = { ...entry, other: '' };
      const byOther = words.some((word) => place(word, shown) === null);
      return [{ entry, byOther, at: Math.max(0, ...places.map(Number)) }];
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ entry, byOther }) => ({ entry, byOther }));
}
