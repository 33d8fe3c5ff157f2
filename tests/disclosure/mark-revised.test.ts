import { describe, expect, it } from 'vitest';
import { markRevised } from '$lib/disclosure/mark-revised';
import type { ReleasedRow } from '$lib/disclosure/released';
import { released, row, value, withheld } from '../report/released-of';

const count = (period: string, cell: ReleasedRow['value'], more: Partial<ReleasedRow> = {}) =>
  row('count', cell, { unit: 'children', period, ...more });
const marked = (
  now: readonly ReleasedRow[],
  before: readonly ReleasedRow[],
  sameMonths = false,
  more: Parameters<typeof released>[2] = {},
) =>
  markRevised(released('ID-01', now), released('ID-01', before, more), sameMonths).rows.map(
    ({ marks }) => marks.join(),
  );

describe('the mark of a revised figure', () => {
  it('stands where both imports show a number and it is another', () => {
    const now = [count('2023', value(191)), count('2024', value(205)), count('2025', value(40))];
    const before = [count('2023', value(188)), count('2024', value(205))];
    expect(marked(now, before)).toEqual(['revised', '', '']);
    expect(marked([count('2023', value(191), { marks: ['break'] })], before)).toEqual([
      'break,revised',
    ]);
  });

  it('says nothing of a cell that either of the two withholds or does not have', () => {
    const none = { is: 'missing', why: 'no rows' } as const;
    for (const cell of [withheld, none]) {
      expect(marked([count('2023', cell)], [count('2023', value(188))])).toEqual(['']);
      expect(marked([count('2023', value(188))], [count('2023', cell)])).toEqual(['']);
      const hidden = (one: number) => count('2023', cell, { numerator: value(one), denominator: value(40) }); // prettier-ignore
      expect(marked([hidden(3)], [hidden(4)])).toEqual(['']);
    }
  });

  it('holds whole periods of the same months against each other only', () => {
    const cut = { marks: ['incomplete'] };
    const [old, now] = [value(100), value(200)];
    expect(marked([count('2024', now)], [count('2024', old, cut)])).toEqual(['']);
    expect(marked([count('2024', now, cut)], [count('2024', old)])).toEqual(['incomplete']);
    expect(marked([count('all', now)], [count('all', old)])).toEqual(['']);
    expect(marked([count('all', now)], [count('all', old)], true)).toEqual(['revised']);
  });

  it('sees a share that stayed while its counts moved, and not the noise of arithmetic', () => {
    const share = (of: number, numerator: number) =>
      row('share', value(of), {
        ...{ unit: 'share', numerator: value(numerator), denominator: value(numerator * 2) },
      });
    expect(marked([share(0.5, 20)], [share(0.5, 30)])).toEqual(['revised']);
    expect(marked([share(0.1 + 0.2, 20)], [share(0.3, 20)])).toEqual(['']);
  });

  it('finds the row of the same group whatever the order of its columns', () => {
    const by = (one: Record<string, string>, cell: number) => count('2024', value(cell), { by: one }); // prettier-ignore
    const now = [by({ gender: 'female', age_band: '0-11' }, 30), by({ gender: 'male' }, 30)];
    const before = [by({ age_band: '0-11', gender: 'female' }, 20), by({ gender: 'female' }, 20)];
    expect(marked(now, before)).toEqual(['revised', '']);
  });

  it('is nowhere where the two were not made in the same way', () => {
    const [now, before] = [[count('2023', value(191))], [count('2023', value(188))]];
    for (const more of [{ mode: 'working' }, { revision: 2 }] as const)
      expect(marked(now, before, false, more)).toEqual(['']);
  });
});
