import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { indicatorOf } from '$lib/indicators/catalogue';
import { hasColumn } from '$lib/measure/availability';
import { figure, type FigureSource } from '$lib/measure/figure';
import { slicesOf } from '$lib/measure/period';
import { Cubes } from '$lib/measure/cubes';
import type { Request } from '$lib/measure/request';
import { eventAlone, riskTableOf } from '$lib/measure/risk-table-of';
import { timeRows } from '$lib/measure/time-rows';
import { defaultView } from '$lib/measure/view';
import type { Indicator } from '$lib/schema/indicator';
import { join, sql } from '$lib/schema/sql';
import { ajEstimate } from '$lib/statistics/aj-estimate';
import { ajFromRiskTable } from '$lib/statistics/aj-from-risk-table';
import { kmEstimate } from '$lib/statistics/km-estimate';
import { kmFromRiskTable } from '$lib/statistics/km-from-risk-table';
import { below, randomFrom, uniform, type RandomGenerator } from '$lib/statistics/random';
import { loadTables, numberOf, rowOf } from './loaded';

const rounds = process.env.SOAK ? 200 : 20;
const most = 60;

/** One child as the rows of a definition tell it, in hours since T0. */
interface Wait {
  readonly origin: number;
  readonly event: number | null;
  readonly other: number | null;
  readonly until: number;
  readonly entry: number | null;
  readonly unknown: boolean;
}

const none = { event: null, other: null, entry: null, unknown: false } as const;

/**
 * Children on a coarse grid of hours (or whole days), so that every kind of tie is common. In two
 * `waves` the first children have all had the event before the others come under observation.
 */
function waits(random: RandomGenerator, step: number, waves: boolean): Wait[] {
  const late = uniform(random) < 0.5;
  const moment = (most: number) => step * below(random, most);
  return Array.from({ length: 12 + below(random, most - 12) }, (_, i) => {
    const origin = moment(5) - 2 * step;
    const often = (share: number) => uniform(random) < share;
    const at = (steps: number) => origin + step * steps;
    if (waves && i < 4) return { ...none, origin, event: at(i), until: at(5) };
    if (waves)
      return {
        ...none,
        origin,
        entry: at(8 + below(random, 3)),
        event: often(0.5) ? at(12 + below(random, 20)) : null,
        other: often(0.2) ? at(12 + below(random, 20)) : null,
        until: at(20 + below(random, 30)),
      };
    return {
      origin,
      event: often(0.6) ? origin + moment(30) : null,
      other: often(0.3) ? moment(30) - 2 * step : null,
      until: moment(40),
      entry: late && often(0.5) ? moment(20) - 2 * step : null,
      unknown: often(0.05),
    };
  });
}

/** The plain reading: exit, cause and entry of each child on its own clock. */
function plain(all: readonly Wait[]) {
  const timed = all
    .filter(({ unknown }) => !unknown)
    .map(({ origin, event, other, until, entry }) => {
      const end = Math.max(0, until - origin);
      const start = Math.max(0, (entry ?? origin) - origin);
      const otherAt = other === null ? Infinity : other - origin;
      const first = Math.min(otherAt, end);
      if (event !== null && event - origin <= first)
        return { time: event - origin, cause: 1, entry: start };
      return otherAt <= end
        ? { time: Math.max(0, otherAt), cause: 2, entry: start }
        : { time: end, cause: 0, entry: start };
    });
  return {
    time: timed.map(({ time }) => time),
    cause: timed.map(({ cause }) => cause),
    entry: timed.map(({ entry }) => entry),
  };
}

const label = { en: '', nb: '' };

/** A definition whose rows are the children themselves. */
function definitionOf(all: readonly Wait[], times: readonly number[], days: boolean): Indicator {
  const rows = all.map(
    ({ origin, event, other, until, entry, unknown }, i) =>
      sql`(${i + 1}, ${origin}, ${event}, ${other}, ${until}, ${entry}, ${unknown ? 'unknown' : null})`,
  );
  return {
    ...indicatorOf('RF-02')!,
    caveats: [],
    options: [],
    needs: [],
    statistic: {
      kind: 'time',
      code: 'S-KM',
      of: ['wait'],
      clock: days ? 'days' : 'hours',
      columns: ['origin_h', 'entry_h', 'other_h', 'until_h'],
    },
    measures: [
      ...times.map(
        (hours) =>
          ({ id: `cif_${hours}h`, unit: 'share', reads: 'cif', atHours: hours, label }) as const,
      ),
      { id: 'median_hours', unit: 'hours', reads: 'median', label },
    ],
    rows: () => sql`
      SELECT child, 'wait' AS of, origin_h::DOUBLE AS origin_h, event_h::DOUBLE AS event_h, other_h::DOUBLE AS other_h,
        until_h::DOUBLE AS until_h, entry_h::DOUBLE AS entry_h, problem::VARCHAR AS problem, NULL::BOOLEAN AS ever
      FROM (VALUES ${join(rows)}) AS given(child, origin_h, event_h, other_h, until_h, entry_h, problem)`,
  };
}

let engine: Engine;
let source: FigureSource;
beforeAll(async () => {
  engine = await nodeWasmEngine();
  const cases = Array.from({ length: most }, (_, i) => ({
    case_key: `${i}`,
    index_month: '2025-03',
    victim_status: 'presumed',
    age_at_detection: '12',
    detected_offset_h: '0',
    followup_end_offset_d: '2000',
  }));
  source = await loadTables({ cases }, engine);
});
afterAll(() => engine.close());

/** The same numbers to rounding of the last digits, nulls and words included. */
function expectSame(got: unknown, wanted: unknown, where: string): void {
  if (typeof got === 'number' && typeof wanted === 'number') {
    const apart = Math.abs(got - wanted);
    expect(apart, `${where}: ${got} and ${wanted}`).toBeLessThan(1e-9 * Math.max(1, wanted));
  } else if (Array.isArray(got) && Array.isArray(wanted)) {
    expect(got.length, where).toBe(wanted.length);
    got.forEach((one, i) => expectSame(one, wanted[i], `${where}.${i}`));
  } else if (got && wanted && typeof got === 'object' && typeof wanted === 'object')
    for (const [key, one] of Object.entries(got))
      expectSame(one, (wanted as Record<string, unknown>)[key], `${where}.${key}`);
  else expect(got, where).toBe(wanted);
}

describe('curves from counts of SQL equal curves from one row a child', () => {
  let shown = 0;
  let restarted = 0;
  it.each(Array.from({ length: rounds }, (_, i) => i))('data set %i', async (round) => {
    const days = round % 3 === 2;
    const step = days ? 24 : round % 3 ? 0.25 : 1;
    const random = randomFrom(7000 + round);
    const all = waits(random, step, round % 4 === 3);
    const times = [0, 3, 6, 12, 24, 45].map((steps) => step * steps);
    const indicator = definitionOf(all, times, days);
    const view = { ...defaultView, mode: 'working' } as const;
    const request: Request = {
      cubes: new Cubes(),
      ...source,
      indicator,
      view,
      slices: slicesOf(view.period, source.prepared.covered),
      choice: { options: {}, has: hasColumn(source.facts), extractMonth: null },
    };
    const { groups } = await timeRows(request, []);
    const timed = riskTableOf(groups[0]!);
    const children = plain(all);
    const late = children.entry.map((entry, i) => entry > 0 && entry >= children.time[i]!);
    expect(timed.unknown).toBe(all.filter(({ unknown }) => unknown).length);
    expect(timed.invalid).toBe(late.filter(Boolean).length);

    const wanted = ajEstimate({ ...children, causes: 2, times });
    const got = ajFromRiskTable(timed.table, { n: timed.n, causes: 2, times });
    expect(
      Object.values(wanted.excluded ?? {}).reduce<number>((sum, n) => sum + Number(n), 0),
    ).toBe(timed.invalid);
    expectSame(got, wanted, 'Aalen–Johansen');
    if (got.restart) restarted += 1;

    const status = children.cause.map((cause) => Number(cause === 1));
    const alone = kmEstimate({ ...children, status, times, rmst_tau: [times[3]!] });
    const survival = kmFromRiskTable(eventAlone(timed), {
      n: timed.n,
      times,
      rmstTau: [times[3]!],
    });
    expectSame(survival, alone, 'Kaplan–Meier');

    const released = await figure(source, indicator, view);
    for (const hours of times) {
      const row = rowOf(released, `cif_${hours}h`);
      const happened = children.time.filter(
        (time, i) => children.cause[i] === 1 && !late[i] && time <= hours,
      );
      expect(numberOf(row?.numerator)).toBe(happened.length);
      if (row?.status !== 'ok') continue;
      const begun = wanted.restart && hours >= wanted.restart.time ? wanted.restart.curve : wanted;
      const share = begun.at.find(({ time }) => time === hours)?.cif[0] ?? null;
      expectSame(numberOf(row.value), share, `figure at ${hours} h`);
      shown += 1;
    }
    const median = rowOf(released, 'median_hours');
    if (median?.status === 'ok') expectSame(numberOf(median.value), alone.median, 'median');
  });

  it('with numbers shown, and curves that begin again, among them', () => {
    expect(shown).toBeGreaterThan(rounds);
    expect(restarted).toBeGreaterThan(0);
  });
});
