import { describe, expect, it } from 'vitest';
import { childrenTold } from '$lib/report/children-told';
import { notesText } from '$lib/report/notes';
import { protectionAccount, protectionLines } from '$lib/report/protection-account';
import { withheldWords } from '$lib/report/withheld-words';
import type { Cell, Protection, ReleasedRow } from '$lib/disclosure/released';
import { indicator, released, row, secret, value, withheld } from './released-of';

const unit = 'children' as const;
const children = (cell: Cell, by: ReleasedRow['by'] = {}, period = '2024') =>
  row('count', cell, { unit, by, period });
const rows = [
  children(value(40)),
  children(value(28), { gender: 'female' }),
  children(value(0), { gender: 'nonbinary' }),
  children(withheld, { gender: 'male' }),
  children(withheld, { gender: 'unknown' }),
  // A year without its total tells of no share.
  children(withheld, {}, '2023'),
  children(value(21), { gender: 'female' }, '2023'),
];
const of = (more: Partial<Protection> = {}, given = rows) =>
  released('ID-01', given, {
    protection: {
      ...{ threshold: 11, audit: 'proven', withheldCells: 0, shownCells: 0, milliseconds: 320 },
      ...more,
    },
  });
const account = (one = of(), language: 'en' | 'nb' = 'en') =>
  protectionAccount(one, indicator('ID-01'), language)!;

describe('the account of how a figure was protected', () => {
  it('tells rule, cost, share, verdict and time in both languages', () => {
    const told = account();
    expect(told.cost).toBe('3 numbers are withheld; 3 numbers and 1 zero are shown.');
    expect(told.rule).toContain('1 to 10 children is withheld');
    expect(told.children).toEqual([
      'By gender: 70% of the children in the totals shown are in a group that is shown.',
    ]);
    expect(told.verdict).toMatch(/^Audit: proven\. .* It took less than a second\.$/);
    expect(told.promise).toContain('no group of 1 to 10 children can be isolated');
    expect(told.limits).toHaveLength(8);
    const nb = account(of(), 'nb');
    expect(nb.cost).toBe('3 tall holdes tilbake; 3 tall og 1 null vises.');
    expect(nb.children[0]).toContain('70\u00A0%');
    expect(nb.limits).toHaveLength(8);
  });

  it('names the figures that one is held against', () => {
    const told = (id: string) => protectionAccount(of(), indicator(id), 'en')!.rule;
    expect(told('MC-05')).toContain(
      'Beside MC-01 and MC-02 a number is withheld too where it differs',
    );
    expect(told('ID-01')).toMatch(/one number in all of them, shown or withheld\.$/);
    expect(told('FC-01')).toMatch(/is not told\.$/);
  });

  it('tells the time in steps, so that a release record is the same the next time', () => {
    const after = (milliseconds: number) => account(of({ milliseconds })).verdict;
    expect(after(12)).toBe(after(700));
    expect(after(3100)).toContain('less than 5 seconds');
    expect(after(400_000)).toContain('more than 300 seconds');
  });

  it.each([
    [{ audit: 'not proven' }, 'not proven'],
    [{ audit: 'not proven', refused: true }, 'refused'],
    [{ audit: 'not needed' }, 'passed for every count'],
  ] as const)('of %o', (more, words) => {
    expect(account(of(more)).verdict).toContain(words);
  });

  it('promises nothing without a proof', () => {
    expect(account(of({ audit: 'not proven' })).promise).not.toContain('can be isolated');
  });

  it('says so where nothing is withheld, and is none in Working view', () => {
    const all = of({ audit: 'not needed' }, [
      children(value(40)),
      children(value(0), { gender: 'x' }),
    ]);
    expect(account(all).cost).toBe('Nothing is withheld; numbers shown: 1, zeros: 1.');
    expect(account(all).verdict).toContain('nothing had to be withheld');
    expect(account(all).children).toEqual([]);
    const working = released('ID-01', rows, { mode: 'working' });
    expect(protectionAccount(working, indicator('ID-01'), 'en')).toBeNull();
    expect(withheldWords(working, indicator('ID-01'), 'en')).toBe('');
  });

  it('goes into the notes that leave with the figure', () => {
    const text = notesText(of(), {
      indicator: indicator('ID-01'),
      language: 'en',
      period: 'all',
      sources: ['cases.csv'],
    });
    for (const line of protectionLines(account())) expect(text).toContain(line);
    expect(text).not.toContain(String(secret));
  });
});

describe('the share of children shown', () => {
  it('is the same whatever the withheld cells are', () => {
    const shares = [3, 12, 4000].map((hidden) =>
      childrenTold(
        of(
          {},
          rows.map((one) =>
            one.value.is === 'withheld' ? { ...one, value: { ...one.value, value: hidden } } : one,
          ) as ReleasedRow[],
        ),
        indicator('ID-01'),
      ),
    );
    expect(shares[0]).toEqual([{ columns: ['gender'], share: 0.7 }]);
    expect(shares[1]).toEqual(shares[0]);
    expect(shares[2]).toEqual(shares[0]);
  });

  it('is none without a total that is shown', () => {
    const none = of(
      {},
      rows.slice(1).filter(({ period }) => period === '2024'),
    );
    expect(childrenTold(none, indicator('ID-01'))).toEqual([]);
    expect(account(none).children[0]).toContain('would tell of what is withheld');
  });

  it('is none of columns of which a child may have several codes', () => {
    const forms = [children(value(40)), children(value(30), { form: 'labour' })];
    expect(childrenTold(of({}, forms), indicator('ID-01'))).toEqual([]);
  });
});

describe('words in place of withheld numbers', () => {
  it('say where, and never how many', () => {
    const text = withheldWords(of(), indicator('ID-01'), 'en');
    expect(text).toContain('boy): 2024');
    expect(text).toContain('total): January 2023 to December 2023'.replace(/: .*/, ': 2023'));
    expect(text).not.toMatch(/28|40|21|7654321|fewer|under|less/);
    expect(withheldWords(of(), indicator('ID-01'), 'nb')).toContain('2024');
  });

  it('are none where nothing is withheld', () => {
    expect(withheldWords(of({}, [children(value(40))]), indicator('ID-01'), 'en')).toBe('');
  });
});
