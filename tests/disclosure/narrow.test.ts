import { describe, expect, test } from 'vitest';
import { aim, room } from '$lib/disclosure/capacity';
import { caseOf, truthOf } from '$lib/disclosure/case';
import { narrow } from '$lib/disclosure/narrow';
import { pack, pieces } from '$lib/disclosure/pack';
import { protect } from '$lib/disclosure/protect';
import { simplexProgram } from '$lib/disclosure/simplex';
import { highsProgram, loadSolver } from '$lib/disclosure/solver';
import { fullDual, sparseRows } from '$lib/disclosure/sparse';
import { buildSystem } from '$lib/disclosure/system';
import { twoWay } from '../fixtures/disclosure/published-tables';
import { sequence } from './attacker';

/** Two squares of withheld figures that share no row and no column, and figures that are shown. */
const squares = twoWay(
  ['a', 'b', 'c', 'd'],
  { w: [3, 30, 40, 50], x: [20, 25, 60, 70], y: [80, 90, 5, 41], z: [81, 91, 33, 28] },
  {},
);
const hidden = ['w,a', 'w,b', 'x,a', 'x,b', 'y,c', 'y,d', 'z,c', 'z,d'];

async function squaresCase() {
  const system = buildSystem(squares);
  const withheld = Uint8Array.from(system.cells, ({ names }) =>
    hidden.includes(names[0]!.key.join()) ? 1 : 0,
  );
  const given = caseOf(squares, system, await truthOf(system), new Uint8Array(withheld.length));
  return { system, withheld, given };
}

describe('rows of subtotals', () => {
  test('say the same as rows of the finest groups, multipliers included', () => {
    const { regions, rows } = buildSystem(squares);
    const sparse = sparseRows(regions.length, rows);
    const terms = (list: readonly { readonly length: number }[]) =>
      list.reduce((sum, { length }) => sum + length, 0);
    expect(terms(sparse.map(({ parts }) => parts))).toBeLessThan(
      terms(rows.map((row) => row.regions)),
    );
    const draw = sequence(5);
    const value = regions.map(() => Math.floor(draw() * 50));
    const sums = rows.map((row) => row.regions.reduce((sum, at) => sum + value[at]!, 0));
    const all = [...value, ...sums];
    sparse.forEach(({ parts }, at) =>
      expect(parts.reduce((sum, part) => sum + all[part]!, 0)).toBe(sums[at]),
    );
    const dual = Float64Array.from(rows, () => Math.floor(draw() * 9) - 4);
    const full = fullDual(regions.length, sparse, dual);
    const weigh = (list: readonly number[]) => {
      const of = new Float64Array(all.length);
      sparse.forEach(({ parts }, at) => parts.forEach((part) => (of[part]! += list[at]!)));
      sparse.forEach((_, at) => (of[regions.length + at]! -= list[at]!));
      return of;
    };
    const direct = new Float64Array(all.length);
    rows.forEach((row, at) => {
      row.regions.forEach((region) => (direct[region]! += full[at]!));
      direct[regions.length + at]! -= full[at]!;
    });
    expect(direct).toEqual(weigh([...dual]));
  });
});

describe('a pattern in parts', () => {
  test('two squares that nothing joins are two parts, although their totals are sums of all', async () => {
    const { system, withheld, given } = await squaresCase();
    const program = narrow(given, withheld, simplexProgram(16, given.rows), false);
    const partOf = (key: string) =>
      program.partOf[system.cells[system.cellOf(0, key.split(','))]!.regions[0]!]!;
    expect(new Set(hidden.slice(0, 4).map(partOf)).size).toBe(1);
    expect(new Set(hidden.slice(4).map(partOf)).size).toBe(1);
    expect(partOf('w,a')).not.toBe(partOf('y,c'));
    expect(partOf('w,c')).toBe(-1);
  });

  test('answers as the whole does, on random patterns', async () => {
    const { system, given } = await squaresCase();
    const highs = await loadSolver();
    const whole = highsProgram(highs, system.regions.length, given.rows);
    const draw = sequence(3);
    for (let round = 0; round < 40; round++) {
      const withheld = Uint8Array.from(given.selectable, (each) => (each && draw() < 0.5 ? 1 : 0));
      const lean = narrow(given, withheld, whole, false);
      const question = room(given, withheld);
      for (const goal of given.requirements) aim(question, goal, 1 / goal.need);
      const [one, two] = [lean.maximise(question), whole.maximise(question)];
      lean.dispose();
      expect(one.solved && two.solved).toBe(true);
      expect(one.value, `round ${round}`).toBeCloseTo(two.value, 5);
      given.rows.forEach((row, at) => {
        const sum = row.regions.reduce((all, region) => all + one.change[region]!, 0);
        expect(sum).toBeCloseTo(one.change[system.regions.length + at]!, 6);
      });
    }
    whole.dispose();
  });

  test('second tables of different parts are one', async () => {
    const partOf = Int32Array.of(0, 0, 1, 1, -1);
    const [left, right] = [Float64Array.of(1, -1, 0, 0, 0), Float64Array.of(0, 0, 2, -2, 0)];
    const both = Float64Array.of(3, -3, 4, -4, 0);
    expect([...pieces(both, partOf).values()]).toEqual([
      Float64Array.of(3, -3, 0, 0, 0),
      Float64Array.of(0, 0, 4, -4, 0),
    ]);
    expect(pack([left, both, right], partOf)).toEqual([Float64Array.of(1, -1, 2, -2, 0), both]);
    const suppressed = hidden.map((key) => key.split(','));
    const { audit } = await protect({ ...squares, suppressed }, { witnessTables: true });
    expect(audit).toMatchObject({ status: 'proven', witnesses: 2 });
  });
});
