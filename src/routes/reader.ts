/** Who reads: it changes the order of things and the words of help, never what is possible. */
export type Reader = 'analyst' | 'advocacy' | 'donor';

/** The readers in the order of the choice. */
export const readers: readonly Reader[] = ['analyst', 'advocacy', 'donor'];

/** Who reads according to a fragment (`as=donor`); the analyst where it does not say. */
export function readerOf(fragment: string): Reader {
  const said = /(?:^#?|&)as=(\w+)/.exec(fragment)?.[1];
  return readers.find((reader) => reader === said) ?? 'analyst';
}

/** The fragment of a view with its reader, without `#`. */
export const withReader = (fragment: string, reader: Reader): string =>
  [fragment, reader === 'analyst' ? '' : `as=${reader}`].filter(Boolean).join('&');
