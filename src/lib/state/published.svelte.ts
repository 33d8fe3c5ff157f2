import type { PublishedTable } from '$lib/measure/published';

/** A table of an earlier release that the user opened. */
export interface OpenedTable extends PublishedTable {
  readonly revision: number;
  /** When its file was written, in milliseconds since 1970. */
  readonly time: number;
}

/** What was published before, as the user says by opening the tables; kept until the session ends. */
class Published {
  tables = $state.raw<readonly OpenedTable[]>([]);
  /** How often they changed: each time every figure of Release view is another. */
  changes = $state.raw(0);

  /** Adds tables but those that are there already. Answers whether there were any. */
  open(tables: readonly OpenedTable[]): boolean {
    const known = new Set(this.tables.map(textOf));
    const more = tables.filter((table) => !known.has(textOf(table)));
    if (more.length > 0) this.#change([...this.tables, ...more]);
    return more.length > 0;
  }

  /** Takes one away. */
  close(table: OpenedTable): void {
    this.#change(this.tables.filter((one) => one !== table));
  }

  /** Forgets all. */
  forget(): void {
    if (this.tables.length > 0) this.#change([]);
  }

  #change(tables: readonly OpenedTable[]): void {
    this.tables = tables;
    this.changes += 1;
  }
}

const textOf = ({ indicator, revision, where, rows }: OpenedTable): string =>
  JSON.stringify([indicator.id, revision, where, rows]);

/** The tables that the page takes as published. */
export const published = new Published();
