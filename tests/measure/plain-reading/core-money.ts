import { codeOf, dayAfterMonth, dayOf, firstDayOfMonth, type Cells, type Files } from './cells';
import { groupBy, mostlyUnknown, type PlainRow } from './figure-row';
import type { Months } from './populations';

type Steady = 'modality' | 'earmarking';

/** A grant, and whether its money is core: null where nobody told. */
interface Grant {
  readonly row: Cells;
  readonly start: number;
  readonly end: number;
  /** Null where it is not told: no money of the share (stats 5), and never nothing. */
  readonly amount: number | null;
  readonly core: boolean | null;
}

/** FC-02: core money among the money of the window, by currency, and months with any. */
export function coreMoney(files: Files, months: Months, split: string, steady: Steady): PlainRow[] {
  const [from, to] = [firstDayOfMonth(months.first), dayAfterMonth(months.last) - 1];
  const rows = files.funding ?? [];
  const grants = rows.map((row) => readGrant(row, steady)).filter((grant) => grant !== null);
  const group = (row: Cells) => groupOf(row, split);
  const money = groupBy(
    grants.filter((grant) => grant.start <= to && grant.end >= from),
    ({ row }) => ({ ...group(row), currency: row.currency ?? '' }),
  ).flatMap(({ by, units }) => {
    const sum = (of: boolean | null) =>
      units.filter(({ core }) => core === of).reduce((total, one) => total + part(one, from, to), 0); // prettier-ignore
    return shareOf('share', { period: months.id, by }, sum(true), sum(false), sum(null));
  });
  const time = groupBy(grants, ({ row }) => group(row)).flatMap(({ by, units }) => {
    const answers = groupBy(
      units.filter(({ row }) => keyOf(row) !== null),
      ({ row }) => ({ programme: keyOf(row) ?? '' }),
    ).flatMap((programme) => monthsOf(programme.units, months));
    const count = (of: boolean | null) => answers.filter((answer) => answer === of).length;
    if (answers.length === 0) return [];
    return shareOf('months_share', { period: months.id, by }, count(true), count(false), count(null)); // prettier-ignore
  });
  const open = rows.filter((row) => {
    const start = dayOf(row.start_date);
    return start !== null && start <= to && dayOf(row.end_date) === null;
  });
  const left = groupBy(open, group).map(({ by, units }) => ({
    ...{ period: months.id, by, measure: 'open_count', value: units.length, status: 'ok' },
  }));
  return [...money, ...time, ...left];
}

/** A grant that can be spread: both dates, in their order (S6, X25). */
function readGrant(row: Cells, steady: Steady): Grant | null {
  const [start, end] = [dayOf(row.start_date), dayOf(row.end_date)];
  const amount = /^\d+(\.\d+)?$/.test(row.amount_committed ?? '') ? Number(row.amount_committed) : null; // prettier-ignore
  const { code, why } = codeOf(row[steady]);
  // Not asked and not applicable leave the denominator (data model 0, ruling M11).
  if (code === null && ['na', 'not_asked'].includes(why)) return null;
  if (start === null || end === null || end < start) return null;
  const steadyCodes = steady === 'modality' ? ['core', 'service_contract'] : ['1', '2'];
  return { row, start, end, amount, core: code === null ? null : steadyCodes.includes(code) };
}

/** The programme a grant names. */
const keyOf = (row: Cells): string | null => codeOf(row.programme_key).code;

function groupOf(row: Cells, split: string): Record<string, string> {
  if (split === '') return {};
  if (split === 'currency') return { currency: row.currency ?? '' };
  const { code, why } = codeOf(split === 'programme' ? row.programme_key : row.donor_type);
  return { [split]: code ?? (why === 'not_asked' ? 'not_asked' : 'unknown') };
}

/** The money of a grant that falls in the window, spread evenly over its days. */
const part = ({ start, end, amount }: Grant, from: number, to: number): number =>
  ((amount ?? 0) * Math.max(0, Math.min(end, to) - Math.max(start, from) + 1)) / (end - start + 1);

/** Of each month in which the programme existed: whether it had core money; null: not told. */
function monthsOf(grants: readonly Grant[], { first, last }: Months): (boolean | null)[] {
  const begins = Math.min(...grants.map(({ start }) => start));
  const ends = Math.max(...grants.map(({ end }) => end));
  const answers: (boolean | null)[] = [];
  for (let month = first; month <= last; month = next(month)) {
    const [from, to] = [firstDayOfMonth(month), dayAfterMonth(month) - 1];
    if (begins > to || ends < from) continue;
    const met = grants.filter(({ start, end }) => start <= to && end >= from);
    answers.push(anyOf(met.map(({ core, amount }) => bothOf(core, amount && amount > 0))));
  }
  return answers;
}

/** No money is no core money; what is not told may be (indicators 0.6). */
const bothOf = (core: boolean | null, money: boolean | 0 | null): boolean | null =>
  core === false || money === 0 ? false : core === null || money === null ? null : true;

const anyOf = (answers: readonly (boolean | null)[]): boolean | null =>
  answers.includes(true) ? true : answers.includes(null) ? null : false;

function next(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}

/** Share among the known and its band; above three tenths only the band (rulings M12, M13). */
function shareOf(
  measure: string,
  place: Pick<PlainRow, 'period' | 'by'>,
  yes: number,
  no: number,
  unknown: number,
): PlainRow[] {
  const [known, all] = [yes + no, yes + no + unknown];
  const share = (numerator: number, denominator: number): PlainRow => ({
    ...{ ...place, measure, numerator: cents(numerator), denominator: cents(denominator) },
    ...(denominator === 0
      ? { value: null, status: 'undefined' }
      : { value: numerator / denominator, status: 'ok' }),
  });
  const point = { ...share(yes, known), n: cents(all), unknown: cents(unknown) };
  if (unknown === 0) return [point];
  return [
    mostlyUnknown(known, unknown) ? { ...point, value: null, status: 'bounds_only' } : point,
    { ...share(yes, all), measure: `${measure}_if_unknown_no` },
    { ...share(yes + unknown, all), measure: `${measure}_if_unknown_yes` },
  ];
}

const cents = (money: number): number => Math.round(money * 100) / 100;
