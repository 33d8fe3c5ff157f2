import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { definition } from '$lib/indicators/id-02';
import { residentsOf, type ResidentRow } from '$lib/measure/resident-population';
import { parseBy } from '$lib/measure/view';
import { loadTables, numberOf, rowOf, see, type Tables } from './loaded';

const row = (
  sex: ResidentRow['sex'],
  from: number,
  to: number,
  people: number,
  reference: ResidentRow['reference'] = 'midyear',
): ResidentRow => ({ area: 'XX', year: 2024, sex, from, to, people, reference });
const children = { area: 'XX', sex: 'total', from: 0, to: 17 } as const;
const people = (rows: ResidentRow[], cell: Parameters<typeof residentsOf>[2] = children) =>
  residentsOf(rows, 2024, cell, 'midyear')?.people ?? null;

describe('the population under a rate', () => {
  it('takes the total of the sexes, else girls and boys', () => {
    expect(people([row('total', 0, 17, 50), row('female', 0, 17, 20)])).toBe(50);
    expect(people([row('male', 0, 17, 30), row('female', 0, 17, 20)])).toBe(50);
    expect(people([row('female', 0, 17, 20)])).toBeNull();
  });
  it('takes one row of 0–17 before bands that fill it, and fills it exactly or not at all', () => {
    const bands = [row('total', 0, 8, 5), row('total', 9, 17, 6)];
    expect(people([...bands, row('total', 0, 17, 50)])).toBe(50);
    expect(people(bands)).toBe(11);
    expect(people([row('total', 0, 8, 5), row('total', 10, 17, 6)])).toBeNull();
    expect(people([row('total', 0, 19, 5)])).toBeNull();
    expect(people([...bands, row('total', 8, 17, 9)])).toBe(11);
  });
  it('does not choose between rows that contradict each other', () => {
    expect(people([row('total', 0, 17, 50), row('total', 0, 17, 51)])).toBeNull();
    expect(people([row('total', 0, 17, 50), row('total', 0, 17, 50)])).toBe(50);
  });
  it('takes the wanted reference point, else the other, never one for each sex', () => {
    const rows = [row('total', 0, 17, 40, 'jan1'), row('total', 0, 17, 50)];
    expect(residentsOf(rows, 2024, children, 'jan1')).toEqual({ people: 40, asWanted: true });
    expect(residentsOf([rows[1]!], 2024, children, 'jan1')).toEqual({
      people: 50,
      asWanted: false,
    });
    expect(people([row('female', 0, 17, 20), row('male', 0, 17, 20, 'jan1')])).toBeNull();
  });
  it('counts all ages only where the rows reach the oldest', () => {
    const all = { ...children, to: null };
    expect(people([row('total', 0, 17, 50), row('total', 18, 120, 70)], all)).toBe(120);
    expect(people([row('total', 0, 17, 50)], all)).toBeNull();
    expect(people([], all)).toBeNull();
  });
});

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const tables = definition.example.tables;
const withMeta = (change: Record<string, string>): Tables => ({
  ...tables,
  meta: [{ ...tables.meta![0]!, ...change }],
});

describe('ID-02', () => {
  it('splits by sex and by the age bands of rates', async () => {
    const source = await loadTables(tables, engine);
    const released = await see(source, 'ID-02', { by: parseBy('gender,age_band') });
    const rate = (by: Record<string, string>) => rowOf(released, 'rate_per_100000', by);
    expect(numberOf(rate({ gender: 'female' })?.value)).toBeCloseTo((8 / 90_000) * 1e5, 6);
    expect(numberOf(rate({ gender: 'nonbinary' })?.numerator)).toBe(1);
    expect(rate({ gender: 'nonbinary' })?.value).toEqual({
      is: 'missing',
      why: 'no denominator',
    });
    expect(numberOf(rate({ age_band: '0_11' })?.value)).toBeCloseTo((3 / 130_000) * 1e5, 6);
    expect(rate({ age_band: '0_8' })).toBeUndefined();
    // Twelve to fourteen alone cannot be told from a row of twelve to seventeen.
    expect(rate({ age_band: '12_14' })?.status).toBe('undefined');
  });

  it('divides by what the filters leave', async () => {
    const source = await loadTables(tables, engine);
    const boys = await see(source, 'ID-02', { where: { gender: ['male'] } });
    expect(numberOf(rowOf(boys, 'rate_per_100000')?.denominator)).toBe(110_000);
    const young = await see(source, 'ID-02', { where: { age_band: ['0_8', '9_11'] } });
    expect(rowOf(young, 'rate_per_100000')?.status).toBe('undefined');
  });

  it('has no rate for part of a year, nor for a country that is not named', async () => {
    const source = await loadTables(tables, engine);
    const quarters = await see(source, 'ID-02', { period: { kind: 'quarter' } });
    expect(
      quarters.rows.filter((one) => one.value.is === 'value' && one.statistic === 'S-R'),
    ).toEqual([]);
    const half = await loadTables(withMeta({ period_end: '2025-10' }), engine);
    expect(rowOf(await see(half, 'ID-02'), 'rate_per_100000')?.status).toBe('undefined');
    const elsewhere = await loadTables(withMeta({ country: 'YY' }), engine);
    expect(rowOf(await see(elsewhere, 'ID-02'), 'rate_per_100000')?.status).toBe('undefined');
  });

  it('sums the populations of several years, and needs them all', async () => {
    const years = withMeta({ period_start: '2024-01' });
    const both = {
      ...years,
      population: tables.population!.flatMap((one) => [
        one,
        { ...one, pop_key: `${one.pop_key} b`, year: '2024' },
      ]),
    };
    const source = await loadTables(both, engine);
    const released = await see(source, 'ID-02');
    expect(numberOf(rowOf(released, 'rate_per_100000')?.denominator)).toBe(400_000);
    const lacking = await loadTables(years, engine);
    expect(rowOf(await see(lacking, 'ID-02'), 'rate_per_100000')?.status).toBe('undefined');
  });

  it('is withheld wherever the number of ID-01 is, and shown wherever it is shown', async () => {
    const cases = Array.from({ length: 60 }, (_, i) => ({
      ...tables.cases![0]!,
      case_key: `c${i}`,
      child_key: `c${i}`,
      gender: i < 20 ? 'female' : i < 23 ? 'nonbinary' : 'male',
      age_at_detection: i % 5 ? '16' : '7',
    }));
    const source = await loadTables({ ...tables, cases }, engine);
    const view = { mode: 'release', by: parseBy('gender') } as const;
    const [count, rate] = [await see(source, 'ID-01', view), await see(source, 'ID-02', view)];
    for (const gender of ['female', 'male', 'nonbinary'])
      expect(rowOf(rate, 'rate_per_100000', { gender })?.numerator).toEqual(
        rowOf(count, 'count', { gender })?.value,
      );
    expect(rowOf(rate, 'rate_per_100000', { gender: 'nonbinary' })?.value.is).toBe('withheld');
    expect(rowOf(rate, 'rate_per_100000')?.value.is).toBe('value');
  });
});
