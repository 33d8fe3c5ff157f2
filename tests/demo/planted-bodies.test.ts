import { describe, expect, it } from 'vitest';
import { writeCoverage } from '$lib/demo/coverage';
import { Draw } from '$lib/demo/draw';
import { monthsOf } from '$lib/demo/months';
import { TableWriter } from '$lib/demo/table-writer';
import { all, count, grouped, type Row } from './told';

const atLeast = (least: number, table: string, test: (row: Row) => boolean) =>
  expect(count(table, test)).toBeGreaterThanOrEqual(least);
const programme = (row: Row) => row.programme_key ?? '';
const overlaps = (row: Row, from: string, to: string) =>
  (row.start_date ?? '') <= to && (!row.end_date || row.end_date >= from);

describe('programmes and their money (FC-01, FC-02, FC-05, FC-06, SW-05)', () => {
  it('one programme has no grant at all and still spends', () => {
    const granted = new Set(all('funding').map(programme));
    const without = all('programmes')
      .map(programme)
      .filter((key) => !granted.has(key));
    expect(without).toEqual(['programme-8']);
    atLeast(10, 'expenditure', (row) => programme(row) === 'programme-8');
  });
  it('shelters for girls only, without a licence, long since inspected', () => {
    atLeast(1, 'programmes', (row) => row.target_gender === 'girls' && row.boys_accepted === 'no');
    atLeast(1, 'programmes', (row) => row.programme_type === 'shelter' && row.licensed === 'no');
    atLeast(1, 'programmes', (row) => /^\d/.test(row.last_inspection ?? '') && (row.last_inspection ?? '') < '2020'); // prettier-ignore
  });
  it('a service is booked on a programme before it starts (X27)', () => {
    const started = new Map(all('programmes').map((row) => [programme(row), row.started ?? '']));
    atLeast(10, 'services', (row) => programme(row) !== '' && Boolean(row.started_at) && (row.started_at ?? '').slice(0, 7) < (started.get(programme(row)) ?? '')); // prettier-ignore
  });
  it('spending in two currencies inside one programme (X26), and while no grant runs', () => {
    const currencies = [...grouped(all('expenditure'), programme).values()].map(
      (rows) => new Set(rows.map((row) => row.currency)).size,
    );
    expect(currencies.filter((n) => n === 2)).toHaveLength(1);
    const uncovered = all('expenditure').filter(
      (row) => !all('funding').some((grant) => programme(grant) === programme(row) && overlaps(grant, row.period_start ?? '', row.period_end ?? '')), // prettier-ignore
    );
    expect(uncovered.some((row) => programme(row) === 'programme-8')).toBe(true);
    atLeast(1, 'expenditure', (row) => row.purpose === '');
    const late = all('expenditure').filter((row) => row.price_index === '');
    expect(new Set(late.map((row) => row.period_start))).toEqual(new Set(['2025-07-01']));
    atLeast(5, 'funding', (row) => row.amount_disbursed !== '' && Number(row.amount_disbursed) < Number(row.amount_committed)); // prettier-ignore
  });
  it('interruptions inside a gap between grants, and one that goes on', () => {
    const gaps = all('disruptions').filter(
      (row) => row.cause === 'funding_gap' && !all('funding').some((grant) => programme(grant) === programme(row) && (grant.end_date ?? '9') >= (grant.start_date ?? '') && overlaps(grant, row.start_date ?? '', row.end_date || '9')), // prettier-ignore
    );
    expect(gaps.map(programme).toSorted()).toEqual(['programme-2', 'programme-5']);
    expect(count('disruptions', (row) => row.end_date === '')).toBe(1);
    for (const cell of ['0', '', 'unknown'])
      expect(count('disruptions', (row) => row.children_affected === cell)).toBe(1);
  });
});

describe('staff, activity and feedback (SW-02, SW-03, SW-04, SW-06, SW-07)', () => {
  it('caregivers short of six months, a case worker with too many, a volunteer without hours (X28)', () => {
    const short = (row: Row) => row.role === 'caregiver' && row.training_months !== '' && Number(row.training_months) < 6; // prettier-ignore
    atLeast(24, 'staff', short);
    atLeast(24, 'staff', (row) => row.role === 'caregiver' && row.training_months === '');
    atLeast(12, 'staff', (row) => row.role === 'case_worker' && Number(row.caseload) > 28);
    atLeast(12, 'staff', (row) => row.fte === '0' && Number(row.caseload) > 0);
  });
  it('people leave and the post stays empty for two months', () => {
    atLeast(3, 'staff', (row) => row.left_this_month === 'yes');
    const months = [...grouped(all('staff'), (row) => row.staff_key ?? '').values()].map((rows) => rows.length); // prettier-ignore
    expect(months.filter((n) => n < 24).length).toBeGreaterThan(5);
    atLeast(100, 'staff', (row) => row.supervision_sessions === '0');
    expect(count('staff', (row) => row.sick_days !== 'not_asked' && programme(row) !== 'programme-1')).toBe(0); // prettier-ignore
  });
  it('courses are older than two years, and a post stays empty for two months', () => {
    atLeast(24, 'staff', (row) => /^\d/.test(row.trafficking_training_month ?? '') && (row.trafficking_training_month ?? '') < '2022'); // prettier-ignore
    const left = all('staff').filter((row) => row.left_this_month === 'yes');
    for (const { staff_key, month = '' } of left)
      expect(all('staff').some((row) => row.staff_key === staff_key && (row.month ?? '') > month)).toBe(false); // prettier-ignore
    const sizes = new Set(monthsOf(2024, 2025).map((month) => count('staff', (row) => row.month === month))); // prettier-ignore
    expect(sizes.size).toBeGreaterThan(1);
  });
  it('contacts are more than children', () => {
    atLeast(100, 'activity', (row) => Number(row.contacts) > Number(row.children));
  });
  it('boys were not counted for a year, a month was closed, calls stayed unanswered', () => {
    atLeast(24, 'activity', (row) => row.boys === 'not_asked' && (row.month ?? '') < '2022');
    expect(count('activity', (row) => row.hours_open === '0' && row.contacts === '0')).toBe(1);
    atLeast(50, 'activity', (row) => Number(row.calls_answered) < Number(row.calls_offered));
    for (const row of all('activity'))
      if (row.boys !== 'not_asked') expect(Number(row.boys)).toBeLessThanOrEqual(Number(row.children)); // prettier-ignore
  });
  it('a channel nobody uses, breaches not investigated, a survey few answered', () => {
    atLeast(10, 'feedback', (row) => row.channel === 'complaint' && row.received === '0');
    atLeast(1, 'feedback', (row) => Number(row.about_staff) + Number(row.privacy_breach) > Number(row.investigated)); // prettier-ignore
    atLeast(5, 'feedback', (row) => Number(row.respondents) / Number(row.invited) < 0.5);
    for (const row of all('feedback')) expect(Number(row.about_staff) + Number(row.privacy_breach)).toBeLessThanOrEqual(Number(row.received)); // prettier-ignore
  });
});

describe('the checklist (PQ-01)', () => {
  it('self against others, one expired, one twice, threes without evidence, and all kinds of nothing', () => {
    const mean = (rows: Row[]) => rows.reduce((sum, row) => sum + Number(row.score), 0) / rows.length; // prettier-ignore
    const of = (assessor: string) => all('checklist').filter((row) => programme(row) === 'programme-1' && row.assessor === assessor && /\d/.test(row.score ?? '')); // prettier-ignore
    expect(mean(of('self')) - mean(of('independent'))).toBeGreaterThan(0.5);
    const expired = all('checklist').filter((row) => (row.assessed ?? '') < '2024-06');
    expect(new Set(expired.map((row) => `${programme(row)} ${row.assessor}`))).toEqual(
      new Set(['programme-3 self', 'programme-4 self']),
    );
    const twice = grouped(all('checklist'), (row) =>
      [programme(row), row.item, row.assessor].join(),
    );
    expect([...twice.values()].filter((rows) => rows.length === 2)).toHaveLength(10);
    atLeast(3, 'checklist', (row) => row.score === '3' && row.evidence === 'none');
    atLeast(1, 'checklist', (row) => row.score === 'na');
    atLeast(1, 'checklist', (row) => row.score === '');
    const rows = [...grouped(all('checklist'), (row) => row.response_key?.split('-')[1] ?? '').values()]; // prettier-ignore
    expect(rows.filter((answers) => answers.length < 10).length).toBeGreaterThan(0);
  });
});

describe('coverage (DQ-03)', () => {
  const cases = all('coverage').filter((row) => row.table_name === 'cases');
  const unsent = cases.filter((row) => row.submitted === 'no');
  it('two months of one body and every month of another did not come', () => {
    const byBody = grouped(unsent, (row) => row.org_key ?? '');
    expect(byBody.get('org-labour-1')).toHaveLength(12);
    byBody.delete('org-labour-1');
    expect(byBody.size).toBe(1);
    const [silent] = byBody.values();
    expect(silent).toHaveLength(2);
    const at = silent?.map((row) => monthsOf(2021, 2025).indexOf(row.month ?? '')) ?? [];
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBe(1);
    // What did not come is not a zero: the body has files before and after, none in between.
    const files = all('cases').filter((row) => row.org_key === silent?.[0]?.org_key);
    expect(files.length).toBeGreaterThan(20);
    for (const row of silent ?? []) {
      expect(row.expected).toBe('yes');
      expect(files.filter((file) => file.detected_at?.startsWith(row.month ?? '-'))).toEqual([]);
    }
  });
  it('contradicts the files where no body ever rests (X30)', () => {
    const writer = new TableWriter('coverage');
    writeCoverage(writer, new Draw(1), { files: () => 4 });
    const lines = writer
      .take()
      .split('\n')
      .filter((line) => line.includes(',cases,yes,no,'));
    expect(lines.filter((line) => line.includes('org-health-1,2024-0'))).toHaveLength(2);
  });
  it('one body need not report missing episodes before 2023', () => {
    const free = all('coverage').filter((row) => row.expected === 'no');
    expect(new Set(free.map((row) => `${row.org_key} ${row.table_name}`))).toEqual(
      new Set(['org-reception-1 missing_episodes']),
    );
    expect(free).toHaveLength(24);
  });
  it('recording rules and a system change', () => {
    const rules = (month: string) => new Set(cases.filter((row) => row.month === month && row.submitted === 'yes').map((row) => row.definition_version)); // prettier-ignore
    expect(rules('2022-12')).toEqual(new Set(['rules 2019']));
    expect(rules('2023-01')).toEqual(new Set(['rules 2023']));
    expect(count('coverage', (row) => row.break_note === 'New case system')).toBe(2);
    atLeast(10, 'coverage', (row) => row.month === '2023-01' && Boolean(row.break_note));
  });
});

describe('published counts (DQ-03)', () => {
  const counts = all('aggregate_counts');
  const total = (period: string, vintage?: string) => Number(counts.find((row) => row.measure === 'registered' && row.gender === 'na' && row.period === period && row.age_group === 'under_18' && (!vintage || row.vintage === vintage))?.count); // prettier-ignore
  it('break at 2023, where the age rule changes', () => {
    const basis = (period: string) => new Set(counts.filter((row) => row.measure === 'registered' && row.period === period && row.age_basis !== 'at_registration').map((row) => row.age_basis)); // prettier-ignore
    expect(basis('2022')).toEqual(new Set(['at_first_exploitation']));
    expect(basis('2023')).toEqual(new Set(['at_detection']));
    expect(new Set(counts.filter((row) => row.flag === 'break').map((row) => row.period))).toEqual(new Set(['2023'])); // prettier-ignore
    expect(total('2023') / total('2022')).toBeGreaterThan(1.3);
    expect(total('2022') / total('2021')).toBeLessThan(1.3);
  });
  it('withhold small groups, never one alone', () => {
    const hidden = counts.filter((row) => row.flag === 'suppressed' && row.gender !== 'na');
    expect(hidden.length).toBeGreaterThan(10);
    expect(hidden.every((row) => row.count === '')).toBe(true);
    for (const rows of grouped(hidden, (row) => `${row.period} ${row.vintage}`).values())
      expect(rows.length).toBeGreaterThan(1);
    expect(counts.filter((row) => row.gender !== 'na' && Number(row.count) > 0 && Number(row.count) < 11)).toEqual([]); // prettier-ignore
  });
  it('two vintages of one year differ, one year is not available, one an estimate', () => {
    expect(total('2023', '2024-03')).toBeLessThan(total('2023', '2025-03'));
    for (const flag of ['not_available', 'estimated', 'revised', 'provisional'])
      atLeast(1, 'aggregate_counts', (row) => row.flag === flag);
    expect(count('aggregate_counts', (row) => row.flag === 'not_available' && row.count !== '')).toBe(0); // prettier-ignore
  });
  it('a total stands beside its parts and gives the withheld one away', () => {
    const rows = counts.filter((row) => row.age_basis === 'at_registration');
    expect(rows.map((row) => row.age_group)).toEqual(['total', 'under_18', '18plus']);
    const [whole, young, grown] = rows;
    expect([grown?.count, grown?.flag]).toEqual(['', 'suppressed']);
    const given = Number(whole?.count) - Number(young?.count);
    expect(given).toBeGreaterThan(0);
    expect(given).toBeLessThan(11);
  });
});
