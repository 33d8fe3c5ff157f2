import { readFile } from 'node:fs/promises';
import { indicatorOf } from '$lib/indicators/catalogue';
import type { PublishedTable } from '$lib/measure/published';
import { savedFigures } from '$lib/report/saved-figures';
import { wordsOf } from '$lib/schema/worded-error';
import { Refused } from './exit';

/** Tables that were published before, as they were saved in Release view; any other file is refused. */
export async function publishedFiles(paths: readonly string[]): Promise<PublishedTable[]> {
  const read = paths.map(async (path) => {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) throw new Refused(`${path} cannot be read.`);
    return figuresOf(path, text).map(({ indicator: id, where, rows }): PublishedTable => {
      const indicator = indicatorOf(id);
      if (!indicator) throw new Refused(`${path} is of an indicator that is not known here.`);
      return { indicator, where, rows };
    });
  });
  return (await Promise.all(read)).flat();
}

function figuresOf(path: string, text: string) {
  try {
    return savedFigures(text);
  } catch (error) {
    throw new Refused(`${path}: ${wordsOf(error)?.en ?? 'The file could not be read.'}`);
  }
}
