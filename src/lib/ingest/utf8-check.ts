/** Checks bytes fed in order, in pieces of any size, against strict UTF-8 (RFC 3629). */
export class Utf8Check {
  private need = 0;
  private low = 0x80;
  private high = 0xbf;
  private started = 0;
  private invalid: number | null = null;
  private fedTo = -1;

  /** `at` is the offset of the piece in the file; a piece seen before is not looked at again. */
  feed(bytes: Uint8Array, at: number): void {
    if (this.invalid !== null || at < this.fedTo) return;
    this.fedTo = at + bytes.length;
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
    const n = bytes.length;
    let i = 0;
    while (i < n) {
      if (this.need === 0) {
        if ((i & 3) === 0) {
          let word = i >> 2;
          // Sixteen bytes at a time as long as all are ASCII, then four.
          while (
            word < words.length - 3 &&
            ((words[word]! | words[word + 1]! | words[word + 2]! | words[word + 3]!) &
              0x80808080) ===
              0
          )
            word += 4;
          while (word < words.length && (words[word]! & 0x80808080) === 0) word++;
          i = word << 2;
          if (i >= n) break;
        }
        const byte = bytes[i]!;
        if (byte >= 0x80 && !this.lead(byte)) {
          this.invalid = at + i;
          return;
        }
        if (byte >= 0x80) this.started = at + i;
      } else {
        const byte = bytes[i]!;
        if (byte < this.low || byte > this.high) {
          this.invalid = this.started;
          return;
        }
        this.low = 0x80;
        this.high = 0xbf;
        this.need--;
      }
      i++;
    }
  }

  /** Offset of the first byte that is not UTF-8, or null. */
  end(): number | null {
    return this.invalid ?? (this.need ? this.started : null);
  }

  private lead(byte: number): boolean {
    if (byte >= 0xc2 && byte <= 0xdf) this.need = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.need = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.need = 3;
    else return false;
    this.low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    return true;
  }
}
