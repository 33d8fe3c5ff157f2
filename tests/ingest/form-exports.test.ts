import { describe, expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import { codes, engine, load, only } from './engines';

const query = async (statement: ReturnType<typeof sql>) => (await engine()).query(statement);
const cases = () =>
  query(
    sql`SELECT case_key, gender::VARCHAR AS gender, array_to_string(list_sort(forms), ' ') AS forms, forms__missing::VARCHAR AS gap FROM cases ORDER BY case_key`,
  );
const tools = ',_id,_uuid,_submission_time,_submitted_by,username,__version__';
const added = ',7,a1b2,2024-05-01T10:00:00,anna.berg,anna,v1';

describe('exports of forms (KoboToolbox, ODK)', () => {
  test('groups before questions, answers with blanks between, columns of the tool', async () => {
    const report = only(
      await load({
        'cases.csv': [
          `start,case/case_key,case/child/gender,case/index_month,case/forms,case/forms/labour,case/forms/begging${tools}`,
          `2024-05-01T09:00:00,c1,female,2024-03,labour begging,1,1${added}`,
          `2024-05-01T09:00:00,c2,male,2024-04,labour,1,0${added}`,
          `2024-05-01T09:00:00,c3,male,2024-04,labour levitation,1,0${added}`,
          `2024-05-01T09:00:00,c4,male,2024-04,,,${added}`,
        ].join('\n'),
      }),
    );
    expect(report).toMatchObject({ table: 'cases', records: 4, accepted: 3, warned: 1 });
    expect(await cases()).toEqual([
      { case_key: 'c1', gender: 'female', forms: 'begging labour', gap: null },
      { case_key: 'c2', gender: 'male', forms: 'labour', gap: null },
      { case_key: 'c3', gender: 'male', forms: 'labour', gap: 'unmapped' },
      { case_key: 'c4', gender: 'male', forms: null, gap: 'not_recorded' },
    ]);
    const became = Object.fromEntries(report.mapping.map((one) => [one.source, one]));
    expect(became['case/child/gender']?.reason.en).toContain('behind a group of the form');
    for (const column of ['start', '_submission_time', '_uuid', '_submitted_by', 'username'])
      expect(became[column]).toMatchObject({ target: null });
    expect(became['_submission_time']?.reason.en).toContain('added by the form tool');
    expect(became['case/forms/labour']?.reason.en).toContain('has a column of its own');
    expect(report.identifiers.map(({ column, handling }) => `${column} ${handling}`)).toContain(
      'username dropped',
    );
  });

  test.each(['/', '.', '-'])('one column an option, groups before %s', async (sign) => {
    const row = (...cells: string[]) => `${cells.join()}${added}`;
    const result = await load({
      'cases.csv': [
        `${['a|case_key', 'a|gender', 'a|index_month', 'a|forms|labour', 'a|forms|begging', 'a|forms|levitation'].join().replaceAll('|', sign)}${tools}`, // prettier-ignore
        row('c1', 'female', '2024-03', '1', '1', '0'),
        row('c2', 'male', '2024-04', '1', '0', '0'),
        row('c3', 'male', '2024-04', '1', '0', '1'),
        row('c4', 'male', '2024-04', '', '', ''),
      ].join('\n'),
    });
    const report = only(result);
    expect(await cases()).toEqual([
      { case_key: 'c1', gender: 'female', forms: 'begging labour', gap: null },
      { case_key: 'c2', gender: 'male', forms: 'labour', gap: null },
      { case_key: 'c3', gender: 'male', forms: 'labour', gap: 'unmapped' },
      { case_key: 'c4', gender: 'male', forms: null, gap: 'not_recorded' },
    ]);
    expect(codes(report)).toContain('option-without-code');
    expect(result.facts?.tables.cases?.columns).toContain('forms');
    const again = only(
      await load(
        { 'cases.csv': `${['a|case_key', 'a|gender', 'a|index_month', 'a|forms|labour', 'a|forms|begging', 'a|forms|levitation'].join().replaceAll('|', sign)}${tools}\n${row('c9', 'male', '2024-04', '0', '1', '0')}` }, // prettier-ignore
        { recipe: result.recipe },
      ),
    );
    expect(again.accepted).toBe(1);
    expect((await cases())[0]?.forms).toBe('begging');
  });

  test('a name behind a group still stops the file, and two groups with one question keep theirs', async () => {
    const result = await load({
      'cases.csv': `a/case_key,a/gender,a/index_month,a/first_name,b/notes,c/notes${tools}\nc1,female,2024-03,Ann,x,y${added}`,
    });
    expect(result.loaded).toBe(false);
    expect(only(result).identifiers).toContainEqual(
      expect.objectContaining({ column: 'a/first_name', handling: 'stops' }),
    );
  });

  test('without the columns of a tool nothing is split at blanks', async () => {
    await load({ 'cases.csv': 'case_key,gender,index_month,forms\nc1,female,2024-03,labour begging' }); // prettier-ignore
    expect((await cases())[0]).toMatchObject({ forms: null, gap: 'unmapped' });
  });

  test('questions about somebody else are not those of the child', async () => {
    const header = `case/case_key,case/index_month,perpetrator/gender,caregiver/forms/labour,a/forms/begging,b/forms/labour${tools}`;
    const file = { 'cases.csv': `${header}\nc1,2024-03,male,1,1,1${added}` };
    const report = only(await load(file));
    expect(await cases()).toEqual([{ case_key: 'c1', gender: 'male', forms: null, gap: 'not_asked' }]); // prettier-ignore
    expect(report.mapping.find(({ source }) => source === 'perpetrator/gender')?.tier).toBe(
      'fuzzy',
    );
    expect(codes(report)).toContain('mapped-by-likeness');
    const asked = only(await load(file, { confirm: 'exact' }));
    expect(asked.mapping.filter(({ waits }) => waits).map(({ source }) => source)).toEqual(['case/case_key', 'case/index_month', 'perpetrator/gender']); // prettier-ignore
  });

  test('one odd cell does not take an option out of all rows', async () => {
    const header = `case_key,gender,index_month,forms/labour,forms/begging,forms/number${tools}`;
    const row = (key: string, ...cells: string[]) => `${key},male,2024-03,${cells.join()}${added}`;
    await load({ 'cases.csv': [header, row('c1', 'yes', '1', '2'), row('c2', '1', '0', '1')].join('\n') }); // prettier-ignore
    expect(await cases()).toEqual([
      { case_key: 'c1', gender: 'male', forms: 'begging', gap: 'unmapped' },
      { case_key: 'c2', gender: 'male', forms: 'labour', gap: null },
    ]);
  });
});
