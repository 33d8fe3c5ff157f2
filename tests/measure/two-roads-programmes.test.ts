import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Released } from '$lib/disclosure/released';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import type { FigureSource } from '$lib/measure/figure';
import { parseBy } from '$lib/measure/view';
import { differencesOf, rowsUnread } from './differences-of';
import { loadTables, see } from './loaded';
import { programmeReadings } from './plain-reading/list-programmes';
import { randomProgrammeTables } from './random-programmes';
import type { RandomChoice } from './random-tables';

const rounds = process.env.SOAK ? 60 : 6;
const choices: RandomChoice[] = Array.from({ length: rounds }, (_, i) => ({
  seed: 4100 + i,
  dateMode: i % 2 === 0 ? 'exact' : 'offset',
  linkage: i % 5 === 4 ? 'none' : 'across_orgs',
  // Half of them large enough for values to pass their gates.
  ...(i % 4 < 2 ? { children: 110 } : {}),
}));

/** Thousands of rows are compared: each is looked up once. */
const placeOf = ({ measure, period, by }: { measure: string; period: string; by: object }) =>
  `${period} ${measure} ${JSON.stringify(Object.entries(by).sort())}`;

/** Every cell of every table is slow to count: two data sets in six, all when soaked. */
const readingsOf = ({ seed }: RandomChoice) =>
  programmeReadings.filter(
    ({ id, options }) =>
      id !== 'DQ-01' || process.env.SOAK || seed % 5 === (options.columns === 'core' ? 2 : 1),
  );

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

describe.each(choices)('data set $seed, $dateMode, $linkage', (choice) => {
  const tables = randomProgrammeTables(choice);
  let source: FigureSource;
  beforeAll(async () => {
    source = await loadTables(tables, engine);
  });

  it.each(readingsOf(choice))('$id $options', async ({ id, options, splits, periods, read }) => {
    const differences: string[] = [];
    for (const kind of ['all', 'year'] as const)
      for (const split of splits) {
        const by = split ? parseBy(split) : [];
        const released = await see(source, id, { options, by, period: { kind } });
        const plain = periods(tables, kind).flatMap((months) => read(tables, months, split));
        const rowsAt = new Map<string, Released['rows'][number][]>();
        for (const row of released.rows)
          rowsAt.set(placeOf(row), [...(rowsAt.get(placeOf(row)) ?? []), row]);
        for (const row of plain)
          differences.push(
            ...differencesOf(row, { ...released, rows: rowsAt.get(placeOf(row)) ?? [] }),
          );
        differences.push(...rowsUnread(plain, released));
      }
    expect([...new Set(differences)]).toEqual([]);
  });
});
