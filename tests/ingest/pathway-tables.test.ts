import { describe, expect, test } from 'vitest';
import { name, sql } from '$lib/schema/sql';
import { tableOf } from '$lib/schema/tables';
import { engine, load, only } from './engines';

/** Some columns of a table as text, in the order of the file. */
async function cells(table: string, ...columns: string[]): Promise<unknown[][]> {
  const rows = await (
    await engine()
  ).query(
    sql`SELECT rowid${columns.reduce((all, one) => sql`${all}, CAST(${name(one)} AS VARCHAR) AS ${name(one)}`, sql``)} FROM ${name(table)} ORDER BY rowid`,
  );
  return rows.map((row) => columns.map((column) => row[column]));
}
const read = async (table: string, lines: readonly string[]) =>
  only(await load({ 'export.csv': `${lines.join('\n')}\n` }));

/** Files as a provider would write them: one row with values, one with gaps, one with a wrong code. */
const files: Readonly<
  Record<string, { lines: string[]; wrong: string; columns: string[]; expected: unknown[][] }>
> = {
  decisions: {
    lines: [
      'decision_key,case_key,stage,requested_at,decided_at,outcome,negative_reason,body_type,is_reconsideration',
      'D1,C1,first_threshold,2024-01-10,2024-02-01,negative,consent,police,no',
      'D2,C2,final,unknown,,pending,na,not_asked,refused',
      'D3,C3,final,2024-01-10,2024-02-01,positive,,somebody,yes',
    ],
    wrong: 'body_type',
    columns: ['stage', 'outcome', 'negative_reason', 'negative_reason__missing', 'requested__missing', 'decided__missing', 'body_type', 'body_type__missing', 'is_reconsideration__missing'],
    expected: [
      ['first_threshold', 'negative', 'consent', null, null, null, 'police', null, null],
      ['final', 'pending', null, 'not_applicable', 'unknown', 'not_recorded', null, 'not_asked', 'refused'],
      ['final', 'positive', null, 'not_recorded', null, null, null, 'unmapped', null],
    ],
  },
  age_disputes: {
    lines: [
      'dispute_key,case_key,raised_by,raised_at,treated_meanwhile_as,method,resolved_at,outcome',
      'A1,C1,immigration_asylum,2024-01-10,adult,medical,2024-03-01,child',
      'A2,C2,unknown,2024-01-10,not_asked,-99,,unresolved',
      'A3,C3,police,2024-01-10,guest,documents,2024-03-01,adult',
    ],
    wrong: 'treated_meanwhile_as',
    columns: ['raised_by', 'raised_by__missing', 'treated_meanwhile_as', 'treated_meanwhile_as__missing', 'method', 'method__missing', 'resolved__missing', 'outcome'],
    expected: [
      ['immigration_asylum', null, 'adult', null, 'medical', null, null, 'child'],
      [null, 'unknown', null, 'not_asked', null, 'not_recorded', 'not_recorded', 'unresolved'],
      ['police', null, null, 'unmapped', 'documents', null, null, 'adult'],
    ],
  },
  exploitation_spells: {
    lines: [
      'spell_key,case_key,sequence,form,age_at_start,after_detection,certainty,started_offset_d,ended_offset_d,country',
      'E1,C1,1,sexual_online,14,no,confirmed,-200,-3.5,NA',
      'E2,C1,2,labour,99,unknown,suspected,-9,99,00',
      'E3,C2,1,begging,,yes,maybe,,unknown,NOR',
    ],
    wrong: 'certainty',
    columns: ['sequence', 'form', 'age_at_start', 'age_at_start__missing', 'after_detection', 'after_detection__missing', 'certainty', 'certainty__missing', 'started_h', 'ended_h', 'started__missing', 'ended__missing', 'country', 'country__missing'],
    expected: [
      ['1', 'sexual_online', '14', null, 'no', null, 'confirmed', null, '-4800.0', '-84.0', null, null, 'NA', null],
      ['2', 'labour', null, 'not_recorded', null, 'unknown', 'suspected', null, '-216.0', '2376.0', null, null, null, 'not_recorded'],
      ['1', 'begging', null, 'not_recorded', 'yes', null, null, 'unmapped', null, null, 'not_recorded', 'unknown', 'NO', null],
    ],
  },
  assessments: {
    lines: [
      'assessment_key,case_key,assessment_type,started_at,completed_at,multidisciplinary,child_heard,plan_made,plan_updated_at,next_review_due_at,decision_context,information_given,information_language_ok,interpreter_provided,consent_recorded',
      'S1,C1,best_interests,2024-01-10,2024-01-20,ja,yes,yes,2024-02-01,2024-05-01,placement,both,yes,na,yes',
      'S2,C2,screening,2024-01-10,,refused,not_asked,no,,unknown,na,none,unknown,no,',
      'S3,C3,bid,2024-01-10,2024-01-20,no,no,no,,,holiday,oral,no,yes,no',
    ],
    wrong: 'decision_context',
    columns: ['assessment_type', 'multidisciplinary', 'multidisciplinary__missing', 'child_heard__missing', 'completed__missing', 'next_review_due__missing', 'decision_context', 'decision_context__missing', 'information_given', 'interpreter_provided', 'interpreter_provided__missing'],
    expected: [
      ['best_interests', 'yes', null, null, null, null, 'placement', null, 'both', null, 'not_applicable'],
      ['screening', null, 'refused', 'not_asked', 'not_recorded', 'unknown', null, 'not_applicable', 'none', 'no', null],
      ['bid', 'no', null, null, null, 'not_recorded', null, 'unmapped', 'oral', 'yes', null],
    ],
  },
  residence: {
    lines: [
      'permit_key,case_key,status_type,applied_at,granted_at,ended_at,outcome,conditional_on_cooperation',
      'R1,C1,victim_permit,2024-01-10,2024-02-01,2024-08-01,granted,yes',
      'R2,C2,reflection,,unknown,,refused,refused',
      'R3,C3,asylum,2024-01-10,,,perhaps,not_asked',
    ],
    wrong: 'outcome',
    columns: ['status_type', 'outcome', 'outcome__missing', 'granted__missing', 'ended__missing', 'conditional_on_cooperation', 'conditional_on_cooperation__missing'],
    expected: [
      ['victim_permit', 'granted', null, null, null, 'yes', null],
      ['reflection', 'refused', null, 'unknown', 'not_recorded', null, 'refused'],
      ['asylum', null, 'unmapped', 'not_recorded', 'not_recorded', null, 'not_asked'],
    ],
  },
  proceedings: {
    lines: [
      'proceeding_key,case_key,joint_key,proceeding_type,offence_charged,opened_at,charged_at,judgment_at,final_at,stage_reached,outcome,suspects,convicted,best_interest_decision,told_may_decline,reprisal_or_threat,compensation_sought,compensation_awarded,compensation_paid,currency',
      'P1,C1,J1,criminal,procuring,2024-01-10,2024-06-01,2025-01-15,2025-03-01,final,convicted_lesser,99,2,yes,no,no,yes,12500.5,0,NOK',
      'P2,C2,,state_compensation,na,2024-01-10,,,,reported,pending,unknown,,not_asked,refused,unknown,,999,unknown,',
      'P3,C3,J2,criminal,riddles,2024-01-10,,,,investigation,pending,1,0,yes,no,no,no,,,',
    ],
    wrong: 'offence_charged',
    columns: ['offence_charged', 'offence_charged__missing', 'stage_reached', 'outcome', 'suspects', 'suspects__missing', 'convicted', 'compensation_awarded', 'compensation_paid', 'compensation_paid__missing', 'told_may_decline__missing', 'judgment__missing', 'currency', 'joint_key'],
    expected: [
      ['procuring', null, 'final', 'convicted_lesser', '99', null, '2', '12500.5', '0.0', null, null, null, 'NOK', 'J1'],
      [null, 'not_applicable', 'reported', 'pending', null, 'unknown', null, '999.0', null, 'unknown', 'refused', 'not_recorded', null, null],
      [null, 'unmapped', 'investigation', 'pending', '1', null, '0', null, null, 'not_recorded', null, 'not_recorded', null, 'J2'],
    ],
  },
  followups: {
    lines: [
      'followup_key,case_key,held_at,contact_made,phase,support_active,living,retrafficked,education,safety_score,wellbeing_score,score_scale,family_supported',
      'F1,C1,2024-01-10,yes,aftercare,yes,foster,suspected,attending,-9,3.5,Own scale 0 to 10,no',
      'F2,C2,2024-01-10,no,after_18,unknown,not_asked,refused,na,unknown,,,not_asked',
      'F3,C3,2024-01-10,yes,care,no,none,yes,none,99,7,,yes',
    ],
    wrong: 'retrafficked',
    columns: ['contact_made', 'phase', 'support_active__missing', 'living', 'living__missing', 'retrafficked', 'retrafficked__missing', 'education', 'education__missing', 'safety_score', 'safety_score__missing', 'wellbeing_score', 'score_scale'],
    expected: [
      ['yes', 'aftercare', null, 'foster', null, 'suspected', null, 'attending', null, '-9.0', null, '3.5', 'Own scale 0 to 10'],
      ['no', 'after_18', 'unknown', null, 'not_asked', null, 'refused', null, 'not_applicable', null, 'unknown', null, null],
      ['yes', 'care', null, 'none', null, null, 'unmapped', 'none', null, '99.0', null, '7.0', null],
    ],
  },
  organisations: {
    lines: [
      'org_key,org_type,country,region,child_protection_policy,referral_agreements',
      'O1,ngo,NO,NO08,yes,99',
      'O2,shelter,unknown,,not_asked,unknown',
      'O3,circus,NA,NO07,no,0',
    ],
    wrong: 'org_type',
    columns: ['org_type', 'org_type__missing', 'country', 'country__missing', 'region', 'region__missing', 'child_protection_policy', 'child_protection_policy__missing', 'referral_agreements', 'referral_agreements__missing'],
    expected: [
      ['ngo', null, 'NO', null, 'NO08', null, 'yes', null, '99', null],
      ['shelter', null, null, 'unknown', null, 'not_recorded', null, 'not_asked', null, 'unknown'],
      [null, 'unmapped', 'NA', null, 'NO07', null, 'no', null, '0', null],
    ],
  },
}; // prettier-ignore

describe('a file of each table', () => {
  test.each(Object.entries(files))(
    '%s: values, labelled gaps, and a wrong code that warns and loses nothing',
    async (table, { lines, wrong, columns, expected }) => {
      const report = await read(table, lines);
      expect(report.table).toBe(table);
      expect(report.mapping.every(({ target }) => target !== null)).toBe(true);
      expect(report).toMatchObject({ records: 3, accepted: 2, warned: 1, rejected: 0 });
      const said = report.issues.filter(
        ({ code }) => !['withheld-by-source', 'codes-by-synonym'].includes(code),
      );
      expect(said.map(({ code }) => code)).toEqual(['value-not-in-code-list']);
      expect(said[0]).toMatchObject({ column: wrong, count: 1, lines: [4] });
      expect(await cells(table, ...columns)).toEqual(expected);
    },
  );

  test.each(Object.keys(files))('%s reads every code of its lists', async (table) => {
    const coded = tableOf(table).columns.filter(({ codeList }) => codeList);
    const most = Math.max(...coded.map(({ codes: list }) => list.length));
    const others = tableOf(table)
      .columns.filter(({ type, requirement }) => type !== 'code' && requirement === 'R')
      .map(({ type, fields }) =>
        type.startsWith('event')
          ? [fields[1]?.name ?? '', '2024-05-06']
          : [fields[0]?.name ?? '', type === 'integer' ? '1' : 'K'],
      );
    const lines = Array.from({ length: most }, (_, row) =>
      [
        ...others.map(([, value]) => (value === 'K' ? `K${row}` : value)),
        ...coded.map(({ codes: list }) => list[row % list.length]?.value),
      ].join(','),
    );
    const report = await read(table, [
      [...others.map(([header]) => header), ...coded.map((column) => column.name)].join(','),
      ...lines,
    ]);
    expect(report).toMatchObject({ table, records: most, accepted: most, warned: 0 });
    const stored = await cells(table, ...coded.map((column) => column.name));
    expect(stored).toEqual(
      lines.map((_, row) =>
        coded.map(({ codes: list, missing }) => {
          const code = list[row % list.length]?.value ?? '';
          return missing.some(({ value }) => value === code) ? null : code;
        }),
      ),
    );
  });
});

test('“not applicable” is missing, also where the list has a code for it', async () => {
  const given = ['yes', 'na', 'Not applicable', 'ikke aktuelt', 'no'];
  await read('testimony', [
    'event_key,case_key,event_type,interpreter_present',
    ...given.map((value, row) => `T${row},C${row},police,${value}`),
  ]);
  expect(await cells('testimony', 'interpreter_present', 'interpreter_present__missing')).toEqual([
    ['yes', null],
    [null, 'not_applicable'],
    [null, 'not_applicable'],
    [null, 'not_applicable'],
    ['no', null],
  ]);
});

describe('the four ways to give a moment', () => {
  const at = (year: number, month: number, day: number, hour = 0) =>
    String(Date.UTC(year, month - 1, day, hour) / 3_600_000).replace(/^(\d+)$/, '$1.0');
  const ways = [
    ['offset', 'offset_d', 'offset_h', ['40', '-9', 'unknown', ''], ['960.0', '-216.0'], ['40.0', '-9.0'], 'offset_d', 'offset_h'],
    ['exact', 'at', 'at', ['2024-02-19', '2024-12-31', 'unknown', ''], [at(2024, 2, 19), at(2024, 12, 31)], [at(2024, 2, 19), at(2024, 12, 31)], 'date', 'date'],
    ['shifted', 'at', 'at', ['2019-03-04', '2031-07-01', 'unknown', ''], [at(2019, 3, 4), at(2031, 7, 1)], [at(2019, 3, 4), at(2031, 7, 1)], 'date', 'date'],
    ['month', 'month', 'month', ['2024-02', '2024-12', 'unknown', ''], [at(2024, 2, 15, 12), at(2024, 12, 16, 12)], [at(2024, 2, 15, 12), at(2024, 12, 16, 12)], 'month', 'month'],
  ] as const; // prettier-ignore
  const meta = (mode: string) =>
    `dataset_key,country,extract_month,period_start,period_end,date_mode,linkage_level\nX,XX,2025-01,2024-01,2024-12,${mode},none\n`;

  test.each(ways)(
    '%s',
    async (mode, dayPart, hourPart, given, days, hours, dayClock, hourClock) => {
      const table = (header: string, row: (value: string, i: number) => string) =>
        `${header}\n${given.map(row).join('\n')}\n`;
      const result = await load({
        'meta.csv': meta(mode),
        'proceedings.csv': table(
          `proceeding_key,case_key,proceeding_type,opened_${dayPart}`,
          (value, i) => `P${i},C${i},criminal,${value}`,
        ),
        'placements.csv': table(
          `placement_key,case_key,started_${hourPart}`,
          (value, i) => `L${i},C${i},${value}`,
        ),
      });
      expect(result.loaded).toBe(true);
      expect(result.facts?.meta.dateMode).toBe(mode);
      const gaps = [
        [null, null, 'unknown'],
        [null, null, 'not_recorded'],
      ];
      expect(await cells('proceedings', 'opened_h', 'opened__clock', 'opened__missing')).toEqual([
        ...days.map((value) => [value, dayClock, null]),
        ...gaps,
      ]);
      expect(await cells('placements', 'started_h', 'started__clock', 'started__missing')).toEqual([
        ...hours.map((value) => [value, hourClock, null]),
        ...gaps,
      ]);
    },
  );

  test('an hour is kept where a moment is wanted to the hour', async () => {
    await load({
      'placements.csv': 'placement_key,case_key,started_at\nL1,C1,2024-02-19T07:30:00Z\n',
    });
    expect(await cells('placements', 'started_h', 'started__clock')).toEqual([
      [String(Date.UTC(2024, 1, 19, 7, 30) / 3_600_000), 'datetime'],
    ]);
  });
});
