import { expect, it } from 'vitest';
import type { Cell } from '$lib/disclosure/released';
import { revisedRows, revisionTriangle, type Vintage } from '$lib/measure/revision-triangle';

type Numbers = Record<string, number | Cell>;

/** A vintage with numbers by `measure period`; periods in `cut` are held in part. */
const vintage = (numbers: Numbers, cut: readonly string[] = []): Vintage => ({
  at: (measure, period) => {
    const one = numbers[`${measure} ${period}`];
    return typeof one === 'number' ? { is: 'value', value: one } : one;
  },
  cut: (period) => cut.includes(period),
});

const asked = { measure: 'count', measures: ['count'], periods: ['2023', '2024'], threshold: 11 };
const number = (value: number, change: number | null = null) => ({ is: 'value', value, change });

it('shows every import of a period and the change from the one before', () => {
  const rows = revisionTriangle(
    [
      vintage({ 'count 2023': 100 }),
      vintage({ 'count 2023': 120, 'count 2024': 90 }, ['2024']),
      vintage({ 'count 2023': 120, 'count 2024': 140 }),
    ],
    asked,
  );
  expect(rows).toEqual([
    { period: '2023', cells: [number(100), number(120, 20), number(120, 0)] },
    { period: '2024', cells: [{ is: 'none' }, { is: 'cut' }, number(140)] },
  ]);
  expect(revisedRows(rows).map(({ period }) => period)).toEqual(['2023']);
});

it('holds back every number that could be subtracted from another to 1 to 10', () => {
  const series = [100, 104, 115, 113];
  const of = (threshold: number | null) =>
    revisionTriangle(
      series.map((count) => vintage({ 'count 2023': count })),
      { ...asked, periods: ['2023'], threshold },
    )[0]!.cells;
  // 115 is near 113, 104 near it too; 100 is 13 away from what stands, and near nothing that does.
  expect(of(11)).toEqual([number(100), { is: 'withheld' }, { is: 'withheld' }, number(113)]);
  expect(of(null)).toEqual([number(100), number(104, 4), number(115, 11), number(113, -2)]);
});

it('never lets two numbers of a period stand that differ by 1 to 10, whatever the imports', () => {
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let run = 0; run < 300; run++) {
    const counts = Array.from({ length: 5 }, () => Math.floor(random() * 60));
    const cells = revisionTriangle(
      counts.map((count) => vintage({ 'count 2023': count })),
      { ...asked, periods: ['2023'] },
    )[0]!.cells;
    const shown = cells.flatMap((cell) => (cell.is === 'value' ? [cell.value] : []));
    expect(cells.at(-1)).toMatchObject({ is: 'value', value: counts.at(-1) });
    for (const a of shown)
      for (const b of shown) expect(a === b || Math.abs(a - b) >= 11).toBe(true);
  }
});

it('holds an import of a period where another count of the figure is near', () => {
  const rows = revisionTriangle(
    [vintage({ 'count 2023': 100, 'open 2023': 40 }), vintage({ 'count 2023': 140, 'open 2023': 43 })], // prettier-ignore
    { ...asked, measures: ['count', 'open'], periods: ['2023'] },
  );
  expect(rows[0]!.cells).toEqual([{ is: 'withheld' }, number(140)]);
  expect(revisedRows(rows)).toEqual([]);
});

it('says of a number that its own release withheld what it says of one held here', () => {
  const [row] = revisionTriangle(
    [vintage({ 'count 2023': { is: 'withheld' } }), vintage({ 'count 2023': 30 })],
    { ...asked, periods: ['2023'] },
  );
  expect(row!.cells).toEqual([{ is: 'withheld' }, number(30)]);
  expect(revisedRows([row!])).toEqual([]);
});
