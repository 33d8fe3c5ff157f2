import { keyOf } from './case-file';
import type { Draw } from './draw';
import type { TableWriter } from './table-writer';

/** programme, purpose, currency, spent in a half-year, first half-year, last half-year (0 is early 2021) */
const lines = [
  ['programme-1', 'shelter_care', 'EUR', 236000, 0, 9],
  ['programme-1', 'core_costs', 'EUR', 31000, 0, 9],
  ['programme-2', 'recovery', 'EUR', 61000, 0, 9],
  ['programme-3', 'shelter_care', 'NOK', 1250000, 0, 9],
  ['programme-3', 'recovery', 'EUR', 9000, 6, 7],
  ['programme-4', 'outreach', 'EUR', 47000, 0, 9],
  ['programme-5', 'legal', 'EUR', 29000, 0, 2],
  ['programme-5', 'legal', 'EUR', 27000, 6, 9],
  ['programme-6', 'prevention', 'NOK', 270000, 0, 9],
  ['programme-8', '', 'EUR', 15000, 0, 9],
] as const;
const prices = [100, 103.6, 109.1, 113, 115.4];

/**
 * Spending by half-year. Planted: two currencies inside one programme (rule X26), money spent by a
 * programme with no grant at all (8) and on months no grant covers (2), and a purpose nobody wrote.
 */
export function writeExpenditure(writer: TableWriter, draw: Draw): void {
  let count = 0;
  for (const [programme, purpose, currency, usual, first, last] of lines)
    for (let half = first; half <= last; half++) {
      const year = 2021 + Math.floor(half / 2);
      const late = half % 2 === 1;
      const price = prices[year - 2021] ?? 100;
      writer.add({
        expenditure_key: keyOf('u', count++),
        programme_key: programme,
        period_start: `${year}-${late ? '07-01' : '01-01'}`,
        period_end: `${year}-${late ? '12-31' : '06-30'}`,
        currency,
        amount: Math.floor((usual * price * draw.between(94, 106)) / 10000),
        purpose,
        price_index: year === 2025 && late ? '' : price,
      });
    }
}

/** Interruptions; two fall into the gaps of `funding`, one goes on, one touched nobody. */
const interruptions = [
  ['programme-2', '2023-03-01', '2023-06-30', 'funding_gap', 'children_moved', 9],
  ['programme-5', '2022-07-01', '2023-12-31', 'funding_gap', 'closed', 'unknown'],
  ['programme-3', '2022-01-01', '2022-01-31', 'funding_delay', 'unpaid_staff', 0],
  ['programme-1', '2024-02-05', '2024-03-17', 'premises', 'fewer_places', 6],
  ['programme-4', '2022-08-01', '2022-08-31', 'staff', 'service_dropped', ''],
  ['programme-7', '2025-09-01', '', 'policy', 'waiting_list', 11],
] as const;

/** Writes the interruptions; the same for every seed. */
export function writeDisruptions(writer: TableWriter): void {
  interruptions.forEach(([programme, start, end, cause, effect, children], index) =>
    writer.add({
      disruption_key: `disruption-${index + 1}`,
      programme_key: programme,
      start_date: start,
      end_date: end,
      cause,
      effect,
      children_affected: children,
    }),
  );
}
