import { describe, expect, it } from 'vitest';
import { portfolioOf } from '$lib/report/portfolio';
import { defaultView, formatView, parseView } from '$lib/measure/view';
import {
  columnCodes,
  portfolioChoiceOf,
  wholePortfolio,
  withPortfolio,
} from '../../src/routes/funding/portfolio-choice';
import { samples } from '../charts/samples';

describe('the choice of the portfolio in the address', () => {
  it('comes back as it was written, beside a view, which it does not change', () => {
    const view = formatView({ ...defaultView, mode: 'working', where: { gender: ['girl'] } });
    for (const status of [null, 'plan', 'ahead', 'none'] as const)
      for (const column of [null, ...columnCodes.keys()])
        for (const down of column === null ? [false] : [false, true])
          for (const programme of [null, 1, 30]) {
            const choice = { status, column, down, programme };
            const fragment = withPortfolio(view, choice);
            expect(portfolioChoiceOf(`#${fragment}`)).toEqual(choice);
            expect(portfolioChoiceOf(withPortfolio('', choice))).toEqual(choice);
            expect(parseView(fragment)).toEqual(parseView(view));
          }
  });

  it('adds nothing for the whole portfolio', () => {
    expect(withPortfolio('view=working', wholePortfolio)).toBe('view=working');
    expect(portfolioChoiceOf('')).toEqual(wholePortfolio);
  });

  it('keeps no text and nothing that it does not know', () => {
    const typed = '#status=Anna&sort=-name&programme=house';
    expect(portfolioChoiceOf(typed)).toEqual(wholePortfolio);
    expect(portfolioChoiceOf('#programme=0')).toEqual(wholePortfolio);
    expect(portfolioChoiceOf('#programme=-3')).toEqual(wholePortfolio);
    expect(portfolioChoiceOf('#where=region:status=plan')).toEqual(wholePortfolio);
  });

  it('has a code for every column', () => {
    const { released } = samples['care-calendar']!;
    expect(portfolioOf(released, 'en')?.columns.length).toBe(columnCodes.length);
    expect(new Set(columnCodes).size).toBe(columnCodes.length);
  });
});
