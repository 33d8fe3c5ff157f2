import type { TableWriter } from './table-writer';
import type { Tally } from './tally';

const genders = ['female', 'male', 'trans_girl', 'trans_boy', 'nonbinary', 'unknown'];
const fewest = 11;

/**
 * Counts as a statistics office would publish them. Planted: a break in series at 2023 where the age
 * rule changes from first exploitation to detection, figures withheld for small groups, two vintages
 * of one year that differ, a year not available, estimates, provisional figures, totals between the
 * parts they add up, and a withheld figure that total and part give away.
 */
export function writeAggregateCounts(writer: TableWriter, tally: Tally): void {
  let count = 0;
  const add = (period: string, vintage: string, measure: string, gender: string, number: number | '', flag: string, extra: Record<string, string> = {}) => {
    count++;
    writer.add({
      cell_key: `cell-${String(count).padStart(3, '0')}`,
      source: measure === 'registered' ? 'Made-up statistics, country XX' : 'Made-up courts, country XX',
      vintage,
      area: 'XX',
      period,
      measure,
      registering_body: 'na',
      gender,
      age_group: 'under_18',
      age_basis: measure !== 'registered' ? 'na' : period < '2023' ? 'at_first_exploitation' : 'at_detection',
      citizenship_group: 'na',
      form_group: 'na',
      count: number,
      flag,
      ...extra,
    });
  }; // prettier-ignore
  const publish = (year: number, vintage: string, share: number, mark: string) => {
    const from = Math.max(2021, year);
    const parts = genders.map((gender) => {
      const told = gender === 'unknown' ? ['unknown', 'refused', ''] : [gender];
      const sum = told.reduce((total, one) => total + tally.registered(from, one), 0);
      return { gender, number: Math.floor(sum * share) };
    });
    const total = parts.reduce((sum, { number }) => sum + number, 0);
    add(`${year}`, vintage, 'registered', 'na', total, mark);
    const hidden = withheld(parts.map(({ number }) => number));
    parts.forEach(
      ({ gender, number }, i) =>
      add(`${year}`, vintage, 'registered', gender, hidden.has(i) ? '' : number, hidden.has(i) ? 'suppressed' : mark), // prettier-ignore
    );
  };
  for (let year = 2017; year < 2023; year++)
    publish(year, `${year + 1}-03`, year < 2021 ? 0.5 + (year - 2017) * 0.05 : 0.72, year === 2018 ? 'estimated' : 'na'); // prettier-ignore
  publish(2023, '2024-03', 0.94, 'break');
  publish(2023, '2025-03', 1, 'revised');
  publish(2024, '2025-03', 1, 'na');
  publish(2025, '2026-03', 0.97, 'provisional');
  const grown = tally.registered(2025, 'grown');
  const young = genders.reduce((sum, gender) => sum + tally.registered(2025, gender), 0);
  for (const [group, number] of [['total', grown + young], ['under_18', young], ['18plus', grown]] as const) // prettier-ignore
    add('2025', '2026-06', 'registered', 'na', number > 0 && number < fewest ? '' : number, number > 0 && number < fewest ? 'suppressed' : 'na', { age_group: group, age_basis: 'at_registration' }); // prettier-ignore
  for (let year = 2021; year <= 2025; year++)
    for (const measure of ['suspects', 'prosecuted', 'convicted'] as const) {
      const gone = year === 2022 && measure === 'convicted';
      const number = Math.floor(tally.registered(year, 'female') / { suspects: 3, prosecuted: 9, convicted: 21 }[measure]); // prettier-ignore
      add(`${year}`, `${year + 1}-06`, measure, 'na', gone ? '' : number, gone ? 'not_available' : 'na', { age_group: 'na' }); // prettier-ignore
    }
}

/** Places of the parts below the threshold, and of the smallest other where one alone would be found. */
function withheld(numbers: readonly number[]): Set<number> {
  const places = numbers.flatMap((number, i) => (number > 0 ? [i] : []));
  const order = places.toSorted((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  const small = order.filter((i) => (numbers[i] ?? 0) < fewest);
  return new Set(small.length === 1 ? order.slice(0, 2) : small);
}
