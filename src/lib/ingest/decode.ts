import type { Dialect } from './import-report';

type Encoding = Dialect['encoding'];

/** What the first bytes of a file say about the rest. */
export type Bytes =
  | {
      readonly is: 'text';
      readonly encoding: Encoding;
      readonly bom: number;
      readonly reason: string;
    }
  | { readonly is: 'gzip' }
  | { readonly is: 'empty' }
  | { readonly is: 'other'; readonly sentence: string };

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x50, 0x4b, 0x03, 0x04], 'a workbook or zip archive (XLSX, ODS, ZIP)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office document (XLS, DOC)'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'an SQLite database'],
];

/** Bytes decide the encoding: byte order mark, zero bytes of UTF-16, strict UTF-8, else windows-1252. */
export function judgeBytes(head: Uint8Array): Bytes {
  if (!head.length) return { is: 'empty' };
  if (head[0] === 0x1f && head[1] === 0x8b) return { is: 'gzip' };
  const kind = signatures.find(([bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (kind)
    return {
      is: 'other',
      sentence: `This is ${kind[1]}, not a text table. Save the table as CSV (UTF-8) and choose that file.`,
    };
  const text = (encoding: Encoding, bom: number, reason: string): Bytes => ({
    is: 'text',
    encoding,
    bom,
    reason,
  });
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return text('utf-8', 3, 'the file begins with the mark of UTF-8');
  if (head[0] === 0xff && head[1] === 0xfe)
    return text('utf-16le', 2, 'the file begins with the mark of UTF-16');
  if (head[0] === 0xfe && head[1] === 0xff)
    return text('utf-16be', 2, 'the file begins with the mark of UTF-16');
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (!head[i]) zeros[i & 1]!++;
  const half = head.length / 2;
  if (zeros[1]! > half * 0.3 && zeros[0]! < half * 0.05)
    return text('utf-16le', 0, 'every second byte is zero, as in UTF-16');
  if (zeros[0]! > half * 0.3 && zeros[1]! < half * 0.05)
    return text('utf-16be', 0, 'every second byte is zero, as in UTF-16');
  let controls = 0;
  for (const byte of head) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  if (controls > head.length * 0.05 && controls > 8)
    return {
      is: 'other',
      sentence: 'This file is not text. Save the table as CSV (UTF-8) and choose that file.',
    };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return text('utf-8', 0, 'all bytes are valid UTF-8');
  } catch {
    return text('windows-1252', 0, 'some bytes are not UTF-8, so Western European text is assumed');
  }
}

/**
 * The file as UTF-8: itself when it is UTF-8 already, else a decoded copy. Pieces are decoded one by
 * one, so the copy is the only large thing in memory.
 */
export async function toUtf8(blob: Blob, encoding: Encoding, signal?: AbortSignal): Promise<Blob> {
  if (encoding === 'utf-8') return blob;
  const decoder = new TextDecoder(encoding);
  const parts: Blob[] = [];
  const step = 4 << 20;
  for (let at = 0; at < blob.size; at += step) {
    signal?.throwIfAborted();
    const bytes = await blob.slice(at, at + step).arrayBuffer();
    parts.push(new Blob([decoder.decode(bytes, { stream: at + step < blob.size })]));
  }
  return new Blob(parts);
}

/** A gzip file unpacked. Rejects with `TypeError` when it is damaged. */
export const unpack = (blob: Blob, signal?: AbortSignal): Promise<Blob> =>
  new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'), { signal })).blob();
