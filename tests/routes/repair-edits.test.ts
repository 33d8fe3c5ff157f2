import { expect, it } from 'vitest';
import { catalogue } from '$lib/indicators/catalogue';
import type { Decisions } from '$lib/state/dataset.svelte';
import {
  answerTo,
  codeAnswer,
  codesIn,
  confirm,
  confirmCodes,
  leaveFileOut,
  meaningNow,
  waitingIn,
} from '../../src/routes/data/confirm-edits';
import { chooseColumn, chooseMeaning, chooseMerged } from '../../src/routes/data/mapping-edits';
import {
  fixCell,
  fixGroup,
  repairsOf,
  touched,
  type Problem,
} from '../../src/routes/data/repair-edits';

const none: Decisions = { drop: [], dateOrder: [] };
const file = 'saker.csv';
const text = { en: '', nb: '' };
const problem = (target: string, like: string, spelled = false): Problem => ({
  ...{
    column: 'x',
    target,
    like,
    spelling: spelled ? () => like : null,
    count: 2,
    lines: [2, 3],
    expected: text,
  },
});

it('names what waits and settles it by confirming, by another choice or by leaving the file out', () => {
  const column = {
    source: 'kjønn',
    target: 'cases.gender',
    tier: 'synonym',
    reason: text,
  } as const;
  const [waiting] = waitingIn([
    {
      file,
      mapping: [
        { ...column, waits: true },
        { ...column, source: 'gender' },
      ],
    },
    { file: 'other.csv', mapping: [column] },
  ]);
  expect(waiting?.columns.map((one) => one.column)).toEqual(['kjønn']);
  const one = waiting!.columns[0]!;
  expect(answerTo(one, none)).toBeNull();
  const confirmed = confirm(none, [one]);
  expect(answerTo(one, confirmed)).toBe('confirmed');
  expect(answerTo({ ...one, target: 'cases.region' }, confirmed)).toBeNull();
  expect(confirm(confirmed, [one]).confirmed).toHaveLength(1);
  expect(answerTo(one, leaveFileOut(none, file, 'Old.'))).toBe('changed');
  expect(answerTo(one, leaveFileOut(none, 'other.csv', 'Old.'))).toBeNull();
});

it('confirms words read as codes by one press, and keeps what was changed', () => {
  const word = { source: 'kjønn', target: 'cases.gender', rows: 2, reason: text, waits: true };
  const codes = [
    { ...word, spelling: 'M', code: 'male' },
    { ...word, spelling: '2', code: 'female' },
  ];
  const [found] = codesIn([
    { file, codes },
    { file: 'other.csv', codes: [] },
  ]);
  const [letter, digit] = found!.codes;
  expect(codeAnswer(letter!, none)).toBeNull();
  const changed = chooseMeaning(none, file, 'kjønn', '2', { code: 'male' });
  expect(codeAnswer(digit!, changed)).toBe('changed');
  const all = confirmCodes(changed, found!.codes);
  expect(all.value).toHaveLength(2);
  expect(codeAnswer(letter!, all)).toBe('confirmed');
  expect(meaningNow(digit!, all)).toEqual({ code: 'male' });
  const merged = chooseMerged(all, file, 'kjønn', 'M');
  expect([codeAnswer(letter!, merged), meaningNow(letter!, merged)]).toEqual(['changed', null]);
  expect(codeAnswer(letter!, chooseColumn(none, file, 'kjønn', null, false))).toBe('changed');
});

it('offers what suits a problem and says which indicators it touches', () => {
  const gender = repairsOf(problem('cases.gender', 'jentebarn', true));
  expect(gender.codes.map(({ value }) => value)).toContain('female');
  expect(gender).toMatchObject({ order: false, unknown: true });
  expect(repairsOf(problem('cases.gender', 'aaaa aaaa')).codes).toEqual([]);
  expect(repairsOf(problem('cases.detected_at', '99/99/9999')).order).toBe(true);
  expect(repairsOf(problem('cases.detected_at', '99/99.9999')).order).toBe(false);
  const ids = touched(problem('cases.victim_status', 'x', true), catalogue);
  expect(ids).toEqual(
    catalogue.filter(({ needs }) => needs.includes('cases.victim_status')).map(({ id }) => id),
  );
  expect(ids.length).toBeGreaterThan(3);
});

it('keeps one word about the same cells, the last', () => {
  const like = problem('cases.index_month', '9999-99');
  const twice = fixGroup(fixGroup(none, file, like, 'unknown'), file, like, 'exclude');
  expect(twice.groups).toEqual([{ file, column: 'x', like: '9999-99', as: 'exclude' }]);
  const cell = fixCell(fixCell(none, file, 'x', 'ab', 'female'), file, 'x', 'ab', null);
  expect(cell.cells).toEqual([{ file, column: 'x', row: 'ab', to: null }]);
  const merged = chooseMerged(none, file, 'x', 'both');
  expect(merged.merged).toEqual([{ file, column: 'x', spelling: 'both' }]);
  const back = chooseMeaning(merged, file, 'x', 'both', { code: 'female' });
  expect(back.merged).toEqual([]);
  expect(chooseMerged(back, file, 'x', 'both').value).toEqual([]);
});
