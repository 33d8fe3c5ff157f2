import type { Row } from '$lib/engine/engine';

const mostOfOne = 2_000;
const mostInAll = 20_000;

/**
 * Rows of statements that were asked before of the same data: many a figure reads something that no
 * filter touches, such as money or residents. Small results alone, those used longest ago go first.
 */
export class Answers {
  readonly #known = new Map<string, readonly Row[]>();
  #rows = 0;

  /** The rows of a statement, the caller's own; undefined where it must be asked. */
  of(statement: string): Row[] | undefined {
    const known = this.#known.get(statement);
    if (!known) return undefined;
    this.#known.delete(statement);
    this.#known.set(statement, known);
    return known.map((row) => ({ ...row }));
  }

  keep(statement: string, rows: readonly Row[]): void {
    if (rows.length > mostOfOne || this.#known.has(statement)) return;
    this.#known.set(
      statement,
      rows.map((row) => ({ ...row })),
    );
    this.#rows += rows.length + 1;
    for (const [oldest, { length }] of this.#known) {
      if (this.#rows <= mostInAll) return;
      this.#known.delete(oldest);
      this.#rows -= length + 1;
    }
  }
}
