import { describe, expect, it } from 'vitest';
import type { MseAssessment } from '$lib/state/estimate.svelte';
import type { PatternProblem } from '$lib/state/pattern-table';
import { about, between, exactly } from '../../src/routes/estimate/estimated';
import { labelWords } from '../../src/routes/estimate/label-words';
import { patternWords, problemWords } from '../../src/routes/estimate/pattern-words';
import { resultWords } from '../../src/routes/estimate/result-words';
import { twoListSentence } from '../../src/routes/estimate/two-list-sentence';

const twoLists = {
  estimate: 1334.6,
  lower80: 1171,
  upper80: 1519,
  observed: 1222,
  persons_on_two_or_more: 12,
} as MseAssessment;

describe('numbers of an estimate', () => {
  it('carry two digits in either language, counts all of theirs', () => {
    expect([about(1334.6, 'en'), about(1334.6, 'nb')]).toEqual(['1,300', '1\u202F300']);
    expect([about(9.74, 'en'), about(9.74, 'nb')]).toEqual(['9.7', '9,7']);
    expect([exactly(1222, 'en'), exactly(1222, 'nb')]).toEqual(['1,222', '1\u202F222']);
    expect(between(1171, 1519, 'nb')).toBe('1\u202F200 til 1\u202F500');
  });
  it('are said to be none where there are none', () => {
    expect([about(null, 'en'), about(null, 'nb')]).toEqual(['no estimate', 'ikke noe anslag']);
    expect(between(10, null, 'en')).toBe('no interval');
    expect(between(null, 10, 'nb')).toBe('ikke noe intervall');
  });
});

describe('the sentence of two lists', () => {
  it('gives a range, or says that there is none', () => {
    expect(twoListSentence(twoLists, 'en')).toBe(
      'Between about 1,200 and 1,500 children (Chapman estimate 1,300); 1,222 are known. The lists share 12 children. The estimate rests on assumptions that the data cannot test.',
    );
    expect(twoListSentence(twoLists, 'nb')).toMatch(
      /^Mellom om lag 1\u202F200 og 1\u202F500 barn \(Chapmans anslag 1\u202F300\); 1\u202F222 er kjent\. Listene har 12 barn felles\./,
    );
    expect(twoListSentence({ ...twoLists, upper80: null }, 'nb')).toMatch(
      /^Om lag 1\u202F300 barn, uten spenn; /,
    );
  });
});

describe('problems of a table', () => {
  const table = { lists: ['police', ''], rows: [{ on: ['secret', '1'], count: 'secret' }] };
  const problems: readonly PatternProblem[] = [
    { is: 'list_number' },
    { is: 'too_many_rows' },
    { is: 'nobody' },
    { is: 'not_0_or_1', row: 0, list: 0 },
    { is: 'not_0_or_1', row: 0, list: 1 },
    { is: 'not_a_count', row: 0 },
    { is: 'on_no_list', row: 0 },
  ];
  const said = (language: 'en' | 'nb') =>
    problems.map((one) => problemWords(one, table, patternWords[language].problem));

  it('name row and list and never what the cell holds', () => {
    expect(said('en')[3]).toBe('Row 1, police: write 1 for on the list or 0 for not.');
    expect(said('en')[4]).toMatch(/^Row 1, list 2: /);
    expect(said('nb')[4]).toBe('Rad 1, liste 2: Skriv 1 for på listen eller 0 for ikke.');
    expect(said('nb')[6]).toMatch(/^Rad 1: Personer som ikke står på noen liste/);
    expect([...said('en'), ...said('nb')].join()).not.toContain('secret');
    expect(new Set([...said('en'), ...said('nb')]).size).toBe(14);
  });
});

describe('what is said of a result', () => {
  it('has plurals', () => {
    expect(resultWords.en.fit('1.0', 1)).toContain('on 1 degree of freedom.');
    expect(resultWords.nb.fit('1,0', 2)).toContain('med 2 frihetsgrader.');
    expect(patternWords.nb.editor.repeated(1)).toMatch(/^Én rad gjentar mønsteret/);
    expect(patternWords.en.editor.repeated(3)).toMatch(/^3 rows repeat the pattern/);
  });
  it('knows every label, reason and status in both languages', () => {
    const keys = ({ labels, reasons, statuses }: (typeof labelWords)['en']) =>
      [labels, reasons, statuses].map((one) => Object.keys(one).sort());
    expect(keys(labelWords.nb)).toEqual(keys(labelWords.en));
  });
});
