import { expect, test } from 'vitest';
import { cellAt, meets } from '$lib/disclosure/capacity';
import { caseOf, truthOf } from '$lib/disclosure/case';
import { Boxes } from '$lib/disclosure/box';
import { reach } from '$lib/disclosure/secondary';
import { simplexProgram } from '$lib/disclosure/simplex';
import { buildSystem } from '$lib/disclosure/system';
import type { Table } from '$lib/disclosure/table';

const regions = ['n', 's', 'e', 'w'];
const areas = regions.flatMap((region) => [1, 2, 3].map((at) => `${region}${at}`));
const groups = {
  all: regions,
  ...Object.fromEntries(
    regions.map((region) => [region, areas.filter((area) => area[0] === region)]),
  ),
};
const forms = ['a', 'b', 'c'];
const value = (area: string, form: string) =>
  area === 'n1' && form === 'a' ? 3 : 20 + areas.indexOf(area);
const under = (label: string): string[] =>
  (groups as Record<string, string[]>)[label]?.flatMap(under) ?? [label];
const table: Table = {
  ...{ kind: 'count', threshold: 11, zeros: 'published' },
  dims: [
    { name: 'area', groups },
    { name: 'form', groups: { total: forms } },
  ],
  cells: [...areas, ...regions, 'all'].flatMap((area) =>
    [...forms, 'total'].map((form) => ({
      key: [area, form],
      value: under(area)
        .flatMap((each) => (form === 'total' ? forms : [form]).map((one) => value(each, one)))
        .reduce((sum, each) => sum + each, 0),
    })),
  ),
};

test('a part of a wide table answers within itself; a narrow table has no parts', async () => {
  const system = buildSystem(table);
  const given = caseOf(table, system, await truthOf(system), new Uint8Array(system.cells.length));
  const program = simplexProgram(system.regions.length, given.rows);
  const [goal] = given.requirements;
  const narrowOnes = new Boxes(given, program, given.selectable);
  expect(narrowOnes.around(goal!)).toBeUndefined();
  const boxes = new Boxes(given, program, given.selectable, 0);
  const part = boxes.around(goal!)!;
  expect(boxes.around(goal!)).toBe(part);
  const withheld = new Uint8Array(system.cells.length);
  withheld[goal!.cell] = 1;
  const change = reach(given, part, withheld, goal!, given.weight)!;
  expect(meets(goal!, change)).toBe(true);
  const moved = [...change.keys()].filter((at) => Math.abs(change[at]!) > 1e-9);
  expect(moved.length).toBeGreaterThan(3);
  for (const at of moved) expect(system.cells[cellAt(given, at)]!.names[0]!.key[0]).toMatch(/^n/);
  given.rows.forEach((row, at) => {
    const sum = row.regions.reduce((all, region) => all + change[region]!, 0);
    expect(sum).toBe(change[system.regions.length + at]);
  });
  boxes.dispose();
});
