import { dayAfterMonth, dayOf, firstDayOfMonth, known, type Cells, type Files } from './cells';
import { groupBy, type PlainRow } from './figure-row';

/** One programme, day by day. */
interface Programme {
  readonly key: string;
  readonly existed: number;
  /** Lengths of the runs of days without a direct-care grant. */
  readonly gaps: readonly number[];
}

/** FC-01: days on which no grant for direct care is in force; `first` and `last` are months. */
export function daysWithoutMoney(
  files: Files,
  months: { id: string; first: string; last: string },
  split: boolean,
  gap: 'contract' | 'cash',
): PlainRow[] {
  const programmes = groupBy(files.funding ?? [], (row) => ({
    programme: known(row.programme_key) ?? '',
  }))
    .filter(({ by }) => by.programme !== '')
    .map(({ by, units }) => readProgramme(String(by.programme), units, months, gap))
    .filter((programme) => programme !== null);
  const groups = split
    ? programmes.map((one) => ({ by: { programme: one.key }, units: [one] }))
    : [{ by: {}, units: programmes }];
  return groups.flatMap(({ by, units }) => {
    const row = { period: months.id, by };
    const gaps = units.flatMap((one) => one.gaps);
    const days = gaps.reduce((sum, length) => sum + length, 0);
    const existed = units.reduce((sum, one) => sum + one.existed, 0);
    const [empty, ok] = [
      { value: null, status: 'undefined' },
      (value: number) => ({ value, status: 'ok' }),
    ];
    return [
      { ...row, measure: 'days', ...(existed ? ok(days) : empty) },
      {
        ...row,
        measure: 'share_of_days',
        numerator: days,
        denominator: existed,
        ...(existed ? ok(days / existed) : empty),
      },
      { ...row, measure: 'gaps', ...(existed ? ok(gaps.length) : empty) },
      { ...row, measure: 'longest_gap_days', ...(existed ? ok(Math.max(0, ...gaps)) : empty) },
    ];
  });
}

/**
 * A grant whose first payment is not recorded pays from its start: the texts do not say.
 * Walks the window one day at a time; both dates of a grant included, an open one runs on (S6).
 */
function readProgramme(
  key: string,
  grants: readonly Cells[],
  { first, last }: { first: string; last: string },
  gap: 'contract' | 'cash',
): Programme | null {
  const spans = grants
    .map((row) => ({
      start: dayOf(row.start_date),
      end: dayOf(row.end_date) ?? Infinity,
      paid: dayOf(row.first_payment_date),
      direct: known(row.covers_direct_services) === 'yes',
    }))
    .filter(({ start, end }) => start !== null && end >= start);
  if (!spans.some(({ direct }) => direct)) return null;
  const begins = Math.min(...spans.map(({ start }) => start ?? Infinity));
  const ends = Math.max(...spans.map(({ end }) => end));
  const gaps: number[] = [];
  let [existed, run] = [0, 0];
  for (let day = firstDayOfMonth(first); day < dayAfterMonth(last); day++) {
    if (day < begins || day > ends) continue;
    existed++;
    const funded = spans.some(({ start, end, paid, direct }) => {
      const from =
        gap === 'contract' ? start : Math.max(start ?? Infinity, paid ?? start ?? Infinity);
      return direct && from !== null && from <= day && day <= end;
    });
    if (funded && run > 0) gaps.push(run);
    run = funded ? 0 : run + 1;
  }
  if (run > 0) gaps.push(run);
  return { key, existed, gaps };
}
