import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import type { FigureSource } from '$lib/measure/figure';
import { loadTables, numberOf, rowOf, see, type Tables } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const meta = (mode: string) => [
  {
    dataset_key: 'x',
    country: 'XX',
    extract_month: '2025-06',
    period_start: '2025-01',
    period_end: '2025-06',
    date_mode: mode,
    linkage_level: 'across_orgs',
  },
];
const grant = (programme: string, key: string, start: string, end: string, more = {}) => ({
  grant_key: key,
  programme_key: programme,
  modality: 'project',
  currency: 'EUR',
  amount_committed: '987654',
  start_date: start,
  end_date: end,
  first_payment_date: start,
  covers_direct_services: 'yes',
  ...more,
});
/** Shelter `b` comes first in the files: a gap of 11 to 31 March. `a` has an open grant, paid nobody knows when. */
const funding = [
  grant('b', '1', '2025-01-01', '2025-03-10', { modality: 'core' }),
  grant('b', '2', '2025-04-01', '2025-10-31', { first_payment_date: '2025-04-16' }),
  grant('a', '3', '2024-01-01', '', { first_payment_date: '' }),
  grant('a', '4', '2023-01-01', '2024-12-31'),
  grant('c', '5', '2025-01-01', '2025-12-31', { covers_direct_services: 'no' }),
];
const child = (key: string, detected: Record<string, string> = { detected_at: '2025-01-05' }) => ({
  case_key: key,
  child_key: key,
  victim_status: 'identified',
  age_at_detection: '12',
  ...detected,
});
const stay = (key: string, programme: string, times: Record<string, string>) => ({
  placement_key: `p${key}${programme}`,
  case_key: key,
  placement_type: 'residential_specialised',
  programme_key: programme,
  ...times,
});
const at = (started: string, ended: string) => ({ started_at: started, ended_at: ended });

/** 1 leaves on the day before the gap, 2 is there through it, 3 in both programmes, 4 has a service in it. */
const days: Tables = {
  meta: meta('exact'),
  cases: ['1', '2', '3', '4'].map((key) =>
    child(key, { detected_at: '2025-01-05', followup_end_at: '2025-06-30' }),
  ),
  placements: [
    stay('1', 'b', at('2025-02-01', '2025-03-11')),
    stay('2', 'b', at('2025-02-10', '2025-04-20')),
    stay('3', 'b', at('2025-03-31', '2025-04-02')),
    stay('3', 'a', at('2025-03-01', '2025-03-31')),
    stay('1', 'c', at('2025-05-01', '2025-05-20')),
  ],
  services: [
    {
      ...{ service_key: 's', case_key: '4', service_type: 'psychological', programme_key: 'b' },
      ...{
        recipient: 'child',
        started_at: '2025-03-20',
        ended_at: '2025-03-20',
        status: 'completed',
      },
    },
  ],
  funding,
};

const byProgramme = { by: [['programme']] } as const;
const seen = (source: FigureSource, more = {}) => see(source, 'FC-06', { ...byProgramme, ...more });
const cell = (
  released: Awaited<ReturnType<typeof seen>>,
  measure: string,
  by = {},
  period?: string,
) => numberOf(rowOf(released, measure, by, period)?.value);
const b = { programme: 'b' };

describe('the calendar of care and money, counted by hand', () => {
  it('knows gaps, overlaps, lengths and ends of the grants, in the order of the files', async () => {
    const released = await seen(await loadTables(days, engine));
    expect(cell(released, 'unfunded_days', b)).toBe(21);
    expect(cell(released, 'unfunded_days', { programme: 'a' })).toBe(0);
    expect(cell(released, 'unfunded_days')).toBe(21);
    const spells = (measure: string) =>
      released.rows
        .filter((row) => row.measure === measure)
        .map((row) => [row.by.programme, row.period, numberOf(row.value)]);
    expect(spells('gap_days')).toEqual([['b', '2025-03-11..2025-03-31', 21]]);
    expect(spells('overlap_days')).toEqual([]);
    expect(spells('grant_days')).toEqual([
      ['b', '2025-01-01..2025-03-10', 69],
      ['b', '2025-04-01..2025-10-31', 214],
      ['a', '2024-01-01..', null],
      ['a', '2023-01-01..2024-12-31', 731],
      ['c', '2025-01-01..2025-12-31', 365],
    ]);
    expect(spells('paid_days').slice(1, 3)).toEqual([
      ['b', '2025-04-16..2025-10-31', 199],
      ['a', '2024-01-01..', null],
    ]);
    expect(spells('days_ahead')).toEqual([
      ['b', '2025-10-31', 123],
      ['a', 'open', null],
    ]);
    const ahead = released.rows.filter((row) => row.measure === 'days_ahead');
    expect(ahead.map(({ marks }) => marks)).toEqual([['no successor', 'cliff 6'], ['open']]);
    expect(cell(released, 'grant_months_median', { programme: 'a' })).toBe(24);
    expect(cell(released, 'multi_year_share', { programme: 'a' })).toBe(1);
    expect(cell(released, 'multi_year_share', b)).toBe(0);
    expect(cell(released, 'grant_months_median', b)).toBeCloseTo((2 + 10 / 31 + 7) / 2, 6);
  });

  it('counts children in care by month, and those of them on unfunded days', async () => {
    const released = await seen(await loadTables(days, engine));
    const months = (measure: string, by = {}) =>
      ['01', '02', '03', '04', '05', '06'].map((m) => cell(released, measure, by, `2025-${m}`));
    // February: 1 and 2. March: 1, 2, 3 and 4. April: 2, and 3 until the 1st.
    expect(months('children', b)).toEqual([0, 2, 4, 2, 0, 0]);
    // 1 was there to 10 March, the last paid day; a place is not held on the day it is left.
    expect(months('children_unfunded', b)).toEqual([0, 0, 3, 0, 0, 0]);
    expect(months('children', { programme: 'a' })).toEqual([0, 0, 1, 0, 0, 0]);
    expect(months('children_unfunded', { programme: 'a' })).toEqual([0, 0, 0, 0, 0, 0]);
    // 3 is in two programmes in March and one child.
    expect(months('children')).toEqual([0, 2, 4, 2, 0, 0]);
    expect(cell(released, 'per_funded_month', b)).toBeCloseTo(4 / 5, 9);
    expect(cell(released, 'per_unfunded_month', b)).toBe(4);
    expect(cell(released, 'share_of_child_months', b)).toBeCloseTo(3 / 8, 9);
  });

  it('knows nothing of days after the last grant: neither funded nor unfunded, and a band', async () => {
    const ended = funding.map((one) =>
      one.grant_key === '2' ? { ...one, end_date: '2025-04-10' } : one,
    );
    const released = await seen(await loadTables({ ...days, funding: ended }, engine));
    const [april, share] = ['2025-04', 'share_of_child_months'];
    expect(cell(released, 'children', b, april)).toBe(2);
    expect(cell(released, 'children_unfunded', b, april)).toBe(0);
    // Child 2 stays to the 19th, child 3 left before the grant ended.
    expect(cell(released, 'children_outside', b, april)).toBe(1);
    expect(cell(released, share, b)).toBeCloseTo(3 / 7, 9);
    expect(cell(released, `${share}_if_unknown_no`, b)).toBeCloseTo(3 / 8, 9);
    expect(cell(released, `${share}_if_unknown_yes`, b)).toBeCloseTo(4 / 8, 9);
    // January and February alone are funded from first to last day.
    expect(cell(released, 'per_funded_month', b)).toBe(1);
    expect(cell(released, 'unfunded_days', b)).toBe(21);
  });

  it('asks nobody about a programme without money for direct care', async () => {
    const released = await seen(await loadTables(days, engine));
    const row = rowOf(released, 'children', { programme: 'c' }, '2025-05');
    expect([row?.value, row?.status]).toEqual([
      { is: 'missing', why: 'not asked' },
      'not_collected',
    ]);
    expect(cell(released, 'unfunded_days', { programme: 'c' })).toBeNull();
  });

  it('counts from the first payment if asked, with a band for one that is not recorded', async () => {
    const released = await seen(await loadTables(days, engine), { options: { gap: 'cash' } });
    expect(cell(released, 'unfunded_days', b)).toBe(21 + 15);
    expect(cell(released, 'children_unfunded', b, '2025-04')).toBe(2);
    const a = { programme: 'a' };
    expect(cell(released, 'unfunded_days', a)).toBe(0);
    expect(cell(released, 'unfunded_days_if_unknown_no', a)).toBe(181);
    expect(cell(released, 'unfunded_days_if_unknown_yes', a)).toBe(0);
  });

  it('names no amount', async () => {
    expect(JSON.stringify(await seen(await loadTables(days, engine)))).not.toMatch(/987654|98765/);
  });
});

describe('care and money where days of care are not on the calendar', () => {
  const offsets = (mode: string): Tables => ({
    meta: meta(mode),
    cases: [
      child('1', { index_month: '2025-02', detected_offset_h: '0', followup_end_offset_d: '120' }),
    ],
    placements: [stay('1', 'b', { started_offset_h: '0', ended_offset_h: String(24 * 20) })],
    funding,
  });

  it('counts the months that a stay and a gap share, and says so', async () => {
    const released = await seen(await loadTables(offsets('offset'), engine));
    // Mid-February and twenty days: to some day in March, whichever side of the 11th.
    expect(cell(released, 'children', b, '2025-02')).toBe(1);
    expect(cell(released, 'children_unfunded', b, '2025-02')).toBe(0);
    expect(cell(released, 'children_unfunded', b, '2025-03')).toBe(1);
    expect(released.notes.map(({ en }) => en).join(' ')).toContain('Months, not days');
  });

  it('refuses where dates were shifted, shows the grants and says why', async () => {
    const released = await seen(await loadTables(offsets('shifted'), engine));
    expect(released.rows.some(({ measure }) => /^children|per_|child_months/.test(measure))).toBe(
      false,
    );
    expect(cell(released, 'gap_days', { ...b, gap: '1' })).toBe(21);
    expect(released.notes.map(({ en }) => en).join(' ')).toContain(
      'dates of these files were shifted',
    );
  });
});

describe('what leaves of it', () => {
  it('holds back small months, and large ones whose rest is small', async () => {
    const keys = Array.from({ length: 32 }, (_, i) => String(i));
    const many: Tables = {
      ...{ meta: meta('exact'), funding },
      cases: keys.map((key) =>
        child(key, { detected_at: '2025-01-05', followup_end_at: '2025-06-30' }),
      ),
      // March: 30 in care, 25 of them in the gap; February 30; June: 2.
      placements: [
        ...keys
          .slice(0, 30)
          .map((key, i) => stay(key, 'b', at('2025-02-01', i < 25 ? '2025-03-20' : '2025-03-05'))),
        ...keys.slice(30).map((key) => stay(key, 'b', at('2025-06-01', '2025-06-20'))),
      ],
    };
    const released = await seen(await loadTables(many, engine), { mode: 'release' });
    const shown = (measure: string, month: string) => rowOf(released, measure, b, month)?.value.is;
    expect(released.protection.audit).toBe('proven');
    expect(cell(released, 'children', b, '2025-02')).toBe(30);
    expect(cell(released, 'children', b, '2025-01')).toBe(0);
    expect(shown('children', '2025-06')).toBe('withheld');
    // 30 less 25 would tell of 5 children.
    expect([shown('children', '2025-03'), shown('children_unfunded', '2025-03')]).toContain(
      'withheld',
    );
    expect(rowOf(released, 'per_funded_month', b)?.value.is).toBe('withheld');
    expect(cell(released, 'gap_days', { ...b, gap: '1' })).toBe(21);
  });
});
