import { ageOf, type Files } from './cells';
import { childrenOf, type Child } from './children';
import { shareRows } from './curve';
import { gatedShare, groupBy, mostlyUnknown, type PlainRow } from './figure-row';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';

type Place = Pick<PlainRow, 'period' | 'by'>;

const cuts = {
  four: { '0_8': '0_8', '9_11': '9_11', '12_14': '12_14', '15_17': '15_17' },
  two: {
    ...{ '0_8': '0_11', '9_11': '0_11', '0_11': '0_11' },
    ...{ '12_14': '12_17', '15_17': '12_17', '12_17': '12_17' },
  },
} as const satisfies Record<string, Record<string, string>>;

/** ID-04: age at detection, age when exploitation began, and those found only as adults. */
export function agesAtDetection(
  files: Files,
  months: Months,
  breakdown: string,
  bands: keyof typeof cuts,
): PlainRow[] {
  const persons = childrenOf(files).filter(
    (child) => inPopulation(child, 'P-REG') && detectedIn(child, months),
  );
  return groupBy(persons, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const place = { period: months.id, by };
    const children = units.filter(({ isChild }) => isChild);
    return [
      ...(children.length > 0 ? bandShares(place, children, cuts[bands]) : []),
      ...(children.length > 0 ? yearsOf(place, children) : []),
      ...beginnings(place, units),
    ];
  });
}

/**
 * (a) Each band among the children whose age is known closely enough; the others, presumed minors and
 * those of a coarser band, are the unknown (ruling ID-04).
 */
function bandShares(
  { period, by }: Place,
  children: readonly Child[],
  bands: Readonly<Record<string, string>>,
): PlainRow[] {
  const placed = children.map(({ ageBand }) => bands[ageBand] ?? null);
  const n = placed.length;
  const shares = [...new Set(placed)].flatMap((band): PlainRow[] =>
    band === null
      ? []
      : shareRows(
          { period, by: { ...by, age_band: band } },
          'share',
          placed.map((other) => (other === null ? null : other === band)),
        ),
  );
  const unplaced = children.map(({ ageBand }) =>
    bands[ageBand] ? null : ageBand === 'not_asked' ? 'not_asked' : 'unknown',
  );
  const unknowns = [...new Set(unplaced)].flatMap((code): PlainRow[] => {
    if (code === null) return [];
    const numerator = unplaced.filter((other) => other === code).length;
    return [
      {
        measure: 'unknown_share',
        period,
        by: { ...by, age_band: code },
        numerator,
        denominator: n,
        ...gatedShare(numerator, n),
      },
    ];
  });
  return [...shares, ...unknowns];
}

/** Quartiles and maximum of the completed years at detection, type 7 (stats, section 1). */
function yearsOf(place: Place, children: readonly Child[]): PlainRow[] {
  const years = children
    .map((child) => child.years)
    .filter((one) => one !== null)
    .sort((a, b) => a - b);
  const at = (share: number) => {
    const position = share * (years.length - 1);
    const [low, high] = [years[Math.floor(position)] ?? 0, years[Math.ceil(position)] ?? 0];
    return low + (high - low) * (position - Math.floor(position));
  };
  const points = { p25: 0.25, median: 0.5, p75: 0.75, maximum: 1 };
  return Object.entries(points).map(([name, share]) => ({
    ...place,
    measure: `${name}_years`,
    ...((years.length === 0 || years.length >= 10) &&
    mostlyUnknown(years.length, children.length - years.length)
      ? { value: null, status: 'bounds_only' }
      : years.length < 10
        ? { value: null, status: 'too_few' }
        : { value: at(share), status: 'ok' }),
  }));
}

/** (b), (c): persons of any age by the age at which exploitation began. */
function beginnings(place: Place, persons: readonly Child[]): PlainRow[] {
  const began = persons.map((person) => {
    const years = ageOf(person.answer('age_at_first_exploitation') ?? '');
    return years === null ? null : years < 18;
  });
  const before18 = persons.filter((_, i) => began[i]);
  const foundAdult = before18.map(({ years, ageBand }) => {
    if (years !== null) return years >= 18;
    return ['unknown', 'not_asked'].includes(ageBand) ? null : ageBand === '18plus';
  });
  return [
    ...shareRows(place, 'exploited_before_18_share', began),
    { ...place, measure: 'exploited_before_18_count', value: before18.length, status: 'ok' },
    {
      ...place,
      measure: 'exploitation_age_unknown_count',
      value: began.filter((answer) => answer === null).length,
      status: 'ok',
    },
    ...(before18.length > 0 ? shareRows(place, 'detected_as_adult_share', foundAdult) : []),
  ];
}
