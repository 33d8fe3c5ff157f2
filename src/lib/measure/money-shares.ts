import type { DraftRow } from '$lib/disclosure/draft';
import type { Row } from '$lib/engine/engine';
import { sql } from '$lib/schema/sql';
import type { Part } from './part';
import { addMonths, monthStartHours, type Slice } from './period';
import { breakdownsOf, byOf, groupsOf, type Request } from './request';
import { mostlyUnknown } from './share-gates';

interface Grant {
  readonly currency: string;
  readonly by: Readonly<Record<string, string>>;
  readonly programme: string | null;
  /** Days since 1970-01-01, both inclusive; `end` null = open. */
  readonly start: number;
  readonly end: number | null;
  readonly amount: number | null;
  /** Null where nobody knows. */
  readonly counts: boolean | null | 'leaves';
}

const leaving = ['not_asked', 'not_applicable'];

/**
 * Shares of money, each grant spread evenly over its days: what counts ÷ what is known to count or
 * not, among the money of the days in the period, one row a currency because currencies are never
 * summed (ruling FC-02); and of the months that a programme existed, from its first grant to its last,
 * those with money that counts on any day. Money whose kind is not known gives bounds, and so do the
 * months of a grant without an amount; a kind not asked or not applicable leaves (M10, M11). A grant
 * without an end cannot be spread and is left out and counted (ruling S6). No gate, no interval:
 * nothing is sampled and nothing is about children.
 */
export async function moneyShares(request: Request): Promise<Part> {
  const { engine, choice, indicator, signal, slices } = request;
  const statement = sql`SELECT *, datediff('day', DATE '1970-01-01', start_date) AS start_day,
    datediff('day', DATE '1970-01-01', end_date) AS end_day FROM (${indicator.rows?.(choice) ?? sql``})`;
  const found = await engine.query(statement, { signal });
  const invalid = found.filter((row) => row.valid !== true).length;
  const rows = breakdownsOf(request).flatMap((columns) => {
    const grants = found.filter((row) => row.valid === true).map((row) => grantOf(columns, row));
    const groups = groupsOf(
      columns,
      grants.map((grant) => grant.by),
    );
    return slices.flatMap((slice) =>
      groups.flatMap((by) => {
        const own = grants.filter((grant) =>
          columns.every((column) => grant.by[column] === by[column]),
        );
        const marks = [
          'reduced',
          ...(own.some((grant) => grant.end === null) ? ['open grants left out'] : []),
          ...(invalid ? ['invalid rows left out'] : []),
        ];
        return rowsOf(request, own, slice, by).map((row): DraftRow => ({ ...row, marks }));
      }),
    );
  });
  // Split by currency or not, money has the same rows.
  const once = new Map(rows.map((row) => [placeOf(row), row]));
  return { rows: [...once.values()], tables: [], whole: [], queries: [String(statement)] };
}

const placeOf = ({ measure, period, by }: DraftRow) =>
  JSON.stringify([measure, period, Object.entries(by).sort()]);

function grantOf(columns: Parameters<typeof byOf>[0], row: Row): Grant {
  // Not asked is a row of its own, every other lack is unknown (ruling M17).
  const code = (column: string) =>
    String(row[column] ?? (row[`${column}_lack`] === 'not_asked' ? 'not_asked' : 'unknown'));
  return {
    currency: code('currency'),
    by: Object.fromEntries(columns.map((column) => [column, code(column)])),
    programme: row.programme === null ? null : String(row.programme),
    start: Number(row.start_day),
    end: row.end_day === null ? null : Number(row.end_day),
    amount: row.amount === null ? null : Number(row.amount),
    counts: leaving.includes(String(row.counts_lack)) ? 'leaves' : (row.counts as boolean | null),
  };
}

function rowsOf(
  { indicator }: Request,
  grants: readonly Grant[],
  slice: Slice,
  by: Record<string, string>,
): DraftRow[] {
  const window = { first: dayOf(slice.first), last: dayOf(addMonths(slice.last, 1)) - 1 };
  const met = grants.filter(
    ({ end, start }) => (end ?? Infinity) >= window.first && start <= window.last,
  );
  const base = { period: slice.id, unit: 'share', counts: [] };
  return indicator.measures.flatMap(({ id, unit, reads }): DraftRow[] => {
    if (reads === 'count') {
      const open = met.filter(({ end }) => end === null).length;
      const counted = { value: open, numerator: open, status: 'ok', statistic: 'S-N' } as const;
      return [{ ...base, by, measure: id, unit, ...counted }];
    }
    if (reads === 'share of months')
      return shareRows(monthsOf(grants, slice), { ...base, by, measure: id });
    if (reads !== 'share of money') return [];
    const currencies = by.currency
      ? [by.currency]
      : [...new Set(grants.map(({ currency }) => currency))].sort();
    return currencies.flatMap((currency) =>
      shareRows(moneyOf(met, currency, window), {
        ...base,
        by: { ...by, currency },
        measure: id,
      }),
    );
  });
}

interface Sums {
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
}

function moneyOf(
  grants: readonly Grant[],
  currency: string,
  window: { first: number; last: number },
): Sums {
  const sum = (counts: boolean | null) =>
    grants.reduce((all, grant) => {
      const { start, end, amount } = grant;
      if (grant.currency !== currency || grant.counts !== counts || end === null || amount === null)
        return all;
      const inside = Math.min(end, window.last) - Math.max(start, window.first) + 1;
      return all + (amount * inside) / (end - start + 1);
    }, 0);
  return { yes: cents(sum(true)), no: cents(sum(false)), unknown: cents(sum(null)) };
}

/** Programme-months in the period, by whether money that counts is in force on any day of them. */
function monthsOf(grants: readonly Grant[], slice: Slice): Sums {
  const sums = { yes: 0, no: 0, unknown: 0 };
  const closed = grants.filter(
    ({ programme, end, counts }) => programme !== null && end !== null && counts !== 'leaves',
  );
  for (const programme of new Set(closed.map((grant) => grant.programme))) {
    const own = closed.filter((grant) => grant.programme === programme);
    const first = Math.min(...own.map(({ start }) => start));
    const last = Math.max(...own.map(({ end }) => end ?? 0));
    for (let month = slice.first; month <= slice.last; month = addMonths(month, 1)) {
      const [from, to] = [dayOf(month), dayOf(addMonths(month, 1)) - 1];
      if (last < from || first > to) continue;
      const met = own.filter(({ start, end }) => start <= to && (end ?? 0) >= from);
      const may = met.filter(({ counts, amount }) => counts !== false && amount !== 0);
      const has = may.some(({ counts, amount }) => counts === true && amount !== null);
      sums[has ? 'yes' : may.length ? 'unknown' : 'no']++;
    }
  }
  return sums;
}

function shareRows(
  { yes, no, unknown }: Sums,
  base: Pick<DraftRow, 'by' | 'counts' | 'measure' | 'period' | 'unit'>,
): DraftRow[] {
  const [known, all] = [cents(yes + no), cents(yes + no + unknown)];
  const hidden = mostlyUnknown(unknown, known);
  const status = hidden ? 'bounds_only' : known > 0 ? 'ok' : 'undefined';
  const row: DraftRow = {
    ...base,
    value: status === 'ok' ? yes / known : null,
    numerator: yes,
    denominator: known,
    n: all,
    unknown,
    status,
    statistic: 'S-P',
  };
  if (!(unknown > 0)) return [row];
  const band = (end: 'no' | 'yes', numerator: number): DraftRow => ({
    ...row,
    measure: `${base.measure}_if_unknown_${end}`,
    value: numerator / all,
    numerator,
    denominator: all,
    status: 'ok',
  });
  return [row, band('no', yes), band('yes', cents(yes + unknown))];
}

const dayOf = (month: string) => monthStartHours(month) / 24;

/** Money to a hundredth: sums of thirds of a grant must not show their last digits. */
const cents = (amount: number) => Math.round(amount * 100) / 100;
