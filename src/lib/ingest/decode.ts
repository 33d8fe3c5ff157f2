import type { Text } from '$lib/schema/text';
import type { Dialect } from './import-report';
import { Allowance, unpacked } from './unpacked';

type Encoding = Dialect['encoding'];

/** What the first bytes of a file say about the rest. */
export type Bytes =
  | {
      readonly is: 'text';
      readonly encoding: Encoding;
      readonly bom: number;
      readonly reason: Text;
    }
  | { readonly is: 'gzip' }
  | { readonly is: 'empty' }
  | { readonly is: 'other'; readonly sentence: Text };

const signatures: readonly (readonly [readonly number[], Text])[] = [
  [[0x89, 0x50, 0x4e, 0x47], { en: 'a PNG picture', nb: 'et PNG-bilde' }],
  [[0xff, 0xd8, 0xff], { en: 'a JPEG picture', nb: 'et JPEG-bilde' }],
  [[0x47, 0x49, 0x46, 0x38], { en: 'a GIF picture', nb: 'et GIF-bilde' }],
  [[0x25, 0x50, 0x44, 0x46], { en: 'a PDF document', nb: 'et PDF-dokument' }],
  [
    [0x50, 0x4b, 0x03, 0x04],
    {
      en: 'a zip archive or a workbook of another kind than XLSX (ODS, XLSB, ZIP)',
      nb: 'et zip-arkiv eller en arbeidsbok av et annet slag enn XLSX (ODS, XLSB, ZIP)',
    },
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    {
      en: 'an old Office document (XLS, DOC) or one protected with a password',
      nb: 'et gammelt Office-dokument (XLS, DOC) eller et som er beskyttet med passord',
    },
  ],
  [[0x50, 0x41, 0x52, 0x31], { en: 'a Parquet file', nb: 'en Parquet-fil' }],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], { en: 'an SQLite database', nb: 'en SQLite-database' }],
];

const utf16Mark = {
  en: 'the file begins with the mark of UTF-16',
  nb: 'filen begynner med merket for UTF-16',
};
const everySecond = {
  en: 'every second byte is zero, as in UTF-16',
  nb: 'annenhver byte er null, som i UTF-16',
};

/** Bytes decide the encoding: byte order mark, zero bytes of UTF-16, strict UTF-8, else windows-1252. */
export function judgeBytes(head: Uint8Array): Bytes {
  if (!head.length) return { is: 'empty' };
  if (head[0] === 0x1f && head[1] === 0x8b) return { is: 'gzip' };
  const kind = signatures.find(([bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (kind)
    return {
      is: 'other',
      sentence: {
        en: `This is ${kind[1].en}, not a text table. Save the table as CSV (UTF-8) and choose that file.`,
        nb: `Dette er ${kind[1].nb}, ikke en teksttabell. Lagre tabellen som CSV (UTF-8) og velg den filen.`,
      },
    };
  const text = (encoding: Encoding, bom: number, reason: Text): Bytes => ({
    is: 'text',
    encoding,
    bom,
    reason,
  });
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return text('utf-8', 3, {
      en: 'the file begins with the mark of UTF-8',
      nb: 'filen begynner med merket for UTF-8',
    });
  if (head[0] === 0xff && head[1] === 0xfe) return text('utf-16le', 2, utf16Mark);
  if (head[0] === 0xfe && head[1] === 0xff) return text('utf-16be', 2, utf16Mark);
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (!head[i]) zeros[i & 1]!++;
  const half = head.length / 2;
  if (zeros[1]! > half * 0.3 && zeros[0]! < half * 0.05) return text('utf-16le', 0, everySecond);
  if (zeros[0]! > half * 0.3 && zeros[1]! < half * 0.05) return text('utf-16be', 0, everySecond);
  let controls = 0;
  for (const byte of head) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  if (controls > head.length * 0.05 && controls > 8)
    return {
      is: 'other',
      sentence: {
        en: 'This file is not text. Save the table as CSV (UTF-8) and choose that file.',
        nb: 'Denne filen er ikke tekst. Lagre tabellen som CSV (UTF-8) og velg den filen.',
      },
    };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return text('utf-8', 0, { en: 'all bytes are valid UTF-8', nb: 'alle byte er gyldig UTF-8' });
  } catch {
    return text('windows-1252', 0, {
      en: 'some bytes are not UTF-8, so Western European text is assumed',
      nb: 'noen byte er ikke UTF-8, så vesteuropeisk tekst er antatt',
    });
  }
}

/**
 * A file as UTF-8. Pieces are decoded one by one, so the copy is the only large thing in memory. UTF-8
 * comes back byte by byte as it was, with the sign U+FFFD in place of bytes that are not.
 * `onDamaged` hears how many such signs a piece holds.
 */
export async function toUtf8(
  blob: Blob,
  encoding: Encoding,
  signal?: AbortSignal,
  onDamaged?: (signs: number) => void,
): Promise<Blob> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: encoding === 'utf-8' });
  const parts: Blob[] = [];
  const take = (text: string) => {
    parts.push(new Blob([text]));
    if (onDamaged && text.includes('\ufffd')) onDamaged(text.split('\ufffd').length - 1);
  };
  const step = 4 << 20;
  for (let at = 0; at < blob.size; at += step) {
    signal?.throwIfAborted();
    const bytes = await blob.slice(at, at + step).arrayBuffer();
    // Always as a stream: decoded at once, Node 20 takes windows-1252 for ISO-8859-1.
    take(decoder.decode(bytes, { stream: true }));
  }
  take(decoder.decode());
  return new Blob(parts);
}

/** The most that a gzip file may unpack to, in bytes. */
const mostUnpacked = 4 * 2 ** 30;

/** A gzip file unpacked. Rejects with `TypeError` when it is damaged, `TooLarge` when it swells up. */
export async function unpack(blob: Blob, signal?: AbortSignal): Promise<Blob> {
  const parts: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const piece of unpacked(blob, 'gzip', new Allowance(mostUnpacked), signal)) {
    pieces.push(piece);
    size += piece.length;
    if (size < 4 << 20) continue;
    parts.push(new Blob(pieces));
    [pieces, size] = [[], 0];
  }
  return new Blob([...parts, ...pieces]);
}
