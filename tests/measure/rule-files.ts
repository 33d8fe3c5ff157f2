import type { Tables } from './loaded';

/** What a rule must count: tested, failing, not testable, and the keys of what fails. */
type Expected = readonly [
  rule: string,
  tested: number,
  failing: number,
  untestable: number,
  keys: readonly string[],
];

/** Files with rows that keep rules and rows that break them. A rule is named by code, level and unit. */
export interface RuleFiles {
  readonly about: string;
  readonly tables: Tables;
  readonly expected: readonly Expected[];
}

type Cells = Readonly<Record<string, string>>;

const meta = (dateMode = 'exact'): Tables => ({
  meta: [
    {
      dataset_key: 'd',
      country: 'XX',
      extract_month: '2024-12',
      period_start: '2023-01',
      period_end: '2024-12',
      date_mode: dateMode,
      linkage_level: 'across_orgs',
    },
  ],
});

/** A case detected at ten o'clock on the tenth of January 2024 unless it says otherwise. */
const file = (case_key: string, cells: Cells = {}): Cells => ({
  case_key,
  index_month: '2024-01',
  detected_at: '2024-01-10T10:00',
  victim_status: 'presumed',
  ...cells,
});

/** Rows of a table from their cells in the order of the columns. */
const rows = (columns: string, ...lines: readonly string[]): Cells[] =>
  lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.split(',').map((column, i) => [column, cells[i] ?? '']));
  });

const days = (count: number, day: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => day(i));

export const ruleFiles: readonly RuleFiles[] = [
  {
    about: 'keys and order',
    tables: {
      ...meta(),
      cases: [
        file('c1', {
          registered_at: '2024-01-11',
          closed_at: '2024-06-01',
          followup_end_at: '2024-06-01',
        }),
        file('c2', { registered_at: '2024-01-09', followup_end_at: '2024-03-01' }),
        file('c3'),
      ],
      placements: rows(
        'placement_key,case_key,placement_type,started_at,ended_at',
        'p1,c1,foster,2024-01-10T12:00,2024-01-10T11:00',
        'p2,c1,foster,2024-02-01,2024-03-01',
        'p3,c2,foster,2024-02-01,2024-03-05',
        'p4,c3,foster,2024-02-05,',
        'p5,c9,foster,2024-02-05,2024-02-06',
      ),
      missing_episodes: rows(
        'episode_key,case_key,placement_key,episode_type,started_at,ended_at,end_reason',
        'e1,c1,p2,missing,2024-02-10,2024-02-11,returned',
        'e2,c2,p8,missing,2024-02-10,2024-02-11,returned',
        'e3,c2,,missing,2024-02-20,2024-02-21,returned',
      ),
      assignments: rows(
        'assignment_key,case_key,role,started_at,ended_at',
        'a1,c1,guardian,2024-01-12,2024-01-11',
      ),
      charges: rows(
        'charge_key,case_key,offence_category,started_at,resolved_at',
        'h1,c1,theft,2024-02-01,2024-01-31',
        'h2,c1,theft,2023-12-01,2023-12-05',
      ),
      // A month and a date contradict each other only where no day of the month fits.
      services: rows(
        'service_key,case_key,service_type,started_month,ended_at',
        's1,c1,legal,2024-02,2024-02-05',
        's2,c1,legal,2024-03,2024-02-05',
      ),
      referrals: rows(
        'referral_key,case_key,purpose,referred_at,received_at,accepted_at',
        'r1,c1,shelter,2024-01-10T09:00,2024-01-10T12:00,',
        'r2,c1,shelter,2024-01-10,2024-01-12,2024-01-11',
        'r3,c3,shelter,,,',
      ),
      testimony: rows('event_key,case_key,event_type,held_at', 't1,c1,police,2024-01-09'),
    },
    expected: [
      ['X01 error keys', 19, 2, 1, ['c2', 'c9']],
      ['X02 error rows', 12, 4, 1, ['c1']],
      ['X03 warning rows 1', 2, 1, 1, ['c2']],
      ['X03 warning rows 2', 16, 1, 4, ['c2']],
      ['X05 error rows', 8, 3, 2, ['c1', 'c2']],
      ['X17 warning rows', 2, 1, 1, ['c1']],
    ],
  },
  {
    about: 'persons',
    tables: {
      ...meta(),
      cases: rows(
        'case_key,child_key,org_key,index_month,detected_at,victim_status,gender,age_at_detection,age_at_first_exploitation,age_band_at_detection,days_to_18_band,citizenship,citizenship_group,main_form,forms,closure_reason',
        'k1,A,o1,2023-01,2023-01-10,presumed,female,14,13,12_14,y2plus,XX,national,labour,labour;begging,',
        'k2,A,o2,2024-02,2024-02-10,presumed,female,15,,,,,,labour,,',
        'k3,B,o1,2023-01,2023-01-05,presumed,male,16,17,12_14,,XX,third_country,criminal,labour,',
        'k4,B,o1,2023-03,2023-03-01,presumed,female,15,,,,,,,,',
        'k5,C,o1,2023-05,2023-05-05,presumed,,17,,,y2plus,,,,,',
        'k6,C,o2,2024-05,2024-05-05,presumed,,20,,18plus,,SE,eu_eea,,,',
        'k7,D,,2023-06,2023-06-01,presumed,,,,,,,,,,',
        'k8,A,o1,2023-02,2023-02-01,presumed,,,,,,,,,,duplicate',
        'k9,F,o3,2023-01,2023-01-01,presumed,,,,,,,,labour,,',
        'k10,F,o4,2023-09,2023-09-01,presumed,,,,,,,,begging,,',
      ),
    },
    expected: [
      ['X06 warning rows', 2, 1, 8, ['k3']],
      ['X07 warning rows', 4, 2, 6, ['k3', 'k5']],
      ['X21 warning rows', 3, 1, 7, ['k3']],
      ['X22 warning rows', 2, 1, 8, ['k3']],
      ['X23 error children', 3, 2, 1, ['k3', 'k5']],
      ['X23 warning children', 2, 1, 2, ['k9']],
      ['X24 warning rows', 8, 2, 1, ['k3', 'k4']],
    ],
  },
  {
    about: 'decisions and courts',
    tables: {
      ...meta(),
      cases: [
        file('s1', {
          victim_status: 'identified',
          age_in_doubt: 'yes',
          minority_basis: 'presumed',
        }),
        file('s2', {
          victim_status: 'identified',
          age_in_doubt: 'yes',
          minority_basis: 'document',
        }),
        file('s3', {
          victim_status: 'identified',
          age_in_doubt: 'yes',
          minority_basis: 'document',
        }),
        file('s4', { victim_status: 'identified', age_in_doubt: 'yes', minority_basis: 'unknown' }),
        file('s5', { age_in_doubt: 'no' }),
      ],
      decisions: rows(
        'decision_key,case_key,stage,outcome,decided_at',
        'd1,s1,final,positive,2024-02-01',
        'd2,s2,final,positive,2024-02-01',
        'd3,s2,final,negative,2024-03-01',
        'd4,s4,final,positive,',
        'd5,s4,final,negative,2024-03-01',
      ),
      age_disputes: rows('dispute_key,case_key,raised_at,outcome', 'u1,s2,2024-01-12,unresolved'),
      proceedings: rows(
        'proceeding_key,case_key,proceeding_type,stage_reached,outcome,opened_at,charged_at,judgment_at,final_at',
        'q1,s1,criminal,final,acquitted,2024-02-01,,2024-05-01,2024-06-01',
        'q2,s2,criminal,judgment,acquitted,2024-02-01,,,',
        'q3,s3,criminal,investigation,pending,2024-02-01,2024-03-01,,',
        'q4,s4,criminal,final,discontinued,2024-02-01,,,',
        'q5,s5,criminal,trial,pending,2024-02-01,,,',
      ),
      testimony: rows(
        'event_key,case_key,proceeding_key,event_type,held_at',
        't1,s1,q1,police,2024-03-01',
        't2,s1,q1,police,2024-01-15',
        't3,s1,q1,police,2024-07-01',
        't4,s1,,police,2024-07-01',
      ),
      charges: rows(
        'charge_key,case_key,offence_category,victim_known_at_start,started_at',
        'h1,s1,theft,yes,2024-02-01',
        'h2,s2,theft,yes,2023-12-01',
        'h3,s3,theft,no,2024-02-01',
        'h4,s4,theft,no,2023-12-01',
        'h5,s5,theft,unknown,2023-12-01',
      ),
    },
    expected: [
      ['X08 warning rows', 3, 2, 1, ['s2', 's3']],
      ['X09 warning rows', 3, 1, 1, ['s3']],
      ['X18 warning rows', 3, 2, 1, ['s1']],
      ['X19 warning rows', 4, 2, 1, ['s2', 's3']],
      ['X20 warning rows', 4, 2, 1, ['s2', 's3']],
    ],
  },
  {
    about: 'missing episodes and detention',
    tables: {
      ...meta(),
      cases: [
        file('m1', { child_key: 'A', org_key: 'o1', detected_at: '2024-01-01T00:00' }),
        file('m2', { child_key: 'A', org_key: 'o2', detected_at: '2024-01-01T00:00' }),
        file('m3', { child_key: 'B', org_key: 'o1', detected_at: '2024-01-01T00:00' }),
      ],
      placements: rows(
        'placement_key,case_key,placement_type,started_at,ended_at',
        'p1,m1,foster,2024-01-02,2024-02-28',
      ),
      missing_episodes: rows(
        'episode_key,case_key,episode_type,started_at,ended_at,end_reason,before_registration',
        'e1,m1,missing,2024-01-10T10:00,2024-01-12T10:00,returned,no',
        'e2,m1,missing,2024-01-11T10:00,2024-01-13T10:00,found_safe,no',
        'e3,m2,missing,2024-01-12T12:00,2024-01-14T10:00,returned,no',
        'e4,m1,missing,2024-01-20T10:00,2024-01-21T10:00,still_missing,no',
        'e5,m1,missing,2024-01-21T10:00,,returned,no',
        'e6,m3,missing,2024-02-01T10:00,,still_missing,no',
        'e7,m3,missing,2024-01-20T10:00,2024-01-25T10:00,closed_at_18,yes',
        'e8,m3,missing,2024-01-26T10:00,2024-01-28T10:00,returned,no',
        'e9,m3,missing,2024-01-05T10:00,unknown,returned,no',
        'e10,m2,missing,2024-02-20T10:00,2024-02-25T10:00,closed_at_18,no',
      ),
      detention: rows(
        'detention_key,case_key,setting,started_at,ended_at',
        'd1,m1,police_cell,2024-03-01,2024-03-05',
        'd2,m2,police_cell,2024-03-04,2024-03-06',
        'd3,m3,police_cell,2024-03-05,2024-03-01',
      ),
    },
    expected: [
      ['X10 error rows', 12, 2, 1, ['m1']],
      ['X10 warning rows', 12, 4, 1, ['m1', 'm2']],
      ['X11 warning rows', 10, 3, 0, ['m3']],
      ['X12 error rows', 7, 2, 1, ['m1']],
      ['X13 warning rows', 1, 1, 1, ['m3']],
    ],
  },
  {
    about: 'care, services, money and staff',
    tables: {
      ...meta(),
      cases: [file('a1', { detected_at: '2024-01-01' }), file('a2', { detected_at: '2024-01-01' })],
      placements: rows(
        'placement_key,case_key,placement_type,free_to_leave,started_at,ended_at',
        'p1,a1,secure_care,no,2024-01-05,2024-01-20',
        'p2,a1,foster,no,2024-02-01,2024-02-10',
        'p3,a2,detention,yes,2024-01-05,2024-01-20',
        'p4,a2,closed_shelter,unknown,2024-01-10,2024-01-05',
      ),
      detention: rows(
        'detention_key,case_key,setting,started_at,ended_at',
        'd1,a1,secure_care,2024-01-10,2024-01-12',
      ),
      assignments: rows(
        'assignment_key,case_key,role,worker_key,started_at,ended_at',
        'g1,a1,guardian,w1,2024-01-02,2024-02-01',
        'g2,a1,temporary_guardian,w2,2024-01-20,2024-03-01',
        'g3,a1,case_worker,w3,2024-01-02,',
        'g4,a1,case_worker,w3,2024-02-01,',
        'g5,a2,guardian,w4,,',
        'g6,a2,lawyer,w5,2024-01-02,',
      ),
      services: rows(
        'service_key,case_key,service_type,status,unmet_reason,started_at,ended_at,programme_key',
        's1,a1,legal,completed,,2024-03-01,2024-06-30,p1',
        's2,a1,legal,completed,,,,',
        's3,a2,legal,not_provided,no_capacity,,,',
        's4,a2,legal,not_provided,,,,',
        's5,a2,legal,not_provided,no_capacity,2024-06-01,2024-07-01,p1',
        's6,a2,legal,in_progress,,unknown,,',
        's7,a2,legal,waiting,,,,',
        's8,a1,legal,completed,,2023-12-31,2024-02-01,p1',
        's9,a1,legal,completed,,2024-05-01,,p2',
        's10,a1,legal,completed,,2024-05-01,,p3',
      ),
      programmes: rows(
        'programme_key,programme_type,started,ended',
        'p1,shelter,2024-01,2024-06',
        'p2,shelter,2023-01,',
        'p3,shelter,,',
      ),
      funding: rows(
        'grant_key,programme_key,currency,amount_committed,amount_disbursed,start_date,end_date',
        'f1,p1,EUR,100,100,2024-01-01,2024-12-31',
        'f2,p1,EUR,100,50,2024-06-01,2024-01-01',
        'f3,p2,NOK,100,104,2024-01-01,2024-12-31',
        'f4,p2,NOK,100,105,2024-01-01,2024-12-31',
        'f5,p3,EUR,100,,2024-01-01,',
      ),
      expenditure: rows(
        'expenditure_key,programme_key,period_start,period_end,currency,amount',
        'x1,p1,2024-01-01,2024-12-31,EUR,10',
        'x2,p2,2024-01-01,2024-12-31,EUR,10',
      ),
      staff: rows(
        'staff_key,month,programme_key,role,fte,caseload',
        'w1,2024-01,p1,case_worker,1,10',
        'w2,2024-01,p1,case_worker,1,10',
        'w2,2024-01,p2,case_worker,0.8,10',
        'w3,2024-01,p1,case_worker,0,4',
        'w4,2024-01,p1,case_worker,,4',
      ),
    },
    expected: [
      ['X01 error rows', 5, 2, 0, ['w2']],
      ['X14 warning rows', 2, 1, 1, ['a1']],
      ['X15 warning rows', 4, 2, 1, ['a1']],
      ['X16 warning rows', 8, 3, 1, ['a1', 'a2']],
      ['X25 error rows', 4, 2, 1, ['f2', 'f4']],
      ['X25 warning rows', 4, 1, 1, ['f3']],
      ['X26 error programmes', 2, 1, 0, ['p2']],
      ['X27 warning rows', 4, 2, 1, ['a1', 'a2']],
      ['X28 warning rows', 4, 3, 1, ['w2', 'w3']],
    ],
  },
  {
    about: 'totals and coverage',
    tables: {
      ...meta(),
      cases: [
        file('c1', { org_key: 'o1', index_month: '2024-01' }),
        file('c2', { org_key: 'o1', index_month: '2024-02' }),
        file('c3', { org_key: 'o1', index_month: '2024-03' }),
        file('c4', { org_key: 'o2', index_month: '2024-01' }),
      ],
      placements: rows('placement_key,case_key,started_at', 'p1,c1,2024-01-15'),
      programmes: rows('programme_key,org_key,programme_type', 'g1,o1,shelter'),
      staff: rows('staff_key,month,programme_key,role,fte', 'w1,2024-01,g1,case_worker,1'),
      coverage: rows(
        'coverage_key,org_key,month,table_name,expected,submitted',
        'v1,o1,2024-01,cases,yes,yes',
        'v2,o1,2024-02,cases,yes,no',
        'v3,o1,2024-01,staff,yes,yes',
        'v4,o1,2024-01,placements,yes,no',
      ),
      aggregate_counts: rows(
        'cell_key,source,area,period,measure,gender,age_group,count',
        'n1,s,XX,2023,identified,,total,10',
        'n2,s,XX,2023,identified,,under_18,6',
        'n3,s,XX,2023,identified,,18plus,3',
        'n4,s,XX,2023,identified,,age_unknown,1',
        'n5,s,XX,2023,identified,,0_11,2',
        'n6,s,XX,2023,identified,,12_17,4',
        'n7,s,XX,2023,identified,,12_14,1',
        'n8,s,XX,2023,identified,,15_17,2',
        'n9,s,XX,2022,identified,,total,10',
        'n10,s,XX,2022,identified,,under_18,6',
        'n11,s,XX,2021,identified,total,under_18,10',
        'n12,s,XX,2021,identified,female,under_18,6',
        'n13,s,XX,2021,identified,male,under_18,5',
      ),
    },
    expected: [
      ['X29 error totals', 5, 3, 1, ['n11', 'n2', 'n6']],
      ['X30 warning rows', 5, 3, 1, ['c1', 'c2', 'c3']],
    ],
  },
  {
    about: 'times since the first detection',
    tables: {
      ...meta('offset'),
      cases: rows(
        'case_key,child_key,index_month,detected_offset_h,victim_status',
        'o1,A,2024-01,0,presumed',
        'o2,A,2024-01,48,presumed',
        'o3,B,2024-01,5,presumed',
      ),
      services: rows(
        'service_key,case_key,service_type,started_offset_d',
        ...days(30, (i) => `s${i},o1,legal,${i < 15 ? 30 : i}`),
      ),
    },
    expected: [
      ['X04 warning rows', 2, 1, 0, ['o3']],
      ['X31 warning values', 30, 15, 0, ['services.started']],
    ],
  },
  {
    about: 'firsts of the month',
    tables: {
      ...meta(),
      cases: [file('c1')],
      services: rows(
        'service_key,case_key,service_type,started_at,ended_at',
        ...days(40, (i) => {
          const month = `2024-0${2 + (i % 7)}`;
          const other = `${month}-${String(2 + (i % 27)).padStart(2, '0')}`;
          return `s${i},c1,legal,${i < 10 ? `${month}-01` : other},2024-09-${i < 2 ? '01' : String(2 + (i % 28)).padStart(2, '0')}`;
        }),
      ),
    },
    // Two of forty dates fall on a first by chance: the column of ends keeps the rule.
    expected: [['X32 warning values', 80, 10, 0, ['services.started']]],
  },
];
