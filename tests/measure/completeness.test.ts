import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { catalogue } from '$lib/indicators/catalogue';
import { coreColumns } from '$lib/indicators/core-columns';
import { definition } from '$lib/indicators/dq-01';
import { parseBy } from '$lib/measure/view';
import { columnOf } from '$lib/schema/tables';
import { loadTables, numberOf, rowOf, see, type Tables } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const meta = {
  dataset_key: 'x',
  country: 'XX',
  extract_month: '2025-12',
  period_start: '2024-01',
  period_end: '2025-12',
  date_mode: 'offset',
  linkage_level: 'across_orgs',
};
const file = (i: number) => ({
  case_key: `${i}`,
  child_key: `c${i}`,
  org_key: i < 20 ? 'a' : 'b',
  index_month: i < 30 ? '2024-03' : '2025-03',
  victim_status: 'identified',
  detected_offset_h: '0',
  gender: 'female',
});
const placement = (i: number, at: number, change: Record<string, string> = {}) => ({
  placement_key: `${i} ${at}`,
  case_key: `${i}`,
  placement_type: 'foster',
  started_offset_h: '0',
  ended_offset_h: '',
  end_reason: '',
  free_to_leave: 'yes',
  ...change,
});
const forty = Array.from({ length: 40 }, (_, i) => i);
/** A file with the cells of `change` that are given. */
const known = (row: Record<string, string>, change: Record<string, string | undefined>) => ({
  ...row,
  ...Object.fromEntries(
    Object.entries(change).filter((one): one is [string, string] => one[1] !== undefined),
  ),
});
const load = (
  more: Tables = {},
  change: (i: number) => Record<string, string | undefined> = () => ({}),
) =>
  loadTables(
    {
      meta: [meta],
      cases: forty.map((i) => known(file(i), change(i))),
      organisations: ['a', 'b'].map((org_key) => ({ org_key, org_type: 'police' })),
      ...more,
    },
    engine,
  );
const cell = (table: string, column: string) => ({ table, column });

describe('DQ-01', () => {
  it('needs no column that a core indicator does not, and every one that it names', () => {
    for (const path of coreColumns) expect(columnOf(path).name).toBe(path.split('.')[1]);
    const named = new Set(coreColumns);
    const ours = ['ID-02', 'MC-01', 'VW-01', 'FC-01', 'FC-02', 'PQ-01'];
    for (const { id, needs } of catalogue.filter((one) => ours.includes(one.id)))
      expect(
        needs.filter((need) => !named.has(need)),
        id,
      ).toEqual([]);
  });

  it('runs on files without cases', async () => {
    const source = await loadTables(
      {
        meta: [meta],
        funding: [
          {
            grant_key: '1',
            currency: 'EUR',
            amount_committed: '5',
            start_date: '2025-01-01',
            end_date: '',
            modality: '',
          },
        ],
      },
      engine,
    );
    const released = await see(source, 'DQ-01', { mode: 'release' });
    expect(released.unavailable).toBeUndefined();
    const modality = rowOf(released, 'not_recorded_count', cell('funding', 'modality'));
    expect(numberOf(modality?.value)).toBe(1);
    expect(rowOf(released, 'share', cell('funding', 'end_date'))).toBeUndefined();
  });

  it('sums cells over columns and tables, and looks at other columns only if asked', async () => {
    const source = await load({}, (i) => (i < 10 ? { gender: 'unknown' } : {}));
    const core = await see(source, 'DQ-01');
    const files = rowOf(core, 'share', { table: 'cases' });
    expect(numberOf(files?.numerator)).toBe(4 * 40 - 10);
    expect(numberOf(files?.denominator)).toBe(4 * 40);
    expect(rowOf(core, 'share', cell('cases', 'org_key'))).toBeUndefined();
    const all = await see(source, 'DQ-01', { options: { columns: 'all' } });
    expect(numberOf(rowOf(all, 'share', cell('cases', 'org_key'))?.value)).toBe(1);
  });

  it('splits by organisation and by the month of the file, placements too', async () => {
    const source = await load(
      { placements: forty.map((i) => placement(i, 0, i < 15 ? { free_to_leave: '' } : {})) },
      (i) => (i < 5 ? { gender: 'not_asked' } : {}),
    );
    const organisations = await see(source, 'DQ-01', { by: parseBy('organisation*table*column') });
    const free = cell('placements', 'free_to_leave');
    const share = (organisation: string) =>
      numberOf(rowOf(organisations, 'share', { organisation, ...free })?.value);
    expect([share('a'), share('b')]).toEqual([0.25, 1]);
    const quarters = await see(source, 'DQ-01', { period: { kind: 'quarter' } });
    const gender = (quarter: string) =>
      numberOf(rowOf(quarters, 'share', cell('cases', 'gender'), quarter)?.denominator);
    expect([gender('2024-Q1'), gender('2025-Q1')]).toEqual([30, 10]);
    expect(rowOf(quarters, 'share', {}, '2024-Q2')?.status).toBe('undefined');
  });

  it('misses an end or a reason only where there should be one', async () => {
    const source = await load(
      {
        placements: forty.map((i) =>
          placement(
            i,
            0,
            i < 12 ? { end_reason: 'planned' } : i < 24 ? { ended_offset_h: '9' } : {},
          ),
        ),
      },
      (i) => ({
        case_open: i < 12 ? 'no' : 'yes',
        closed_offset_d: i < 6 ? '30' : '',
        closure_reason: i < 3 ? 'goals_met' : '',
        age_at_detection: i < 11 ? '17' : '10',
        followup_end_offset_d: '400',
        turned_18_offset_d: '',
      }),
    );
    const released = await see(source, 'DQ-01', { options: { columns: 'all' } });
    const counts = (table: string, column: string) => {
      const row = rowOf(released, 'share', cell(table, column));
      return [numberOf(row!.numerator), numberOf(row!.denominator)];
    };
    expect(counts('placements', 'ended')).toEqual([12, 24]);
    expect(counts('cases', 'closed')).toEqual([6, 12]);
    expect(counts('cases', 'closure_reason')).toEqual([3, 12]);
    expect(counts('cases', 'turned_18')).toEqual([0, 11]);
  });

  it('follows the filters of children', async () => {
    const source = await load({}, (i) => (i < 15 ? { gender: 'male' } : {}));
    const released = await see(source, 'DQ-01', { where: { gender: ['male'] } });
    expect(numberOf(rowOf(released, 'share', cell('cases', 'gender'))?.denominator)).toBe(15);
  });

  it('withholds in Release view what is lacking in few rows, or of few children', async () => {
    const source = await load(
      {
        placements: forty.flatMap((i) =>
          [0, 1, 2, 3].map((at) => placement(i, at, i < 4 ? { free_to_leave: '' } : {})),
        ),
      },
      (i) => (i < 6 ? { gender: 'unknown' } : i < 26 ? { victim_status: '' } : {}),
    );
    const released = await see(source, 'DQ-01', { mode: 'release' });
    const shown = (table: string, column: string) =>
      rowOf(released, 'share', cell(table, column))?.value.is;
    expect(shown('cases', 'gender')).toBe('withheld');
    expect(shown('cases', 'index_month')).toBe('value');
    // Sixteen rows of four children.
    expect(shown('placements', 'free_to_leave')).toBe('withheld');
    expect(rowOf(released, 'share', { table: 'placements' })?.value.is).toBe('withheld');
    expect(
      released.rows.filter((row) => row.measure !== 'share' && row.by.table === 'cases'),
    ).toEqual([]);
    const total = rowOf(released, 'share');
    expect(total?.numerator.is).not.toBe('value');
  });

  it('says nothing where nothing was loaded of what it looks at', async () => {
    const source = await loadTables(
      {
        meta: [meta],
        feedback: [{ feedback_key: '1', programme_key: 'a', month: '2025-01', channel: 'box' }],
      },
      engine,
    );
    expect(rowOf(await see(source, 'DQ-01'), 'share')?.status).toBe('undefined');
    expect(definition.needs).toEqual([]);
  });
});

describe('what is judged', () => {
  it('leaves out a file of a month that the data do not claim to cover', async () => {
    const source = await load({}, (i) => (i < 5 ? { index_month: '2023-12' } : {}));
    const row = rowOf(await see(source, 'DQ-01'), 'share', { table: 'cases', column: 'gender' });
    expect(numberOf(row?.denominator)).toBe(35);
  });

  it('asks why a stay ended only where it did, and for no end that nothing tells of', async () => {
    const rows = (cells: Record<string, string>) => ({
      placements: forty.map((i) => placement(i, 0, i < 20 ? cells : {})),
      assignments: forty.map((i) => ({
        ...{ assignment_key: `${i}`, case_key: `${i}`, role: 'guardian' },
        ...{ started_offset_d: '0', ended_offset_d: i < 20 ? '5' : '' },
      })),
    });
    const source = await load(rows({ ended_offset_h: '5' }));
    const released = await see(source, 'DQ-01', { options: { columns: 'all' } });
    const of = (table: string, column: string) => rowOf(released, 'share', { table, column });
    const reason = of('placements', 'end_reason');
    expect([reason?.numerator, reason?.denominator].map((cell) => numberOf(cell))).toEqual([0, 20]);
    expect(of('assignments', 'ended')).toBeUndefined();
  });
});
