/** Months `2021-01` to `2025-12` where 2021 and 2025 are given, in order. */
export function monthsOf(firstYear: number, lastYear: number): string[] {
  const months: string[] = [];
  for (let year = firstYear; year <= lastYear; year++)
    for (let month = 1; month <= 12; month++)
      months.push(`${year}-${String(month).padStart(2, '0')}`);
  return months;
}
