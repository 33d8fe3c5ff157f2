import { fundingDaysWithout } from '$lib/statistics/funding-days-without';
import { sql } from '$lib/schema/sql';
import type { DraftRow } from '$lib/disclosure/draft';
import type { Part } from './part';
import { addMonths, type Slice } from './period';
import type { Request } from './request';

interface Grant {
  readonly programme: string;
  readonly start: string;
  /** First day its money counts; the programme exists from its start. */
  readonly money: string;
  readonly end: string | null;
  readonly covers: 'yes' | 'no' | null;
  /** False where the money counts from a payment whose date is not recorded. */
  readonly paid: boolean;
}

/**
 * Days on which no grant for direct care is in force, per programme and in sum. A programme exists
 * from the first start to the last end of its grants (reduced form, section R) and is in scope if
 * at least one valid grant pays direct care; programmes without funding rows are not 100 % gap. An
 * open grant runs to the end of the window (ruling S6); a gap cut by the window's edge counts.
 */
export async function fundedDays(request: Request): Promise<Part> {
  const { engine, indicator, choice, signal, slices } = request;
  const statement = indicator.rows?.(choice) ?? sql``;
  const result = await engine.query(statement, { signal });
  const valid = result
    .filter((row) => row.valid === true)
    .map((row): Grant => ({
      programme: String(row.programme),
      start: String(row.start_date),
      money: String(row.money_date),
      end: row.end_date === null ? null : String(row.end_date),
      covers: row.covers === 'yes' || row.covers === 'no' ? row.covers : null,
      paid: row.paid === true,
    }));
  const programmes = [
    ...new Set(valid.filter((g) => g.covers === 'yes').map((g) => g.programme)),
  ].sort();
  const invalid = result.length - valid.length;
  const wanted = request.view.by.some((columns) => columns.includes('programme'));
  const rows = slices.flatMap((slice) => {
    const own = programmes.map((programme) => ({
      programme,
      ...gapsOf(
        valid.filter((grant) => grant.programme === programme),
        slice,
      ),
    }));
    return [
      ...rowsOf(request, slice, {}, own, invalid),
      ...(wanted
        ? own.flatMap((one) => rowsOf(request, slice, { programme: one.programme }, [one], 0))
        : []),
    ];
  });
  return { rows, tables: [], whole: [], queries: [String(statement)] };
}

type Gaps = ReturnType<typeof gapsOf>;

/**
 * Days of one programme: as recorded, a payment without a date taken at the start of its grant; and if
 * all grants of which this or their cover is not known paid direct care from their start, or never.
 */
function gapsOf(grants: readonly Grant[], slice: Slice) {
  const window = { start: `${slice.first}-01`, end: dayBefore(`${addMonths(slice.last, 1)}-01`) };
  const start = max(window.start, grants.map((g) => g.start).reduce(min));
  const end = min(window.end, grants.map((g) => g.end ?? window.end).reduce(max));
  const read = (covering: readonly Grant[]) =>
    fundingDaysWithout({
      grants: covering.map((grant) => ({ start: grant.money, end: grant.end })),
      window_start: start,
      window_end: end,
    });
  return {
    open: grants.some((grant) => grant.end === null),
    unknown: grants.filter(({ covers, paid }) => covers === null || (covers === 'yes' && !paid))
      .length,
    known: read(grants.filter((grant) => grant.covers === 'yes')),
    ifNo: read(grants.filter(({ covers, paid }) => covers === 'yes' && paid)),
    ifYes: read(grants.filter((grant) => grant.covers !== 'no')),
  };
}

function rowsOf(
  { indicator }: Request,
  slice: Slice,
  by: Record<string, string>,
  programmes: readonly Gaps[],
  invalid: number,
): DraftRow[] {
  const inside = programmes.filter(({ known }) => known.status === 'ok');
  const unknown = programmes.reduce((sum, programme) => sum + programme.unknown, 0);
  const sum = (values: readonly (number | null)[]) =>
    values.reduce<number>((all, v) => all + (v ?? 0), 0);
  const days = (which: 'known' | 'ifNo' | 'ifYes') => sum(inside.map((p) => p[which].days_without));
  const existed = sum(inside.map(({ known }) => known.window_days));
  const values: Partial<Record<string, number>> = {
    days: days('known'),
    'share of days': days('known') / existed,
    gaps: sum(inside.map(({ known }) => known.gaps)),
    'longest gap': Math.max(0, ...inside.map(({ known }) => known.longest_gap ?? 0)),
  };
  const base = {
    period: slice.id,
    by,
    denominator: existed,
    n: inside.length,
    unknown,
    statistic: 'S-N',
    counts: [],
    marks: [
      'reduced',
      ...(inside.some(({ open }) => open) ? ['open'] : []),
      ...(invalid ? ['invalid rows left out'] : []),
    ],
  } as const;
  return indicator.measures.flatMap(({ id, unit, reads }): DraftRow[] => {
    const row: DraftRow = {
      ...base,
      measure: id,
      unit,
      numerator: days('known'),
      value: existed ? (values[reads] ?? null) : null,
      status: existed ? 'ok' : 'undefined',
    };
    if (!unknown || !existed || (reads !== 'days' && reads !== 'share of days')) return [row];
    const band = (end: 'no' | 'yes', count: number): DraftRow => ({
      ...row,
      measure: `${id}_if_unknown_${end}`,
      value: reads === 'days' ? count : count / existed,
      numerator: count,
    });
    return [row, band('no', days('ifNo')), band('yes', days('ifYes'))];
  });
}

const min = (a: string, b: string) => (a < b ? a : b);
const max = (a: string, b: string) => (a > b ? a : b);
const dayBefore = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
