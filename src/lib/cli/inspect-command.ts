import { inspectFiles } from '$lib/ingest/import-files';
import { inLanguage } from '$lib/schema/in-language';
import { openFiles } from './open-files';
import { printJson, readWords } from './words';

/** `inspect`: says how each file would be read, without loading it. */
export async function inspectCommand(words: string[]): Promise<number> {
  const { places } = readWords(words, { json: { type: 'boolean' } });
  printJson(inLanguage(await inspectFiles(await openFiles(places)), 'en'));
  return 0;
}
