import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import type { FigureSource } from '$lib/measure/figure';
import { parseBy } from '$lib/measure/view';
import { differencesOf, rowsUnread } from './differences-of';
import { loadTables, see } from './loaded';
import { randomRecoveryTables } from './random-recovery';
import type { RandomChoice } from './random-tables';
import { readOnce, recoveryReadings } from './plain-reading/list-recovery';
import { periodsOf } from './plain-reading/populations';

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

  it.each(recoveryReadings)('$id $options', async ({ id, options, splits, read }) => {
    const differences: string[] = [];
    for (const kind of ['all', 'year'] as const)
      for (const split of splits) {
        const by = split ? parseBy(split) : [];
        const released = await see(source, id, { options, by, period: { kind } });
        const plain = periodsOf(kind, '2023-01', '2024-12').flatMap((months) => [
          ...read(tables, months, split),
          ...(split ? read(tables, months, '') : []),
        ]);
        for (const row of plain) differences.push(...differencesOf(row, released));
        const rows = released.rows.filter(
          ({ measure }) => !readOnce.includes(measure.replace(/_if_unknown_(no|yes)$/, '')),
        );
        differences.push(...rowsUnread(plain, { ...released, rows }));
      }
    expect([...new Set(differences)]).toEqual([]);
  });
});
