import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { definition } from '$lib/indicators/pq-01';
import { parseBy } from '$lib/measure/view';
import { loadTables, numberOf, rowOf, see } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

let place = 0;
const answer = (item: number, score: string, change: Record<string, string> = {}) => ({
  response_key: `${place++}`,
  programme_key: 'a',
  instrument: 'child10',
  item: `C10-${String(item).padStart(2, '0')}`,
  assessed: '2025-05',
  score,
  evidence: 'document',
  assessor: 'self',
  ...change,
});
const load = (...checklist: Record<string, string>[]) =>
  loadTables({ meta: definition.example.tables.meta!, checklist }, engine);
const ten = Array.from({ length: 10 }, (_, i) => i + 1);

describe('PQ-01', () => {
  it('has a share from ten answered items on', async () => {
    const source = await load(...ten.map((item) => answer(item, item < 8 ? '3' : '1')));
    const released = await see(source, 'PQ-01', { mode: 'release' });
    expect(numberOf(rowOf(released, 'share')?.value)).toBe(0.7);
    const own = { programme: 'a', assessor: 'self' };
    const lowest = released.rows.filter((row) => row.measure === 'lowest_score');
    expect(lowest.map((row) => row.by)).toEqual(
      ['C10-08', 'C10-09', 'C10-10'].map((checklist_item) => ({ ...own, checklist_item })),
    );
    expect(released.rows.filter((row) => row.measure === 'average_score')).toEqual([]);
  });

  it('averages only where asked to', async () => {
    const source = await load(answer(1, '3'), answer(2, '1'), answer(3, 'na'), answer(4, ''));
    const released = await see(source, 'PQ-01', { options: { average: 'on' } });
    expect(numberOf(rowOf(released, 'average_score')?.value)).toBe(2);
  });

  it('takes the latest answer, of one month the lower, and expires it after 24 months', async () => {
    const source = await load(
      answer(1, '3', { assessed: '2024-01' }),
      answer(1, '1', { assessed: '2025-01' }),
      answer(2, '3', { assessor: 'peer' }),
      answer(2, '2', { assessor: 'funder' }),
      answer(3, '3', { assessed: '2023-12' }),
      answer(4, '3', { assessed: '2023-11' }),
    );
    const released = await see(source, 'PQ-01', { by: parseBy('assessor') });
    const count = (measure: string, by = {}) => numberOf(rowOf(released, measure, by)?.value);
    expect(count('in_practice_count')).toBe(1);
    expect(count('in_practice_count', { assessor: 'others' })).toBe(0);
    expect(count('expired_count')).toBe(1);
    expect(count('not_assessed_count')).toBe(6);
    const own = { programme: 'a', assessor: 'self', checklist_item: 'C10-04' };
    expect(rowOf(released, 'score', own)?.marks).toEqual(['expired']);
  });

  it('counts items over programmes, also by item', async () => {
    const source = await load(
      answer(1, '3'),
      answer(1, '0', { programme_key: 'b' }),
      answer(2, '3', { instrument: 'custom', item: 'CU-01' }),
    );
    const released = await see(source, 'PQ-01', { by: parseBy('checklist_item') });
    const first = rowOf(released, 'in_practice_count', { checklist_item: 'C10-01' });
    expect(numberOf(first?.value)).toBe(1);
    expect(numberOf(rowOf(released, 'not_assessed_count')?.value)).toBe(18);
    expect(rowOf(released, 'in_practice_count', { checklist_item: 'CU-01' })).toBeUndefined();
  });

  it('counts programmes that never answered an item, and no item outside the ten', async () => {
    const source = await load(
      answer(1, '3'),
      answer(2, '3', { programme_key: 'b' }),
      answer(11, '3', { programme_key: 'b' }),
    );
    const released = await see(source, 'PQ-01', { by: parseBy('checklist_item') });
    const missed = (by = {}) => numberOf(rowOf(released, 'not_assessed_count', by)?.value);
    expect([missed(), missed({ checklist_item: 'C10-01' })]).toEqual([18, 1]);
    expect(missed({ checklist_item: 'C10-03' })).toBe(2);
    expect(rowOf(released, 'in_practice_count', { checklist_item: 'C10-11' })).toBeUndefined();
  });

  it('says what stood at the end of an earlier year, and nothing before anyone assessed', async () => {
    const source = await load(
      answer(1, '3', { assessed: '2023-06' }),
      answer(1, '1', { assessed: '2025-06' }),
    );
    const released = await see(source, 'PQ-01', { period: { kind: 'year' } });
    const practice = (year: string) => rowOf(released, 'in_practice_count', {}, year);
    expect(numberOf(practice('2023')?.value)).toBe(1);
    expect(numberOf(practice('2025')?.value)).toBe(0);
    expect(numberOf(practice('2021')?.value)).toBe(0);
    expect(rowOf(released, 'share', {}, '2021')?.status).toBe('undefined');
  });
});
