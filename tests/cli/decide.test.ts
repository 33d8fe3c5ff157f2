import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Recipe } from '$lib/ingest/recipe';
import { cliFolder, rapporteur } from './run-cli';

const { path, write } = cliFolder();
const text = [
  'saksnummer;index_month;victim_status;kjønn;age_at_detection;avstand',
  'A-1;2024-01;identified;jente;14;1,5',
  'A-2;2024-13;identified;jentebarn;14;2,5',
  'A-3;2024-02;identified;gutt;14 yrs;2,5',
  'A-4;2024-02;identified;gutt;14 yrs;2,5',
  '',
].join('\n');
interface Account {
  readonly accepted: number;
  readonly warned: number;
  readonly rejected: number;
  readonly excluded: number;
  readonly problems: readonly { readonly column: string; readonly like: string }[];
}
const counts = (out: string) =>
  (JSON.parse(out) as Account[]).map(({ accepted, warned, rejected, excluded }) => [
    accepted,
    warned,
    rejected,
    excluded,
  ]);

test('synonyms are applied and named, or asked for first', () => {
  const file = write('saker.csv', text);
  const usual = rapporteur('import', file, '--json');
  expect(usual.code).toBe(0);
  expect(usual.err).toContain('saker.csv: read without confirmation: saksnummer → cases.case_key (synonym), kjønn → cases.gender (synonym)'); // prettier-ignore
  expect(counts(usual.out)).toEqual([[1, 3, 0, 0]]);
  const asked = rapporteur('import', file, '--confirm', 'exact', '--json');
  expect(asked.code).toBe(1);
  expect(asked.err).toBe('');
  expect(counts(asked.out)).toEqual([[0, 0, 0, 4]]);
  expect(rapporteur('import', file, '--confirm', 'synonym').code).toBe(0);
  expect(rapporteur('import', file, '--confirm', 'never').code).toBe(2);
}, 120_000);

test('what is decided on the page can be decided here, and is kept in the recipe', () => {
  const file = write('saker.csv', text);
  const other = write('other.csv', 'word\na\nb\n');
  const recipe = path('recipe.json');
  const told = rapporteur(
    ...['import', file, other, '--json', '--save-recipe', recipe, '--confirm', 'exact'],
    ...['--table', 'saker.csv:cases', '--column', 'saker.csv:saksnummer=case_key'],
    ...['--column', 'saker.csv:kjønn=gender', '--value', 'saker.csv:kjønn:jentebarn=female'],
    ...['--unknown', 'saker.csv:age_at_detection=99 aaa', '--cell', 'saker.csv:3:index_month='],
    ...['--decimal', 'saker.csv:avstand=,', '--leave-out', 'other.csv:Not ours.'],
  );
  expect(told.err).toBe('');
  expect(told.code).toBe(0);
  expect(counts(told.out)).toEqual([
    [4, 0, 0, 0],
    [0, 0, 0, 2],
  ]);
  const saved = JSON.parse(readFileSync(recipe, 'utf8')) as Recipe;
  expect(saved.files[0]?.fixes).toEqual({
    groups: [{ column: 'age_at_detection', like: '99 aaa', as: 'unknown' }],
    cells: [{ column: 'index_month', row: expect.stringMatching(/^[0-9a-f]{32}$/), to: null }],
  });
  expect(saved.files[1]?.leftOut).toBe('Not ours.');
  const again = rapporteur('import', file, other, '--json', '--recipe', recipe);
  expect(counts(again.out)).toEqual(counts(told.out));

  const without = rapporteur('import', file, '--json', '--exclude', 'saker.csv:index_month=9999-99'); // prettier-ignore
  expect(counts(without.out)).toEqual([[1, 2, 0, 1]]);
}, 120_000);

test('what names no file, line or table is refused', () => {
  const file = write('saker.csv', text);
  expect(rapporteur('import', file, '--drop', 'sker.csv:kjønn').err).toContain('no file here');
  expect(rapporteur('import', file, '--table', 'saker.csv:case').code).toBe(2);
  expect(rapporteur('import', file, '--cell', 'saker.csv:99:kjønn=female').code).toBe(1);
  expect(rapporteur('import', file, '--value', 'saker.csv:kjønn=female').code).toBe(2);
}, 120_000);
