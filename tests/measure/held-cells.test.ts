import { expect, it } from 'vitest';
import { HeldCells } from '$lib/measure/held-cells';

const rows = [
  { gender: 'female', age_band: '15-17', k: 0, children: 5, days: 2.5 },
  { gender: 'female', age_band: '12-14', k: 0, children: 3, days: null },
  { gender: 'male', age_band: '15-17', k: 0, children: 2, days: 1 },
  { gender: 'male', age_band: '15-17', k: 1, children: 4, days: null },
  { gender: null, age_band: '15-17', k: 1, children: 1, days: 7 },
];
const cells = new HeldCells(rows, ['gender', 'age_band'], ['children', 'days']);
const sorted = (found: readonly object[]) =>
  found.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();

it('adds up all cells of a key', () => {
  expect(sorted(cells.read({}, []))).toEqual(
    sorted([
      { k: 0, children: 10, days: 3.5 },
      { k: 1, children: 5, days: 7 },
    ]),
  );
});

it('splits by columns, a missing code being a group of its own', () => {
  expect(sorted(cells.read({}, ['gender']))).toEqual(
    sorted([
      { b0: 'female', k: 0, children: 8, days: 2.5 },
      { b0: 'male', k: 0, children: 2, days: 1 },
      { b0: 'male', k: 1, children: 4, days: null },
      { b0: null, k: 1, children: 1, days: 7 },
    ]),
  );
  expect(cells.read({}, ['age_band', 'gender'])).toHaveLength(5);
});

it('filters by the codes of several columns; a missing code meets no filter', () => {
  const where = { gender: ['female', 'male'], age_band: ['15-17'] };
  expect(sorted(cells.read(where, []))).toEqual(
    sorted([
      { k: 0, children: 7, days: 3.5 },
      { k: 1, children: 4, days: null },
    ]),
  );
  expect(cells.read({ gender: ['trans_girl'] }, [])).toEqual([]);
});

it('refuses a column it does not hold', () => {
  expect(() => cells.read({ region: ['A'] }, [])).toThrow('region');
});
