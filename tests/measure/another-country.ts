import type { Tables } from './loaded';
import { smallCountry } from './small-country';

type Row = Readonly<Record<string, string>>;

const yearOf = (row: Row) => row.index_month!.slice(0, 4);

/** Whether two children of a year differ in gender and region and are of one age and one form. */
const differ = (one: Row, other: Row): boolean =>
  one.gender !== other.gender &&
  one.region !== other.region &&
  yearOf(one) === yearOf(other) &&
  ['age_band_at_detection', 'main_form'].every((column) => one[column] === other[column]);

/**
 * The small country with the genders of two children exchanged. That changes gender by region alone: who was
 * how old, in which year, by form and gender or by form and region stays. A pair of children a number, null
 * where there are no more.
 */
export function anotherCountry(pair: number): Tables | null {
  const { meta, cases } = smallCountry();
  const pairs = cases!.flatMap((one, i) =>
    cases!.flatMap((other, j) => (i < j && differ(one, other) ? [[i, j] as const] : [])),
  );
  const [i, j] = pairs[pair] ?? [];
  if (i === undefined || j === undefined) return null;
  const genders = new Map([
    [i, cases![j]!.gender!],
    [j, cases![i]!.gender!],
  ]);
  return {
    meta: meta!,
    cases: cases!.map((row, at) => ({ ...row, gender: genders.get(at) ?? row.gender! })),
  };
}
