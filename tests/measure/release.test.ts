import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Released } from '$lib/disclosure/released';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import type { FigureSource } from '$lib/measure/figure';
import { parseBy } from '$lib/measure/view';
import { loadDemo, loadTables, see } from './loaded';
import { puzzleOf, solvedByAlgebra, solvedByBounds } from './plain-reading/leaks';
import { randomTables } from './random-tables';

const soak = Boolean(process.env.SOAK);
const sources: [string, (engine: Engine) => Promise<FigureSource>][] = [
  ['the demo country of 400 children', (engine) => loadDemo(400, engine)],
  ...Array.from(
    { length: soak ? 10 : 1 },
    (_, i) =>
      [
        `random data set ${i}`,
        (engine: Engine) =>
          loadTables(
            randomTables({ seed: 900 + i, dateMode: i % 2 ? 'offset' : 'exact', children: 160 }),
            engine,
          ),
      ] as [string, (engine: Engine) => Promise<FigureSource>],
  ),
];
const ids = [
  'ID-01',
  'ID-02',
  'ID-03',
  'RF-02',
  'GP-01',
  'ND-01',
  'MC-01',
  'MC-02',
  'VW-01',
  'RR-04',
  'DQ-01',
];
const by = parseBy('gender,age_band,main_form');

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

it('the checker finds what a subtraction finds', () => {
  const [total, a, b, c] = ['total', 'a', 'b', 'c'];
  const sums = [
    new Map([
      [total, -1],
      [a, 1],
      [b, 1],
      [c, 1],
    ] as [string, number][]),
  ];
  const puzzle = (hidden: Record<string, number | null>) => ({
    counts: new Map(Object.entries({ total: 60, a: 30, b: 25, c: 5, ...hidden })),
    sums,
    atMost: [],
  });
  expect(solvedByAlgebra(puzzle({ c: null }))).toEqual(['c']);
  expect(solvedByAlgebra(puzzle({ b: null, c: null }))).toEqual([]);
  expect(solvedByBounds(puzzle({ c: null }))).toEqual(['c']);
  expect(solvedByBounds(puzzle({ b: null, c: null }))).toEqual([]);
  expect(solvedByBounds({ ...puzzle({ a: 60, b: null, c: null }) })).toEqual(['b', 'c']);
});

describe.each(sources)('what leaves of %s', (_, load) => {
  let source: FigureSource;
  beforeAll(async () => {
    source = await load(engine);
  });

  it.each(ids)('%s', async (id) => {
    const released = await see(source, id, { mode: 'release', by });
    const working = await see(source, id, { mode: 'working', by });
    expect(smallCounts(released)).toEqual([]);
    expect(orphans(released)).toEqual([]);
    const puzzle = puzzleOf(released);
    expect(puzzle.counts.size).toBeGreaterThan(0);
    const solved = [...solvedByAlgebra(puzzle), ...solvedByBounds(puzzle)];
    const truth = puzzleOf(working).counts;
    // A row is withheld whole: a count of it that is itself large enough may follow from others.
    const revealing = solved.filter((name) => {
      const children = truth.get(name) ?? mergedGenders(name, truth);
      return children == null || (children >= 1 && children <= 10);
    });
    expect(revealing).toEqual([]);
    expect(stepsSolved(released)).toEqual([]);
    expect(planted(released, working)).toEqual([]);
  });
});

/** Children of the genders that are one row in Release view. */
function mergedGenders(name: string, truth: ReadonlyMap<string, number | null>): number | null {
  const counts = ['trans_girl', 'trans_boy', 'nonbinary'].flatMap((code) => {
    const own = name.replace('gender another_gender', `gender ${code}`);
    return own === name ? [] : (truth.get(own) ?? []);
  });
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

/** Shown counts of children from 1 to 10. Child-months are no count. */
function smallCounts(released: Released): string[] {
  const rows = released.rows.flatMap((row) =>
    Object.entries({
      value: row.unit === 'children' ? row.value : null,
      numerator: row.numerator,
      denominator: row.unit.includes('child-months') ? null : row.denominator,
      n: row.n,
      unknown: row.unknown,
    }).flatMap(([name, cell]) =>
      cell?.is === 'value' && cell.value >= 1 && cell.value <= 10
        ? [`${row.measure} ${JSON.stringify(row.by)} ${name}`]
        : [],
    ),
  );
  const steps = released.steps.flatMap(({ words, count }) =>
    count.is === 'value' && count.value >= 1 && count.value <= 10 ? [words.en] : [],
  );
  return [...rows, ...steps];
}

/** Shares, rates, times and intervals that stand although a count under them is withheld. */
function orphans(released: Released): string[] {
  return released.rows.flatMap((row) => {
    const name = `${row.measure} ${JSON.stringify(row.by)}`;
    const hidden = row.numerator.is === 'withheld' || row.denominator.is === 'withheld';
    const extra = [row.value, row.numerator, row.denominator, row.n, row.unknown].some(
      (cell) =>
        cell.is !== 'value' && Object.keys(cell).some((key) => /low|high|^n$|value/.test(key)),
    );
    return (hidden && row.value.is === 'value') || extra ? [name] : [];
  });
}

/** Withheld steps of the waterfall that the other steps give away. */
function stepsSolved({ steps }: Released): string[] {
  const found: string[] = [];
  let open: typeof steps = [];
  for (const step of steps) {
    if (step.kind === 'of which') continue;
    open = [...open, step];
    if (step.kind !== 'sum') continue;
    const hidden = open.filter(({ count }) => count.is === 'withheld');
    if (hidden.length === 1) found.push(hidden[0]?.words.en ?? '');
    open = [step];
  }
  return found;
}

/** Digits of a withheld row that stand anywhere in what is released. */
function planted(released: Released, working: Released): string[] {
  const text = JSON.stringify(released);
  return released.rows
    .filter((row) => row.value.is === 'withheld')
    .flatMap((row) => {
      const same = working.rows.find(
        (other) =>
          other.measure === row.measure &&
          other.period === row.period &&
          JSON.stringify(other.by) === JSON.stringify(row.by),
      );
      const shown = released.rows.filter((other) => other.value.is === 'value');
      const inside = [same?.value, same?.denominator].flatMap((cell) =>
        cell?.is === 'value' ? [cell.value, cell.low, cell.high] : [],
      );
      return inside
        .filter((number) => number !== undefined && !Number.isInteger(number))
        .map(String)
        .filter((digits) => digits.length > 8 && text.includes(digits))
        .filter((digits) => !JSON.stringify(shown).includes(digits))
        .map((digits) => `${row.measure} ${JSON.stringify(row.by)} ${digits}`);
    });
}
