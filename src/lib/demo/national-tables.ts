import type { TableWriter } from './table-writer';
import { keyOf } from './case-file';

/** The one row that says what the made-up extract is. */
export function writeMeta(writer: TableWriter, seed: number): void {
  writer.add({
    dataset_key: `demo-xx-${seed}`,
    country: 'XX',
    extract_month: '2026-06',
    period_start: '2021-01',
    period_end: '2025-12',
    date_mode: 'exact',
    linkage_level: 'across_orgs',
    child_age_rule: 'at_detection',
    victim_scope: 'all_possible',
    definition_version: 'demo 1',
    inclusion_note: 'Made-up data: "Country XX" does not exist, and no row is about a real child',
    suppression_threshold: 0,
  });
}

/** Children of country XX: five mid-years, two sexes, single years of age from 0 to 17. */
export function writePopulation(writer: TableWriter, children: number): void {
  const base = Math.max(2000, children * 14);
  let count = 0;
  for (let year = 2021; year <= 2025; year++)
    for (const sex of ['female', 'male'])
      for (let age = 0; age < 18; age++)
        writer.add({
          pop_key: keyOf('n', count++),
          area: 'XX',
          year,
          sex,
          age_from: age,
          age_to: age,
          population:
            Math.floor((base * (1000 + age * 6 - (year - 2021) * 4)) / 1000) +
            (sex === 'male' ? Math.floor(base / 20) : 0),
          reference_point: 'midyear',
          source: 'Made-up population, country XX',
        });
}
