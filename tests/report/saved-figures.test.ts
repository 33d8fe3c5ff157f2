import { expect, it } from 'vitest';
import { csvText } from '$lib/report/csv';
import { rowsJson } from '$lib/report/rows-json';
import { savedFigures } from '$lib/report/saved-figures';
import { WordedError } from '$lib/schema/worded-error';
import { released, row, value, withheld } from './released-of';

const figure = released('ID-01', [
  row('count', value(40), { unit: 'children', period: '2023', numerator: value(40) }),
  row('count', withheld, { unit: 'children', period: '2024' }),
  row('count', value(22), { unit: 'children', period: '2023', by: { gender: 'female' } }),
  row('share', value(0.5), {
    ...{ unit: 'share', by: { region: '=a, b' } },
    ...{ numerator: value(20), denominator: value(40), unknown: value(12) },
  }),
]);
const text = csvText(rowsJson(figure));
const none = { numerator: null, denominator: null, n: null, unknown: null };

it('reads back what was saved', () => {
  expect(savedFigures(`\uFEFF${text}`)).toEqual([
    {
      ...{ indicator: 'ID-01', revision: 1, where: {} },
      rows: [
        {
          ...{ ...none, measure: 'count', period: '2023', by: {}, unit: 'children' },
          ...{ value: { is: 'value', value: 40 }, numerator: 40 },
        },
        {
          ...{ ...none, measure: 'count', period: '2024', by: {}, unit: 'children' },
          value: { is: 'withheld' },
        },
        {
          ...{ ...none, measure: 'count', period: '2023', by: { gender: 'female' } },
          ...{ unit: 'children', value: { is: 'value', value: 22 } },
        },
        {
          ...{ ...none, measure: 'share', period: '2024', by: { region: '=a, b' } },
          ...{ unit: 'share', value: { is: 'value', value: 0.5 } },
          ...{ numerator: 20, denominator: 40, unknown: 12 },
        },
      ],
    },
  ]);
});

it('keeps the filters, which a table without any does not name', () => {
  expect(text).not.toContain('where');
  const where = { gender: ['female', 'male'], age_band: ['15_17'] };
  const filtered = csvText(rowsJson(figure, { ...where, region: [] }));
  expect(filtered.split('\r\n')[0]).toContain(',by_region,where_gender,where_age_band,value,');
  expect(filtered.split('\r\n')[1]).toContain(',female;male,15_17,');
  const [read] = savedFigures(filtered);
  expect(read?.where).toEqual(where);
  expect(read?.rows).toEqual(savedFigures(text)[0]?.rows);
});

it('reads several figures apart, and ignores what it does not know', () => {
  const ranged = { ...rowsJson(figure)[1]!, indicator: 'ID-03', range_low: 0.1, range_high: 0.4 };
  const found = savedFigures(csvText([...rowsJson(figure), ranged]));
  expect(found.map(({ indicator, rows }) => [indicator, rows.length])).toEqual([
    ['ID-01', 4],
    ['ID-03', 1],
  ]);
});

it.each([
  ['another file', 'case_key,gender\r\n1,female\r\n'],
  ['an empty file', ''],
  ['Working view', text.replaceAll(',release', ',working')],
  ['a figure without a name', text.replaceAll('ID-01', '')],
  ['a number that is none', text.replace(',40,', ',forty,')],
])('refuses %s without its content', (_, file) => {
  expect(() => savedFigures(file)).toThrow(WordedError);
  expect(() => savedFigures(file)).not.toThrow(/forty|case_key|female/);
});
