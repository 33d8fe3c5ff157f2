import { unpacked, type Allowance } from './unpacked';

/** One file inside a zip archive. */
export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  /** Its bytes, piece by piece. Throws `TypeError` when damaged and `TooLarge` beyond the allowance. */
  read(allowance: Allowance, signal?: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

const endBytes = 22;
const mostEntries = 10_000;

/**
 * The files of a zip archive by name, from its central directory (PKWARE APPNOTE 6.3, sections
 * 4.3.12 and 4.3.16), or null when it is damaged, encrypted, split or of the 64-bit kind. Two
 * entries of one name make it damaged: readers would differ about which of them counts.
 */
export async function zipEntries(blob: Blob): Promise<ReadonlyMap<string, ZipEntry> | null> {
  const tailAt = Math.max(0, blob.size - endBytes - 0xffff);
  const tail = new DataView(await blob.slice(tailAt).arrayBuffer());
  let end = tail.byteLength - endBytes;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return null;
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (count > mostEntries || start + size > tailAt + end) return null;
  const directory = new DataView(await blob.slice(start, start + size).arrayBuffer());
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > size || directory.getUint32(at, true) !== 0x02014b50) return null;
    const flags = directory.getUint16(at + 8, true);
    const method = directory.getUint16(at + 10, true);
    const packedBytes = directory.getUint32(at + 20, true);
    const nameBytes = directory.getUint16(at + 28, true);
    const rest = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    const local = directory.getUint32(at + 42, true);
    if (at + 46 + nameBytes > size || flags & 1 || (method !== 0 && method !== 8)) return null;
    const name = new TextDecoder().decode(
      new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameBytes),
    );
    if (entries.has(name) || local + 30 + packedBytes > start) return null;
    const read = (allowance: Allowance, signal?: AbortSignal) =>
      content(blob, local, packedBytes, method === 8, allowance, signal);
    entries.set(name, { name, packedBytes, read });
    at += 46 + nameBytes + rest;
  }
  return entries;
}

async function* content(
  blob: Blob,
  local: number,
  packedBytes: number,
  deflated: boolean,
  allowance: Allowance,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const head = new DataView(await blob.slice(local, local + 30).arrayBuffer());
  if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50)
    throw new TypeError('no local header');
  const start = local + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = blob.slice(start, start + packedBytes);
  if (deflated) return yield* unpacked(packed, 'deflate-raw', allowance, signal);
  const step = 1 << 20;
  for (let at = 0; at < packed.size; at += step) {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await packed.slice(at, at + step).arrayBuffer());
    allowance.took(bytes.length);
    allowance.unpacked(bytes.length);
    yield bytes;
  }
}
