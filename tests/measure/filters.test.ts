import { beforeAll, expect, it } from 'vitest';
import type { FigureSource } from '$lib/measure/figure';
import type { View } from '$lib/measure/view';
import { loadTables, see } from './loaded';

let source: FigureSource;
beforeAll(async () => {
  source = await loadTables({
    cases: Array.from({ length: 80 }, (_, i) => ({
      ...{ case_key: `f${i}`, child_key: `c${i}`, age_at_detection: '15', index_month: '2024-05' },
      ...{ victim_status: 'identified', gender: i % 2 ? 'female' : 'male' },
      ...{
        region: i < 40 ? 'north' : 'south',
        legal_status: i % 4 < 2 ? 'citizen' : 'asylum_seeker',
      },
    })),
  });
});

const asked = async (view: Partial<View>) => {
  const { rows, notes } = await see(source, 'ID-01', view);
  const never = notes.some(({ en }) => en.includes('never crossed with region'));
  return { rows: rows.filter(({ measure }) => measure === 'count').length, never };
};
const sensitive = { legal_status: ['citizen'] };

it('never crosses special categories with region in Release view, by a filter as little as by a breakdown', async () => {
  const release = { mode: 'release' } as const;
  expect(await asked({ ...release, where: { ...sensitive, region: ['north'] } })).toEqual({
    rows: 0,
    never: true,
  });
  expect(await asked({ ...release, where: sensitive, by: [['region']] })).toEqual({
    rows: 1,
    never: true,
  });
  expect(await asked({ ...release, where: { region: ['north'] }, by: [['legal_status']] })).toEqual(
    { rows: 1, never: true },
  );
});

it('lets each of the two filters alone, and both in Working view', async () => {
  const release = { mode: 'release' } as const;
  expect(await asked({ ...release, where: sensitive, by: [['gender']] })).toEqual({
    rows: 3,
    never: false,
  });
  expect((await asked({ ...release, where: { region: ['north'] } })).rows).toBe(1);
  expect(await asked({ where: { ...sensitive, region: ['north'] } })).toEqual({
    rows: 1,
    never: false,
  });
});
