import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { nativeEngine } from '$lib/engine/native';
import { parseBy } from '$lib/measure/view';
import type { FigureSource } from '$lib/measure/figure';
import { differencesOf, isOfNobody, rowsUnread } from './differences-of';
import { loadTables, numberOf, rowOf, see } from './loaded';
import { randomTables, type RandomChoice } from './random-tables';
import { daysWithoutMoney } from './plain-reading/funding';
import { readings, readOnce } from './plain-reading/list';
import { breakdowns, periodsOf } from './plain-reading/populations';

const rounds = process.env.SOAK ? 60 : 6;
const choices: RandomChoice[] = Array.from({ length: rounds }, (_, i) => ({
  seed: 4100 + i,
  dateMode: i % 2 === 0 ? 'exact' : 'offset',
  linkage: i % 5 === 4 ? 'none' : 'across_orgs',
}));

/** Ways of splitting an indicator that is not split by all. */
const inside: Record<string, string[]> = {
  'ID-03': ['', 'age_band', 'main_form', 'age_band*main_form'],
  'ID-08': ['', 'gender'],
  'ID-12': ['', 'gender', 'age_band', 'gender*age_band'],
  'ID-04': ['', 'gender', 'main_form', 'gender*main_form'],
};

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

describe.each(choices)('data set $seed, $dateMode, $linkage', (choice) => {
  const tables = randomTables(choice);
  let source: FigureSource;
  beforeAll(async () => {
    source = await loadTables(tables, engine);
  });

  it.each(readings)('%s %j', async (id, options, reading) => {
    const differences: string[] = [];
    const once = new Set(readOnce[id]);
    for (const kind of ['all', 'year'] as const)
      for (const breakdown of inside[id] ?? breakdowns) {
        const by = breakdown ? parseBy(breakdown) : [];
        const released = await see(source, id, { options, by, period: { kind } });
        const plain = periodsOf(kind, '2023-01', '2024-12').flatMap((months) => [
          ...reading(tables, months, breakdown),
          ...(breakdown ? reading(tables, months, '') : []),
        ]);
        const rows = released.rows.filter(
          (row) => !once.has(row.measure) && !isOfNobody(row, released, breakdown),
        );
        differences.push(
          ...plain.flatMap((row) => differencesOf(row, released)),
          ...plain
            .filter(({ measure }) => once.has(measure))
            .map(({ measure }) => `${measure} is read twice`),
          ...rowsUnread(plain, { ...released, rows }),
        );
      }
    expect([...new Set(differences)]).toEqual([]);
  });

  it.each(['contract', 'cash'] as const)('FC-01 %s', async (gap) => {
    const differences: string[] = [];
    for (const kind of ['all', 'year'] as const)
      for (const split of [false, true]) {
        const by = split ? parseBy('programme') : [];
        const released = await see(source, 'FC-01', { options: { gap }, by, period: { kind } });
        const periods =
          kind === 'all'
            ? [{ id: '2023-04..2025-03', first: '2023-04', last: '2025-03' }]
            : periodsOf(kind, '2023-01', '2024-12');
        for (const months of periods)
          for (const plain of daysWithoutMoney(tables, months, split, gap))
            differences.push(...differencesOf(plain, released));
      }
    expect(differences).toEqual([]);
  });
});

describe('a child without a recorded end of follow-up', () => {
  it.each([
    ['services', { service_key: 's', service_type: 'health', started_offset_d: '40' }],
    ['testimony', { event_key: 't', event_type: 'police_interview', held_offset_d: '40' }],
  ])('is followed to its latest row, here in %s', async (table, row) => {
    const file = {
      case_key: 'f',
      index_month: '2024-03',
      victim_status: 'identified',
      age_at_detection: '15',
      org_type: 'police',
      detected_offset_h: '0',
    };
    const other = { referral_key: 'r', case_key: 'f', purpose: 'health', referred_offset_h: '5' };
    const source = await loadTables(
      { cases: [file], referrals: [other], [table]: [{ case_key: 'f', ...row }] },
      engine,
    );
    const released = await see(source, 'RF-02');
    expect(numberOf(rowOf(released, 'waiting_30d')?.value)).toBe(1);
    expect(numberOf(rowOf(released, 'waiting_60d')?.value)).toBe(0);
  });
});

describe('the browser engine and the native engine', () => {
  it.each(choices.slice(0, 2))('agree row for row on data set $seed', async (choice) => {
    const tables = randomTables(choice);
    const native = await nativeEngine();
    try {
      const [one, other] = [await loadTables(tables, engine), await loadTables(tables, native)];
      for (const [id, options] of readings) {
        const view = {
          options,
          by: parseBy('gender*main_form'),
          period: { kind: 'year' } as const,
        };
        expect((await see(one, id, view)).rows).toEqual((await see(other, id, view)).rows);
      }
    } finally {
      await native.close();
    }
  });
});
