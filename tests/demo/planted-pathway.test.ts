import { describe, expect, it } from 'vitest';
import {
  all,
  count,
  detectedAt,
  fileOf,
  grouped,
  moment,
  people,
  personOf,
  type Row,
} from './told';

const atLeast = (least: number, table: string, test: (row: Row) => boolean) =>
  expect(count(table, test)).toBeGreaterThanOrEqual(least);
const cut = Date.parse('2026-06-17');
const day = 864e5;
const turned18 = (row: Row) =>
  Math.min(
    ...(people.get(personOf(row)) ?? []).map((file) => moment(file.turned_18_at) || Infinity),
  );

describe('the order of dates', () => {
  it.each([
    ['decisions', ['requested', 'decided']],
    ['age_disputes', ['raised', 'resolved']],
    ['exploitation_spells', ['started', 'ended']],
    ['assessments', ['started', 'completed', 'plan_updated', 'next_review_due']],
    ['residence', ['applied', 'granted', 'ended']],
    ['proceedings', ['opened', 'charged', 'judgment', 'final']],
  ])('holds in %s', (table, steps) => {
    for (const row of all(table)) {
      const dates = steps.map((step) => row[`${step}_at`] ?? '').filter((at) => /^\d/.test(at));
      expect(dates).toEqual(dates.toSorted());
    }
  });
});

describe('decisions (ID-05, ID-06, ID-14, GP-08)', () => {
  const final = (row: Row) => row.stage === 'final';
  it('wait, some past the 18th birthday', () => {
    const waiting = (row: Row) => row.outcome === 'pending' && row.decided_at === '';
    atLeast(100, 'decisions', waiting);
    atLeast(10, 'decisions', (row) => waiting(row) && turned18(row) < cut);
    expect(count('decisions', (row) => row.outcome === 'pending' && row.decided_at !== '')).toBe(0);
  });
  it('are negative for means, for consent, and for reasons nobody wrote', () => {
    for (const reason of ['means_not_shown', 'consent', 'evidence', 'held_adult', '', 'unknown'])
      atLeast(
        1,
        'decisions',
        (row) => row.outcome === 'negative' && row.negative_reason === reason,
      );
    atLeast(60, 'decisions', (row) => row.outcome === 'negative');
  });
  it('are reversed, suspended, withdrawn, dated or not, and sometimes not there', () => {
    atLeast(
      10,
      'decisions',
      (row) => row.is_reconsideration === 'yes' && row.outcome === 'positive',
    );
    for (const outcome of ['suspended', 'withdrawn'])
      atLeast(10, 'decisions', (row) => final(row) && row.outcome === outcome);
    atLeast(
      10,
      'decisions',
      (row) => row.outcome === 'positive' && !/^\d/.test(row.decided_at ?? ''),
    );
    atLeast(10, 'decisions', (row) => row.requested_at === '');
    const decided = new Set(all('decisions').filter(final).map(personOf));
    atLeast(
      20,
      'cases',
      (row) => row.victim_status === 'identified' && !decided.has(personOf(row)),
    );
  });
});

describe('age disputes (ID-08, ID-09)', () => {
  it('leave children treated as adults, or nobody knows how', () => {
    for (const treated of ['adult', 'mixed', 'unknown', ''])
      atLeast(3, 'age_disputes', (row) => row.treated_meanwhile_as === treated);
  });
  it('stay open, come twice, end as adult, and are missing where age is in doubt (X09)', () => {
    atLeast(5, 'age_disputes', (row) => row.outcome === 'unresolved' && row.resolved_at === '');
    atLeast(10, 'age_disputes', (row) => row.outcome === 'adult');
    const rows = grouped(all('age_disputes'), personOf);
    expect([...rows.values()].filter((group) => group.length > 1).length).toBeGreaterThan(2);
    atLeast(20, 'cases', (row) => row.age_in_doubt === 'yes' && !['presumed', 'assessed'].includes(row.minority_basis ?? '') && !rows.has(personOf(row))); // prettier-ignore
  });
});

describe('spells of exploitation (ID-12, RR-01)', () => {
  const again = (row: Row) => row.after_detection === 'yes';
  it('change their form', () => {
    const changed = [...grouped(all('exploitation_spells'), personOf).values()].filter(
      (rows) => new Set(rows.map((row) => row.form)).size > 1,
    );
    expect(changed.length).toBeGreaterThan(50);
  });
  it('come again after detection for few, confirmed, suspected or not said', () => {
    const share = count('exploitation_spells', again) / people.size;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.06);
    for (const certainty of ['confirmed', 'suspected', ''])
      atLeast(2, 'exploitation_spells', (row) => again(row) && row.certainty === certainty);
  });
  it('have no start, or one that contradicts them', () => {
    atLeast(100, 'exploitation_spells', (row) => row.started_at === '');
    atLeast(1, 'exploitation_spells', (row) => again(row) && !/^\d/.test(row.started_at ?? ''));
    atLeast(1, 'exploitation_spells', (row) => again(row) && moment(row.started_at) < detectedAt(row) - day); // prettier-ignore
  });
});

describe('assessments and plans (RF-04, RF-06, GP-07)', () => {
  it('are not completed, or make no plan', () => {
    atLeast(50, 'assessments', (row) => row.completed_at === '');
    atLeast(50, 'assessments', (row) => row.plan_made === 'no');
    const assessed = new Set(all('assessments').map(personOf));
    expect([...people.keys()].filter((key) => !assessed.has(key)).length).toBeGreaterThan(300);
  });
  it('leave plans stale in open files while the review is long due', () => {
    const open = (row: Row) => fileOf(row)?.case_open === 'yes';
    const old = (text: string | undefined) => moment(text) < cut - 365 * day;
    atLeast(40, 'assessments', (row) => open(row) && old(row.plan_updated_at) && moment(row.next_review_due_at) < cut); // prettier-ignore
    atLeast(3, 'assessments', (row) => moment(row.next_review_due_at) > cut);
  });
  it('did not hear the child, or not in its language', () => {
    for (const column of ['child_heard', 'information_language_ok', 'consent_recorded'])
      for (const cell of ['no', 'unknown', '', 'not_asked'])
        atLeast(5, 'assessments', (row) => row[column] === cell);
  });
});

describe('residence (GP-05, GP-06)', () => {
  it('is pending, refused, expired or dated by nobody', () => {
    for (const outcome of ['pending', 'refused', 'withdrawn', 'expired', 'renewed', 'granted'])
      atLeast(5, 'residence', (row) => row.outcome === outcome);
    atLeast(2, 'residence', (row) => row.granted_at === 'unknown');
    atLeast(1, 'residence', (row) => row.status_type === 'tolerated' && moment(row.ended_at) === turned18(row)); // prettier-ignore
  });
  it('depends on cooperating for some', () => {
    for (const cell of ['yes', 'no', 'unknown', ''])
      atLeast(5, 'residence', (row) => row.conditional_on_cooperation === cell);
  });
});

describe('proceedings (VW-01, VW-03, VW-05, VW-07)', () => {
  it('try several children in one trial with one judgment day', () => {
    const trials = [...grouped(all('proceedings').filter((row) => row.joint_key), (row) => row.joint_key ?? '').values()]; // prettier-ignore
    expect(trials.filter((rows) => rows.length > 1).length).toBeGreaterThan(10);
    for (const rows of trials)
      expect(new Set(rows.flatMap((row) => row.judgment_at || [])).size).toBeLessThanOrEqual(1);
  });
  it('stop, stay open, and end in lesser charges', () => {
    for (const outcome of [
      'pending',
      'convicted_as_charged',
      'convicted_lesser',
      'acquitted',
      'discontinued',
    ])
      // prettier-ignore
      atLeast(10, 'proceedings', (row) => row.outcome === outcome);
    atLeast(10, 'proceedings', (row) => row.offence_charged === 'other_lesser');
  });
  it('hear the child several times, also after the end (X18)', () => {
    const heard = grouped(all('testimony').filter((row) => row.proceeding_key), (row) => row.proceeding_key ?? ''); // prettier-ignore
    expect([...heard.values()].filter((rows) => rows.length > 2).length).toBeGreaterThan(50);
    const late = all('proceedings').filter(
      (row) =>
      heard.get(row.proceeding_key ?? '')?.some((event) => moment(event.held_at) > moment(row.final_at)), // prettier-ignore
    );
    expect(late.length).toBeGreaterThan(2);
  });
  it('award money in two currencies and pay it in part or not at all', () => {
    for (const currency of ['EUR', 'NOK'])
      atLeast(2, 'proceedings', (row) => row.currency === currency);
    const awarded = (row: Row) => Number(row.compensation_awarded) > 0;
    atLeast(5, 'proceedings', (row) => awarded(row) && row.compensation_paid === '0');
    atLeast(2, 'proceedings', (row) => awarded(row) && Number(row.compensation_paid) > 0 && Number(row.compensation_paid) < Number(row.compensation_awarded)); // prettier-ignore
  });
});

describe('follow-ups (RR-01, RR-04, RR-07)', () => {
  const byChild = grouped(all('followups'), personOf);
  it('stop at 18 for some and go on for others', () => {
    const last = [...byChild.values()].map((rows) => rows.at(-1) ?? {});
    const stopped = last.filter((row) => row.phase === 'after_18' && row.support_active === 'no');
    expect(stopped.length).toBeGreaterThan(10);
    atLeast(10, 'followups', (row) => row.phase === 'after_18' && row.support_active === 'yes');
    expect(last.filter((row) => row.support_active === 'yes').length).toBeGreaterThan(50);
  });
  it('never begin for children who left care', () => {
    const left = grouped(all('placements'), (row) => row.case_key ?? '');
    const gone = [...left.values()].filter((rows) => rows.every((row) => row.ended_at));
    expect(gone.filter(([row]) => row && !byChild.has(personOf(row))).length).toBeGreaterThan(100);
  });
  it('reach nobody, or find the child exploited again', () => {
    atLeast(50, 'followups', (row) => row.contact_made === 'no' && row.retrafficked === 'unknown');
    for (const found of ['no', 'suspected', 'confirmed', 'not_asked'])
      atLeast(5, 'followups', (row) => row.retrafficked === found);
  });
  it('use two instruments and often only once', () => {
    const scored = all('followups').filter((row) => row.score_scale);
    expect(new Set(scored.map((row) => row.score_scale)).size).toBe(2);
    for (const rows of grouped(scored, personOf).values())
      expect(new Set(rows.map((row) => row.score_scale)).size).toBe(1);
    const times = [...grouped(scored, personOf).values()].map((rows) => rows.length);
    expect(times.filter((n) => n === 1).length).toBeGreaterThan(30);
    expect(times.filter((n) => n > 1).length).toBeGreaterThan(30);
  });
});

describe('the minimal set, where bodies differ or answer late', () => {
  it('knows in one file what another does not', () => {
    const several = [...people.values()].filter((rows) => rows.length > 1);
    for (const column of ['victim_status', 'gender', 'legal_status', 'detection_route'])
      expect(
        several.filter((rows) => new Set(rows.map((row) => row[column])).size > 1).length,
      ).toBeGreaterThan(5);
  });
  it('has referrals declined by the child and never answered', () => {
    for (const status of ['declined_by_child', 'no_reply', 'refused'])
      atLeast(20, 'referrals', (row) => row.status === status);
  });
  it('has guardians who came three months late', () => {
    atLeast(30, 'assignments', (row) => row.role === 'guardian' && moment(row.started_at) > detectedAt(row) + 90 * day); // prettier-ignore
  });
  it('has services given before the need was written, declined, and unmet for a reason', () => {
    atLeast(20, 'services', (row) => (row.started_at || '9') < (row.need_identified_at || '0'));
    atLeast(20, 'services', (row) => row.status === 'declined');
    for (const reason of ['no_capacity', 'waiting_list', 'boys_not_taken', 'legal_status', ''])
      atLeast(1, 'services', (row) => row.status === 'not_provided' && row.unmet_reason === reason);
  });
  it('counts a population of two sexes', () => {
    expect(new Set(all('population').map((row) => row.sex))).toEqual(new Set(['female', 'male']));
  });
});
