import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { definition } from '$lib/indicators/fc-02';
import { parseBy } from '$lib/measure/view';
import { loadTables, numberOf, rowOf, see } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const year = { period: { kind: 'all', from: '2025-01', to: '2025-12' } } as const;
const grant = (key: string, change: Record<string, string> = {}) => ({
  grant_key: key,
  programme_key: 'a',
  donor_type: 'government',
  currency: 'EUR',
  amount_committed: '100',
  modality: 'project',
  earmarking: '',
  start_date: '2025-01-01',
  end_date: '2025-12-31',
  ...change,
});
const load = (...funding: Record<string, string>[]) =>
  loadTables({ meta: definition.example.tables.meta!, funding }, engine);

describe('FC-02', () => {
  it('gives bounds for money of unknown kind, and only bounds above three tenths', async () => {
    const few = await load(
      grant('1', { modality: 'core' }),
      grant('2'),
      grant('3', { modality: '', amount_committed: '50' }),
    );
    const released = await see(few, 'FC-02', year);
    const share = (measure: string) => rowOf(released, measure, { currency: 'EUR' });
    expect(numberOf(share('share')?.value)).toBe(0.5);
    expect(numberOf(share('share')?.unknown)).toBe(50);
    expect(numberOf(share('share_if_unknown_no')?.value)).toBe(0.4);
    expect(numberOf(share('share_if_unknown_yes')?.value)).toBe(0.6);
    const many = await load(grant('1', { modality: 'core' }), grant('3', { modality: '' }));
    const hidden = rowOf(await see(many, 'FC-02', year), 'share', { currency: 'EUR' });
    expect([hidden?.status, hidden?.value.is]).toEqual(['bounds_only', 'missing']);
  });

  it('spreads a grant over its own days and takes those inside the period', async () => {
    const source = await load(
      grant('1', {
        modality: 'core',
        start_date: '2024-12-22',
        end_date: '2025-01-10',
        amount_committed: '200',
      }),
      grant('2', { start_date: '2025-12-31', end_date: '2026-01-01', amount_committed: '8' }),
    );
    const row = rowOf(await see(source, 'FC-02', year), 'share', { currency: 'EUR' });
    expect([row?.numerator, row?.denominator].map((cell) => numberOf(cell))).toEqual([100, 104]);
  });

  it('counts months without core money, gaps included, and unknown months apart', async () => {
    const source = await load(
      grant('1', { modality: 'core', start_date: '2025-02-28', end_date: '2025-03-01' }),
      grant('2', { modality: '', start_date: '2025-05-01', end_date: '2025-05-31' }),
      grant('3', { programme_key: '', modality: 'core' }),
    );
    const row = rowOf(await see(source, 'FC-02', year), 'months_share');
    expect([row?.numerator, row?.denominator, row?.unknown].map((cell) => numberOf(cell))).toEqual([
      2, 3, 1,
    ]);
  });

  it('leaves out a kind that was not asked or does not apply', async () => {
    const source = await load(
      grant('1', { modality: 'core' }),
      grant('2', { modality: 'not_asked', donor_type: 'not_asked' }),
      grant('3', { modality: 'na', programme_key: 'b' }),
    );
    const released = await see(source, 'FC-02', { ...year, by: parseBy('donor_type') });
    const money = rowOf(released, 'share', { currency: 'EUR' });
    expect([money?.denominator, money?.n].map((cell) => numberOf(cell))).toEqual([100, 100]);
    expect(numberOf(rowOf(released, 'months_share')?.denominator)).toBe(12);
    const apart = { currency: 'EUR', donor_type: 'not_asked' };
    expect(rowOf(released, 'share', apart)?.status).toBe('undefined');
  });

  it('takes a core grant of nothing as no money, and of an amount not recorded as unknown', async () => {
    const source = await load(
      grant('1', { modality: 'core', end_date: '2025-01-31', amount_committed: '0' }),
      grant('2', { modality: 'core', start_date: '2025-02-01', end_date: '2025-02-28', amount_committed: '' }), // prettier-ignore
      grant('3', { start_date: '2025-03-01' }),
      grant('4', { modality: 'core', start_date: '2025-12-01' }),
    );
    const row = rowOf(await see(source, 'FC-02', year), 'months_share');
    expect([row?.numerator, row?.denominator, row?.unknown].map((cell) => numberOf(cell))).toEqual([
      1, 11, 1,
    ]);
  });

  it('never adds currencies up, and gives a row once', async () => {
    const source = await load(grant('1', { modality: 'core' }), grant('2', { currency: 'NOK' }));
    const released = await see(source, 'FC-02', { ...year, by: parseBy('currency,donor_type') });
    const money = released.rows.filter((row) => row.measure === 'share');
    expect(money.every((row) => row.by.currency !== undefined)).toBe(true);
    expect(new Set(money.map((row) => JSON.stringify(Object.entries(row.by).sort()))).size).toBe(
      money.length,
    );
    expect(numberOf(rowOf(released, 'share', { currency: 'NOK' })?.value)).toBe(0);
    expect(
      numberOf(rowOf(released, 'share', { currency: 'EUR', donor_type: 'government' })?.value),
    ).toBe(1);
  });

  it('takes earmarking instead where asked to', async () => {
    const source = await load(grant('1', { earmarking: '2' }), grant('2', { earmarking: '4' }));
    const released = await see(source, 'FC-02', { ...year, options: { steady: 'earmarking' } });
    expect(numberOf(rowOf(released, 'share', { currency: 'EUR' })?.value)).toBe(0.5);
  });

  it('has no share without money, and leaves as it is in Release view', async () => {
    const source = await load(grant('1', { end_date: '' }), grant('2', { end_date: '2024-01-01' }));
    const released = await see(source, 'FC-02', { ...year, mode: 'release' });
    expect(rowOf(released, 'share', { currency: 'EUR' })?.status).toBe('undefined');
    expect(rowOf(released, 'months_share')?.status).toBe('undefined');
    const open = rowOf(released, 'open_count');
    expect(numberOf(open?.value)).toBe(1);
    expect(open?.marks).toContain('invalid rows left out');
  });
});
