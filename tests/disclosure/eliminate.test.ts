import { expect, test } from 'vitest';
import { caseOf, truthOf } from '$lib/disclosure/case';
import { eliminate } from '$lib/disclosure/eliminate';
import { sensitiveCells } from '$lib/disclosure/primary';
import { protect } from '$lib/disclosure/protect';
import { buildSystem } from '$lib/disclosure/system';
import { twoWay } from '../fixtures/disclosure/published-tables';
import { sequence } from './attacker';

// Above 1 no bound alone tells a figure: what can be computed is a sum of shown figures.
test('no sensitive figure of an elimination can be computed, and large ones stay', async () => {
  for (let seed = 1; seed <= 12; seed++) {
    const draw = sequence(seed);
    const rows = ['u', 'v', 'w', 'x', 'y'].map((row) => [
      row,
      [1, 2, 3, 4].map(() => 2 + Math.floor(draw() ** 2 * 60)),
    ]);
    const inner = Object.fromEntries(rows) as Record<string, number[]>;
    const table = twoWay(['a', 'b', 'c', 'd'], inner, { threshold: 5 });
    const system = buildSystem(table);
    const sensitive = sensitiveCells(table, system);
    const given = caseOf(table, system, await truthOf(system), new Uint8Array(sensitive.length));
    const withheld = eliminate(given, sensitive);
    const named = (chosen: Uint8Array) =>
      system.cells.flatMap(({ names }, cell) => (chosen[cell] ? [names[0]!.key] : []));
    const primary = named(sensitive);
    const { audit } = await protect({ ...table, primary, suppressed: named(withheld) });
    expect(audit.exact, `seed ${seed}`).toBe(0);
    const shown = system.cells.length - named(withheld).length;
    expect(shown, `seed ${seed}`).toBeGreaterThan(system.cells.length / 3);
    expect(withheld[system.cellOf(0, ['Total', 'Total'])]).toBe(0);
  }
});
