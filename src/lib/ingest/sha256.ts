import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { untilAborted } from './until-aborted';

/** Below this size one call to the platform is faster; above it the bytes would not fit in memory. */
const atOnce = 256 << 20;
const step = 4 << 20;

/**
 * SHA-256 of a file, hexadecimal (FIPS 180-4). Works without a secure context and for any size.
 * Rejects with `AbortError` when `signal` aborts.
 */
export async function sha256(blob: Blob, signal?: AbortSignal): Promise<string> {
  if (blob.size <= atOnce && globalThis.crypto?.subtle)
    return untilAborted(
      blob
        .arrayBuffer()
        .then((bytes) => crypto.subtle.digest('SHA-256', bytes))
        .then((sum) => bytesToHex(new Uint8Array(sum))),
      signal,
    );
  const running = hash.create();
  for (let at = 0; at < blob.size; at += step) {
    signal?.throwIfAborted();
    running.update(new Uint8Array(await blob.slice(at, at + step).arrayBuffer()));
  }
  return bytesToHex(running.digest());
}
