import { known, type Cells, type Files } from './cells';
import { childrenOf, type Child } from './children';
import { groupBy, type PlainRow } from './figure-row';
import { detectedIn, inPopulation, type Months } from './populations';

export type Base = 'children' | 'total';
export type Reference = 'midyear' | 'jan1';

/** Bands of rates and the recorded bands that lie inside one of them (ruling M15). */
const rateBands: Readonly<Record<string, { ages: readonly [number, number]; from: string[] }>> = {
  '0_11': { ages: [0, 11], from: ['0_8', '9_11', '0_11'] },
  '12_14': { ages: [12, 14], from: ['12_14'] },
  '15_17': { ages: [15, 17], from: ['15_17'] },
};

/** Where the children of a row live, of which sex and ages; null for a group nobody counts. */
interface Place {
  readonly area: string;
  readonly sex: string;
  readonly ages: readonly [number, number];
}

/** ID-02: registered children per 100,000; a period with a part of a year has no rate. */
export function victimsPer100000(
  files: Files,
  months: Months,
  split: string,
  { base, reference }: { base: Base; reference: Reference },
): PlainRow[] {
  const found = childrenOf(files).filter(
    (child) => inPopulation(child, 'P-REG') && child.isChild !== false && detectedIn(child, months),
  );
  return groupBy(found, (child) => groupOf(child, split)).flatMap(({ by, units }) => {
    const numerator = units.filter(({ isChild }) => isChild === true).length;
    const ageless = units.filter(({ isChild }) => isChild === null).length;
    const place = placeOf(files, by, base);
    const people = place && sumOfYears(files, place, months, reference);
    const row = { period: months.id, by };
    return [
      {
        ...{ ...row, measure: 'rate_per_100000', numerator, denominator: people },
        ...(people
          ? { value: (numerator / people) * 100_000, status: 'ok' }
          : { value: null, status: 'undefined' }),
      },
      { ...row, measure: 'age_unknown_count', value: ageless, status: 'ok' },
    ];
  });
}

function groupOf(child: Child, split: string): Record<string, string> {
  if (split === 'gender') return { gender: child.gender };
  if (split === 'region') return { region: regionOf(child) };
  if (split !== 'age_band') return {};
  const band = Object.entries(rateBands).find(([, { from }]) => from.includes(child.ageBand));
  return { age_band: band?.[0] ?? child.ageBand };
}

/** The first region told; a number is the code of a place here, never a lack (ruling M25). */
function regionOf({ rows }: Child): string {
  const cells = rows.map((row) => row.region ?? '');
  const told = cells.find((cell) => /^-?\d+$/.test(cell) || known(cell) !== null);
  const notAsked = cells.every((cell) => cell === 'not_asked');
  return told ?? (notAsked ? 'not_asked' : 'unknown');
}

/** No population is counted of trans children, of coarser bands or of an unknown region. */
function placeOf(files: Files, by: Readonly<Record<string, string>>, base: Base): Place | null {
  const { gender, age_band, region } = by;
  if (gender !== undefined && !['female', 'male'].includes(gender)) return null;
  if (age_band !== undefined && !rateBands[age_band]) return null;
  if (region !== undefined && ['unknown', 'not_asked'].includes(region)) return null;
  return {
    area: region ?? files.meta?.[0]?.country ?? '',
    sex: gender ?? 'total',
    ages: base === 'total' ? [0, 120] : (rateBands[age_band ?? '']?.ages ?? [0, 17]),
  };
}

/** The yearly populations added up; null where one is not counted, or only a part of a year is. */
function sumOfYears(files: Files, place: Place, { first, last }: Months, reference: Reference) {
  if (!first.endsWith('-01') || !last.endsWith('-12')) return null;
  let sum = 0;
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    const people = peopleOf(files, place, String(year), reference);
    if (people === null) return null;
    sum += people;
  }
  return sum;
}

/** The wanted reference day, else the other, else one that is not told; both sexes or girls + boys. */
function peopleOf({ population = [] }: Files, place: Place, year: string, reference: Reference) {
  const other = reference === 'midyear' ? 'jan1' : 'midyear';
  for (const point of [reference, other, null]) {
    const rows = population.filter(
      (row) => row.area === place.area && row.year === year && known(row.reference_point) === point,
    );
    const of = (sex: string) => tiled(rows.filter((row) => row.sex === sex), place.ages); // prettier-ignore
    const whole = of(place.sex);
    if (whole !== null) return whole;
    if (place.sex !== 'total') continue;
    const [girls, boys] = [of('female'), of('male')];
    if (girls !== null && boys !== null) return girls + boys;
  }
  return null;
}

/** People of the rows that fill the ages exactly, a single row if there is one; null if none do. */
function tiled(rows: readonly Cells[], [from, to]: readonly [number, number]): number | null {
  const starting = rows.filter((row) => Number(row.age_from) === from && Number(row.age_to) <= to);
  const single = starting.find((row) => Number(row.age_to) === to);
  if (single) return Number(single.population);
  for (const row of starting) {
    const rest = tiled(rows, [Number(row.age_to) + 1, to]);
    if (rest !== null) return Number(row.population) + rest;
  }
  return null;
}
