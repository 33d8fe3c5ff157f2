import { describe, expect, test } from 'vitest';
import { Cancelled } from '$lib/disclosure/pace';
import { UNBOUNDED, emptyQuestion } from '$lib/disclosure/program';
import { protect } from '$lib/disclosure/protect';
import { roundedValue } from '$lib/disclosure/rounding';
import { simplexProgram } from '$lib/disclosure/simplex';
import { highsProgram, loadSolver } from '$lib/disclosure/solver';
import { buildSystem } from '$lib/disclosure/system';
import { keyText } from '$lib/disclosure/table';
import { readder } from '$lib/disclosure/witness';
import { filters, maritalSex, overlapping, twoWay } from '../fixtures/disclosure/published-tables';
import { sequence } from './attacker';

describe('the built-in solver', () => {
  test('agrees with HiGHS on random questions', async () => {
    const highs = await loadSolver();
    for (let seed = 1; seed <= (process.env.SOAK ? 300 : 30); seed++) {
      const draw = sequence(seed);
      const regions = 4 + Math.floor(draw() * 8);
      const rows = Array.from({ length: 2 + Math.floor(draw() * 6) }, () => {
        const chosen = Array.from({ length: regions }, (_, at) => at).filter(() => draw() < 0.5);
        const coefs = chosen.map(() => (draw() < 0.85 ? 1 : -2));
        return { regions: chosen, coefs, cell: -1, down: 0, up: 0 };
      });
      const question = emptyQuestion(regions + rows.length);
      for (let at = 0; at < question.gain.length; at++) {
        question.gain[at] = draw() < 0.4 ? Math.floor(draw() * 9) - 3 : 0;
        question.price[at] = draw() < 0.4 ? Math.floor(draw() * 3) : 0;
        question.lower[at] = draw() < 0.6 ? -Math.floor(draw() * 9) : 0;
        question.upper[at] = draw() < 0.6 ? Math.floor(draw() * 9) : 0;
      }
      const own = simplexProgram(regions, rows);
      const other = highsProgram(highs, regions, rows);
      const [a, b] = [own.maximise(question), other.maximise(question)];
      other.dispose();
      expect(a.solved && b.solved).toBe(true);
      expect(a.value, `seed ${seed}`).toBeCloseTo(b.value, 5);
      a.change.forEach((change, at) => {
        expect(change).toBeGreaterThanOrEqual(question.lower[at]! - 1e-6);
        expect(change).toBeLessThanOrEqual(question.upper[at]! + 1e-6);
      });
      rows.forEach((row, at) => {
        const sum = row.regions.reduce((s, region, k) => s + row.coefs[k]! * a.change[region]!, 0);
        expect(sum).toBeCloseTo(a.change[regions + at]!, 6);
      });
    }
  });

  test('an open question stops at the bound', () => {
    const program = simplexProgram(2, [
      { regions: [0, 1], coefs: [1, 1], cell: -1, down: 0, up: 0 },
    ]);
    const question = emptyQuestion(3);
    question.gain[0] = 1;
    question.lower.set([-5, -5, 0]);
    question.upper.set([UNBOUNDED, UNBOUNDED, 0]);
    expect(program.maximise(question).change[0]).toBe(5);
  });
});

describe('the system', () => {
  test('merges what no figure tells apart', () => {
    expect(buildSystem(filters).regions).toHaveLength(6);
    const system = buildSystem(overlapping);
    expect(system.regions).toHaveLength(5);
    // B and county-4 are one figure.
    expect(system.cells).toHaveLength(10);
    expect(system.cellOf(0, ['B'])).toBe(system.cellOf(0, ['county-4']));
  });

  test('names labels like built-in properties safely', async () => {
    const table = twoWay(
      ['constructor', '__proto__x'],
      { toString: [20, 3], hasOwnProperty: [30, 40] },
      {},
    );
    expect((await protect(table)).audit.status).toBe('proven');
  });
});

describe('re-adding a witness', () => {
  const published = [
    new Map(
      maritalSex.cells.map(({ key, value }) => [
        keyText(key),
        key[0] === 'Married' || key.includes('Total') ? value : null,
      ]),
    ),
  ];
  const witness = (divorced: number) => [
    {
      dims: ['row', 'column'],
      cells: Object.entries({ Married: [38, 17], Divorced: [divorced, 11 - divorced] })
        .concat([['Single', [10 - divorced, divorced - 6]]])
        .flatMap(([row, [men, women]]) => [
          { key: [row, 'Male'], value: men! },
          { key: [row, 'Female'], value: women! },
        ]),
    },
  ];

  test('accepts another table with the same figures', () => {
    expect(readder(maritalSex, published)(witness(8))).toBeUndefined();
  });

  test.each([
    ['a figure below nobody', witness(5), 'less than nobody'],
    ['a zero that would be shown', witness(6), 'would be a zero'],
    ['a broken group', witness(7.5), 'not whole'],
    [
      'another shown figure',
      [{ ...witness(8)[0]!, cells: witness(8)[0]!.cells.slice(1) }],
      'would differ',
    ],
  ])('refuses %s', (_, wrong, reason) => {
    expect(readder(maritalSex, published)(wrong)).toContain(reason);
  });
});

describe('options', () => {
  const table = twoWay(['a', 'b', 'c'], { x: [3, 20, 31], y: [25, 40, 17], z: [33, 12, 50] }, {});
  const shown = (result: Awaited<ReturnType<typeof protect>>, key: string[]) =>
    result.cells.find((cell) => keyText(cell.key) === keyText(key))!.value;

  test('cells to keep visible are kept where possible, and named where not', async () => {
    const plain = await protect(table);
    const hidden = plain.cells
      .filter(({ value, key }) => value === null && key.join() !== 'x,a')
      .map(({ key }) => key);
    const kept = await protect(table, { forceVisible: [hidden[0]!] });
    expect(kept.audit.status).toBe('proven');
    expect(shown(kept, [...hidden[0]!])).not.toBeNull();
    const all = table.cells.map(({ key }) => key);
    const forced = await protect(table, { forceVisible: all });
    expect(forced.audit.status).toBe('proven');
    expect(forced.audit.notForced!.length).toBeGreaterThan(1);
  });

  test('nothing sensitive, nothing to do', async () => {
    const large = twoWay(['a', 'b'], { x: [20, 30], y: [40, 0] }, {});
    const result = await protect(large);
    expect(result.cells).toEqual(large.cells);
    expect(result.audit).toMatchObject({ status: 'proven', secondary: 0, lowerBound: 0 });
  });

  test('structural zeros stay in sight and protect nothing', async () => {
    const zeros = twoWay(
      ['a', 'b', 'c'],
      { x: [2, 0, 31], y: [25, 0, 17], z: [33, 12, 50] },
      { zeros: 'primary', structuralZeros: [['y', 'b']] },
    );
    const result = await protect(zeros);
    expect(result.audit.status).toBe('proven');
    expect(shown(result, ['y', 'b'])).toBe(0);
    expect(shown(result, ['x', 'b'])).toBeNull();
  });

  test('rounding comes on top of suppression and is audited', async () => {
    const rounding = { base: 5, method: 'nearest' } as const;
    const result = await protect({ ...table, rounding });
    expect(result.audit.status).toBe('proven');
    for (const { key, value } of result.cells) {
      const truth = table.cells.find((cell) => keyText(cell.key) === keyText(key))!.value;
      expect(value === null || (value % 5 === 0 && Math.abs(value - truth) <= 2)).toBe(true);
    }
    const alone = await protect({ ...table, rounding, suppressed: [['x', 'a']] });
    expect(alone.audit.status).toBe('unsafe');
  });

  test('a rounding that is not offered is refused, not replaced', async () => {
    const rounding = { base: 5, method: 'up' as 'random' };
    await expect(protect({ ...table, rounding })).rejects.toThrow('nearest, random or controlled');
  });

  test('random rounding is without bias and steady', () => {
    const rounding = { base: 5, method: 'random', secret: 's' } as const;
    let sum = 0;
    for (let at = 0; at < 4000; at++) {
      const cell = { value: 12, regions: [], names: [{ table: 0, key: [`c${at}`] }] };
      const value = roundedValue(rounding, cell);
      expect([10, 15]).toContain(value);
      expect(roundedValue(rounding, cell)).toBe(value);
      sum += value;
    }
    expect(sum / 4000).toBeCloseTo(12, 0);
  });

  test('is the same every time', async () => {
    const once = async () => {
      const { audit, ...rest } = await protect(overlapping);
      return JSON.stringify([rest, { ...audit, ms: 0 }]);
    };
    expect(await once()).toBe(await once());
  });

  test('can be cancelled between steps', async () => {
    const control = new AbortController();
    let rests = 0;
    const run = protect(table, {
      signal: control.signal,
      rest: async () => {
        rests++;
      },
    });
    control.abort();
    await expect(run).rejects.toThrow(Cancelled);
    expect(rests).toBeLessThan(3);
  });
});
