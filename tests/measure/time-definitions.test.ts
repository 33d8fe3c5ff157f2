import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { loadTables, numberOf, rowOf, see, type Tables } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

type Cells = Record<string, string>;
const many = (count: number, row: (i: number) => Cells) =>
  Array.from({ length: count }, (_, i) => row(i));
const file = (i: number, more: Cells = {}): Cells => ({
  case_key: `${i}`,
  index_month: '2024-01',
  victim_status: 'identified',
  age_at_detection: '15',
  detected_offset_h: '0',
  followup_end_offset_d: '900',
  ...more,
});
const place = (i: number, more: Cells = {}): Cells => ({
  placement_key: `p${i}`,
  case_key: `${i}`,
  placement_type: 'foster',
  started_offset_h: '0',
  ended_offset_h: '',
  ...more,
});
const gone = (i: number, start: Cells, more: Cells = {}): Cells => ({
  episode_key: `m${i}`,
  case_key: `${i}`,
  episode_type: 'missing',
  ...start,
  ...more,
});

async function read(
  tables: Tables,
  id: string,
  options: Cells = {},
  mode: 'working' | 'release' = 'working',
) {
  const released = await see(await loadTables(tables, engine), id, { options, mode });
  return (measure: string, by: Cells = {}) => {
    const row = rowOf(released, measure, by);
    return {
      value: numberOf(row?.value),
      numerator: numberOf(row?.numerator),
      denominator: numberOf(row?.denominator),
      status: row?.status,
    };
  };
}

describe('MC-03', () => {
  const dated = (day: number) => ({ started_at: `2024-01-${String(day).padStart(2, '0')}` });
  const calendar = (i: number, clock: string): Cells => ({
    ...file(i),
    detected_offset_h: '',
    followup_end_offset_d: '',
    detected_at: `2024-01-10${clock}`,
    followup_end_at: '2025-01-10',
  });

  it('never mixes dates and hours in one number', async () => {
    // Twelve with clocks, two of them gone after 30 hours; three by date, gone on day 0, 1 and 2.
    const tables = {
      cases: [
        ...many(12, (i) => calendar(i, 'T06:00:00Z')),
        ...many(3, (i) => calendar(12 + i, '')),
      ],
      placements: many(15, (i) => ({
        ...place(i),
        started_offset_h: '',
        ended_offset_h: '',
        started_at: i < 12 ? '2024-01-10T06:00:00Z' : '2024-01-10',
      })),
      missing_episodes: [
        gone(0, { started_at: '2024-01-11T12:00:00Z' }),
        gone(1, { started_at: '2024-01-11T12:00:00Z' }),
        ...[10, 11, 12].map((day, i) => gone(12 + i, dated(day))),
      ],
    };
    const at = await read(tables, 'MC-03');
    expect(at('cif_48h')).toMatchObject({ numerator: 2, denominator: 12 });
    expect(at('not_timed_count').value).toBe(3);
    expect(at('earliest_cif_48h')).toMatchObject({ numerator: 5, denominator: 15 });
    expect(at('latest_cif_48h')).toMatchObject({ numerator: 4, denominator: 15 });
    expect(at('latest_cif_72h')).toMatchObject({ numerator: 5, denominator: 15 });
  });

  it('gives no number from months', async () => {
    const months = {
      detected_offset_h: '',
      followup_end_offset_d: '',
      detected_month: '2024-01',
      followup_end_month: '2024-12',
    };
    const at = await read(
      {
        cases: many(12, (i) => ({ ...file(i), ...months })),
        placements: many(12, (i) => ({
          ...place(i),
          started_offset_h: '',
          ended_offset_h: '',
          started_month: '2024-01',
        })),
        missing_episodes: [gone(0, { started_month: '2024-01' })],
      },
      'MC-03',
    );
    for (const line of ['', 'earliest_', 'latest_']) expect(at(`${line}cif_30d`).value).toBeNull();
    expect(at('not_timed_count').value).toBe(12);
  });

  it('counts placements that ended for it, and who was never placed', async () => {
    const ended = (i: number, h: string, why: string) =>
      place(i, { ended_offset_h: h, end_reason: why });
    const at = await read(
      {
        cases: many(20, (i) => file(i)),
        placements: [
          ended(0, '40', 'missing'), // no episode: at hour 40
          ended(1, '40', 'missing'), // the episode says hour 20
          ended(2, '10', 'planned'), // left care before the episode: competes
          place(3, { started_offset_h: '-200' }), // was missing before detection already
          place(4, { started_offset_h: '-200' }), // enters at detection
          place(5),
          ...many(13, (i) => place(6 + i)),
        ],
        detention: [
          {
            detention_key: 'd',
            case_key: '5',
            setting: 'police_cell',
            started_offset_h: '5',
            ended_offset_h: '9',
          },
        ],
        missing_episodes: [
          gone(1, { started_offset_h: '20' }, { placement_key: 'p1' }),
          gone(2, { started_offset_h: '15' }),
          gone(3, { started_offset_h: '-100', ended_offset_h: '-50' }),
          gone(4, { started_offset_h: '24' }),
          gone(5, { started_offset_h: '12' }),
          gone(19, { started_offset_h: '3' }, { before_registration: 'yes' }),
          gone(18, { started_offset_h: '30' }, { episode_type: 'away' }),
        ],
      },
      'MC-03',
    );
    expect(at('cif_24h')).toMatchObject({ numerator: 2, denominator: 19 });
    expect(at('cif_48h')).toMatchObject({ numerator: 3, denominator: 19 });
    // The child who entered care 200 hours before detection is on the clock at hour 224.
    expect(at('cif_30d')).toMatchObject({ numerator: 4, denominator: 19 });
  });
});

describe('RR-01', () => {
  const spell = (i: number, day: string, more: Cells = {}): Cells => ({
    spell_key: `s${i}`,
    case_key: `${i}`,
    sequence: '2',
    form: 'labour',
    after_detection: 'yes',
    certainty: 'confirmed',
    started_offset_d: day,
    ...more,
  });
  const none = {
    followup_key: 'f',
    case_key: '0',
    held_offset_d: '1',
    contact_made: 'yes',
    retrafficked: 'no',
  };
  const lost = (count: number) => ({
    cases: many(40, (i) =>
      file(i, i < count ? { closed_offset_d: '99', closure_reason: 'contact_lost' } : {}),
    ),
    exploitation_spells: [spell(38, '30'), spell(39, '40')],
    followups: [none],
  });

  it('shows only bounds where more than a fifth was lost before the reading', async () => {
    const within = await read(lost(8), 'RR-01');
    expect(within('cif_12m')).toMatchObject({ status: 'ok' });
    expect(within('cif_12m_if_unknown_no').value).toBeNull();
    const at = await read(lost(9), 'RR-01');
    expect(at('cif_12m')).toMatchObject({ value: null, status: 'bounds_only', numerator: 2 });
    expect(at('cif_12m_if_unknown_no').value).toBeCloseTo(2 / 40, 6);
    expect(at('cif_12m_if_unknown_yes').value).toBeCloseTo(11 / 40, 6);
    expect(at('lost_share').value).toBeCloseTo(9 / 40, 6);
  });

  it('keeps back in a release what would say how few were lost', async () => {
    const at = await read(lost(9), 'RR-01', {}, 'release');
    for (const measure of ['cif_12m', 'cif_12m_if_unknown_no', 'cif_12m_if_unknown_yes'])
      expect(at(measure).value).toBeNull();
    const more = lost(15);
    const spells = many(12, (i) => spell(25 + i, '30'));
    const all = await read({ ...more, exploitation_spells: spells }, 'RR-01', {}, 'release');
    expect(all('cif_12m_if_unknown_no').value).toBeCloseTo(0.3, 6);
    expect(all('cif_12m_if_unknown_yes').value).toBeCloseTo(0.68, 6);
  });

  it('reads doubt as unknown and never as no', async () => {
    const at = await read(
      {
        cases: many(30, (i) => file(i)),
        exploitation_spells: [
          spell(0, '50'),
          spell(1, '50', { certainty: '' }),
          spell(2, '50', { after_detection: 'unknown' }),
          spell(3, '-50', { after_detection: 'unknown' }),
          spell(4, '-50'),
          spell(5, ''),
        ],
        followups: [none],
      },
      'RR-01',
    );
    // One before its detection is a data error and leaves; three are unknown.
    expect(at('cif_6m')).toMatchObject({ numerator: 1, denominator: 26 });
    expect(at('not_timed_count').value).toBe(3);
    expect(at('with_suspected_cif_6m')).toMatchObject({ numerator: 2, denominator: 27 });
  });
});

describe('RR-04', () => {
  it('knows an end of support from its not being seen', async () => {
    const held = (i: number, day: string, active: string): Cells => ({
      followup_key: `${i} ${day}`,
      case_key: `${i}`,
      held_offset_d: day,
      contact_made: 'yes',
      phase: 'aftercare',
      support_active: active,
    });
    const service = (i: number, more: Cells): Cells => ({
      service_key: `${i}`,
      case_key: `${i}`,
      service_type: 'health',
      phase: 'aftercare',
      started_offset_d: '12',
      ...more,
    });
    const at = await read(
      {
        cases: many(20, (i) => file(i)),
        placements: many(20, (i) =>
          place(i, { ended_offset_h: '240', end_reason: i === 19 ? 'deceased' : 'planned' }),
        ),
        followups: [
          held(0, '50', 'yes'), // no later no: censored on day 50
          held(1, '50', 'yes'),
          held(1, '90', 'no'), // ended on day 50, the last day with support
          held(2, '5', 'yes'), // before exit: none after it
          held(3, '50', ''), // not known
          ...many(14, (i) => held(4 + i, '800', 'yes')),
        ],
        services: [service(18, { status: 'completed', ended_offset_d: '' })],
      },
      'RR-04',
    );
    expect(at('support_unknown_count').value).toBe(2);
    expect(at('supported_share_6m')).toMatchObject({ denominator: 17 });
    // Of 17, one at day 0; of the 16 left, one on day 40 after exit.
    expect(at('supported_share_6m').value).toBeCloseTo((16 / 17) * (15 / 16), 6);
    expect(at('cif_30d')).toMatchObject({ denominator: 19, numerator: 0 });
  });
});

describe('SW-01 in a release', () => {
  const need = (child: number, type: string, day: string): Cells => ({
    service_key: `${child} ${type}`,
    case_key: `${child}`,
    service_type: type,
    needed: 'yes',
    need_identified_offset_d: '0',
    started_offset_d: day,
    status: day ? 'in_progress' : 'not_provided',
    unmet_reason: '',
  });
  const types = ['health', 'dental', 'legal', 'education'];
  const data = (unmet: number) => ({
    cases: many(40, (i) => file(i)),
    services: many(40, () => ({})).flatMap((_, i) =>
      types.map((type) => need(i, type, i < unmet ? '' : '10')),
    ),
  });

  it('withholds many needs of few children', async () => {
    const few = await read(data(4), 'SW-01', {}, 'release');
    expect(few('cif_30d').value).toBeNull();
    // 16 needs are open, of 4 children; 144 are closed, which with all 160 tells the same.
    expect(few('open_count').value).toBeNull();
    expect(few('closed_count').value).toBeNull();
    const enough = await read(data(12), 'SW-01', {}, 'release');
    expect(enough('cif_30d')).toMatchObject({ value: 0.7, numerator: 112, denominator: 160 });
    expect(enough('open_count').value).toBe(48);
    expect(enough('closed_count').value).toBe(112);
  });
});
