import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { catalogue } from '$lib/indicators/catalogue';
import { loadTables, numberOf, rowOf, see } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

describe('every definition gives the answer of its own worked example', () => {
  it.each(catalogue.map((indicator) => [indicator.id, indicator] as const))(
    '%s',
    async (id, indicator) => {
      const { tables, answer, options } = indicator.example;
      const source = await loadTables(tables, engine);
      const released = await see(source, id, {
        options: options ?? {},
        period: {
          kind: 'all',
          ...(indicator.unit === 'programme' ? { from: '2025-01', to: '2025-12' } : {}),
        },
      });
      expect(answer.length).toBeGreaterThan(0);
      for (const expected of answer) {
        const row = rowOf(released, expected.measure, expected.by);
        expect(row, `${expected.measure} ${JSON.stringify(expected.by ?? {})}`).toBeDefined();
        if (expected.value === null) expect(numberOf(row?.value)).toBeNull();
        else expect(numberOf(row?.value)).toBeCloseTo(expected.value, 3);
        if (expected.numerator !== undefined)
          expect(numberOf(row?.numerator)).toBe(expected.numerator);
        if (expected.denominator !== undefined)
          expect(numberOf(row?.denominator)).toBeCloseTo(expected.denominator, 2);
        if (expected.status) expect(row?.status).toBe(expected.status);
      }
    },
  );
});
