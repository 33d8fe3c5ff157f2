import { describe, expect, test } from 'vitest';
import { chooseTable } from '$lib/ingest/choose-table';
import type { Field, Table } from '$lib/schema/table';
import { tables } from '$lib/schema/tables';

/** Header of a file of that table, written with one way to give moments. */
const header = (table: Table, wanted: (field: Field) => boolean) =>
  table.columns.flatMap(({ fields }) => fields.filter(wanted).map(({ name }) => name));
const ways: readonly [string, (field: Field) => boolean][] = [
  ['every column', () => true],
  ['offsets', ({ part }) => !part || part.startsWith('offset')],
  ['dates', ({ part }) => !part || part === 'at'],
  ['months', ({ part }) => !part || part === 'month'],
];

describe('the table is known by its own column names, whatever the file is called', () => {
  for (const [way, wanted] of ways)
    test.each(tables.map((table) => [table.name, table] as const))(`%s, ${way}`, (name, table) => {
      const names = header(table, wanted);
      expect(chooseTable(names, 'export.csv').table?.name).toBe(name);
      expect(chooseTable(names.toReversed(), 'data.csv').table?.name).toBe(name);
      expect(
        chooseTable(
          names.map((one) => ` ${one.toUpperCase()} `),
          'x.csv',
        ).table?.name,
      ).toBe(name);
    });

  test.each(tables.map((table) => [table.name, table] as const))(
    '%s, only what it cannot do without',
    (name, table) => {
      const needed = table.columns.filter(({ requirement }) => requirement === 'R');
      const names = needed.map(({ fields }) => fields[1]?.name ?? fields[0]?.name ?? '');
      expect(chooseTable(names, 'export.csv').table?.name).toBe(name);
    },
  );

  test.each(tables.map((table) => [table.name, table] as const))(
    '%s, without the rows that are optional',
    (name, table) => {
      const names = table.columns
        .filter(({ requirement }) => requirement !== 'O')
        .flatMap(({ fields }) => fields.map((field) => field.name));
      expect(chooseTable(names, 'export.csv').table?.name).toBe(name);
    },
  );
});

describe('headers of real exports', () => {
  test.each([
    [
      'decisions',
      ['case_id', 'decision_id', 'threshold', 'decision_date', 'negative_rg_reason', 'RG outcome'],
    ],
    [
      'age_disputes',
      ['dispute_id', 'case_id', 'dispute_date', 'age_dispute_outcome', 'treated_as'],
    ],
    [
      'assessments',
      ['assessment_id', 'case_id', 'type_of_assessment', 'assessment_date', 'review_due_date'],
    ],
    ['residence', ['permit_id', 'case_id', 'permit_type', 'application_date', 'permit_outcome']],
    [
      'proceedings',
      ['proceeding_id', 'case_id', 'type_of_proceeding', 'indictment_date', 'verdict_date'],
    ],
    ['followups', ['followup_id', 'case_id', 'Date of Follow Up', 'contact', 'living_arrangement']],
    ['organisations', ['org_id', 'organisation_type', 'country', 'region', 'safeguarding_policy']],
    [
      'exploitation_spells',
      ['spell_id', 'case_id', 'order', 'exploitation_form', 'exploitation_start'],
    ],
  ] as const)('%s by known synonyms', (table, names) => {
    expect(chooseTable(names, 'export.csv').table?.name).toBe(table);
  });

  test.each([
    ['cases', ['case_key', 'org_key', 'org_type', 'index_month', 'victim_status', 'region']],
    ['cases', ['case_id', 'org_id', 'sex', 'age', 'nationality', 'registration_date', 'status']],
    ['detention', ['detention_key', 'case_key', 'setting', 'started_at', 'ended_at']],
    [
      'charges',
      ['charge_key', 'case_key', 'offence_category', 'started_at', 'outcome', 'resolved_at'],
    ],
    ['testimony', ['event_key', 'case_key', 'proceeding_key', 'event_type', 'held_at']],
    ['placements', ['placement_key', 'case_key', 'placement_type', 'started_at', 'ended_at']],
    [
      'assignments',
      ['case_key', 'assignment_key', 'role', 'requested_at', 'started_at', 'ended_at'],
    ],
    ['funding', ['grant_key', 'org_key', 'currency', 'amount_committed', 'start_date', 'end_date']],
  ] as const)('%s is not taken for a newer table', (table, names) => {
    expect(chooseTable(names, 'export.csv').table?.name).toBe(table);
  });
});
