import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { parseBy } from '$lib/measure/view';
import { loadTables, numberOf, rowOf, see } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const file = (i: number, change: Record<string, string | undefined> = {}) => ({
  case_key: `${i}`,
  index_month: '2024-01',
  victim_status: 'identified',
  age_at_detection: '15',
  gender: i % 2 ? 'male' : 'female',
  detected_offset_h: '0',
  followup_end_offset_d: '800',
  ...change,
});
const known = (row: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).filter((one): one is [string, string] => one[1] !== undefined),
  );
const files = (
  count: number,
  change: (i: number) => Record<string, string | undefined> = () => ({}),
) => Array.from({ length: count }, (_, i) => known(file(i, change(i))));
const opened = (i: number, day: string, type = 'criminal') => ({
  proceeding_key: `p${i}`,
  case_key: `${i}`,
  proceeding_type: type,
  opened_offset_d: day,
});
const told = (i: number, ...days: string[]) =>
  days.map((day, at) => ({
    event_key: `t${i} ${at}`,
    case_key: `${i}`,
    event_type: 'police',
    held_offset_d: day,
  }));
const twelve = Array.from({ length: 12 }, (_, i) => i);

describe('VW-01', () => {
  it('weighs later statements by the children still followed', async () => {
    // Two of twelve are followed to day 99 alone; of the ten others one speaks on day 150.
    const source = await loadTables(
      {
        cases: files(12, (i) => (i < 2 ? { followup_end_offset_d: '98' } : {})),
        proceedings: twelve.map((i) => opened(i, '0')),
        testimony: [...told(0, '10'), ...told(2, '10', '150')],
      },
      engine,
    );
    const row = rowOf(await see(source, 'VW-01'), 'mean_cumulative_count_6m');
    expect(numberOf(row?.value)).toBeCloseTo(2 / 12 + 1 / 10, 9);
  });

  it('lets death end the count for good, and turning 18 not', async () => {
    const source = await loadTables(
      {
        cases: files(12, (i) =>
          i < 2
            ? { case_open: 'no', closure_reason: 'deceased', closed_offset_d: '98' }
            : { turned_18_offset_d: '120' },
        ),
        proceedings: twelve.map((i) => opened(i, '0')),
        testimony: [...told(0, '10'), ...told(2, '10', '150')],
      },
      engine,
    );
    const row = rowOf(await see(source, 'VW-01'), 'mean_cumulative_count_6m');
    expect(numberOf(row?.value)).toBeCloseTo(3 / 12, 9);
  });

  it('starts at the first statement where the proceeding opened later, or none did', async () => {
    const source = await loadTables(
      {
        cases: files(12),
        proceedings: twelve.slice(0, 6).map((i) => opened(i, '500')),
        testimony: twelve.flatMap((i) => told(i, '20', '700')),
      },
      engine,
    );
    const released = await see(source, 'VW-01');
    expect(numberOf(rowOf(released, 'mean_cumulative_count_6m')?.value)).toBe(1);
    expect(numberOf(rowOf(released, 'mean_cumulative_count_24m')?.value)).toBe(2);
    expect(rowOf(released, 'mean_cumulative_count_24m')?.value).toMatchObject({ low: 2, high: 2 });
  });

  it('runs without proceedings, in its reduced form', async () => {
    const source = await loadTables(
      { cases: files(12), testimony: twelve.flatMap((i) => told(i, '20')) },
      engine,
    );
    const released = await see(source, 'VW-01');
    expect(released.unavailable).toBeUndefined();
    expect(released.notes.map(({ en }) => en).join()).toContain('Reduced form');
    expect(numberOf(rowOf(released, 'mean_cumulative_count_6m')?.value)).toBe(1);
  });

  it('counts a child without any date as not timed, and its statements in the shares', async () => {
    const source = await loadTables(
      {
        cases: files(12),
        proceedings: [...twelve.map((i) => opened(i, i < 2 ? '' : '5'))],
        testimony: [...told(0, '', ''), ...told(2, '6')],
      },
      engine,
    );
    const released = await see(source, 'VW-01');
    expect(numberOf(rowOf(released, 'not_timed_count')?.value)).toBe(2);
    const row = rowOf(released, 'mean_cumulative_count_6m');
    expect([row?.denominator, row?.n, row?.unknown].map((cell) => numberOf(cell!))).toEqual([
      10, 12, 2,
    ]);
    expect(numberOf(rowOf(released, 'more_than_one_share')?.numerator)).toBe(1);
  });

  it('asks for ten at risk, and for follow-up that reaches the time', async () => {
    const source = await loadTables(
      {
        cases: files(12, (i) => ({ followup_end_offset_d: i < 4 ? '90' : '400' })),
        proceedings: twelve.map((i) => opened(i, '0')),
        testimony: told(5, '10'),
      },
      engine,
    );
    const released = await see(source, 'VW-01');
    expect(rowOf(released, 'mean_cumulative_count_6m')?.status).toBe('too_few');
    expect(rowOf(released, 'mean_cumulative_count_24m')?.status).toBe('beyond_follow_up');
    const none = await see(source, 'VW-01', { where: { gender: ['nonbinary'] } });
    expect(rowOf(none, 'mean_cumulative_count_6m')?.status).toBe('undefined');
  });

  it('leaves out proceedings that are not criminal', async () => {
    const source = await loadTables(
      {
        cases: files(12),
        proceedings: twelve.map((i) => opened(i, '0', i < 3 ? 'civil' : 'criminal')),
        testimony: told(5, '10'),
      },
      engine,
    );
    const row = rowOf(await see(source, 'VW-01'), 'mean_cumulative_count_6m');
    expect(numberOf(row?.denominator)).toBe(9);
  });

  it('gives the same limits each time, and none above five hundred children', async () => {
    const load = (count: number) =>
      loadTables(
        {
          cases: files(count),
          proceedings: files(count).map((_, i) => opened(i, '0')),
          testimony: files(count).flatMap((_, i) => (i % 3 ? told(i, '10', `${20 + i}`) : [])),
        },
        engine,
      );
    const few = await load(40);
    const limits = async () =>
      rowOf(await see(few, 'VW-01'), 'mean_cumulative_count_6m')?.value as { low?: number };
    const first = await limits();
    expect(first.low).toBeGreaterThan(0.5);
    expect(await limits()).toEqual(first);
    const many = rowOf(await see(await load(501), 'VW-01'), 'mean_cumulative_count_6m')?.value;
    expect(many).toMatchObject({ is: 'value' });
    expect(many).not.toHaveProperty('low');
  });

  it('rests in Release view on children with a first statement, in tenths', async () => {
    const load = (late: number) =>
      loadTables(
        {
          cases: files(60),
          proceedings: files(60).map((_, i) => opened(i, '0')),
          testimony: files(60).flatMap((_, i) =>
            i < 34 ? told(i, '10', '200') : i < 34 + late ? told(i, '300') : [],
          ),
        },
        engine,
      );
    const view = { mode: 'release', by: parseBy('gender') } as const;
    const released = await see(await load(0), 'VW-01', view);
    const six = rowOf(released, 'mean_cumulative_count_6m');
    expect(six?.value).toEqual({ is: 'value', value: 0.6 });
    expect(six?.numerator.is).toBe('missing');
    // Three more children first speak between two readings: not both can be shown.
    const three = await see(await load(3), 'VW-01', view);
    expect(
      [6, 12].map((month) => rowOf(three, `mean_cumulative_count_${month}m`)?.value.is),
    ).toContain('withheld');
  });
});
