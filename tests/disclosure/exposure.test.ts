import { expect, test } from 'vitest';
import { Exposure } from '$lib/disclosure/exposure';
import { relationsOf } from '$lib/disclosure/relations';
import { buildSystem } from '$lib/disclosure/system';
import { overlapping, twoWay } from '../fixtures/disclosure/published-tables';

const table = twoWay(['a', 'b', 'c'], { x: [3, 20, 31], y: [25, 40, 17], z: [33, 12, 50] }, {});

test('relations are the sums that the table describes, each once', () => {
  const system = buildSystem(table);
  expect(relationsOf(table, system)).toHaveLength(8);
  // Five areas make up the total, the two sizes and two of three counties; one county is an area.
  expect(relationsOf(overlapping, buildSystem(overlapping))).toHaveLength(5);
});

test('a cell alone in a sum is exposed, and what follows from it', () => {
  const system = buildSystem(table);
  const exposure = new Exposure(relationsOf(table, system), system.cells.length);
  const cell = (row: string, column: string) => system.cellOf(0, [row, column]);
  const hide = (...cells: number[]) =>
    Uint8Array.from(system.cells, (_, at) => (cells.includes(at) ? 1 : 0));
  const square = [cell('x', 'a'), cell('x', 'b'), cell('y', 'a'), cell('y', 'b')];
  expect(exposure.from(hide(...square), square[0]!).sort()).toEqual(square.slice(1).sort());
  // A third row keeps each column in doubt.
  const wider = hide(...square, cell('z', 'a'), cell('z', 'b'));
  expect(exposure.from(wider, square[0]!)).toEqual([square[1]]);
});
