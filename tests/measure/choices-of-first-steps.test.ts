import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { loadTables, numberOf, rowOf, see, type Tables } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

type Row = Readonly<Record<string, string>>;

const cases = (count: number, own: (i: number) => Row): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    case_key: `${i}`,
    index_month: '2025-01',
    victim_status: 'presumed',
    age_at_detection: '15',
    detected_offset_h: '0',
    followup_end_offset_d: '100',
    ...own(i),
  }));

async function read(tables: Tables, id: string, options: Record<string, string> = {}) {
  const found = await see(await loadTables(tables, engine), id, { options });
  return (measure: string) => {
    const row = rowOf(found, measure);
    return row && [numberOf(row.numerator), numberOf(row.denominator), numberOf(row.unknown)];
  };
}

describe('RF-01', () => {
  const referral = (child: number, referred: Row) => ({
    referral_key: `${child}`,
    case_key: `${child}`,
    purpose: 'child_protection',
    ...referred,
  });

  it('starts the clock at registration for those who have one', async () => {
    const found = await read(
      {
        cases: cases(20, (i) => ({
          registered_offset_d: i < 18 ? '10' : '',
          turned_18_offset_d: i === 5 ? '8' : '',
        })),
        referrals: [
          referral(0, { referred_offset_h: '24' }), // before registration: day 0
          referral(1, { referred_offset_h: '264' }), // day 11: within 1 day
          referral(2, { referred_offset_h: '300' }), // day 12
          referral(3, { referred_offset_h: '290' }), // missing before registration
          referral(4, { referred_offset_h: '48' }), // missing between referral and registration
          referral(5, { referred_offset_h: '24' }), // 18 before registration
          referral(19, { referred_offset_h: '24' }), // not registered
        ],
        missing_episodes: [3, 4].map((child) => ({
          episode_key: `${child}`,
          case_key: `${child}`,
          episode_type: 'missing',
          started_offset_h: '100',
        })),
      },
      'RF-01',
      { clock: 'registered' },
    );
    expect(found('from_registration_cif_1d')).toEqual([3, 17, 0]);
    expect(found('from_registration_cif_3d')).toEqual([4, 17, 0]);
    expect(found('cif_24h')).toBeUndefined();
  });

  it('leaves date-only records out of the hour curve and times them in days', async () => {
    const tables = {
      cases: cases(14, (i) => ({
        detected_offset_h: '',
        detected_at: i < 12 ? '2025-01-10T14:00:00Z' : '2025-01-10',
        followup_end_offset_d: '',
        followup_end_at: '2025-06-01',
      })),
      referrals: [
        referral(0, { referred_at: '2025-01-11T14:00:00Z' }), // 24 h
        referral(1, { referred_at: '2025-01-11' }), // by date
        referral(2, { referred_at: '2025-01-11T10:00:00Z' }), // missing on that date: order not known
        referral(3, { referred_at: '2025-01-11T10:00:00Z' }), // missing the day after
      ],
      missing_episodes: [
        { episode_key: '2', case_key: '2', episode_type: 'missing', started_at: '2025-01-11' },
        { episode_key: '3', case_key: '3', episode_type: 'missing', started_at: '2025-01-12' },
      ],
    };
    // Two children known by date only, one referral by date, one order not known.
    const hours = await read(tables, 'RF-01');
    expect(hours('cif_24h')).toEqual([2, 10, 4]);
    const days = await read(tables, 'RF-01', { unit: 'days' });
    expect(days('cif_24h')).toEqual([4, 14, 0]);
  });
});

describe('ID-05', () => {
  const decision = (child: number, own: Row) => ({
    decision_key: `${child}${own.stage}`,
    case_key: `${child}`,
    stage: 'final',
    outcome: 'positive',
    ...own,
  });
  const decisions = [
    decision(0, { requested_offset_d: '20', decided_offset_d: '45' }),
    decision(1, { requested_offset_d: '20', decided_offset_d: '10' }), // before the request
    decision(2, { requested_offset_d: '', decided_offset_d: '30' }), // request not known
    decision(3, { requested_offset_d: '5', decided_offset_d: '', outcome: 'pending' }),
    ...Array.from({ length: 10 }, (_, i) =>
      decision(4 + i, { requested_offset_d: '5', stage: 'first_threshold', decided_offset_d: '9' }),
    ),
  ];

  it('counts from the request those who were put forward', async () => {
    const tables = { cases: cases(20, () => ({})), decisions };
    const found = await read(tables, 'ID-05', { clock: 'requested' });
    expect(found('cif_30d')).toEqual([1, 12, 1]);
    const threshold = await read(tables, 'ID-05', { stage: 'first_threshold' });
    expect(threshold('cif_30d')).toEqual([10, 20, 0]);
  });

  it('never takes a reconsideration, or a refusal without a day, for a first decision', async () => {
    const found = await read(
      {
        cases: cases(20, () => ({})),
        decisions: [
          decision(0, { decided_offset_d: '9', is_reconsideration: 'yes' }),
          decision(1, { decided_offset_d: '', outcome: 'negative' }),
          decision(2, { decided_offset_d: '9', is_reconsideration: 'no' }),
          decision(3, { decided_offset_d: '9', outcome: 'unknown' }),
        ],
      },
      'ID-05',
    );
    expect(found('cif_30d')).toEqual([1, 17, 3]);
  });

  it('reads the status of children detected a year ago where no file has decisions', async () => {
    const meta = [
      {
        country: 'NO',
        extract_month: '2026-03',
        period_start: '2025-01',
        period_end: '2026-03',
        date_mode: 'offset',
        linkage_level: 'across_orgs',
      },
    ];
    const tables = {
      cases: cases(40, (i) => ({
        index_month: i < 20 ? '2025-03' : '2025-04',
        victim_status: i % 4 ? 'identified' : i === 4 ? 'unknown' : 'presumed',
      })),
    };
    const found = await read({ ...tables, meta }, 'ID-05');
    expect(found('share')).toEqual([15, 19, 1]);
    expect(found('cif_30d')).toBeUndefined();
    // Without the month of the cut-off it is the last month that any child was followed: July 2025.
    const derived = await read(tables, 'ID-05');
    expect(derived('share')).toEqual([0, 0, 0]);
  });
});

describe('GP-01 and GP-02', () => {
  const tables = {
    cases: cases(14, (i) => ({ accompaniment: i < 12 ? 'unaccompanied' : 'with_parent' })),
    assignments: [
      { case_key: '0', role: 'guardian', requested_offset_d: '2', started_offset_d: '6' },
      { case_key: '1', role: 'temporary_guardian', requested_offset_d: '', started_offset_d: '6' },
      { case_key: '2', role: 'guardian', requested_offset_d: '9', started_offset_d: '6' },
      { case_key: '3', role: 'guardian', requested_offset_d: '3', started_offset_d: '' },
      { case_key: '4', role: 'guardian', requested_offset_d: '3', started_offset_d: 'unknown' },
      { case_key: '5', role: 'guardian', started_offset_d: '20', ended_offset_d: '10' }, // days wrong
      { case_key: '6', role: 'guardian', started_offset_d: '', ended_offset_d: '-5' }, // over before T0
      { case_key: '12', role: 'guardian', requested_offset_d: '', started_offset_d: '4' },
    ].map((row, i) => ({
      assignment_key: `${i}`,
      requested_offset_d: '',
      ended_offset_d: '',
      ...row,
    })),
  };

  it('counts who the options say', async () => {
    const asked = async (options: Record<string, string>) =>
      (await read(tables, 'GP-01', options))('cif_7d');
    expect(await asked({})).toEqual([3, 10, 2]);
    expect(await asked({ guardian: 'legal' })).toEqual([2, 10, 2]);
    expect(await asked({ population: 'P-REG' })).toEqual([4, 12, 2]);
  });

  it('counts from the request, and only the appointment where no file has meetings', async () => {
    // Two requests are not known, one comes after the appointment, one appointment has no day.
    const found = await read(tables, 'GP-02', { clock: 'requested' });
    expect(found('cif_5d')).toEqual([1, 2, 3]);
    expect(found('met_cif_5d')).toEqual([0, 0, 0]);
    expect((await read(tables, 'GP-02'))('cif_21d')).toEqual([3, 10, 2]);
  });
});

describe('RF-04', () => {
  it('does without the optional columns and says no more than it can', async () => {
    const tables = {
      cases: cases(12, () => ({})),
      assessments: Array.from({ length: 11 }, (_, i) => ({
        assessment_key: `${i}`,
        case_key: `${i}`,
        assessment_type: i ? 'individual_needs' : 'plan_review',
        completed_offset_d: '20',
        plan_made: 'yes',
      })),
    };
    const found = await read(tables, 'RF-04');
    expect(found('cif_30d')).toEqual([10, 12, 0]);
    expect(found('updated_180d_share')).toBeUndefined();
    expect(found('child_heard_share')).toBeUndefined();
    const open = await read({ ...tables, cases: cases(12, () => ({ case_open: 'yes' })) }, 'RF-04');
    // A review shows that the plan is alive, and so does a plan made lately; without a column for
    // updates nothing shows that the plan of the last child is not.
    expect(open('updated_180d_share')).toEqual([11, 11, 1]);
  });
});
