import { expect, it } from 'vitest';
import { csvText } from '$lib/report/csv';
import { rowsJson } from '$lib/report/rows-json';
import { savedFigure } from '$lib/report/saved-figure';
import { WordedError } from '$lib/schema/worded-error';
import { released, row, value, withheld } from './released-of';

const rows = [
  row('count', value(40), { unit: 'children', period: '2023' }),
  row('count', withheld, { unit: 'children', period: '2024' }),
  row('count', value(22), { unit: 'children', period: '2023', by: { gender: 'female' } }),
];
const text = csvText(rowsJson(released('ID-01', rows)));

it('reads back what was saved, without its groups', () => {
  const found = savedFigure(`\uFEFF${text}`);
  expect(found.indicator).toBe('ID-01');
  expect(found.rows).toEqual([
    { measure: 'count', period: '2023', value: { is: 'value', value: 40 } },
    { measure: 'count', period: '2024', value: { is: 'withheld' } },
  ]);
});

it.each([
  ['another file', 'case_key,gender\r\n1,female\r\n'],
  ['an empty file', ''],
  ['Working view', text.replaceAll(',release', ',working')],
  ['two figures', `${text}${text.replaceAll('ID-01', 'ID-02').split('\r\n')[1]}\r\n`],
  ['a number that is none', text.replace(',40,', ',forty,')],
])('refuses %s without its content', (_, file) => {
  expect(() => savedFigure(file)).toThrow(WordedError);
  expect(() => savedFigure(file)).not.toThrow(/forty|case_key|female/);
});
