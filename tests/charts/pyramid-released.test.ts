import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartOf } from '$lib/charts/chart-of';
import { points } from '$lib/charts/points';
import { specOf } from '$lib/charts/spec-of';
import type { Released, ReleasedRow } from '$lib/disclosure/released';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { indicatorOf } from '$lib/indicators/catalogue';
import type { FigureSource } from '$lib/measure/figure';
import { parseBy } from '$lib/measure/view';
import { loadDemo, see } from '../measure/loaded';
import { document } from './drawn';

let engine: Engine;
let source: FigureSource;
beforeAll(async () => {
  engine = await nodeWasmEngine();
  source = await loadDemo(2000, engine);
});
afterAll(() => engine.close());

const same = (a: ReleasedRow, b: ReleasedRow) =>
  a.measure === b.measure &&
  a.period === b.period &&
  Object.keys(a.by).length === Object.keys(b.by).length &&
  Object.entries(a.by).every(([column, code]) => b.by[column] === code);

/** The release with the truth hung on every withheld mark, as if the gate had a hole. */
const holed = (released: Released, working: Released): Released => ({
  ...released,
  rows: released.rows.map((row) => {
    const truth = working.rows.find((other) => same(row, other))?.value;
    return row.value.is === 'withheld'
      ? { ...row, value: { ...truth, ...row.value } as ReleasedRow['value'] }
      : row;
  }),
});

describe.each([
  ['ID-01', 'age_band*gender'],
  ['ID-01', 'gender*age_band'],
  ['ID-03', 'age_band'],
])('the pyramid of %s by %s', (id, by) => {
  it.each([820, 320])('has the protected cells and no other number, %i px', async (width) => {
    const indicator = indicatorOf(id)!;
    const released = await see(source, id, { mode: 'release', by: parseBy(by) });
    const working = await see(source, id, { mode: 'working', by: parseBy(by) });
    const spec = specOf(indicator, { id: 'p', width, language: 'en', pyramid: true });
    const svg = chartOf(released, spec, { document })!;
    const open = chartOf(holed(released, working), spec, { document })!;
    expect(open.outerHTML).toBe(svg.outerHTML);
    expect(chartOf(working, spec, { document })!.outerHTML).not.toBe(svg.outerHTML);

    const cells = released.rows.filter(
      ({ measure, by }) =>
        Object.keys(by).length === 2 && [spec.measure, spec.unknownMeasure].includes(measure),
    );
    const withheld = cells.filter(({ value }) => value.is === 'withheld');
    expect(withheld.length).toBeGreaterThan(0);
    expect(svg.textContent!.split('[c]').length - 1).toBe(withheld.length);
    const read = points(released, spec);
    expect(
      read.filter(({ text }) =>
        /: withheld(, (between \d+% and |at least |at most )?\d+%)?$/.test(text),
      ),
    ).toHaveLength(withheld.length);
    const shown = cells.flatMap(({ value }) => (value.is === 'value' ? [value.value] : []));
    const ordered = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
    expect(ordered(read.flatMap(({ y }) => (y === null ? [] : [y])))).toEqual(ordered(shown));

    const sides = cells.filter(
      ({ by, value }) =>
        ['female', 'male'].includes(by.gender!) && value.is === 'value' && value.value > 0,
    );
    const solid = [...svg.querySelectorAll('rect.girls, rect.boys')].filter(
      (bar) => Number(bar.getAttribute('width')) > 0,
    );
    expect(solid.length).toBeGreaterThanOrEqual(sides.length);
    if (id === 'ID-01') expect(solid).toHaveLength(sides.length);
  });
});

it('is not drawn where every cell is withheld', async () => {
  const told = await see(source, 'ID-04', { mode: 'release', by: parseBy('gender') });
  const rows = told.rows.map((row): ReleasedRow =>
    row.value.is === 'withheld' ? { ...row, value: { is: 'withheld' } } : row,
  );
  const released = { ...told, rows };
  const working = await see(source, 'ID-04', { mode: 'working', by: parseBy('gender') });
  const spec = specOf(indicatorOf('ID-04')!, {
    ...{ id: 'p', width: 820, language: 'en', pyramid: true },
  });
  expect(chartOf(working, spec, { document })).not.toBeNull();
  // As a yes or no: a picture that is there cannot be printed by the test.
  expect(chartOf(released, spec, { document }) === null).toBe(true);
  expect(chartOf(holed(released, working), spec, { document }) === null).toBe(true);
});

it('holds all children of the count: the cells of the pyramid add up to the total', async () => {
  const working = await see(source, 'ID-01', { by: parseBy('age_band*gender') });
  const spec = specOf(indicatorOf('ID-01')!, {
    ...{ id: 'p', width: 820, language: 'en', pyramid: true },
  });
  const total = working.rows.find(
    ({ measure, by }) => measure === 'count' && Object.keys(by).length === 0,
  )!.value;
  expect(total.is).toBe('value');
  expect(points(working, spec).reduce((sum, { y }) => sum + (y ?? 0), 0)).toBe(
    total.is === 'value' ? total.value : -1,
  );
});
