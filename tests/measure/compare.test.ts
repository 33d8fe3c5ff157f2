import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Released, ReleasedRow } from '$lib/disclosure/released';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import type { FigureSource } from '$lib/measure/figure';
import type { Breakdown } from '$lib/schema/indicator';
import { parseCompare } from '$lib/measure/view';
import { proportionDifferenceNewcombe } from '$lib/statistics/proportion-difference-newcombe';
import { loadDemo, loadTables, numberOf, see } from './loaded';
import { puzzleOf, solvedByAlgebra, solvedByBounds } from './plain-reading/leaks';
import { randomTables } from './random-tables';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const isComparison = ({ statistic }: ReleasedRow) => statistic === 'S-D';
const compare = (text: string) => ({ compare: parseCompare(text) ?? undefined });
const name = ({ measure, period, by }: ReleasedRow) =>
  JSON.stringify([measure, period, Object.entries(by).sort()]);
const baseOf = (row: ReleasedRow) =>
  row.measure.replace(/_(difference|ratio|difference_p|logrank_p)$/, '');
const find = ({ rows }: Released, measure: string, row: ReleasedRow, group: string) =>
  rows.find(
    (one) =>
      one.measure === measure &&
      one.period === row.period &&
      name({ ...one, by: {} }) === name({ ...one, measure, by: {} }) &&
      JSON.stringify(Object.entries(one.by).sort()) ===
        JSON.stringify(Object.entries({ ...row.by, gender: group }).sort()),
  );

describe('the demo country of 400 children', () => {
  let source: FigureSource;
  beforeAll(async () => {
    source = await loadDemo(400, engine);
  });

  it('turns round with the reference group', async () => {
    const fromGirls = await see(source, 'RF-02', compare('gender=female'));
    const fromBoys = await see(source, 'RF-02', compare('gender=male'));
    const differences = (released: Released, group: string) =>
      released.rows.filter(
        (row) =>
          isComparison(row) && row.by.gender === group && row.measure.endsWith('_difference'),
      );
    const there = differences(fromGirls, 'male');
    const back = differences(fromBoys, 'female');
    expect(there.length).toBeGreaterThan(0);
    expect(there.length).toBe(back.length);
    there.forEach((row, i) => {
      const other = back[i]!;
      expect(other.measure).toBe(row.measure);
      const value = numberOf(row.value);
      if (value === null) expect(numberOf(other.value)).toBeNull();
      else expect(numberOf(other.value)).toBeCloseTo(-value, 10);
      if (row.value.is === 'value' && other.value.is === 'value' && row.value.low !== undefined)
        expect(other.value.high).toBeCloseTo(-row.value.low, 10);
    });
  });

  it('is Newcombe’s difference of the counts in the rows', async () => {
    const released = await see(source, 'MC-01', compare('gender=female'));
    const row = released.rows.find(
      ({ measure, by, value }) =>
        measure.endsWith('_difference') && by.gender === 'male' && value.is === 'value',
    )!;
    const [boys, girls] = ['male', 'female'].map((group) =>
      find(released, baseOf(row), row, group)!,
    );
    const expected = proportionDifferenceNewcombe({
      x1: numberOf(boys!.numerator)!,
      n1: numberOf(boys!.denominator)!,
      x2: numberOf(girls!.numerator)!,
      n2: numberOf(girls!.denominator)!,
    });
    expect(numberOf(row.value)).toBeCloseTo(expected.value!, 10);
    expect(row.value).toMatchObject({ is: 'value' });
    if (row.value.is === 'value') {
      expect(row.value.low).toBeCloseTo(expected.lower!, 10);
      expect(row.value.high).toBeCloseTo(expected.upper!, 10);
    }
  });

  it('compares no group with itself, no unknown, and nothing where the column does not apply', async () => {
    const released = await see(source, 'RF-02', compare('gender=female'));
    const groups = new Set(released.rows.filter(isComparison).map(({ by }) => by.gender));
    expect(groups.has('female')).toBe(false);
    expect(groups.has('unknown')).toBe(false);
    expect(groups.has('male')).toBe(true);
    expect(released.notes.some(({ en }) => en.includes('reference group Girl'))).toBe(true);
    const money = await see(source, 'FC-02', compare('gender=female'));
    expect(money.rows.filter(isComparison)).toEqual([]);
    expect(money.notes.some(({ en }) => en.includes('reference group'))).toBe(false);
  });

  it('has the log-rank test of the wait', async () => {
    const released = await see(source, 'RF-02', compare('gender=female'));
    const tests = released.rows.filter(({ measure }) => measure.endsWith('_logrank_p'));
    expect(tests.length).toBeGreaterThan(0);
    for (const row of tests) {
      const p = numberOf(row.value) ?? 0;
      expect(p).toBeGreaterThanOrEqual(0);
      expect(p).toBeLessThanOrEqual(1);
    }
  });

  it('puts limits of a funnel round the figure of all, region by region', async () => {
    const released = await see(source, 'ID-03', compare('region=XX-01'));
    const codes = released.rows.flatMap(({ by }) => (by.region ? [by.region] : []));
    expect(codes.length).toBeGreaterThan(0);
    const limits = released.rows.filter(({ measure }) => measure.endsWith('_funnel_95'));
    expect(limits.some(({ value }) => value.is === 'value')).toBe(true);
    for (const row of limits)
      if (row.value.is === 'value') {
        expect(row.value.low!).toBeLessThanOrEqual(row.value.value);
        expect(row.value.high!).toBeGreaterThanOrEqual(row.value.value);
      }
  });
});

const attacked: [string, Breakdown, (engine: Engine) => Promise<FigureSource>][] = [
  ['the demo country of 400 children', 'main_form', (engine) => loadDemo(400, engine)],
  [
    'a random data set',
    'gender',
    (engine) => loadTables(randomTables({ seed: 931, dateMode: 'exact', children: 340 }), engine),
  ],
];
const shownOf = new Map<string, number>();
describe.each(attacked)('what leaves with a comparison of %s', (title, column, load) => {
  let source: FigureSource;
  beforeAll(async () => {
    source = await load(engine);
  });
  it.each(['ID-03', 'RF-02', 'MC-01', 'MC-02'])('adds nothing, %s', async (id) => {
    const by = [['age_band' as const]];
    const view = { mode: 'release' as const, by };
    const plain = await see(source, id, { ...view, by: [...by, [column]] });
    const named = plain.rows.filter((row) => (row.by[column] ?? 'unknown') !== 'unknown');
    const reference = (named.find((row) => row.value.is === 'value') ?? named[0])!.by[column]!;
    const compared = await see(source, id, { ...view, ...compare(`${column}=${reference}`) });
    const own = (row: ReleasedRow) => !isComparison(row);
    expect(compared.rows.filter(own)).toEqual(plain.rows);
    const shown = new Map(plain.rows.map((row) => [name(row), row]));
    const rows = compared.rows.filter(isComparison);
    for (const row of rows) {
      const measure = baseOf(row);
      const both = [row.by[column]!, reference].map((group) =>
        shown.get(name({ ...row, measure, by: { ...row.by, [column]: group } })),
      );
      const hidden = both.some((one) => one?.value.is === 'withheld');
      if (hidden && !row.measure.endsWith('_logrank_p'))
        expect(row.value.is, name(row)).toBe('withheld');
      if (row.value.is !== 'value') continue;
      shownOf.set(title, (shownOf.get(title) ?? 0) + 1);
      if (row.measure.endsWith('_logrank_p'))
        expect(row.value.value * 100).toBeCloseTo(Math.round(row.value.value * 100), 9);
      // Whatever is shown of a comparison can be read off the two figures beside it.
      const [one, other] = both.map((each) => numberOf(each?.value));
      if (row.measure.endsWith('_difference')) expect(row.value.value).toBeCloseTo(one! - other!, 10); // prettier-ignore
      if (row.measure.endsWith('_ratio')) expect(row.value.value).toBeCloseTo(one! / other!, 10);
    }
    const before = puzzleOf(plain);
    const after = puzzleOf({ ...compared, rows: compared.rows.filter(own) });
    expect(solvedByAlgebra(after)).toEqual(solvedByAlgebra(before));
    expect(solvedByBounds(after)).toEqual(solvedByBounds(before));
  });
  it('shows some comparisons, so that there was something to attack', () => {
    expect(shownOf.get(title) ?? 0).toBeGreaterThan(0);
  });
});
