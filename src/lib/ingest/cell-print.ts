import type { ChosenFile, InspectOptions } from './file-proposal';
import { openFiles } from './open-files';
import { readRecords } from './read-records';
import { printAtLine } from './row-prints';

/**
 * Print of the record that starts on a physical line of a file, so that a cell of it can be changed;
 * null where no record that was read starts there, or no file goes by this name.
 */
export async function cellPrint(
  chosen: ChosenFile,
  name: string,
  line: number,
  options: InspectOptions = {},
): Promise<string | null> {
  const file = (await openFiles([chosen], options.signal)).find((one) => one.name === name);
  const read = file && (await readRecords(file, options));
  return !read || 'code' in read ? null : printAtLine(read.scanned, line, options.signal);
}
