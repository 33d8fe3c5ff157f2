import { readFileSync, readdirSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import type { TableDescriptor } from '$lib/schema/descriptor';
import { tables } from '$lib/schema/tables';
import { tableSchemaV2 } from './table-schema-v2';

const folder = new URL('../../data-schemas/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string) =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as TableDescriptor;
const all = files.map((file) => ({ file, table: read(file) }));
const fields = all.flatMap(({ table }) => table.fields.map((field) => ({ table, field })));
const path = ({ table, field }: (typeof fields)[number]) => `${table.name}.${field.name}`;

/** Codes in each list of the data model (section 4), with ruling S17 and the step of charges. */
const listSizes = {
  date_mode: 4, linkage: 3, age_rule: 4, victim_scope: 4, org_type: 22, victim_status: 6,
  gender: 5, age_band: 9, to18: 4, minority_basis: 5, yn: 2, ynu: 2, ynuna: 3,
  citizenship_group: 4, legal_status: 7, movement: 3, form: 17, means: 19, route: 10,
  accompaniment: 4, parental_care: 3, disability: 8, documents: 4, closure: 13,
  referral_purpose: 13, referral_status: 9, refusal: 18, role: 8, assign_end: 13, service: 25,
  recipient: 4, service_status: 7, phase: 4, placement: 18, placement_end: 13, distance: 4,
  missing_type: 2, missing_end: 9, setting: 10, detention_purpose: 10, restriction: 8, offence: 13,
  linked: 3, charge_outcome: 8, charge_step: 4, sanction: 7, testimony: 11, donor: 11, modality: 7,
  earmark: 4, purpose: 9, pop_sex: 3, pop_ref: 2, decision_stage: 3, decision_outcome: 5,
  negative_reason: 9, treated_as: 3, age_method: 6, dispute_outcome: 4, certainty: 2,
  assessment: 9, decision_context: 8, information: 4, residence: 6, permit_outcome: 6,
  proceeding: 6, trafficker_offence: 8, stage: 7, proc_outcome: 8, retrafficked: 3, education: 6,
  programme: 14, axis: 3, target_gender: 3, staff_role: 12, activity: 6, feedback: 7, instrument: 5,
  checklist_item: 51, evidence: 6, assessor: 5, disruption: 8, effect: 7, measure: 16, age_group: 8,
  form_group: 9, flag: 7,
}; // prettier-ignore

/** Columns without which a table is useless (section 3), moments apart: those need one of three. */
const required = {
  meta: 'dataset_key country extract_month period_start period_end date_mode linkage_level',
  cases: 'case_key index_month victim_status',
  referrals: 'referral_key case_key purpose',
  assignments: 'assignment_key case_key role',
  services: 'service_key case_key service_type',
  placements: 'placement_key case_key',
  missing_episodes: 'episode_key case_key episode_type',
  detention: 'detention_key case_key setting',
  charges: 'charge_key case_key offence_category',
  testimony: 'event_key case_key event_type',
  funding: 'grant_key currency amount_committed start_date',
  population: 'pop_key area year sex age_from age_to population',
  decisions: 'decision_key case_key stage outcome',
  age_disputes: 'dispute_key case_key outcome',
  exploitation_spells: 'spell_key case_key sequence form',
  assessments: 'assessment_key case_key assessment_type',
  residence: 'permit_key case_key status_type',
  proceedings: 'proceeding_key case_key proceeding_type',
  followups: 'followup_key case_key contact_made',
  organisations: 'org_key org_type',
  programmes: 'programme_key programme_type',
  staff: 'staff_key month programme_key role',
  activity: 'activity_key programme_key month activity_type',
  feedback: 'feedback_key programme_key month channel',
  expenditure: 'expenditure_key programme_key period_start period_end currency amount',
  disruptions: 'disruption_key programme_key start_date cause',
  checklist: 'response_key programme_key instrument item assessed',
  coverage: 'coverage_key org_key month table_name expected submitted',
  aggregate_counts: 'cell_key source area period measure',
};
const columnCounts = {
  meta: 13, cases: 45, referrals: 12, assignments: 12, services: 13, placements: 13,
  missing_episodes: 13, detention: 14, charges: 13, testimony: 11, funding: 17, population: 9,
  decisions: 9, age_disputes: 8, exploitation_spells: 10, assessments: 15, residence: 8,
  proceedings: 20, followups: 13, organisations: 6, programmes: 16, staff: 12, activity: 12,
  feedback: 13, expenditure: 8, disruptions: 7, checklist: 8, coverage: 9, aggregate_counts: 14,
}; // prettier-ignore

describe('the schema files', () => {
  const validate = new Ajv({ allErrors: true }).compile(tableSchemaV2);

  it('are the tables of the data model, named after their file', () => {
    expect(all.map(({ table }) => `${table.name}.json`)).toEqual(files);
    expect(files.map((file) => file.replace('.json', '')).sort()).toEqual(
      Object.keys(required).sort(),
    );
  });

  it.each(files)('%s is a Table Schema, version 2', (file) => {
    validate(read(file));
    expect(validate.errors).toBeNull();
  });

  it('would be refused with a wrong type, constraint, missing value or key', () => {
    const broken = (change: (table: Record<string, unknown>) => void) => {
      const table = structuredClone(read('missing_episodes.json')) as unknown as Record<
        string,
        unknown
      >;
      change(table);
      return validate(table);
    };
    const first = (table: Record<string, unknown>) =>
      (table.fields as Record<string, unknown>[])[0] ?? {};
    expect(broken(() => undefined)).toBe(true);
    expect(broken((table) => (first(table).type = 'text'))).toBe(false);
    expect(broken((table) => (first(table).constraints = { minimum: 1 }))).toBe(false);
    expect(broken((table) => (table.missingValues = [{ label: 'x' }]))).toBe(false);
    expect(broken((table) => (table.fieldsMatch = 'partial'))).toBe(false);
    expect(broken((table) => (table.foreignKeys = []))).toBe(false);
  });

  it('name each field once and lead keys to fields that exist', () => {
    for (const { table } of all) {
      const names = table.fields.map((field) => field.name);
      expect(new Set(names).size).toBe(names.length);
      for (const key of table.primaryKey) expect(names).toContain(key);
      for (const { fields: from, reference } of table.foreignKeys ?? []) {
        const to = all.find((other) => other.table.name === (reference.resource ?? table.name));
        expect(names).toEqual(expect.arrayContaining([...from]));
        expect(to?.table.primaryKey).toEqual(reference.fields);
      }
    }
  });

  it('require what the data model requires and nothing more', () => {
    for (const [name, columns] of Object.entries(required)) {
      const of = fields.filter(({ table }) => table.name === name);
      const hard = of.filter(({ field }) => field.constraints?.required);
      expect(hard.map(({ field }) => field.name).join(' ')).toBe(columns);
      for (const one of of.filter(({ field }) => field.requirement === 'R' && !field.moment))
        expect([path(one), one.field.constraints?.required]).toEqual([path(one), true]);
    }
    const moments = tables.flatMap((table) =>
      table.columns.filter((c) => c.type.startsWith('event') && c.requirement === 'R'),
    );
    expect(moments.map((c) => `${c.table}.${c.name}`)).toEqual([
      'placements.started',
      'missing_episodes.started',
      'detention.started',
      'age_disputes.raised',
      'followups.held',
    ]);
  });

  it('hold every code list whole, in one order, each code once', () => {
    const lists = new Map<string, string>();
    for (const one of fields) {
      if (!one.field.codeList) continue;
      const codes = (one.field.categories ?? []).map((category) => category.value);
      expect(new Set(codes).size).toBe(codes.length);
      const before = lists.get(one.field.codeList);
      expect([path(one), before ?? codes.join()]).toEqual([path(one), codes.join()]);
      lists.set(one.field.codeList, codes.join());
    }
    const sizes = Object.fromEntries([...lists].map(([k, v]) => [k, v.split(',').length]));
    expect(sizes).toEqual(listSizes);
  });

  it('count the columns of the data model', () => {
    expect(Object.fromEntries(tables.map((t) => [t.name, t.columns.length]))).toEqual(columnCounts);
  });

  it('carry labels in English and Norwegian everywhere', () => {
    const texts = fields.flatMap((one) => [
      { at: path(one), ...one.field.labels },
      ...(one.field.categories ?? []).map((c) => ({ at: `${path(one)}=${c.value}`, ...c.labels })),
    ]);
    for (const { at, en, nb } of [
      ...texts,
      ...all.map(({ table }) => ({ at: table.name, ...table.labels })),
    ]) {
      expect([at, en?.trim().length > 0, nb?.trim().length > 0]).toEqual([at, true, true]);
    }
    for (const { field } of fields) expect(field.title).toBe(field.labels.en);
  });

  it('speak of children as the people who work for them do', () => {
    const shown = JSON.stringify(
      fields.map(({ field }) => [field.labels, field.categories?.map((c) => c.labels)]),
    );
    for (const word of [
      'child prostitut',
      'pornograph',
      'sex work',
      'runaway',
      'abscond',
      'illegal entry',
    ])
      expect(shown.toLowerCase()).not.toContain(word);
    const forms = tables
      .find((t) => t.name === 'cases')
      ?.columns.find((c) => c.name === 'main_form');
    for (const code of forms?.codes.filter((c) => c.value.startsWith('sexual_')) ?? []) {
      expect(code.labels.en).toMatch(/^Sexual exploitation – /);
      expect(code.labels.nb).toMatch(/^Seksuell utnyttelse – /);
    }
  });
});

describe('missing values', () => {
  it('never hide a code, except "not applicable" where the list repeats it', () => {
    const hidden = tables.flatMap((table) =>
      table.columns.flatMap((column) =>
        column.codes
          .filter((code) => column.missing.some((missing) => missing.value === code.value))
          .map((code) => `${column.codeList}=${code.value}`),
      ),
    );
    expect(new Set(hidden)).toEqual(new Set(['ynuna=na']));
  });

  it('read old numeric codes only where they cannot be a value (ruling M25)', () => {
    const legacy = (name: string, column: string) =>
      tables
        .find((table) => table.name === name)
        ?.columns.find((one) => one.name === column)
        ?.missing.filter((one) => /^[-\d.]+\d$/.test(one.value))
        .map((one) => one.value)
        .join(' ');
    expect(legacy('cases', 'gender')).toBe('-99 -9 99 999');
    expect(legacy('cases', 'age_at_detection')).toBe('-99 -9 99 999');
    expect(legacy('cases', 'months_exploited')).toBe('-99 -9 999');
    expect(legacy('population', 'age_to')).toBe('-99 -9 999');
    expect(legacy('population', 'population')).toBe('');
    expect(legacy('funding', 'amount_committed')).toBe('');
    expect(legacy('assignments', 'caseload_total')).toBe('');
    expect(legacy('cases', 'citizenship')).toBe('00');
    expect(legacy('organisations', 'country')).toBe('00');
    expect(legacy('exploitation_spells', 'sequence')).toBe('-99 -9 99 999');
    for (const count of ['suspects', 'convicted', 'compensation_awarded', 'compensation_paid'])
      expect(legacy('proceedings', count)).toBe('');
    for (const score of ['safety_score', 'wellbeing_score'])
      expect(legacy('followups', score)).toBe('');
    expect(legacy('programmes', 'target_age_to')).toBe('-99 -9 99 999');
    expect(legacy('programmes', 'hours_per_week')).toBe('-99 -9 999');
    for (const path of ['checklist.score', 'staff.caseload', 'activity.contacts'])
      expect(legacy(...(path.split('.') as [string, string]))).toBe('');
    expect(legacy('aggregate_counts', 'count')).toBe('');
    expect(legacy('cases', 'case_key')).toBe('');
    for (const column of tables.flatMap((t) => t.columns).filter((c) => c.type.startsWith('event')))
      expect(legacy(column.table, column.name)).toBe('');
  });

  it('leave Namibia a country', () => {
    const spellings = tables
      .flatMap((table) => table.columns)
      .filter((column) => column.unit === 'ISO 3166-1')
      .flatMap((column) => column.missing.flatMap((one) => [one.value, ...one.synonyms]));
    expect(spellings).not.toContain('NA');
    expect(spellings).toContain('ukjent');
  });
});

it('expresses the example of the data model', () => {
  const table = read('missing_episodes.json');
  const names = table.fields.map((field) => field.name);
  for (const name of [
    'episode_key',
    'case_key',
    'placement_key',
    'episode_type',
    'started_offset_h',
    'started_at',
    'started_month',
    'ended_offset_h',
    'ended_at',
    'ended_month',
    'end_reason',
    'before_registration',
  ])
    // prettier-ignore
    expect(names).toContain(name);
  const typeOf = (name: string) => table.fields.find((field) => field.name === name)?.type;
  expect(['started_offset_h', 'started_at', 'started_month'].map(typeOf)).toEqual([
    'number',
    'datetime',
    'yearmonth',
  ]);
  expect(table.missingValues.slice(0, 5).map(({ value, label }) => [value, label])).toEqual([
    ['', 'not_recorded'],
    ['unknown', 'unknown'],
    ['not_asked', 'not_asked'],
    ['refused', 'refused'],
    ['na', 'not_applicable'],
  ]);
});
