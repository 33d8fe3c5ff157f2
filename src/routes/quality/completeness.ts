import type { Released, ReleasedRow } from '$lib/disclosure/released';
import type { Language } from '$lib/schema/text';

/** One column of a table as DQ-01 shows it. */
export interface ColumnQuality {
  readonly table: string;
  readonly column: string;
  readonly core: boolean;
  /** The share of cells that hold a value. */
  readonly share: ReleasedRow;
  /** Kinds of lack, in the order of the definition; empty where they are not released. */
  readonly lacks: readonly ReleasedRow[];
}

/** One table: its own share, where it is released, and its columns, core ones first. */
export interface TableQuality {
  readonly table: string;
  readonly share: ReleasedRow | null;
  readonly columns: readonly ColumnQuality[];
}

const isBy = ({ by }: ReleasedRow, ...columns: string[]): boolean =>
  Object.keys(by).length === columns.length && columns.every((column) => column in by);

/** Tables and columns of a released DQ-01 of one period. */
export function tablesIn({ rows }: Released, core: readonly string[]): readonly TableQuality[] {
  const shares = rows.filter((row) => row.measure === 'share');
  const columns = shares
    .filter((row) => isBy(row, 'table', 'column'))
    .map((share): ColumnQuality => {
      const { table = '', column = '' } = share.by;
      const lacks = rows.filter(
        (row) =>
          row.measure !== 'share' &&
          isBy(row, 'table', 'column') &&
          row.by.table === table &&
          row.by.column === column,
      );
      return { table, column, core: core.includes(`${table}.${column}`), share, lacks };
    });
  return columns
    .map(({ table }) => table)
    .filter((table, i, all) => all.indexOf(table) === i)
    .map((table) => ({
      table,
      share: shares.find((row) => isBy(row, 'table') && row.by.table === table) ?? null,
      columns: columns
        .filter((one) => one.table === table)
        .sort((a, b) => Number(b.core) - Number(a.core)),
    }));
}

/** From a share on; the first that is reached holds. */
const much = [
  [1, { en: 'all', nb: 'alle' }],
  [0.95, { en: 'nearly all', nb: 'nesten alle' }],
  [0.75, { en: 'most', nb: 'de fleste' }],
  [0.5, { en: 'more than half', nb: 'over halvparten' }],
  [Number.MIN_VALUE, { en: 'less than half', nb: 'under halvparten' }],
] as const;
const none = { en: 'none', nb: 'ingen' };

/** A share in words that say how much, not how good. */
export const muchWords = (share: number, language: Language): string =>
  (much.find(([from]) => share >= from)?.[1] ?? none)[language];

/** What the completeness of the columns that a definition needs comes to. */
interface Weakest {
  /** The released column with the lowest completeness. */
  readonly weakest: ColumnQuality | null;
  /** Whether the completeness of another one is withheld. */
  readonly withheld: boolean;
  /** Needed columns as `table.column` of which nothing tells where a value should be. */
  readonly unjudged: readonly string[];
}

/** The released column with the lowest completeness among those a definition needs. */
export function weakestColumn(needs: readonly string[], tables: readonly TableQuality[]): Weakest {
  const columns = tables
    .flatMap((table) => table.columns)
    .filter(({ table, column }) => needs.includes(`${table}.${column}`));
  const share = ({ share: { value } }: ColumnQuality) =>
    value.is === 'value' ? value.value : Infinity;
  const shown = columns.filter((one) => share(one) < Infinity);
  return {
    weakest: shown.reduce<ColumnQuality | null>(
      (least, one) => (!least || share(one) < share(least) ? one : least),
      null,
    ),
    withheld: columns.some((one) => one.share.value.is === 'withheld'),
    unjudged: needs.filter(
      (need) =>
        need.includes('.') && !columns.some(({ table, column }) => `${table}.${column}` === need),
    ),
  };
}
