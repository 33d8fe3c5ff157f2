import { listItems } from './list-items';
import type { Binding } from './map-columns';
import type { Scanned } from './load-records';
import { shownCell } from './cell-mask';
import { doubtOf } from './doubtful-code';
import type { Reading } from './column-sql';
import { ValueReader, type Meaning } from './value-map';
import { goodRecords } from './well-formed';

/** One spelling in a column of codes and what it is read as. */
interface CodeCount {
  readonly spelling: string;
  /** Accepted records that hold it; in a list, each item counts. */
  readonly rows: number;
  /** Null where nobody said what it stands for. */
  readonly meaning: Meaning | null;
  /** The code itself: nothing to decide. */
  readonly exact: boolean;
}

/** The spellings of one column, those without a meaning first, then the most frequent first. */
export interface ColumnCodes {
  readonly counts: readonly CodeCount[];
  /** Different spellings that are not listed, and the records with them. */
  readonly more: number;
  readonly moreRows: number;
}

const [mostDifferent, mostListed] = [5000, 100];
/** Records from which on words written like a full name are taken for a code. */
const fewRows = 3;

/** True where somebody said what the spelling stands for. */
const isExplained = ({ meaning }: CodeCount): boolean =>
  meaning !== null && !('missing' in meaning && meaning.missing === 'unmapped');

/** True for a column of codes of a list. Countries and regions are no such list. */
const isCoded = ({ column, part }: Binding): boolean =>
  !part && column.codes.length > 0 && ['code', 'list'].includes(column.type);

/** Spellings of one column as they stand in the file. */
interface Seen {
  readonly spellings: Map<string, number>;
  /** Cells with spellings beyond the most that are told apart. */
  others: number;
}

/** What was counted in a file that is read in one way: kept, so that a choice needs no new count. */
export type CountedColumns = Map<string, Seen>;

/**
 * Counts the spellings of columns of codes over all good records of a file, those that `counted` does
 * not hold yet. A spelling that could point to a person is left out of the list and counted in `more`.
 */
export async function codeCounts(
  file: Scanned,
  readings: readonly Reading[],
  counted: CountedColumns,
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, ColumnCodes>> {
  const coded = readings.filter(({ binding }) => isCoded(binding));
  const fresh = coded
    .filter((reading) => !counted.has(keyOf(reading)))
    .map((reading) => ({ reading, seen: { spellings: new Map<string, number>(), others: 0 } }));
  if (fresh.length)
    for await (const rows of goodRecords(file.blob, file.scan, file, signal))
      for (const { reading, seen } of fresh) count(rows, reading, seen);
  for (const { reading, seen } of fresh) counted.set(keyOf(reading), seen);
  return new Map(
    coded.flatMap((reading) => {
      const seen = counted.get(keyOf(reading));
      return seen ? [[reading.binding.slot, listed(reading, seen)]] : [];
    }),
  );
}

const keyOf = ({ binding: { slot, column } }: Reading): string => `${slot} ${column.type}`;

function count(rows: readonly (readonly string[])[], { binding }: Reading, seen: Seen): void {
  const { slot, column } = binding;
  for (const row of rows) {
    const cell = row[slot] ?? '';
    for (const item of column.type === 'list' ? listItems(cell, binding.blanks) : [cell]) {
      const spelling = item.trim();
      if (!spelling) continue;
      const before = seen.spellings.get(spelling);
      if (before === undefined && seen.spellings.size >= mostDifferent) seen.others++;
      else seen.spellings.set(spelling, (before ?? 0) + 1);
    }
  }
}

function listed({ binding, map, asks }: Reading, { spellings, others }: Seen): ColumnCodes {
  const reader = new ValueReader(binding.column, binding.inverse);
  const all = [...spellings].map(([spelling, rows]): CodeCount => {
    const exact = reader.isCode(spelling);
    const told = () =>
      asks && doubtOf(binding.column, spelling, spellings.keys()) ? null : reader.meaning(spelling);
    const meaning = exact ? { code: spelling } : (map.get(spelling) ?? told());
    return { spelling, rows, meaning, exact };
  });
  const open = (one: CodeCount) => Number(!isExplained(one));
  all.sort((a, b) => open(b) - open(a) || b.rows - a.rows);
  const shown = all.filter((one) => one.meaning !== null || harmless(one));
  const counts = shown.slice(0, mostListed);
  const sum = (list: readonly CodeCount[]) => list.reduce((total, { rows }) => total + rows, 0);
  return {
    counts,
    more: all.length - counts.length + Number(others > 0),
    moreRows: sum(all) - sum(counts) + others,
  };
}

/** In lower case nothing is written like a full name, yet mail, long numbers and first names are seen. */
function harmless({ spelling, rows }: CodeCount): boolean {
  const seen = rows < fewRows ? spelling : spelling.toLowerCase();
  return shownCell(seen) === seen;
}
