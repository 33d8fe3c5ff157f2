import { DAY, momentOf } from './calendar';
import type { Draw, Weighted } from './draw';

/** A made-up person, before any body wrote a file about them. */
export interface Child {
  /** Counts from 0; makes the keys. */
  readonly index: number;
  readonly gender: string;
  /** Years, 0–25; what is written of it is `ageKnown`. */
  readonly age: number;
  readonly ageWritten: 'years' | 'band' | 'coarse' | 'no';
  readonly minorityBasis: string;
  readonly citizenship: string;
  readonly citizenshipGroup: string;
  readonly accompaniment: string;
  readonly parentalCare: string;
  readonly form: string;
  readonly region: string;
  /** First detection. */
  readonly detected: number;
  /** Whether detection is known by day only. */
  readonly dayOnly: boolean;
  /** The 18th birthday. */
  readonly adult: number;
  /** One of the three children of a group below any threshold. */
  readonly rare: boolean;
}

/** First and last day of detection, and the secret day on which the extract was cut. */
export const FIRST = momentOf('2021-01-01');
export const LAST = momentOf('2025-12-31');
export const CUT = momentOf('2026-06-17');

const years: Weighted<number> = [[0, 13], [1, 16], [2, 20], [3, 24], [4, 27]]; // prettier-ignore
const starts = [2021, 2022, 2023, 2024, 2025, 2026].map((year) => momentOf(`${year}-01-01`));
const genders: Weighted<string> = [
  ['female', 62], ['male', 32.3], ['trans_girl', 0.9], ['trans_boy', 0.5], ['nonbinary', 0.8],
  ['unknown', 1.5], ['refused', 0.5], ['', 1.5],
]; // prettier-ignore
const girlForms: Weighted<string> = [
  ['sexual_prostitution', 26], ['sexual_online', 17], ['sexual_csam', 12], ['sexual_private', 9],
  ['sexual_unspecified', 8], ['sexual_travel_tourism', 2], ['domestic_servitude', 6],
  ['labour', 4], ['begging', 3], ['criminal', 3], ['forced_marriage', 4], ['unknown', 3], ['', 3],
]; // prettier-ignore
const boyForms: Weighted<string> = [
  ['labour', 27], ['criminal', 30], ['begging', 7], ['sexual_online', 8], ['sexual_csam', 5],
  ['sexual_prostitution', 5], ['sexual_private', 3], ['domestic_servitude', 3],
  ['benefit_fraud', 3], ['armed', 1], ['other', 2], ['unknown', 3], ['', 3],
]; // prettier-ignore
const groups: Weighted<string> = [
  ['national', 44], ['eu_eea', 13], ['third_country', 39], ['stateless', 1.4], ['unknown', 1.6], ['', 1],
]; // prettier-ignore
/** Codes that ISO 3166-1 leaves to users: no real country is shown in a made-up light. */
const euCountries = ['QM', 'QN', 'QO', 'QP'] as const;
const otherCountries = ['XA', 'XB', 'XC', 'XD', 'XE', 'XF'] as const;
const regions: Weighted<string> = [
  ['XX-01', 34], ['XX-02', 20], ['XX-03', 14], ['XX-04', 11], ['XX-05', 9], ['XX-06', 7], ['XX-07', 4], ['', 1],
]; // prettier-ignore
const alone: Weighted<string> = [
  ['unaccompanied', 52], ['separated', 13], ['with_parent', 22], ['with_caregiver', 8], ['unknown', 4], ['', 1],
]; // prettier-ignore
const athome: Weighted<string> = [
  ['with_parent', 76], ['with_caregiver', 10], ['separated', 5], ['unaccompanied', 3], ['unknown', 4], ['', 2],
]; // prettier-ignore

/** Draws a child, or a person of 18 to 24 who was noticed among the children. */
export function drawChild(draw: Draw, index: number, grown: boolean): Child {
  const rare = !grown && index >= 100 && index < 103;
  const gender = rare ? 'male' : draw.weighted(genders);
  const boy = gender === 'male' || gender === 'trans_boy';
  const age = grown
    ? draw.between(18, 24)
    : rare
      ? 11
      : draw.spread(boy ? [1, 11, 14, 15, 16, 17, 18] : [1, 10, 13, 14, 15, 16, 17, 18]);
  const group = rare ? 'third_country' : draw.weighted(groups);
  const fromAbroad = group !== 'national';
  const accompaniment = rare ? 'unaccompanied' : draw.weighted(fromAbroad ? alone : athome);
  const year = rare ? 3 : draw.weighted(years);
  const from = starts[year] ?? FIRST;
  const detected = rare
    ? momentOf('2024-05-02') + (index - 100) * 9 * DAY + 600
    : draw.between(from, (starts[year + 1] ?? LAST) - 1);
  const years18 = 18 - age;
  const adult = detected + draw.between((years18 - 1) * 365 + 1, years18 * 365) * DAY;
  return {
    index,
    gender,
    age,
    ageWritten: grown || rare ? 'years' : draw.weighted([['years', 88], ['band', 6], ['coarse', 2], ['no', 4]]), // prettier-ignore
    minorityBasis: draw.weighted([['document', 44], ['self_declared', 26], ['presumed', 9], ['assessed', 7], ['third_party', 8], ['unknown', 4], ['', 2]]), // prettier-ignore
    citizenship: citizenshipOf(draw, group),
    citizenshipGroup: group,
    accompaniment,
    parentalCare:
      accompaniment === 'unaccompanied' || accompaniment === 'separated'
        ? draw.weighted([['deprived', 82], ['unknown', 10], ['', 8]]) // prettier-ignore
        : draw.weighted([['in_care_of_parents', 68], ['parent_implicated', 13], ['deprived', 9], ['unknown', 7], ['', 3]]), // prettier-ignore
    form: rare ? 'organ_removal' : draw.weighted(boy ? boyForms : girlForms),
    region: rare ? 'XX-07' : draw.weighted(regions),
    detected,
    dayOnly: draw.chance(0.14),
    adult,
    rare,
  };
}

function citizenshipOf(draw: Draw, group: string): string {
  if (group === 'national') return 'XX';
  if (group === 'eu_eea') return draw.pick(euCountries);
  if (group === 'third_country') return draw.chance(0.05) ? 'unknown' : draw.pick(otherCountries);
  return group === 'stateless' ? 'na' : '';
}
