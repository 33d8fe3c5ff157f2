const windowBytes = 4 << 20;

/** A file in pieces of 4 MB; while one is looked at, the next is being read. */
export class ByteWindows {
  private aheadAt = -1;
  private ahead: Promise<ArrayBuffer> | null = null;

  constructor(private readonly blob: Blob) {}

  /** The piece that begins at byte `from`. */
  async at(from: number): Promise<Uint8Array<ArrayBuffer>> {
    const own = this.ahead && this.aheadAt === from ? this.ahead : this.read(from);
    const bytes = new Uint8Array(await own);
    this.aheadAt = from + bytes.length;
    this.ahead = this.aheadAt < this.blob.size ? this.read(this.aheadAt) : null;
    this.ahead?.catch(() => undefined);
    return bytes;
  }

  /** One byte anywhere; undefined at the end of the file. */
  async byte(at: number): Promise<number | undefined> {
    return new Uint8Array(await this.blob.slice(at, at + 1).arrayBuffer())[0];
  }

  private read(from: number): Promise<ArrayBuffer> {
    return this.blob.slice(from, from + windowBytes).arrayBuffer();
  }
}
