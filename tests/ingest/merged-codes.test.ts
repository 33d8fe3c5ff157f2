import { expect, test } from 'vitest';
import { availability } from '$lib/measure/availability';
import { mergedNotes } from '$lib/measure/merged-notes';
import { catalogue } from '$lib/indicators/catalogue';
import type { Decisions } from '$lib/ingest/import-files';
import { mergedIn } from '$lib/ingest/merged-codes';
import { parseRecipe } from '$lib/ingest/recipe';
import { from } from '$lib/schema/physical';
import { sql } from '$lib/schema/sql';
import { codes, engine, load, only } from './engines';

const file = 'cases.csv';
const text = [
  'case_key,index_month,victim_status,gender,main_form',
  'A-1,2024-01,identified,female,trafficked_smuggled',
  'A-2,2024-02,identified,male,forced_labour',
  '',
].join('\n');
const merged = [{ file, column: 'main_form', spelling: 'trafficked_smuggled' }];
const decisions: Decisions = { drop: [], dateOrder: [], merged };

test('a code that merges two things is guessed for no figure, and says why', async () => {
  const before = await load({ [file]: text });
  expect(before.facts?.tables.cases?.columns).toContain('main_form');
  const result = await load({ [file]: text }, { decisions });
  expect(codes(only(result))).toContain('cannot-be-separated');
  expect(codes(only(result))).not.toContain('value-not-in-code-list');
  const facts = result.facts!;
  expect(facts.tables.cases?.columns).not.toContain('main_form');
  const [row] = await (
    await engine()
  ).query(
    sql`SELECT main_form::VARCHAR AS form, main_form__missing::VARCHAR AS why FROM ${from('cases')} ORDER BY case_key`,
  );
  expect(row).toEqual({ form: null, why: 'unknown' });

  const needing = catalogue.filter(({ needs }) => needs.includes('cases.main_form'));
  expect(needing.length).toBeGreaterThan(0);
  for (const indicator of needing) {
    const missing = { table: 'cases', column: 'main_form' };
    const found = availability(indicator, facts);
    const said = found.missing ? mergedNotes(facts, found.missing) : [];
    if (found.missing?.column === missing.column)
      expect(said[0]?.en).toContain('“trafficked_smuggled” in cases.csv stands for several things');
    else expect(found.missing ?? found.reduced[0]).toBeTruthy();
  }

  const recipe = parseRecipe(JSON.stringify(result.recipe));
  const again = await load({ [file]: text }, { recipe });
  expect(again.facts?.merged).toHaveLength(1);
  const value = [{ ...merged[0]!, meaning: { code: 'unknown' } }];
  const back = await load({ [file]: text }, { recipe, decisions: { ...decisions, merged: [], value } }); // prettier-ignore
  expect(back.facts?.merged).toBeUndefined();
});

test('what was said last of a spelling holds', () => {
  const said = [{ column: 'a', spelling: 'x' }];
  expect(mergedIn({ a: ['y'] }, said, [])).toEqual({ a: ['y', 'x'] });
  expect(mergedIn({ a: ['y'] }, [], [{ column: 'a', spelling: 'y' }])).toEqual({});
});
