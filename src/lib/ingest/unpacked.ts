/** What unpacked bytes may come to: a small packed file that grows without end is stopped early. */
export class Allowance {
  /** Below this size any ratio is allowed: short tables of repeated rows pack very well. */
  static readonly anyRatio = 64 << 20;
  static readonly highestRatio = 200;
  private out = 0;
  private packed = 0;
  private readonly most: number;

  /** @param most bytes that may be unpacked in all */
  constructor(most: number) {
    this.most = most;
  }

  /** Throws `TooLarge` when the bytes unpacked so far are too many, or too many for what was packed. */
  unpacked(bytes: number): void {
    this.out += bytes;
    const swollen =
      this.out > Allowance.anyRatio && this.out > this.packed * Allowance.highestRatio;
    if (this.out > this.most || swollen) throw new TooLarge();
  }

  /** Packed bytes that went in. */
  took(bytes: number): void {
    this.packed += bytes;
  }
}

/** Packed bytes unfold to more than is reasonable. Its message holds nothing of the file. */
export class TooLarge extends Error {
  override name = 'TooLarge';
  constructor() {
    super('unpacked bytes exceed the limit');
  }
}

/**
 * Unpacked bytes, piece by piece. Throws `TypeError` when they are damaged, `TooLarge` when the
 * allowance is used up, `AbortError` when `signal` aborts. Memory holds a piece at a time.
 */
export async function* unpacked(
  blob: Blob,
  format: 'gzip' | 'deflate-raw',
  allowance: Allowance,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      allowance.took(piece.length);
      controller.enqueue(piece);
    },
  });
  const reader = blob
    .stream()
    .pipeThrough(counted, { signal })
    .pipeThrough(new DecompressionStream(format), { signal })
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      allowance.unpacked(value.length);
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
