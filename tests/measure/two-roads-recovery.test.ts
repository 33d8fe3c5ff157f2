import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import type { FigureSource } from '$lib/measure/figure';
import { compareRoads } from './compare-roads';
import { loadTables } from './loaded';
import { randomRecoveryTables } from './random-recovery';
import type { RandomChoice } from './random-tables';
import { readOnce, recoveryReadings } from './plain-reading/list-recovery';

const rounds = process.env.SOAK ? 60 : 6;
const choices: RandomChoice[] = Array.from({ length: rounds }, (_, i) => ({
  seed: 6100 + i,
  dateMode: i % 2 === 0 ? 'exact' : 'offset',
  linkage: i % 5 === 4 ? 'none' : 'across_orgs',
  // Half of them large enough for values to pass their gates.
  ...(i % 6 < 3 ? { children: 200 } : {}),
}));

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

describe.each(choices)('data set $seed, $dateMode, $linkage', (choice) => {
  const tables = randomRecoveryTables(choice);
  let source: FigureSource;
  beforeAll(async () => {
    source = await loadTables(tables, engine);
  });

  it.each(recoveryReadings)('$id $options', async (reading) => {
    expect(await compareRoads(source, tables, reading, readOnce)).toEqual([]);
  });
});
