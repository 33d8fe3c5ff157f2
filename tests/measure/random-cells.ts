import type { Draw } from '$lib/demo/draw';

/** One row of a file: column → text. */
export type Row = Record<string, string>;
/** Tables that are being filled. */
export type RowsOf = Record<string, Row[]>;

/** A child whose rows the other tables are written for. */
export interface RandomChild {
  /** Its files. */
  readonly keys: readonly string[];
  /** First detection, in milliseconds since 1970. */
  readonly detectedAt: number;
  readonly dateMode: 'offset' | 'exact';
}

const noAnswer = ['', 'unknown', 'not_asked', 'refused', 'na', '-99', '99', 'NULL', 'n/a', '.'];

/** A value, or in a share of the cells one of the ways of giving none. */
export const or = (draw: Draw, share: number, value: string) =>
  draw.chance(share) ? draw.pick(noAnswer as [string]) : value;

/** One of several values. */
export const one = (draw: Draw, values: readonly string[]) => draw.pick(values as [string]);

/** An instant as a cell: with its clock, or the day alone. */
export function calendar(at: number, dateOnly: boolean): string {
  const text = new Date(at).toISOString();
  return dateOnly ? text.slice(0, 10) : `${text.slice(0, 19)}Z`;
}

/** A day of a child, left out in a share of the rows; now and then an offset among dates. */
export function dayOrNone(
  draw: Draw,
  { detectedAt, dateMode }: RandomChild,
  name: string,
  days: number,
  missing = 0.1,
): Row {
  const [none, offset] = [draw.chance(missing), dateMode === 'offset' || draw.chance(0.05)];
  if (none) return {};
  return offset
    ? { [`${name}_offset_d`]: String(days) }
    : { [`${name}_at`]: calendar(detectedAt + days * 86_400_000, true) };
}

/** Adds a row to a table in one of the child's files; now and then the same row twice. */
export function push(
  draw: Draw,
  tables: RowsOf,
  child: RandomChild,
  [table, key]: readonly [table: string, key: string],
  row: Row,
) {
  const rows = (tables[table] ??= []);
  const case_key = one(draw, child.keys);
  for (let copies = draw.chance(0.03) ? 2 : 1; copies > 0; copies--)
    rows.push({ [key]: `${table}_${rows.length}`, case_key, ...row });
}

/** As many times as drawn, `share` of the children having any. */
export function repeat(draw: Draw, share: number, most: number, act: () => void) {
  for (let i = draw.chance(share) ? draw.between(1, most) : 0; i > 0; i--) act();
}
