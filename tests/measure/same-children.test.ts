import { expect, it } from 'vitest';
import type { Draft } from '$lib/disclosure/draft';
import { judge } from '$lib/disclosure/release';
import { indicatorOf } from '$lib/indicators/catalogue';
import { loadTables, numberOf, rowOf, see, type Tables } from './loaded';

it('does not tell by two questions together how many cannot be timed', async () => {
  const cases = Array.from({ length: 80 }, (_, i) => ({
    case_key: `${i}`,
    index_month: '2025-03',
    victim_status: 'identified',
    age_at_detection: '15',
    detected_offset_h: '0',
    followup_end_offset_d: '400',
  }));
  // All 80 went missing and are back; of three the day is not known.
  const missing_episodes = cases.map((_, i) => ({
    episode_key: `${i}`,
    case_key: `${i}`,
    episode_type: 'missing',
    started_offset_h: '24',
    ended_offset_h: i < 3 ? '' : i < 40 ? '48' : '960',
    end_reason: 'returned',
  }));
  const source = await loadTables({ cases, missing_episodes });
  const working = await see(source, 'MC-05');
  expect(numberOf(rowOf(working, 'cif_7d')?.denominator)).toBe(77);
  const released = await see(source, 'MC-05', { mode: 'release' });
  expect(released.protection.audit).toBe('proven');
  const all = numberOf(rowOf(released, 'share')?.denominator);
  const timed = numberOf(rowOf(released, 'cif_7d')?.denominator);
  expect([all, timed]).toContain(null);
  expect(numberOf(rowOf(released, 'not_timed_count')?.value)).toBeNull();
});

const children = Array.from({ length: 80 }, (_, i) => `${i}`);
const cases = children.map((case_key) => ({
  case_key,
  index_month: '2023-03',
  victim_status: 'identified',
  age_at_detection: '15',
  accompaniment: 'unaccompanied',
  detected_offset_h: '0',
  followup_end_offset_d: '800',
}));
const later = (i: number, day: string) => (i < 3 ? '' : day);

/** Files in which one question knows of all 80 children, and another of all but three. */
const files: Record<string, Tables> = {
  'VW-01': {
    cases,
    proceedings: children.map((case_key, i) => ({
      ...{ proceeding_key: case_key, case_key, proceeding_type: 'criminal' },
      opened_offset_d: later(i, '10'),
    })),
    testimony: children.slice(3).flatMap((case_key, i) =>
      (i < 37 ? ['20'] : ['20', '100']).map((day) => ({
        ...{ event_key: `${case_key} ${day}`, case_key, event_type: 'police' },
        held_offset_d: day,
      })),
    ),
  },
  'RR-04': {
    cases,
    placements: children.map((case_key) => ({
      ...{ placement_key: case_key, case_key, placement_type: 'residential_specialised' },
      ...{ started_offset_h: '0', ended_offset_h: '2400', end_reason: 'planned' },
    })),
    followups: children.map((case_key, i) => ({
      ...{ followup_key: case_key, case_key, contact_made: 'yes', support_active: 'no' },
      held_offset_d: i < 40 ? '110' : '150',
      phase: later(i, 'aftercare'),
    })),
    services: [
      {
        ...{ service_key: '1', case_key: '1', service_type: 'health', phase: 'care' },
        ...{ needed: 'yes', status: 'completed', started_offset_d: '3', ended_offset_d: '9' },
      },
    ],
  },
  'GP-01': {
    cases,
    assignments: children.map((case_key, i) => ({
      ...{ assignment_key: case_key, case_key, role: 'guardian' },
      started_offset_d: later(i, i < 40 ? '5' : '90'),
      ended_offset_d: '300',
    })),
  },
};

it.each([
  ['VW-01', 'more_than_one_share', 'mean_cumulative_count_12m'],
  ['RR-04', 'supported_share_6m', 'cif_30d'],
])('%s keeps back how many one question knows of, or another', async (id, one, other) => {
  const source = await loadTables(files[id] ?? {});
  const working = await see(source, id);
  expect(numberOf(rowOf(working, one)?.denominator)).toBe(80);
  expect(numberOf(rowOf(working, other)?.denominator)).toBe(77);
  const released = await see(source, id, { mode: 'release' });
  expect(released.protection.audit).toBe('proven');
  const shown = [one, other].map((measure) => numberOf(rowOf(released, measure)?.denominator));
  expect(shown).toContain(null);
});

it.each(Object.keys(files))('the totals of %s are one figure for the gate', async (id) => {
  const drafts: Draft[] = [];
  const source = await loadTables(files[id] ?? {});
  const judgeSeen: typeof judge = (draft, how) => {
    drafts.push(draft);
    return judge(draft, how);
  };
  await see({ ...source, judge: judgeSeen }, id, { mode: 'release' });
  const tied = indicatorOf(id)?.further?.filter(({ sameChildren }) => sameChildren) ?? [];
  expect(tied.length).toBeGreaterThan(0);
  const own = drafts.find((draft) => draft.indicator === id);
  expect(own?.same).toHaveLength(tied.length);
});
