/** How the lines of a file end. */
export type Newline = '\n' | '\r\n' | '\r' | 'mixed';

/** Newlines counted by their kind. */
export class NewlineCount {
  lf = 0;
  crlf = 0;
  cr = 0;

  /** The kind of all of them, or null where none was counted. */
  kind(): Newline | null {
    const kinds: Newline[] = [];
    if (this.lf) kinds.push('\n');
    if (this.crlf) kinds.push('\r\n');
    if (this.cr) kinds.push('\r');
    return kinds.length > 1 ? 'mixed' : (kinds[0] ?? null);
  }
}
