import type { ByteContexts } from './encoding-guess';

const step = 4 << 20;
const isLetter = (byte: number) => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
const isEnd = (byte: number) =>
  byte < 48 || (byte >= 48 && byte <= 57) || byte === 59 || byte === 124;

/** Counts bytes above ASCII of a file by what stands beside them. Reads the whole file. */
export async function byteContexts(blob: Blob, signal?: AbortSignal): Promise<ByteContexts> {
  const [inside, edge] = [new Uint32Array(256), new Uint32Array(256)];
  let [money, before, byte] = [0, 10, 10];
  const take = (after: number) => {
    if (byte >= 0x80) {
      if (isLetter(before) && isLetter(after)) inside[byte]!++;
      else if ([before, after].some((one) => isLetter(one) || one >= 0x80)) edge[byte]!++;
      // Alone: a sign, or a letter that is a cell of its own.
      else if (byte < 0xa0) edge[byte]!++;
      if (byte === 0xa4 && isEnd(before) && isEnd(after)) money++;
    }
    [before, byte] = [byte, after];
  };
  for (let at = 0; at < blob.size; at += step) {
    signal?.throwIfAborted();
    for (const next of new Uint8Array(await blob.slice(at, at + step).arrayBuffer())) take(next);
  }
  take(10);
  return { inside, edge, money };
}
