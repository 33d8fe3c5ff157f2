/** Below this size one call to the platform is faster; above it the bytes would not fit in memory. */
const atOnce = 256 << 20;

/** SHA-256 of a file, hexadecimal (FIPS 180-4). Works without a secure context and for any size. */
export async function sha256(blob: Blob, signal?: AbortSignal): Promise<string> {
  if (blob.size <= atOnce && globalThis.crypto?.subtle)
    return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())));
  const state = new Uint32Array(initial);
  const step = 4 << 20;
  for (let at = 0; at + 64 <= blob.size; at += step) {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await blob.slice(at, at + step).arrayBuffer());
    digest(state, bytes, bytes.length & ~63);
  }
  const tail = new Uint8Array(await blob.slice(blob.size - (blob.size % 64)).arrayBuffer());
  const last = new Uint8Array(tail.length < 56 ? 64 : 128);
  last.set(tail);
  last[tail.length] = 0x80;
  new DataView(last.buffer).setBigUint64(last.length - 8, BigInt(blob.size) * 8n);
  digest(state, last, last.length);
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => out.setUint32(i * 4, word));
  return hex(new Uint8Array(out.buffer));
}

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const primes = Array.from({ length: 311 }, (_, n) => n + 2)
  .filter((n) => !Array.from({ length: n - 2 }, (_, d) => d + 2).some((d) => n % d === 0))
  .slice(0, 64);
const fraction = (x: number) => ((x - Math.floor(x)) * 2 ** 32) >>> 0;
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const rounds = new Uint32Array(primes.map((prime) => fraction(Math.cbrt(prime))));

function digest(state: Uint32Array, bytes: Uint8Array, length: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const w = new Uint32Array(64);
  const turn = (x: number, by: number) => (x >>> by) | (x << (32 - by));
  for (let at = 0; at < length; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const [x, y] = [w[i - 15]!, w[i - 2]!];
      w[i] =
        w[i - 16]! +
        (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) +
        w[i - 7]! +
        (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let i = 0; i < 64; i++) {
      const one =
        (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[i]! + w[i]!) |
        0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = state[i]! + word));
  }
}
