import type { Breakdown } from '$lib/schema/indicator';
import { sql, type Sql } from '$lib/schema/sql';
import { counted } from './counted';
import { grouped } from './grouped';
import {
  byOf,
  groupColumnsSql,
  memberSql,
  placedRowsSql,
  type Request,
  type Additive,
} from './request';
import { slotsSql } from './share-tally';

/** Values of one group, with the children behind them. */
export interface CountedValues {
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  /** Known values with how many rows have each, rising. */
  readonly values: readonly (readonly [value: number, rows: number])[];
  /** Rows with a value. */
  readonly known: number;
  /** Rows without a value. */
  readonly missing: number;
  /** Children counted by their least and greatest value. */
  readonly children: readonly {
    readonly least: number;
    readonly most: number;
    readonly children: number;
  }[];
  /** Children with a row without a value. */
  readonly missingChildren: number;
}

/** Rows of the definition joined to their children: `valued(slice, child, b0 …, value)`. */
function valuedSql(request: Request, columns: readonly Breakdown[]): Sql {
  const { choice, indicator } = request;
  return sql`WITH definition AS (${indicator.rows?.(choice) ?? sql``}),
    valued AS (SELECT slice, child.child AS child, ${groupColumnsSql(columns)} definition.value::DOUBLE AS value
      FROM ${placedRowsSql(request)} WHERE ${memberSql(request)})`;
}

const byValue: Additive = {
  statement: (request, columns) => sql`${valuedSql(request, columns)}
    SELECT slice, ${slotsSql(columns)} value, count(*) AS rows, count(DISTINCT child) AS children FROM valued GROUP BY ALL`,
  keys: ['slice', 'value'],
  counts: ['rows', 'children'],
};

const byRange: Additive = {
  statement: (request, columns) => sql`${valuedSql(request, columns)}
    SELECT slice, ${slotsSql(columns)} least, most, count(*) AS children FROM (
      SELECT slice, child, ${slotsSql(columns)} min(value) AS least, max(value) AS most FROM valued WHERE value IS NOT NULL GROUP BY ALL) GROUP BY ALL`,
  keys: ['slice', 'least', 'most'],
  counts: ['children'],
};

/** Reads the rows of a distribution: one a child, or one a unit. */
export async function countedValues(
  request: Request,
  columns: readonly Breakdown[],
  units: boolean,
): Promise<{ groups: CountedValues[]; query: string }> {
  const { slices } = request;
  const { rows: unsorted, query } = await counted(request, columns, byValue);
  const rows = unsorted.sort((a, b) => Number(a.value) - Number(b.value));
  const ranges = units ? (await counted(request, columns, byRange)).rows : [];
  const key = (row: (typeof rows)[number]) =>
    JSON.stringify([Number(row.slice), byOf(columns, row)]);
  const rangesOf = grouped(ranges, key);
  const groups = [...grouped(rows, key)].map(([place, own]) => {
    const one = own[0]!;
    const known = own.filter((row) => row.value !== null);
    const none = own.find((row) => row.value === null);
    const range = (least: unknown, most: unknown, children: unknown) => ({
      least: Number(least),
      most: Number(most),
      children: Number(children),
    });
    return {
      period: slices[Number(one.slice)]?.id ?? '',
      by: byOf(columns, one),
      values: known.map((row) => [Number(row.value), Number(row.rows)] as const),
      known: known.reduce((sum, row) => sum + Number(row.rows), 0),
      missing: Number(none?.rows ?? 0),
      missingChildren: Number(none?.children ?? 0),
      children: units
        ? (rangesOf.get(place) ?? []).map((row) => range(row.least, row.most, row.children))
        : known.map((row) => range(row.value, row.value, row.children)),
    };
  });
  return { groups, query };
}
