import { columnsOf } from '$lib/schema/tables';

/** A row by header; what is absent is written as an empty cell. */
export type DemoRow = Readonly<Record<string, string | number | undefined>>;

const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * Writes the CSV of one table of the schema. Moments use their date field only; `index_year` is
 * left out because the demo knows every month.
 */
export class TableWriter {
  readonly name: string;
  readonly #place: ReadonlyMap<string, number>;
  #text: string;
  constructor(table: string) {
    this.name = `${table}.csv`;
    const headers = columnsOf(table)
      .filter((column) => column.standsInFor === null)
      .map((column) => (column.type.startsWith('event') ? `${column.name}_at` : column.name));
    this.#place = new Map(headers.map((header, index) => [header, index]));
    this.#text = `${headers.join(',')}\n`;
  }
  /** Adds a row. Throws on a header the schema does not have. */
  add(row: DemoRow): void {
    const cells: string[] = new Array<string>(this.#place.size).fill('');
    for (const header in row) {
      const place = this.#place.get(header);
      if (place === undefined) throw new Error(`${this.name} has no column ${header}`);
      const value = row[header];
      if (value !== undefined) cells[place] = quoted(String(value));
    }
    this.#text += `${cells.join(',')}\n`;
  }
  /** What was written since the last call; the first time with the header. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}
