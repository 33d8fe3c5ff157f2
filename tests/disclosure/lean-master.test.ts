import { describe, expect, test } from 'vitest';
import { caseOf, truthOf } from '$lib/disclosure/case';
import { bridges, fullRoom, relationCuts, separate } from '$lib/disclosure/cuts';
import type { Cut } from '$lib/disclosure/cuts';
import { LeanMaster } from '$lib/disclosure/lean-master';
import { Master } from '$lib/disclosure/master';
import { sensitiveCells } from '$lib/disclosure/primary';
import { protect } from '$lib/disclosure/protect';
import { roundUp } from '$lib/disclosure/round-up';
import { simplexProgram } from '$lib/disclosure/simplex';
import { loadSolver } from '$lib/disclosure/solver';
import { buildSystem } from '$lib/disclosure/system';
import { twoWay } from '../fixtures/disclosure/published-tables';
import { sequence } from './attacker';

const columns = ['a', 'b', 'c', 'd', 'e', 'f'];

function randomTable(seed: number) {
  const draw = sequence(seed);
  const rows = ['r', 's', 't', 'u', 'v', 'w', 'x'];
  const inner = rows.map((row) => [row, columns.map(() => Math.floor(90 * draw() * draw()))]);
  return twoWay(columns, Object.fromEntries(inner) as Record<string, number[]>, {});
}

async function caseWithCuts(seed: number) {
  const table = randomTable(seed);
  const system = buildSystem(table);
  const shown = new Uint8Array(system.cells.length);
  const given = caseOf(table, system, await truthOf(system), shown);
  const sensitive = sensitiveCells(table, system);
  const cuts: Cut[] = [...bridges(given, sensitive), ...relationCuts(given, sensitive)];
  const lean = new LeanMaster(given, sensitive, cuts);
  const program = simplexProgram(system.regions.length, given.rows);
  for (let round = 0, fresh = true; fresh && round < 20; round++) {
    fresh = false;
    const { share } = lean.solve()!;
    for (const goal of given.requirements) {
      const cut = separate(given, program, fullRoom(given), sensitive, goal, share, 1e-5);
      if (!cut) continue;
      cuts.push(cut);
      lean.add(cut);
      fresh = true;
    }
  }
  return { table, system, given, sensitive, cuts, lean };
}

const left = ({ cells, coefs }: Cut, withheld: ArrayLike<number>) =>
  cells.reduce((sum, cell, k) => sum + coefs[k]! * withheld[cell]!, 0);

describe.each([1, 2, 3, 4, 5])('table %i', (seed) => {
  test('the built-in bound is that of HiGHS over the same cuts', async () => {
    const { given, sensitive, cuts, lean } = await caseWithCuts(seed);
    const master = new Master(await loadSolver(), given, sensitive, cuts);
    expect(lean.solve()!.bound).toBeCloseTo(master.solve(false, 10)!.bound, 5);
    master.dispose();
  });

  test('cuts by its multipliers hold of safe patterns, the one of fewest cells and a larger one', async () => {
    const { table, system, cuts } = await caseWithCuts(seed);
    expect(cuts.length).toBeGreaterThan(10);
    for (const effort of ['best', 'fast'] as const) {
      const { cells, audit } = await protect(table, { effort });
      expect(audit.status).toBe('proven');
      const withheld = new Uint8Array(system.cells.length);
      for (const { key, value } of cells) if (value === null) withheld[system.cellOf(0, key)] = 1;
      for (const cut of cuts) expect(left(cut, withheld)).toBeGreaterThan(cut.side - 1e-6);
    }
  });

  test('a rounded pattern meets every cut, and needs each of its cells', async () => {
    const { given, sensitive, cuts, lean } = await caseWithCuts(seed);
    const { share, bound } = lean.solve()!;
    const prices = given.weight.map((weight, cell) => weight * (1.02 - share[cell]!));
    const chosen = roundUp(given, cuts, prices)!;
    let cost = 0;
    for (const cut of cuts) expect(left(cut, chosen)).toBeGreaterThan(cut.side - 1e-5);
    chosen.forEach((each, cell) => {
      if (!each) return;
      cost += given.weight[cell]!;
      expect(given.selectable[cell] && !sensitive[cell]).toBe(true);
      const without = chosen.slice();
      without[cell] = 0;
      expect(cuts.some((cut) => left(cut, without) < cut.side - 1e-6)).toBe(true);
    });
    expect(cost).toBeGreaterThan(bound - 1e-6);
  });
});
