import { anotherGenderCode } from '$lib/schema/breakdowns';
import type { Breakdown } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { proportionWilson } from '$lib/statistics/proportion-wilson';
import type { DraftRow } from '$lib/disclosure/draft';
import type { Part } from './part';
import { cohortSql } from './population';
import {
  breakdownsOf,
  byOf,
  codesMet,
  eligibleSql,
  groupColumnsSql,
  groupsOf,
  namedGroupsSql,
  type Request,
} from './request';
import { shareMarks, shareStatus } from './share-gates';
import { Tally, type TallyRow } from './tally';

const unknowns = ['unknown', 'not_asked'];
const smallGenders = ['trans_girl', 'trans_boy', 'nonbinary'];

/**
 * S-P: shares of the known codes of one column among the children of the cohort, Wilson limits; the
 * unknown are a row of their own with their share of all (U-CAT). In Release view trans and
 * non-binary children are one row where a group alone is below the threshold; they are never moved
 * to girls or boys (ID-03).
 */
export async function composition(request: Request): Promise<Part> {
  const { indicator, slices } = request;
  if (indicator.statistic.kind !== 'composition') throw new Error('not a composition');
  const of = indicator.statistic.of;
  const read: { columns: readonly Breakdown[]; rows: TallyRow[] }[] = [];
  const queries: string[] = [];
  for (const columns of breakdownsOf(request)) {
    if (columns.includes(of)) continue;
    const grouped = sql`SELECT slice, ${groupColumnsSql([...columns, of])} count(*) AS children
      FROM ${cohortSql(slices)} WHERE is_child AND ${eligibleSql(request)} GROUP BY ALL`;
    const statement = namedGroupsSql([...columns, of], grouped);
    queries.push(String(statement));
    const result = await request.engine.query(statement, { signal: request.signal });
    const rows = result.map((row) => {
      const { [of]: part = 'unknown', ...by } = byOf([...columns, of], row);
      return { period: slices[Number(row.slice)]?.id ?? '', by, part, count: Number(row.children) };
    });
    read.push({ columns, rows });
  }
  if (of === 'gender' && request.view.mode === 'release')
    mergeSmallGenders(read, request.view.threshold);
  const [codes = []] = codesMet(
    [of],
    read.flatMap(({ rows }) => rows.map((row) => ({ [of]: row.part }))),
  );
  const known = codes.filter((code) => !unknowns.includes(code));
  const parts = { total: ['known', ...unknowns], known };
  const tallies = read.map(
    ({ columns, rows }, index) => new Tally({ index, columns, slices, rows, parts, name: of }),
  );
  const rows = read.flatMap(({ columns, rows: met }, i) =>
    slices.flatMap((slice) =>
      groupsOf(
        columns,
        met.map((row) => row.by),
      ).flatMap((by) => rowsOf(request, tallies[i] as Tally, slice.id, by, of, codes)),
    ),
  );
  const whole = slices.map(({ id }) => tallies[0]!.ref(id, {}));
  return { rows, tables: tallies.map((tally) => tally.table), whole, queries };
}

function rowsOf(
  { indicator, view }: Request,
  tally: Tally,
  period: string,
  by: Record<string, string>,
  of: Breakdown,
  codes: readonly string[],
): DraftRow[] {
  const n = tally.at(period, by);
  const known = tally.at(period, by, 'known');
  // In Release view a share stands on the known children alone: how many are unknown is the figure of
  // its own row, which may be withheld while the shares are not.
  const beside = view.mode === 'working' ? { n, unknown: n - known } : {};
  const base = { period, statistic: 'S-P', ...beside } as const;
  const measure = (reads: string) => indicator.measures.find((one) => one.reads === reads);
  return codes.flatMap((code): DraftRow[] => {
    const numerator = tally.at(period, by, code);
    const own = { ...base, by: { ...by, [of]: code }, unit: 'share', numerator };
    if (unknowns.includes(code)) {
      const status = shareStatus(n, n ? 'ok' : 'undefined');
      return [
        {
          ...own,
          measure: measure('unknown')?.id ?? 'unknown_share',
          value: status === 'ok' ? numerator / n : null,
          denominator: n,
          status,
          counts: [tally.ref(period, by, code), tally.ref(period, by)],
        },
      ];
    }
    const share = proportionWilson({ x: numerator, n: known });
    const status = shareStatus(known, share.status);
    return [
      {
        ...own,
        measure: measure('share')?.id ?? 'share',
        value: status === 'ok' ? share.value : null,
        low: status === 'ok' ? share.lower : null,
        high: status === 'ok' ? share.upper : null,
        denominator: known,
        status,
        marks: shareMarks(numerator, known),
        counts: [tally.ref(period, by, code), tally.ref(period, by, 'known')],
      },
    ];
  });
}

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
