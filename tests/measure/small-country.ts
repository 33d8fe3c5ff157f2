import type { Tables } from './loaded';

const genders = ['female', 'female', 'male', 'female', 'female'];
const ages = ['15_17', '15_17', '12_14', '15_17', '12_14', '9_11', '15_17', '0_8'];
const regions = ['north', 'south', 'east', 'west', 'coast', 'inland', 'lakes', 'isles'];
const forms = ['sexual_exploitation', 'sexual_exploitation', 'labour', 'criminal'];

/** A made-up country of five years with 40 children each, of whom most groups of a year are small. */
export function smallCountry(): Tables {
  const cases = [2021, 2022, 2023, 2024, 2025].flatMap((year) =>
    Array.from({ length: 40 }, (_, i) => ({
      case_key: `f${year}${i}`,
      child_key: `c${year}${i}`,
      index_month: `${year}-${String(1 + ((i * 5) % 12)).padStart(2, '0')}`,
      victim_status: 'identified',
      gender: genders[(i + year) % genders.length]!,
      age_band_at_detection: ages[(i * 3 + year) % ages.length]!,
      region: regions[(i * 7 + year) % regions.length]!,
      main_form: forms[(i * 3) % forms.length]!,
    })),
  );
  const meta = {
    dataset_key: 'small',
    country: 'XX',
    extract_month: '2026-01',
    period_start: '2021-01',
    period_end: '2025-12',
    date_mode: 'exact',
    linkage_level: 'across_orgs',
  };
  return { meta: [meta], cases };
}
