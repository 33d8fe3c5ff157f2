import { describe, expect, it } from 'vitest';
import { catalogue } from '$lib/indicators/catalogue';
import { optionsOf } from '$lib/measure/options';
import { defaultView, type View } from '$lib/measure/view';
import { readingLines } from '../../src/routes/indicators/[id]/reading-lines';
import { readingsOf } from '../../src/routes/indicators/[id]/readings';
import { indicator, missing, released, row, value } from '../report/released-of';

const working: View = { ...defaultView, mode: 'working' };
const chosenIn = (id: string, view: View) => optionsOf(indicator(id), view);

/** A view in which every option of a definition has its last choice. */
const lastChoices = (id: string): View => ({
  ...working,
  where: { gender: ['female'] },
  period: { kind: 'year', from: '2023-01' },
  options: Object.fromEntries(
    indicator(id).options.map((option) => [option.id, option.choices.at(-1)?.id ?? '']),
  ),
});

describe('the readings of a definition', () => {
  const ids = catalogue.map(({ id }) => id);

  it.each(ids)('%s: the one shown first, each other one choice away from it', (id) => {
    const { options } = indicator(id);
    for (const view of [working, lastChoices(id)]) {
      const [shown, ...others] = readingsOf(indicator(id), view);
      const own = chosenIn(id, view);
      expect(shown).toMatchObject({ view, option: null });
      expect(shown?.choices.map(({ option }) => option.id)).toEqual(options.map((one) => one.id));
      const size = options.reduce((sum, { choices }) => sum + choices.length - 1, 0);
      expect(others).toHaveLength(size);
      for (const { view: other, option } of others) {
        const theirs = chosenIn(id, other);
        const differing = Object.keys(own).filter((key) => own[key] !== theirs[key]);
        expect(differing).toEqual([option?.id]);
        expect({ ...other, options: {} }).toEqual({ ...view, options: {} });
      }
      const all = [shown, ...others].map((one) => JSON.stringify(chosenIn(id, one!.view)));
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('begin each option with its default where another choice is shown', () => {
    const [shown, ...others] = readingsOf(indicator('ND-06'), {
      ...working,
      options: { charges: 'every' },
    });
    expect(shown?.byDefault).toBe(false);
    expect(others.map(({ view }) => view.options.charges)).toEqual([
      'linked',
      'yes',
      'status',
      'every',
    ]);
    expect(others.map(({ byDefault }) => byDefault)).toEqual([true, false, false, false]);
  });

  it('take a choice nobody knows for the default, as the figure does', () => {
    const options = { type: 'unheard_of', gap: 'cash' };
    const [shown, other] = readingsOf(indicator('MC-02'), { ...working, options });
    expect(shown?.byDefault).toBe(true);
    expect(other?.view.options).toEqual({ type: 'missing_and_away', gap: 'cash' });
  });
});

describe('the numbers of a reading beside those of the one shown', () => {
  const share = (number: number, n: number, of: number) =>
    row('share', value(number), { unit: 'share', numerator: value(n), denominator: value(of) });
  const lines = (id: string, rows: Parameters<typeof released>[1][], language: 'en' | 'nb') => {
    const [shown, other] = rows.map((one) => released(id, one, { mode: 'working' }));
    return readingLines(shown!, other!, indicator(id), language);
  };

  it('are the value, its numerator and denominator, and percentage points', () => {
    const rows = [[share(0.2, 20, 100)], [share(0.25, 30, 120)]];
    expect(lines('MC-01', rows, 'en')).toMatchObject([
      { text: '25%', of: '30 of 120', difference: '+5 points', words: '' },
    ]);
    expect(lines('MC-01', rows, 'nb')).toMatchObject([
      { text: '25\u00A0%', of: '30 av 120', difference: '+5 prosentpoeng' },
    ]);
  });

  it('are days, and children', () => {
    const days = (number: number) => [row('median_days', value(number), { unit: 'days' })];
    expect(lines('GP-02', [days(30), days(3)], 'en')).toMatchObject([
      { text: '3 days', of: '', difference: '−27 days' },
    ]);
    const count = (number: number) => [row('count', value(number), { unit: 'children' })];
    expect(lines('ID-01', [count(4), count(5)], 'en')).toMatchObject([
      { text: '5 children', difference: '+1 child' },
    ]);
    expect(lines('ID-01', [count(4), count(4)], 'en')[0]?.difference).toBe('no difference');
  });

  it('are of the period shown, also where the other reading has a later one', () => {
    const year = (period: string, number: number) =>
      row('count', value(number), { unit: 'children', period });
    const rows = [[year('2023', 10)], [year('2023', 12), year('2024', 90)]];
    expect(lines('ID-01', rows, 'en')).toMatchObject([
      { text: '12 children', difference: '+2 children' },
    ]);
  });

  it('have no difference without a number or in another unit', () => {
    const rate = (unit: string) => row('rate_per_100000', value(39), { unit });
    const per = [[rate('per 100,000 children')], [rate('per 100,000 residents')]];
    expect(lines('ID-02', per, 'en')).toMatchObject([{ difference: null }]);
    const none = row('share', missing('not recorded'), { unit: 'share' });
    expect(lines('MC-01', [[share(0.2, 20, 100)], [none]], 'en')).toMatchObject([
      { text: '[x]', words: 'not recorded', difference: null },
    ]);
  });

  it('are one a group in a composition, held against the same group alone', () => {
    const of = (code: string, number: number) =>
      row('share', value(number), { unit: 'share', by: { age_band: code } });
    const rows = [
      [of('0-8', 0.4), of('9-11', 0.6)],
      [of('0-8', 0.5), of('0-11', 0.5)],
    ];
    const answer = lines('ID-04', rows, 'en');
    expect(answer.map(({ difference }) => difference)).toEqual(['+10 points', null]);
    expect(answer).toHaveLength(2);
  });

  it('are not said of a figure that cannot be computed', () => {
    const unavailable = { table: 'missing_episodes' };
    const none = released('MC-01', [], { mode: 'working', unavailable });
    const shown = released('MC-01', [share(0.2, 20, 100)], { mode: 'working' });
    expect(readingLines(shown, none, indicator('MC-01'), 'en')).toEqual([]);
  });
});
