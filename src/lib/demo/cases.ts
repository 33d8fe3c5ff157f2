import { DAY, dateText } from './calendar';
import type { CaseFile } from './case-file';
import { fileDates } from './case-file';
import type { Child } from './child';
import type { Draw, Weighted } from './draw';
import type { DemoRow } from './table-writer';

const means = [
  'threats', 'physical', 'psychological', 'debt', 'earnings', 'movement', 'false_promises',
  'substances', 'law_threat', 'papers', 'grooming', 'vulnerability', 'none_recorded',
] as const; // prettier-ignore
const moreForms = ['begging', 'criminal', 'sexual_online', 'labour', 'benefit_fraud'] as const;
const routes: Weighted<string> = [
  ['proactive_outreach', 10], ['proactive_screening', 13], ['police_operation', 15],
  ['professional', 24], ['child_disclosure', 11], ['family', 5], ['public', 4], ['hotline', 5],
  ['online_report', 6], ['other', 3], ['unknown', 3], ['', 1],
]; // prettier-ignore
const contacts = ['education', 'health', 'police', 'child_protection', 'reception_centre'] as const;

const yes = (share: number): Weighted<string> => [['yes', share], ['no', 100 - share]]; // prettier-ignore

/** What is true of a child; each file knows some of it. */
export function drawTraits(draw: Draw, child: Child): DemoRow {
  const months = draw.spread([0, 2, 6, 14, 40, 90]);
  const disabled = draw.chance(0.14);
  const home = child.citizenshipGroup === 'national';
  return {
    age_at_first_exploitation: Math.max(0, child.age - draw.spread([0, 0, 1, 2, 5])),
    age_in_doubt: child.minorityBasis === 'presumed' ? 'yes' : draw.weighted(yes(8)),
    legal_status: legalStatus(draw, child),
    exploitation_country:
      draw.chance(0.85) || child.citizenship.length !== 2 ? 'XX' : child.citizenship,
    movement: draw.weighted(
      home
        ? [['none', 55], ['internal', 41], ['cross_border', 4]] // prettier-ignore
        : [['cross_border', 82], ['internal', 9], ['none', 9]], // prettier-ignore
    ),
    forms: forms(draw, child),
    online_element: draw.weighted(yes(child.form.startsWith('sexual') ? 60 : 22)),
    means_of_control: draw.some(means, 4).join(';'),
    months_exploited: months,
    months_start_to_detection: months + draw.spread([0, 0, 1, 6]),
    prior_contacts: draw.some(contacts, 3).join(';'),
    disability_any: disabled ? 'yes' : 'no',
    disability_types: disabled ? draw.some(['learning', 'psychosocial', 'hearing', 'walking'], 2).join(';') : '', // prettier-ignore
    sogiesc_minority: draw.weighted(yes(9)),
    minority_group: draw.weighted(yes(19)),
    pregnant_or_parenting:
      child.gender !== 'female' || child.age < 12 ? 'na' : draw.weighted(yes(7)),
    documents: draw.weighted([['registered_id', 62], ['registered_no_id', 22], ['not_registered', 8], ['withheld', 8]]), // prettier-ignore
    interpreter_needed: draw.weighted(yes(home ? 2 : 68)),
  };
}

/** Of a hundred files: how many know the item, and how the others say that they do not. */
const usual: Weighted<string | null> = [[null, 88], ['unknown', 7], ['', 5]]; // prettier-ignore
const often: Weighted<string | null> = [[null, 60], ['unknown', 25], ['', 10], ['not_asked', 5]]; // prettier-ignore
const absences: Readonly<Record<string, Weighted<string | null>>> = {
  age_at_first_exploitation: [[null, 72], ['unknown', 16], ['', 8], ['not_asked', 4]],
  means_of_control: [[null, 80], ['unknown', 11], ['', 9]],
  months_exploited: often,
  months_start_to_detection: often,
  prior_contacts: often,
  disability_any: [[null, 80], ['unknown', 8], ['', 6], ['not_asked', 6]],
  sogiesc_minority: [[null, 36], ['not_asked', 40], ['refused', 14], ['', 10]],
  minority_group: [[null, 72], ['unknown', 8], ['refused', 6], ['not_asked', 8], ['', 6]],
}; // prettier-ignore

/** The row of one file in `cases.csv`. */
export function caseRow(
  draw: Draw,
  child: Child,
  traits: DemoRow,
  file: CaseFile,
  childKey: string,
): DemoRow {
  const row: Record<string, string | number | undefined> = {
    case_key: file.key,
    child_key: childKey,
    org_key: file.body.key,
    org_type: file.body.type,
    ...fileDates(draw, child, file),
    victim_status: file.status,
    gender: file.detected > child.detected && draw.chance(0.05) ? 'unknown' : child.gender,
    ...age(child, file),
    turned_18_at:
      child.adult > child.detected && child.adult <= file.end ? dateText(child.adult) : undefined,
    minority_basis: child.age > 17 ? 'document' : child.minorityBasis,
    citizenship_group: child.citizenshipGroup,
    citizenship: child.citizenship,
    region: child.region,
    main_form: child.form,
    detection_route: draw.weighted(routes),
    accompaniment: child.accompaniment,
    parental_care: child.parentalCare,
    assessed_not_victim:
      file.status === 'rejected' ? 'yes' : draw.weighted([['no', 88], ['', 7], ['unknown', 5]]), // prettier-ignore
  };
  for (const column in traits) {
    const absent = traits[column] === 'na' ? null : draw.weighted(absences[column] ?? usual);
    row[column] = absent ?? traits[column];
  }
  if (child.form === '' || child.form === 'unknown') row.forms = child.form;
  for (const column of file.body.neverAsks) row[column] = 'not_asked';
  if (row.disability_any !== 'yes') row.disability_types = row.disability_any === 'no' ? 'na' : '';
  return row;
}

/** Years, a band, a coarse band or nothing, at the opening of the file; the time to 18 agrees. */
function age({ ageWritten, adult }: Child, { detected }: CaseFile) {
  const days = Math.floor((adult - detected) / DAY);
  const age = 18 - Math.ceil((adult - detected) / DAY / 365);
  const to18 = days < 100 ? 'lt100d' : days < 365 ? 'd100_364' : days < 730 ? 'y1_2' : 'y2plus';
  const band =
    age > 17 ? '18plus' : age > 14 ? '15_17' : age > 11 ? '12_14' : age > 8 ? '9_11' : '0_8';
  const coarse = age > 17 ? '18plus' : age > 11 ? '12_17' : age > 8 ? '9_17' : '0_11';
  return {
    age_at_detection: ageWritten === 'years' ? age : ageWritten === 'no' ? 'unknown' : '',
    age_band_at_detection: { years: band, band, coarse, no: 'unknown' }[ageWritten],
    days_to_18_band: age > 17 ? 'na' : ageWritten === 'years' ? to18 : '',
  };
}

function legalStatus(draw: Draw, { citizenshipGroup }: Child): string {
  if (citizenshipGroup === 'national') return 'citizen';
  if (citizenshipGroup === 'eu_eea')
    return draw.weighted([['long_term', 70], ['unclear', 18], ['unknown', 12]]); // prettier-ignore
  return draw.weighted([
    ['asylum_seeker', 38], ['protected', 8], ['temporary', 12], ['long_term', 8], ['irregular', 20],
    ['unclear', 6], ['unknown', 6], ['', 2],
  ]); // prettier-ignore
}

function forms(draw: Draw, child: Child): string {
  return child.rare || draw.chance(0.75)
    ? child.form
    : [...new Set([child.form, ...draw.some(moreForms, 2)])].join(';');
}
