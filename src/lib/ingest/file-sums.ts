import type { Opened } from './open-files';
import { sha256 } from './sha256';

/**
 * SHA-256 of the files that were chosen, one after the other, so that one of them at most is held in
 * memory. Sheets of one workbook have the sum of the workbook. Rejects with `AbortError` when `signal`
 * aborts.
 */
export async function fileSums(
  files: readonly Opened[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const known = new Map<Blob, string>();
  for (const { blob, sheet } of files) {
    const whole = sheet?.whole ?? blob;
    if (!known.has(whole)) known.set(whole, await sha256(whole, signal));
  }
  return files.map(({ blob, sheet }) => known.get(sheet?.whole ?? blob) ?? '');
}
