import { anotherGenderCode } from '$lib/schema/breakdowns';
import type { Breakdown } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { codedRowsSql, fewCodes, separator, type FewRows } from './coded-rows';
import { compositionRows, severalCodes, unknowns } from './composition-rows';
import type { Part } from './part';
import { cohortSql } from './population';
import {
  breakdownsOf,
  byOf,
  codesMet,
  groupColumnsSql,
  groupsOf,
  memberSql,
  namedGroupsSql,
  type Request,
} from './request';
import { rowColumns } from './row-columns';
import { Tally, type TallyRow } from './tally';

const smallGenders = ['trans_girl', 'trans_boy', 'nonbinary'];

/**
 * S-P: shares of the known codes of one column of the child, or of the rows of the definition, Wilson
 * limits; the unknown are a row of their own with their share of all (U-CAT) and, under U-BOUNDS, the
 * band that they allow. Where a child may have several codes, shares may exceed 100 %. In Release view
 * trans and non-binary children are one row where a group alone is below the threshold; they are
 * never moved to girls or boys (ID-03).
 */
export async function composition(request: Request): Promise<Part> {
  const { indicator, slices } = request;
  if (indicator.statistic.kind !== 'composition') throw new Error('not a composition');
  const { of, multiple = false } = indicator.statistic;
  const fromRows = indicator.rows !== undefined;
  const units = (await rowColumns(request)).has('unit');
  const read: { columns: readonly Breakdown[]; rows: TallyRow[]; few: FewRows }[] = [];
  const queries: string[] = [];
  for (const columns of breakdownsOf(request)) {
    if (columns.includes(of)) continue;
    const statement = fromRows
      ? codedRowsSql(request, columns, units)
      : namedGroupsSql(
          [...columns, of],
          sql`SELECT slice, ${groupColumnsSql([...columns, of])} count(*) AS children
            FROM ${cohortSql(slices)} WHERE ${memberSql(request)} GROUP BY ALL`,
        );
    queries.push(String(statement));
    const result = await request.engine.query(statement, { signal: request.signal });
    const rows = result.map((row) => {
      const { [of]: code = 'unknown', ...by } = byOf([...columns, of], row);
      const part = multiple ? setOf(code) : code;
      return { period: slices[Number(row.slice)]?.id ?? '', by, part, count: Number(row.children) };
    });
    read.push({ columns, rows, few: await fewCodes(request, columns, units) });
  }
  if (of === 'gender' && request.view.mode === 'release')
    mergeSmallGenders(read, request.view.threshold);
  const leaves = [...new Set(read.flatMap(({ rows }) => rows.map(({ part }) => part)))].sort();
  const met = leaves.flatMap((leaf) => (multiple ? codesIn(leaf) : [leaf]));
  const [codes = []] = codesMet(
    [of],
    met.map((code) => ({ [of]: code })),
  );
  const known = codes.filter((code) => !unknowns.includes(code));
  const several = leaves.filter((leaf) => codesIn(leaf).length > 1);
  const parts = multiple
    ? {
        ...(several.length ? { [severalCodes]: several } : {}),
        total: ['known', ...unknowns],
        known: leaves.filter((leaf) => !unknowns.includes(leaf)),
        ...Object.fromEntries(
          known.map((code) => [code, leaves.filter((leaf) => codesIn(leaf).includes(code))]),
        ),
      }
    : { total: ['known', ...unknowns], known };
  const labels = [
    'total',
    'known',
    ...codes,
    ...unknowns,
    ...(several.length ? [severalCodes] : []),
  ];
  const figures = [...new Set(labels)];
  const tallies = read.map(
    ({ columns, rows }, index) =>
      new Tally({
        ...{ index, columns, slices, rows, parts, name: of },
        ...(multiple ? { figures } : {}),
      }),
  );
  const rows = read.flatMap(({ columns, rows: met, few }, i) =>
    slices.flatMap((slice) =>
      groupsOf(
        columns,
        met.map((row) => row.by),
      ).flatMap((by) =>
        compositionRows(request, tallies[i] as Tally, { period: slice.id, by, of, codes }).map(
          (row) => (few(slice.id, by, row.by[of] ?? '') ? { ...row, withhold: true } : row),
        ),
      ),
    ),
  );
  const whole = slices.map(({ id }) => tallies[0]!.ref(id, {}));
  const asked = slices.reduce((sum, { id }) => sum + tallies[0]!.at(id, {}), 0);
  return {
    ...{ rows, whole, queries },
    tables: tallies.map((tally) => tally.table),
    ...(fromRows && !units ? { asked } : {}),
  };
}

/** The codes of a child as one leaf; a missing code beside a known one adds nothing. */
function setOf(codes: string): string {
  const all = codes.split(separator);
  const known = all.filter((code) => !unknowns.includes(code));
  if (known.length) return `set ${known.join(separator)}`;
  return all.includes('not_asked') && !all.includes('unknown') ? 'not_asked' : 'unknown';
}

const codesIn = (leaf: string): string[] =>
  leaf.startsWith('set ') ? leaf.slice(4).split(separator) : [leaf];

/** Joins the three small groups everywhere if any of them is from 1 to k − 1 anywhere. */
function mergeSmallGenders(read: { rows: TallyRow[] }[], threshold: number): void {
  const small = read.some(({ rows }) =>
    rows.some(({ part, count }) => smallGenders.includes(part) && count < threshold),
  );
  if (!small) return;
  for (const table of read)
    table.rows = table.rows.map((row) =>
      smallGenders.includes(row.part) ? { ...row, part: anotherGenderCode.code } : row,
    );
}
