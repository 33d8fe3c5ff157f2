import { describe, expect, it } from 'vitest';
import { fundingLead, gapLines } from '$lib/report/funding-words';
import { portfolioOf, sortedRows, statusesIn } from '$lib/report/portfolio';
import { row, releasedOf, samples } from '../charts/samples';

const { released } = samples['care-calendar']!;
const month = '2024-01..2024-06';
const all = releasedOf([
  ...released.rows,
  row('per_funded_month', month, { programme: 'P1' }, 'c'),
  row('per_funded_month', month, { programme: 'P2' }, 40),
  row('per_unfunded_month', month, { programme: 'P1' }, 30),
  row('grant_months_median', month, { programme: 'P2' }, 4),
  row('grant_months_median', month, { programme: 'P1' }, 12),
]);

describe('the portfolio of programmes', () => {
  const portfolio = portfolioOf(all, 'en')!;
  const texts = (programme: string) =>
    portfolio.rows.find((one) => one.programme === programme)?.cells.map(({ text }) => text);

  it('has a row a programme in the order of the files, its status in words', () => {
    expect(portfolio.rows.map(({ programme }) => programme)).toEqual(['P1', 'P2', 'P3']);
    expect(portfolio.rows.map(({ cells }) => cells[0]?.text)).toEqual([
      'Gap ahead',
      'On plan',
      'No data',
    ]);
    expect(texts('P1')?.slice(1, 3)).toEqual(['31 Jan 2025', 'No']);
    expect(texts('P2')?.slice(1, 3)).toEqual(['no end date', 'does not apply']);
    expect(texts('P1')?.slice(6)).toEqual(['[c]', '30']);
  });

  it('names the statuses that some programme has, in one order and by the word of the rows', () => {
    const [first, , third] = portfolio.rows;
    expect(statusesIn([third!, first!], 'nb')).toEqual([
      { id: 'ahead', label: 'Opphold foran' },
      { id: 'none', label: 'Ingen data' },
    ]);
    for (const { status, cells } of portfolio.rows)
      expect(statusesIn(portfolio.rows, 'en').find(({ id }) => id === status)?.label).toBe(
        cells[0]?.text,
      );
  });

  it('sorts by a column when asked, and places nothing by a number that is withheld', () => {
    const order = (column: number, down: boolean) =>
      sortedRows(portfolio.rows, column, down).map(({ programme }) => programme);
    expect(order(4, false)).toEqual(['P2', 'P1', 'P3']);
    expect(order(4, true)).toEqual(['P1', 'P2', 'P3']);
    // P1 is withheld and P3 has none: both stand last, as in the files.
    expect(order(6, false)).toEqual(['P2', 'P1', 'P3']);
    expect(order(6, true)).toEqual(['P2', 'P1', 'P3']);
  });
});

describe('the words of the calendar', () => {
  it('says gaps and ends, and no cause', () => {
    const text = fundingLead(all, 'en')
      .map((piece) => piece.text)
      .join('');
    expect(text).toBe(
      '0 of 2 programmes with a grant for direct care had a gap of 30 days or more. 0 have money that ends within 6 months, 1 within 12 months, with no grant after it.',
    );
    expect(text).not.toMatch(/led to|because|caused|effect|impact/i);
  });

  it('lists each gap with the children of its months', () => {
    expect(gapLines(all, 'en')).toEqual([
      {
        ...{ programme: 'P1', from: '11 Mar 2024', to: '31 Mar 2024', days: '21 days' },
        months: [{ text: 'March 2024: 14', why: null }],
      },
    ]);
  });
});
