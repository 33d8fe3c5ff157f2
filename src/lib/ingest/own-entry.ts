/** An entry of a list by a word of a file, never what every object has: a header may be `constructor`. */
export const ownEntry = <T>(list: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(list, word) ? list[word] : undefined;
