import { anotherGenderCode } from '$lib/schema/breakdowns';
import type { Breakdown } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { codedRows, fewCodes, type FewRows } from './coded-rows';
import { compositionRows, unknowns } from './composition-rows';
import { counted } from './counted';
import { everyone, type Part } from './part';
import { cohortSql } from './population';
import {
  breakdownsOf,
  byOf,
  codesMet,
  groupColumnsSql,
  groupsOf,
  memberSql,
  type Request,
  type Additive,
} from './request';
import { rowColumns } from './row-columns';
import { codesIn, setOf, severalTallies, type Counted } from './several-codes';
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
    const { rows: result, query } = fromRows
      ? await counted(request, columns, codedRows(units))
      : await counted(request, [...columns, of], members);
    queries.push(query);
    const rows = result.map((row) => {
      const by = byOf(columns, row);
      const code = String(fromRows ? row.code : row[`b${columns.length}`]);
      const part = multiple ? setOf(code) : code;
      return { period: slices[Number(row.slice)]?.id ?? '', by, part, count: Number(row.children) };
    });
    read.push({ columns, rows, few: await fewCodes(request, columns, units) });
  }
  if (of === 'gender' && request.view.mode === 'release')
    mergeSmallGenders(read, request.view.threshold);
  const met = read.flatMap(({ rows }) =>
    rows.flatMap(({ part }) => codesIn(part).map((code) => ({ [of]: code }))),
  );
  const [codes = []] = codesMet([of], met);
  const known = codes.filter((code) => !unknowns.includes(code));
  const tallies = multiple
    ? severalTallies(read, slices, of, known)
    : read.map(({ columns, rows }, index): Counted => {
        const parts = { total: ['known', ...unknowns], [everyone]: ['known', ...unknowns], known };
        const tally = new Tally({ index, columns, slices, rows, parts, name: of });
        return { cells: tally, tables: [tally.table], same: [] };
      });
  const rows = read.flatMap(({ columns, rows: met, few }, i) =>
    slices.flatMap((slice) =>
      groupsOf(
        columns,
        met.map((row) => row.by),
      ).flatMap((by) =>
        compositionRows(request, (tallies[i] as Counted).cells, {
          period: slice.id,
          by,
          of,
          codes,
        }).map((row) => (few(slice.id, by, row.by[of] ?? '') ? { ...row, withhold: true } : row)),
      ),
    ),
  );
  const first = (tallies[0] as Counted).cells;
  return {
    ...{ rows, queries },
    whole: slices.map(({ id }) => first.ref(id, {}, 'total')),
    tables: tallies.flatMap(({ tables }) => tables),
    same: tallies.flatMap(({ same }) => same),
    ...(fromRows && !units
      ? { asked: slices.reduce((sum, { id }) => sum + first.at(id, {}, 'total'), 0) }
      : {}),
  };
}

/** Children by the columns asked for. */
const members: Additive = {
  statement: (
    request,
    columns,
  ) => sql`SELECT slice, ${groupColumnsSql(columns)} count(*) AS children
    FROM ${cohortSql(request.slices)} WHERE ${memberSql(request)} GROUP BY ALL`,
  keys: ['slice'],
  counts: ['children'],
};

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
