import { keyOf } from './case-file';
import type { Draw } from './draw';
import { monthsOf } from './months';
import type { TableWriter } from './table-writer';

/** programme, role, how many, full-time share, usual caseload, months of training */
type Team = readonly [string, string, number, number, number | '', readonly (number | '')[]];

const teams: readonly Team[] = [
  ['programme-1', 'caregiver', 7, 1, 5, [12, 8, 6, 6, 3, 0, '']],
  ['programme-1', 'case_worker', 2, 1, 16, [24, 10]],
  ['programme-1', 'psychologist', 1, 0.5, 14, [60]],
  ['programme-2', 'caregiver', 4, 0.8, 4, [7, 2, 1, '']],
  ['programme-2', 'volunteer', 1, 0, 3, [0]],
  ['programme-3', 'caregiver', 3, 1, 6, [9, 6, 5]],
  ['programme-3', 'case_worker', 1, 1, 31, [12]],
  ['programme-4', 'outreach', 2, 0.6, '', [6, 2]],
  ['programme-5', 'lawyer', 1, 1, 44, [0]],
  ['programme-7', 'case_worker', 2, 0.5, 12, [18, '']],
]; // prettier-ignore

/**
 * Staff by month, 2024 and 2025. Planted: caregivers with less than six months of training or none
 * recorded, a case worker with twice the usual caseload, a volunteer with children and no paid hours
 * (rule X28), someone who leaves and is replaced two months later, months without supervision or a
 * caseload, courses older than two years, and sick days only where ten people work.
 */
export function writeStaff(writer: TableWriter, draw: Draw): void {
  let count = 0;
  for (const [programme, role, people, fte, usual, training] of teams)
    for (let person = 0; person < people; person++) {
      const key = keyOf('w', count++);
      const leaves = draw.chance(0.3) ? draw.between(5, 18) : null;
      const replacement = leaves === null ? key : keyOf('w', 100 + count);
      const course = draw.pick(['2024-03', '2023-11', '2021-05', '2025-02', '', 'unknown']);
      monthsOf(2024, 2025).forEach((month, i) => {
        if (leaves !== null && (i === leaves + 1 || i === leaves + 2)) return;
        writer.add({
          staff_key: leaves !== null && i > leaves ? replacement : key,
          month,
          programme_key: programme,
          role,
          fte,
          caseload:
            usual === '' ? 'na' : draw.chance(0.04) ? '' : usual + draw.between(-2, Math.ceil(usual / 3)), // prettier-ignore
          training_months: training[person] ?? '',
          trafficking_training_month: course <= month || course === 'unknown' ? course : '',
          supervision_sessions: draw.weighted<string | number>([[0, 34], [1, 44], [2, 16], ['', 4], ['unknown', 2]]), // prettier-ignore
          screened: fte === 0 ? 'unknown' : person % 5 === 4 ? 'no' : 'yes',
          left_this_month: i === leaves ? 'yes' : 'no',
          sick_days: programme === 'programme-1' ? draw.spread([0, 0, 1, 6]) : 'not_asked',
        });
      });
    }
}
