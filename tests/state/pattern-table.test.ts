import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPatterns, emptyPatterns, readPatterns } from '$lib/state/pattern-table';
import type { PatternTable } from '$lib/state/pattern-table';
import { mseExampleUk2013 } from '$lib/statistics/mse-example-uk-2013';
import { mseTable } from '$lib/statistics/mse-table';

const read = (text: string): PatternTable => {
  const table = readPatterns(text);
  if ('unreadable' in table) throw new Error(table.unreadable);
  return table;
};

describe('reading', () => {
  const wanted = {
    lists: 2,
    counts: [
      { pattern: '10', count: 120 },
      { pattern: '11', count: 14 },
    ],
  };
  test.each([
    ['commas', 'police,shelter,count\n1,0,120\n1,1,14\n'],
    ['semicolons, CRLF and a byte-order mark', '\uFEFFpolice;shelter;count\r\n1;0;120\r\n1;1;14'],
    ['tabs and blank lines', 'police\tshelter\tcount\n\n1\t0\t120\n\n1\t1\t14\n\n'],
    ['quotes, spaces and the count first', '"Count", "police", shelter\n"120", 1, 0\n14,1,1'],
  ])('takes %s', (_, text) => {
    const table = read(text);
    expect(table.lists).toEqual(['police', 'shelter']);
    expect(checkPatterns(table)).toEqual({ problems: [], repeated: [], input: wanted });
  });

  test.each([
    ['empty', ' \n'],
    ['no_count_column', 'police,shelter,court\n1,0,1\n'],
    ['list_number', 'police,count\n1,3\n'],
    ['list_number', 'a,b,c,d,e,f,g,h,i,count\n1,0,0,0,0,0,0,0,0,3\n'],
    ['ragged', 'police,shelter,count\n1,0\n'],
    ['too_many_rows', `police,shelter,count\n${'1,0,1\n'.repeat(513)}`],
  ])('refuses: %s', (unreadable, text) => {
    expect(readPatterns(text)).toEqual({ unreadable });
  });
});

describe('checking', () => {
  test('names every problem by row and list, and gives no input', () => {
    const table = read('a,b,count\nyes,0,5\n1,1,-2\n1,1,1.5\n0,0,4\n1,0,\n0,0,0\n1,0,99999999\n');
    expect(checkPatterns(table)).toMatchObject({
      input: null,
      problems: [
        { is: 'not_0_or_1', row: 0, list: 0 },
        { is: 'not_a_count', row: 1 },
        { is: 'not_a_count', row: 2 },
        { is: 'on_no_list', row: 3 },
        { is: 'not_a_count', row: 4 },
        { is: 'not_a_count', row: 6 },
      ],
    });
  });

  test('repeated patterns are pointed out and handed over as they are', () => {
    const { input, repeated } = checkPatterns(read('a,b,count\n1,0,5\n1,1,2\n1,0,7\n0,1,3\n'));
    expect(repeated).toEqual([2]);
    expect(mseTable(input!)?.counts).toEqual(Float64Array.of(0, 12, 3, 2));
  });

  test('a table without anybody is not enough', () => {
    expect(checkPatterns(read('a,b,count\n1,0,0\n')).problems).toEqual([{ is: 'nobody' }]);
  });

  test('an empty table has every pattern but none once and waits for its counts', () => {
    for (const lists of [2, 3, 8]) {
      const { rows } = emptyPatterns(lists);
      expect(new Set(rows.map(({ on }) => on.join(''))).size).toBe(2 ** lists - 1);
      const { problems } = checkPatterns(emptyPatterns(lists));
      expect(problems.map(({ is }) => is)).toEqual(rows.map(() => 'not_a_count'));
    }
  });
});

test('the published example is the one that the reference cases use', () => {
  const { cases } = JSON.parse(
    readFileSync(resolve('tests/fixtures/statistics/cases.json'), 'utf8'),
  ) as { cases: { id: string; input: unknown }[] };
  const { lists, counts } = mseExampleUk2013;
  expect({ lists: lists.length, counts }).toEqual(
    cases.find(({ id }) => id === 'mse-rule-uk2013-5')!.input,
  );
});
