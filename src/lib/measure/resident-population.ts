import { sql, type Sql } from '$lib/schema/sql';

/** One row of the table `population`. */
export interface ResidentRow {
  readonly area: string;
  readonly year: number;
  readonly sex: 'female' | 'male' | 'total';
  /** Inclusive, both. */
  readonly from: number;
  readonly to: number;
  readonly people: number;
  readonly reference: 'midyear' | 'jan1' | null;
}

/** Whom a denominator counts: one area, one sex or all, ages inclusive; `to` null = to the oldest. */
export interface ResidentCell {
  readonly area: string;
  readonly sex: ResidentRow['sex'];
  readonly from: number;
  readonly to: number | null;
}

/** Persons of one year, with whether the wanted reference point was there. */
export interface Residents {
  readonly people: number;
  readonly asWanted: boolean;
}

/** Rows of the years from `first` to `last`. */
export const residentRowsSql = (first: number, last: number): Sql => sql`
  SELECT area, year, sex::VARCHAR AS sex, age_from, age_to, population AS people, reference_point::VARCHAR AS reference
  FROM population WHERE year BETWEEN ${first} AND ${last}
    AND area IS NOT NULL AND sex IS NOT NULL AND age_from IS NOT NULL AND age_to IS NOT NULL AND population IS NOT NULL
  ORDER BY ALL`;

/** Youngest age at which a last, open age group of published tables counts as reaching the oldest. */
const oldest = 99;

/**
 * Persons of a cell in one year (ruling ID-02): the total of the sexes if present, else female +
 * male; the rows that fill the ages exactly, one row preferred, then as few as possible; the wanted
 * reference point, else the other. Null where no set of rows fits, or rows contradict each other.
 */
export function residentsOf(
  rows: readonly ResidentRow[],
  year: number,
  cell: ResidentCell,
  wanted: 'midyear' | 'jan1',
): Residents | null {
  const own = rows.filter((row) => row.year === year && row.area === cell.area);
  for (const reference of [wanted, wanted === 'midyear' ? 'jan1' : 'midyear', null] as const) {
    const dated = own.filter((row) => row.reference === reference);
    const of = (sex: ResidentRow['sex']) =>
      tiling(
        dated.filter((row) => row.sex === sex),
        cell.from,
        cell.to,
      );
    const [girls, boys] = cell.sex === 'total' ? [of('female'), of('male')] : [null, null];
    const people = of(cell.sex) ?? (girls === null || boys === null ? null : girls + boys);
    if (people !== null) return { people, asWanted: reference === wanted };
  }
  return null;
}

/** Sum of the fewest rows whose ages follow on each other from `from` to `to`. */
function tiling(rows: readonly ResidentRow[], from: number, to: number | null): number | null {
  const bands = new Map<string, { from: number; to: number; people: number | null }>();
  for (const row of rows) {
    const key = `${row.from} ${row.to}`;
    const met = bands.get(key);
    const people = met && met.people !== row.people ? null : row.people;
    bands.set(key, { from: row.from, to: row.to, people });
  }
  const end = to ?? Math.max(...rows.map((row) => row.to));
  if (to === null && !(end >= oldest)) return null;
  const fewest = new Map<number, { rows: number; people: number | null }>([
    [from, { rows: 0, people: 0 }],
  ]);
  for (let age = from; age <= end; age++) {
    const here = fewest.get(age);
    if (!here) continue;
    for (const band of bands.values()) {
      if (band.from !== age || band.to < age || band.to > end) continue;
      const next = fewest.get(band.to + 1);
      const people =
        here.people === null || band.people === null ? null : here.people + band.people;
      if (!next || here.rows + 1 < next.rows)
        fewest.set(band.to + 1, { rows: here.rows + 1, people });
    }
  }
  return fewest.get(end + 1)?.people ?? null;
}
