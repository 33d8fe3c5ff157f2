import type { Released, ReleasedRow } from '$lib/disclosure/released';
import {
  anotherGenderCode,
  breakdownLabel,
  codesOf,
  type BreakdownCode,
} from '$lib/schema/breakdowns';
import type { ChartSpec } from './chart-spec';
import { periodsOf, unknownCodes } from './find-rows';
import { periodWords } from '$lib/schema/period-words';
import type { Figure } from './picture';
import { bandedFigure } from './unsure-of';

/** Children of one age band: a bar to either side, and the numbers of the other genders. */
export interface PyramidRow {
  readonly label: string;
  /** Whether the band stands apart: unknown, or only roughly known, so that it overlaps with others. */
  readonly apart: boolean;
  /** Whether the age is not recorded or was not asked. */
  readonly unknown: boolean;
  readonly girls: Figure;
  readonly boys: Figure;
  /** In the order of `Pyramid.others`. */
  readonly others: readonly Figure[];
}

/** Children by age band and gender, oldest first, then the bands apart. */
export interface Pyramid {
  /** Labels of girls and boys. */
  readonly sides: readonly [string, string];
  /** The other genders and the unknown: as printed, and in full to be read out. */
  readonly others: readonly { readonly label: string; readonly said: string }[];
  readonly rows: readonly PyramidRow[];
  /** The period drawn, in words, and whether there are earlier ones. */
  readonly period: string;
  readonly earlier: boolean;
}

const [girl, boy] = ['female', 'male'];
/** Age bands that do not overlap, from the youngest: the finest of those that have rows make the pyramid. */
const ladders = [
  ['0_8', '9_11', '12_14', '15_17', '18plus'],
  ['0_11', '12_17', '18plus'],
];

/** The pyramid of the rows split by age band and gender; null where neither side has a number. */
export function pyramidOf(released: Released, spec: ChartSpec): Pyramid | null {
  if (released.unavailable) return null;
  const crossed = released.rows.filter(
    ({ measure, by }) =>
      (measure === spec.measure || measure === spec.unknownMeasure) &&
      'age_band' in by &&
      'gender' in by &&
      Object.keys(by).length === 2,
  );
  const periods = periodsOf(crossed);
  const period = spec.period ?? periods.at(-1) ?? '';
  const own = crossed.filter((row) => row.period === period);
  const genders = met(own, 'gender').filter(({ code }) => code !== girl && code !== boy);
  const bands = met(own, 'age_band');
  const has = (code: string) => bands.some((band) => band.code === code);
  const ladder = ladders.find(([youngest, next]) => has(youngest!) || has(next!)) ?? ladders[0]!;
  const main = bands.filter(({ code }) => ladder.includes(code)).sort(byAge(ladder));
  const order = [...main.reverse(), ...bands.filter((band) => !main.includes(band))];
  const label = ({ label }: BreakdownCode) => label[spec.language];
  const rows = order.map((band): PyramidRow => {
    const figure = (gender: string) => {
      const [row] = own.filter(({ by }) => by.age_band === band.code && by.gender === gender);
      // One period alone is held against no other: there a break says nothing.
      return { ...bandedFigure(released, row, spec), broken: false };
    };
    return {
      label: label(band),
      apart: !main.includes(band),
      unknown: unknownCodes.has(band.code),
      girls: figure(girl),
      boys: figure(boy),
      others: genders.map(({ code }) => figure(code)),
    };
  });
  if (!rows.some(({ girls, boys }) => girls.shown ?? boys.shown)) return null;
  const codes = codesOf('gender') ?? [];
  const side = (code: string) => codes.find((one) => one.code === code)?.label[spec.language] ?? '';
  return {
    sides: [side(girl), side(boy)],
    others: genders.map((gender) => ({
      label: label(gender),
      said: unknownCodes.has(gender.code)
        ? `${breakdownLabel('gender')[spec.language]} ${label(gender)}`.toLowerCase()
        : label(gender),
    })),
    rows,
    period: periodWords(period, spec.language),
    earlier: periods.some((one) => one < period),
  };
}

const byAge = (ladder: readonly string[]) => (a: BreakdownCode, b: BreakdownCode) =>
  ladder.indexOf(a.code) - ladder.indexOf(b.code);

/** Codes that some rows speak of, in code-list order, the unknown last. */
function met(rows: readonly ReleasedRow[], column: 'age_band' | 'gender'): BreakdownCode[] {
  const found = new Set(rows.map(({ by }) => by[column] ?? ''));
  const listed = codesOf(column) ?? [];
  const all = column === 'gender' ? [...listed, anotherGenderCode] : listed;
  const codes = [...found]
    .filter((code) => !all.some((one) => one.code === code))
    .sort()
    .map((code) => ({ code, label: { en: code, nb: code } }));
  const known = [...all, ...codes].filter(({ code }) => found.has(code));
  return [
    ...known.filter(({ code }) => !unknownCodes.has(code)),
    ...known.filter(({ code }) => unknownCodes.has(code)),
  ];
}
