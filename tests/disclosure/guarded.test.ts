import { expect, test } from 'vitest';
import type { Draft } from '$lib/disclosure/draft';
import { Lattice } from '$lib/disclosure/lattice';
import type { LatticeSource } from '$lib/disclosure/lattice';
import { judge } from '$lib/disclosure/release';
import type { Dimension } from '$lib/disclosure/table';

const dims: Dimension[] = [
  { name: 'period', groups: {}, leaves: ['all'] },
  { name: 'answer', groups: { everyone: ['yes', 'no', 'unknown'] } },
];
const cells = (numbers: Readonly<Record<string, number>>) =>
  Object.entries(numbers).map(([label, value]) => ({ key: ['all', label], value }));
const draftOf = (numbers: Readonly<Record<string, number>>): Draft => ({
  ...{ indicator: 'XX-02', revision: 1, mode: 'release', synthetic: true, query: '', notes: [] },
  ...{ threshold: 11, steps: [], rows: [] },
  tables: [{ dims, cells: cells(numbers) }],
  cut: {
    ...{ indicator: 'XX-02', family: '', sums: true, where: {} },
    periods: { all: ['2020-01', '2020-12'] },
  },
});
const sourceOf = (draft: Draft, more: Partial<LatticeSource> = {}): LatticeSource => ({
  ...{ family: 'XX-02', sums: true, judge, draft: () => Promise.resolve(draft) },
  ...more,
});
const shownIn = async (source: LatticeSource) =>
  (await new Lattice().at(source, { columns: [], level: 0 })).entry.tables[0]!.shown;

const answers = { yes: 40, no: 30, unknown: 30, everyone: 100 };

test('a guarded count is withheld, and does not follow from the others', async () => {
  expect(await shownIn(sourceOf(draftOf(answers)))).toHaveLength(4);
  let asked = 0;
  const near: LatticeSource['near'] = () => Promise.resolve([asked++ === 0 ? [['all', 'no']] : []]);
  const shown = await shownIn(sourceOf(draftOf(answers), { near }));
  expect(shown).not.toContain(JSON.stringify(['all', 'no']));
  expect(shown.length).toBeLessThan(3);
});

test('what would be near to other figures is guarded before anything is protected', async () => {
  let judged = 0;
  const counted: LatticeSource['judge'] = (...all) => (judged++, judge(...all));
  const near: LatticeSource['near'] = (_, shown) =>
    Promise.resolve([!shown || shown[0]!.includes('["all","no"]') ? [['all', 'no']] : []]);
  const shown = await shownIn(sourceOf(draftOf(answers), { near, judge: counted }));
  expect(shown).not.toContain(JSON.stringify(['all', 'no']));
  expect(judged).toBe(1);
});

test('what is too wide is not protected, nor what it would be protected beside', async () => {
  const codes = Array.from({ length: 900 }, (_, at) => `c${at}`);
  const asked: string[][] = [];
  const source = sourceOf(draftOf(answers), {
    given: (_, { columns }) => (asked.push([...columns]), Promise.resolve([])),
    draft: ({ columns }) => {
      const draft = draftOf(answers);
      const [table] = draft.tables;
      const crossed = {
        dims: [...dims, ...columns.map((name) => ({ name, groups: { total: codes } }))],
        cells: codes.flatMap((code) =>
          table!.cells.map(({ key }) => ({ key: [...key, ...columns.map(() => code)], value: 20 })),
        ),
      };
      return Promise.resolve(columns.length > 0 ? { ...draft, tables: [crossed] } : draft);
    },
  });
  const stand = await new Lattice().at(source, { columns: ['a', 'b'], level: 0 });
  expect(stand.refused).toBe(true);
  expect(asked).toEqual([[]]);
});

test('what stays near however often it is protected again shows nothing', async () => {
  const near: LatticeSource['near'] = () => Promise.resolve([[['all', 'no']]]);
  expect(await shownIn(sourceOf(draftOf(answers), { near }))).toEqual([]);
});

const few = { yes: 60, no: 50, unknown: 30, everyone: 140 };

test('those whom a question does not concern do not follow from their population', async () => {
  const among = { population: 'P', part: 1, everyone: 'everyone', asked: [] };
  const draft = draftOf(few);
  const source = sourceOf({ ...draft, tables: [{ ...draft.tables[0]!, among }] });
  const given =
    (value: number, shown: boolean): LatticeSource['given'] =>
    () =>
      Promise.resolve([
        { table: 0, beyond: 'P', hidZeros: false, cells: [{ key: ['all', 'P'], value, shown }] },
      ]);
  expect(await shownIn({ ...source, given: given(160, true) })).toHaveLength(4);
  const near = await shownIn({ ...source, given: given(145, true) });
  expect(near).not.toContain(JSON.stringify(['all', 'everyone']));
  expect(near.length).toBeLessThan(3);
  expect(await shownIn({ ...source, given: given(145, false) })).toHaveLength(4);
});
