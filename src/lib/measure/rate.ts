import type { DraftRow } from '$lib/disclosure/draft';
import type { CellRef } from '$lib/disclosure/table';
import { rateOhid } from '$lib/statistics/rate-ohid';
import { count } from './count';
import type { Part } from './part';
import type { Slice } from './period';
import type { Request } from './request';
import {
  residentRowsSql,
  residentsOf,
  type ResidentCell,
  type ResidentRow,
} from './resident-population';

/** Age bands of rates, made of those of D0 (ruling M15). A coarser band has no denominator. */
const rateBands: Readonly<Record<string, string>> = { '0_8': '0_11', '9_11': '0_11' };
const bandAges: Readonly<Record<string, readonly [number, number]>> = {
  '0_8': [0, 8],
  '9_11': [9, 11],
  '0_11': [0, 11],
  '12_14': [12, 14],
  '15_17': [15, 17],
};
const sexes = ['female', 'male'] as const;

interface Denominator {
  readonly people: number;
  readonly asWanted: boolean;
}

/**
 * S-R: children registered in whole calendar years per 100,000 residents, exact Poisson limits under
 * ten children and Byar's from ten. Several years: the sum of the yearly populations. The counts are
 * those of `count` and rest on the same cells, so that a rate is withheld wherever a count under it
 * is: the population is public, and rate × population returns the count.
 */
export async function rate(request: Request): Promise<Part> {
  const { engine, indicator, slices, signal } = request;
  const counted = await count(request);
  const years = slices.flatMap(({ first, last }) => [
    Number(first.slice(0, 4)),
    Number(last.slice(0, 4)),
  ]);
  const statement = residentRowsSql(Math.min(...years), Math.max(...years));
  const residents = (await engine.query(statement, { signal })).map((row): ResidentRow => ({
    area: String(row.area),
    year: Number(row.year),
    sex: row.sex as ResidentRow['sex'],
    from: Number(row.age_from),
    to: Number(row.age_to),
    people: Number(row.people),
    reference: row.reference as ResidentRow['reference'],
  }));
  const reads = new Map(indicator.measures.map((measure) => [measure.id, measure.reads]));
  const rows = merged(counted.rows).map((row): DraftRow => {
    if (reads.get(row.measure) !== 'rate') return row;
    const slice = slices.find(({ id }) => id === row.period);
    return rateRow(request, row, slice ? denominator(request, residents, slice, row.by) : null);
  });
  return { ...counted, rows, queries: [...counted.queries, String(statement)] };
}

/** Rows of the bands of D0 that are one band of rates as one row, on the cells of them all. */
function merged(rows: readonly DraftRow[]): DraftRow[] {
  const found = new Map<string, DraftRow>();
  for (const row of rows) {
    const band = row.by.age_band;
    const by = band === undefined ? row.by : { ...row.by, age_band: rateBands[band] ?? band };
    const key = JSON.stringify([row.measure, row.period, by]);
    const met = found.get(key);
    found.set(key, met ? sumOf(met, row) : { ...row, by });
  }
  return [...found.values()];
}

function sumOf(one: DraftRow, other: DraftRow): DraftRow {
  const plus = (a?: number | null, b?: number | null) => (a ?? 0) + (b ?? 0);
  const counts: readonly CellRef[] = [...one.counts, ...other.counts];
  const value = plus(one.value, other.value);
  const beside =
    one.n === undefined
      ? {}
      : { n: plus(one.n, other.n), unknown: plus(one.unknown, other.unknown) };
  return { ...one, value, numerator: value, ...beside, counts };
}

function rateRow({ choice }: Request, row: DraftRow, under: Denominator | null): DraftRow {
  const children = row.numerator ?? 0;
  const rate = rateOhid({
    events: children,
    person_time: under?.people ?? 0,
    per: 100_000,
  });
  const ok = under !== null && rate.status === 'ok';
  return {
    ...row,
    unit: choice.options.base === 'total' ? 'per 100,000 residents' : row.unit,
    value: ok ? rate.value : null,
    low: ok ? rate.lower : null,
    high: ok ? rate.upper : null,
    denominator: under?.people ?? null,
    n: null,
    unknown: null,
    status: ok ? 'ok' : 'undefined',
    ...(under ? {} : { missing: 'no denominator' as const }),
    statistic: 'S-R',
    marks: [
      ...(children < 10 ? ['unstable'] : []),
      ...(under && !under.asWanted ? ['other reference point'] : []),
    ],
  };
}

/** Persons under a group: what it and the filters say of area, sex and age; null where nobody is counted so. */
function denominator(
  { facts, view, choice }: Request,
  residents: readonly ResidentRow[],
  slice: Slice,
  by: Readonly<Record<string, string>>,
): Denominator | null {
  if (!slice.first.endsWith('-01') || !slice.last.endsWith('-12')) return null;
  const codes = (column: 'region' | 'gender' | 'age_band') => {
    const own = by[column];
    return own === undefined ? view.where[column] : [own];
  };
  const areas = codes('region') ?? (facts.meta.country === null ? [] : [facts.meta.country]);
  const genders = codes('gender') ?? ['total'];
  const total = choice.options.base === 'total';
  const bands = codes('age_band')?.map(
    (code) => bandAges[code] && (total ? null : bandAges[code]),
  ) ?? [total ? null : ([0, 17] as const)];
  // Children of a coarser band, or of none, are in the total alone.
  if (bands.includes(undefined) || overlap(bands)) return null;
  const wanted = choice.options.reference === 'jan1' ? 'jan1' : 'midyear';
  let sum: Denominator = { people: 0, asWanted: true };
  const ages = total ? bands.slice(0, 1) : bands;
  const years = Array.from(
    { length: Number(slice.last.slice(0, 4)) - Number(slice.first.slice(0, 4)) + 1 },
    (_, i) => Number(slice.first.slice(0, 4)) + i,
  );
  if (!areas.length) return null;
  for (const area of areas)
    for (const gender of genders) {
      const sex = gender === 'total' ? 'total' : sexes.find((one) => one === gender);
      for (const band of ages)
        for (const year of years) {
          if (sex === undefined || band === undefined) return null;
          const cell: ResidentCell =
            band === null
              ? { area, sex, from: 0, to: null }
              : { area, sex, from: band[0], to: band[1] };
          const found = residentsOf(residents, year, cell, wanted);
          if (!found) return null;
          sum = {
            people: sum.people + found.people,
            asWanted: sum.asWanted && found.asWanted,
          };
        }
    }
  return sum;
}

/** Whether two age bands share an age: a child of the coarser one could be under either. */
const overlap = (bands: readonly (readonly [number, number] | null | undefined)[]): boolean =>
  bands.some((one, i) =>
    bands.some((other, j) => one && other && i < j && one[0] <= other[1] && other[0] <= one[1]),
  );
