import type { Text } from '$lib/schema/text';

/** Name of no data set. */
export const noName: Text = { en: '', nb: '' };

/** Name of the made-up data set. */
export const demoName: Text = { en: 'Demo country', nb: 'Demoland' };

/** Name of a data set of these files: the first, and how many more. */
export function nameOf(files: readonly string[]): Text {
  const [first = '', ...more] = files;
  return more.length === 0
    ? { en: first, nb: first }
    : { en: `${first} and ${more.length} more`, nb: `${first} og ${more.length} til` };
}
