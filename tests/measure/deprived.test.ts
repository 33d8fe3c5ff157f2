import { expect, it } from 'vitest';
import { loadTables, numberOf, rowOf, see } from './loaded';

it('reads parental care from the first file, ties by case key (ruling M2)', async () => {
  const file = (child: number, case_key: string, parental_care: string, detected_at: string) => ({
    ...{ case_key, child_key: `${child}`, parental_care, detected_at },
    ...{ index_month: '2024-03', victim_status: 'identified', age_at_detection: '15' },
    followup_end_at: '2024-06-01',
  });
  const source = await loadTables({
    meta: [
      {
        ...{ dataset_key: 'd', country: 'NO', extract_month: '2024-12', date_mode: 'exact' },
        ...{ period_start: '2024-01', period_end: '2024-12', linkage_level: 'across_orgs' },
      },
    ],
    cases: [
      file(1, 'b', 'deprived', '2024-03-01T10:00:00Z'),
      file(1, 'a', 'in_care_of_parents', '2024-03-01T10:00:00Z'),
      file(2, 'd', 'in_care_of_parents', '2024-03-01T10:00:00Z'),
      file(2, 'c', 'deprived', '2024-03-01T10:00:00Z'),
      // A day without a clock begins at midnight, before any clock of that day.
      file(3, 'f', 'parent_implicated', '2024-03-01'),
      file(3, 'e', 'in_care_of_parents', '2024-03-01T10:00:00Z'),
    ].map((row) => ({ ...row, accompaniment: 'with_parent' })),
    assignments: [
      {
        ...{ assignment_key: '1', case_key: 'a', role: 'guardian' },
        ...{ started_at: '2024-03-05', first_meeting_at: '', ended_at: '' },
      },
    ],
  });
  expect(numberOf(rowOf(await see(source, 'GP-01'), 'cif_7d')?.n)).toBe(2);
});
