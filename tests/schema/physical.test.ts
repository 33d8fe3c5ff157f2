import { describe, expect, it } from 'vitest';
import { col, createTable, createTypes, from, physicalColumns } from '$lib/schema/physical';
import { columnOf, columnsOf, tableOf, tables } from '$lib/schema/tables';

describe('the logical view', () => {
  it('makes one column of the three fields of a moment', () => {
    const detected = columnOf('cases.detected');
    expect(detected.type).toBe('event-h');
    expect(detected.fields.map((field) => [field.name, field.part])).toEqual([
      ['detected_offset_h', 'offset_h'],
      ['detected_at', 'at'],
      ['detected_month', 'month'],
    ]);
    expect(columnOf('services.started').fields[0]?.part).toBe('offset_d');
    const names = columnsOf('cases').map((column) => column.name);
    expect(names.filter((name) => name === 'detected')).toHaveLength(1);
    expect(names).not.toContain('detected_at');
  });

  it('types columns by what they hold', () => {
    const typeOf = (path: string) => columnOf(path).type;
    expect(typeOf('cases.gender')).toBe('code');
    expect(typeOf('cases.forms')).toBe('list');
    expect(columnOf('cases.forms').codes).toHaveLength(17);
    expect(typeOf('cases.index_month')).toBe('yearmonth');
    expect(typeOf('cases.index_year')).toBe('year');
    expect(columnOf('cases.index_year').standsInFor).toBe('index_month');
    expect(typeOf('cases.citizenship')).toBe('string');
    expect(columnOf('cases.citizenship').pattern).toBe('^[A-Z]{2}$');
    expect(columnOf('cases.age_at_detection')).toMatchObject({ type: 'integer', min: 0, max: 25 });
    expect(columnOf('funding.end_date')).toMatchObject({ type: 'date', requirement: 'C' });
    expect(columnOf('cases.case_open').inverseSynonyms).toContain('avsluttet');
  });

  it('throws on a name it does not know', () => {
    expect(() => tableOf('drop')).toThrow();
    expect(() => columnOf('cases.name')).toThrow();
    expect(() => columnOf('cases')).toThrow();
  });
});

describe('the engine form', () => {
  it('gives every table a file number and each column its reason for absence', () => {
    for (const table of tables) {
      const physical = physicalColumns(table);
      expect(physical[0]).toEqual({ name: 'file_no', sqlType: 'SMALLINT' });
      expect(new Set(physical.map((one) => one.name)).size).toBe(physical.length);
      for (const column of table.columns)
        expect(physical).toContainEqual({ name: `${column.name}__missing`, sqlType: 'e_missing' });
    }
  });

  it('stores each type in its own way', () => {
    const of = (table: string, name: string) =>
      physicalColumns(table)
        .filter((one) => one.name === name || one.name.startsWith(`${name}_`))
        .map((one) => `${one.name} ${one.sqlType}`);
    expect(of('cases', 'gender')).toEqual(['gender e_gender', 'gender__missing e_missing']);
    expect(of('cases', 'index_month')).toEqual([
      'index_month DATE',
      'index_month__missing e_missing',
      'index_month__grain e_grain',
    ]);
    expect(of('cases', 'detected')).toEqual([
      'detected_h DOUBLE',
      'detected__clock e_clock',
      'detected__missing e_missing',
    ]);
    expect(of('cases', 'forms')[0]).toBe('forms VARCHAR[]');
    expect(of('funding', 'amount_committed')[0]).toBe('amount_committed DOUBLE');
    expect(of('population', 'year')[0]).toBe('year INTEGER');
  });

  it('creates each type once and each table with all its columns', () => {
    const types = createTypes().toString();
    const created = [...types.matchAll(/CREATE TYPE "(\w+)"/g)].map((match) => match[1]);
    expect(new Set(created).size).toBe(created.length);
    expect(types).toContain(`CREATE TYPE "e_gender" AS ENUM ('female', 'male', 'trans_girl'`);
    for (const table of tables) {
      const text = createTable(table).toString();
      for (const { name, sqlType } of physicalColumns(table)) {
        expect(text).toContain(`"${name}" ${sqlType.startsWith('e_') ? `"${sqlType}"` : sqlType}`);
        if (sqlType.startsWith('e_')) expect(created).toContain(sqlType);
      }
    }
  });

  it('writes names of the schema and nothing else', () => {
    expect(col('cases.gender').toString()).toBe('"cases"."gender"');
    expect(col('cases.gender__missing').toString()).toBe('"cases"."gender__missing"');
    expect(col('cases.detected').toString()).toBe('"cases"."detected_h"');
    expect(col('cases.file_no').toString()).toBe('"cases"."file_no"');
    expect(from('cases').toString()).toBe('"cases"');
    for (const path of [
      'cases.name',
      'cases',
      'cases.',
      '',
      'x.gender',
      'cases.gender"',
      'cases.gender.x',
    ])
      expect(() => col(path)).toThrow();
    expect(() => from('cases; drop')).toThrow();
  });
});
