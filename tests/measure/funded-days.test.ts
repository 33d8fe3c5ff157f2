import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { definition } from '$lib/indicators/fc-01';
import { loadTables, numberOf, rowOf, see } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const january = { period: { kind: 'all', from: '2025-01', to: '2025-01' } } as const;
const grant = (key: string, start: string, end: string, change: Record<string, string> = {}) => ({
  grant_key: key,
  programme_key: 'a',
  currency: 'EUR',
  amount_committed: '100',
  start_date: start,
  end_date: end,
  first_payment_date: '',
  covers_direct_services: 'yes',
  ...change,
});

describe('FC-01 by cash, where a first payment is not recorded', () => {
  it('shows the days if the grant paid from its start and if it never paid', async () => {
    const funding = [
      grant('1', '2025-01-01', '2025-01-10', { first_payment_date: '2025-01-03' }),
      grant('2', '2025-01-11', '2025-01-31'),
    ];
    const source = await loadTables({ meta: definition.example.tables.meta!, funding }, engine);
    const cash = await see(source, 'FC-01', { ...january, options: { gap: 'cash' } });
    const days = (measure: string) => numberOf(rowOf(cash, measure)?.value);
    expect(days('days')).toBe(2);
    expect(days('days_if_unknown_yes')).toBe(2);
    expect(days('days_if_unknown_no')).toBe(23);
    expect(numberOf(rowOf(cash, 'days')?.unknown)).toBe(1);
    const contract = await see(source, 'FC-01', january);
    expect(numberOf(rowOf(contract, 'days')?.value)).toBe(0);
    expect(rowOf(contract, 'days_if_unknown_no')).toBeUndefined();
  });
});
