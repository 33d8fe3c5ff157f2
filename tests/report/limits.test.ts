import { describe, expect, it } from 'vitest';
import type { Cell, Released, ReleasedRow } from '$lib/disclosure/released';
import { parseView } from '$lib/measure/view';
import { compareTable } from '$lib/report/compare-table';
import { headline } from '$lib/report/headline';
import { notesText } from '$lib/report/notes';
import { sentence } from '$lib/report/sentence';
import { tableOf } from '$lib/report/table-of';
import { withheldWords } from '$lib/report/withheld-words';
import type { Indicator } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { asking } from './asking';
import { blank, unexplained } from './numbers-in';
import { outputsOf } from './outputs-of';
import { indicator, released, row, value, withheld } from './released-of';

const within = (low: number, high: number): Cell => ({ is: 'withheld', between: [low, high] });
const share = (gender: string, cell: Cell, more: Partial<ReleasedRow> = {}) =>
  row('share', cell, { unit: 'share', by: { gender }, ...more });
const say = (one: Released, definition: Indicator, language: Language) =>
  sentence(one, definition, language)
    .map(({ text }) => text)
    .join('');

const genders = indicator('ID-03');
const girls = share('female', within(0.68, 0.72), { numerator: value(172) });
const boys = share('male', within(0.27, 0.31), { numerator: value(68) });
const both = released('ID-03', [girls, boys]);
const mixed = released('ID-03', [girls, boys, share('another_gender', withheld)]);

describe('a table', () => {
  const grid = (language: Language) => {
    const { rows, legend } = tableOf(both, { indicator: genders, language });
    return { cells: rows.map(({ cells }) => cells), legend };
  };

  it('has the limits in front of the mark and no 95 % range of them', () => {
    const { cells, legend } = grid('en');
    expect(cells.map((one) => one.map(({ text }) => text))).toEqual([
      ['68–72% [c]', '[c]', '172', '[c]'],
      ['27–31% [c]', '[c]', '68', '[c]'],
    ]);
    expect(cells[0]?.[0]).toMatchObject({
      is: 'withheld',
      words:
        'between 68% and 72%; this follows from the other numbers shown; the exact share is withheld to protect children',
    });
    expect(cells[0]?.[1]?.words).toBe('withheld to protect children');
    expect(legend).toEqual([
      '[c] withheld to protect children; limits before the mark are what follows from the other numbers shown, not a 95% range; the exact share is withheld',
    ]);
  });

  it('says so in Norwegian', () => {
    const { cells, legend } = grid('nb');
    expect(cells[0]?.[0]?.text).toBe('68–72\u00A0% [c]');
    expect(cells[0]?.[0]?.words).toContain('mellom 68 og 72\u00A0%; det følger av');
    expect(legend[0]).toContain('grenser foran merket');
  });

  it('explains limits only where there are some', () => {
    const none = released('ID-03', [share('female', withheld), share('male', value(0.3))]);
    const { legend } = tableOf(none, { indicator: genders, language: 'en' });
    expect(legend[0]).toBe('[c] withheld to protect children');
  });

  it('has no limits in the band of the unknown, nor words for them', () => {
    const asked = asking({ kind: 'shares', of: ['a'] }, [
      { id: 'share', unit: 'share', reads: 'share' },
    ]);
    const one = released('ID-01', [
      row('share', value(0.5), { unit: 'share' }),
      row('share_if_unknown_no', within(0.4, 0.45), { unit: 'share' }),
      row('share_if_unknown_yes', value(0.6), { unit: 'share' }),
    ]);
    const { rows, legend } = tableOf(one, { indicator: asked, language: 'en' });
    expect(rows[0]?.cells.at(-1)?.text).toBe('[c]');
    expect(legend[0]).toBe('[c] withheld to protect children');
  });

  it('has the lower end of a band of which the upper end is withheld', () => {
    const asked = asking({ kind: 'shares', of: ['a'] }, [
      { id: 'share', unit: 'share', reads: 'share' },
    ]);
    const one = released('ID-01', [
      row('share', withheld, { unit: 'share' }),
      row('share_if_unknown_no', value(0.4), { unit: 'share' }),
      row('share_if_unknown_yes', withheld, { unit: 'share' }),
    ]);
    const { rows } = tableOf(one, { indicator: asked, language: 'en' });
    expect(rows[0]?.cells.at(-1)).toMatchObject({
      text: '40% – [c]',
      words: 'from 40%; the upper end is withheld to protect children',
    });
  });

  it('of comparisons has no difference from limits', () => {
    const { rows } = compareTable(
      released('ID-03', [
        share('female', within(0.68, 0.72)),
        share('male', value(0.3)),
        row('share_difference', { is: 'withheld' }, { unit: 'share', by: { gender: 'male' } }),
      ]),
      {
        ...{ indicator: genders, language: 'en', measure: 'share' },
        ...{ column: 'gender', code: 'female' },
        adjust: () => ({ comparisons: 0, method: '', of: () => null }),
      },
    );
    expect(rows.map(({ cells }) => cells.slice(0, 2).map(({ text }) => text))).toEqual([
      ['68–72% [c]', '[z]'],
      ['30%', '[c]'],
    ]);
  });
});

describe('a sentence', () => {
  it('tells limits plainly and why there is no number', () => {
    expect(say(both, genders, 'en')).toBe(
      'Of children recorded in 2024 with gender known: girl between 68% and 72%; boy between 27% and 31%. The limits follow from the other numbers shown; the exact share is withheld to protect children.',
    );
    expect(say(both, genders, 'nb')).toContain(
      'jente mellom 68 og 72\u00A0%; gutt mellom 27 og 31\u00A0%. Grensene følger av de andre tallene',
    );
  });

  it('says of the others that they are withheld', () => {
    expect(say(mixed, genders, 'en')).toContain(
      '31%. Some shares are withheld to protect children. Where limits stand, they follow from the other numbers shown.',
    );
  });

  const asked = asking({ kind: 'shares', of: ['a', 'b'] }, [
    { id: 'share', unit: 'share', reads: 'share', en: 'Heard in court' },
    { id: 'b_share', unit: 'share', reads: 'share', en: 'Told of the judgment' },
  ]);
  const before = row('share', value(0.5), { unit: 'share', period: '2023' });
  const unsure = ['no', 'yes'].map((end, i) =>
    row(`share_if_unknown_${end}`, value(0.6 + i / 10), { unit: 'share' }),
  );

  it('compares no limits with the period before, nor adds the band of the unknown', () => {
    const limited = row('share', within(0.6, 0.7), { unit: 'share' });
    const other = row('b_share', value(0.4), { unit: 'share' });
    const text = say(released('ID-01', [before, limited, other, ...unsure]), asked, 'en');
    expect(text).toBe(
      'Recorded in 2024: heard in court between 60% and 70%; told of the judgment 40%. The limits follow from the other numbers shown; the exact share is withheld to protect children.',
    );
    const later = row('share', value(0.55), { unit: 'share', period: '2025' });
    expect(say(released('ID-01', [limited, later]), asked, 'en')).not.toContain('compared');
  });

  it('says at least and at most where one end is no limit', () => {
    const ends = [share('female', within(0.66, 1)), share('another_gender', within(0, 0.06))];
    expect(say(released('ID-03', ends), genders, 'en')).toContain(
      'girl at least 66%; another gender at most 6%.',
    );
    expect(say(released('ID-03', ends), genders, 'nb')).toContain(
      'jente minst 66\u00A0%; annet kjønn høyst 6\u00A0%.',
    );
  });

  it('tells the least of a withheld share whose counts of all are shown', () => {
    const [hidden, [no]] = [row('share', withheld, { unit: 'share' }), unsure];
    expect(say(released('ID-01', [hidden, no!]), asked, 'en')).toBe(
      'Recorded in 2024: heard in court at least 60%; the exact share is withheld to protect children.',
    );
    expect(say(released('ID-01', [hidden]), asked, 'en')).toBe(
      'The number (2024) is withheld to protect children.',
    );
  });

  it('is headed by the limits where there is no number', () => {
    const limited = row('share', within(0.6, 0.7), { unit: 'share' });
    expect(headline(released('ID-01', [limited]), asked, 'en')).toBe(
      'Heard in court: between 60% and 70%, in 2024',
    );
    expect(headline(both, genders, 'nb')).toBe(
      `${genders.title.nb}: jente mellom 68 og 72\u00A0%, gutt mellom 27 og 31\u00A0%`,
    );
    expect(headline(mixed, genders, 'en')).not.toContain('another');
    const waits = asking({ kind: 'time', code: 'S-KM', of: ['referral'] }, [
      { id: 'cif_30d', unit: 'share', reads: 'cif', atHours: 720, en: 'Referred within 30 days' },
    ]);
    const reading = released('ID-01', [row('cif_30d', within(0.6, 0.7), { unit: 'share' })]);
    expect(headline(reading, waits, 'en')).toBe('Between 60% and 70% referred within 30 days');
    expect(say(reading, waits, 'en')).toMatch(
      /^The share \(2024\) is between 60% and 70%\. The lim/,
    );
  });
});

it('words in place of withheld numbers tell the limits of those that have some', () => {
  expect(withheldWords(mixed, genders, 'en')).toContain('(girl): 2024 (between 68% and 72%)');
  expect(withheldWords(mixed, genders, 'en')).toMatch(/\(another gender\): 2024\.$/);
  const notes = notesText(mixed, {
    ...{ indicator: genders, language: 'en', period: '2024', sources: [] },
  });
  expect(notes).toContain('limits before the mark');
});

describe('the scanner', () => {
  const view = parseView('by=gender');
  const scan = (one: Released) =>
    unexplained(outputsOf(one, genders, view), outputsOf(blank(mixed), genders, view), mixed, genders); // prettier-ignore

  it('knows limits as numbers that are shown', () => {
    expect(scan(mixed)).toEqual({});
  });

  it.each([
    [0.62, 0.72],
    [0.68, 0.77],
  ])('finds limits of %d to %d, which no released row has', (low, high) => {
    const rows = [{ ...girls, value: within(low, high) }, ...mixed.rows.slice(1)];
    const found = Object.keys(scan({ ...mixed, rows }));
    for (const name of ['headline en', 'sentence nb', 'tables en', 'withheld en', 'rows as CSV'])
      expect(found).toContain(name);
    expect(found.filter((name) => name.startsWith('chart')).length).toBeGreaterThan(1);
    expect(found.filter((name) => name.startsWith('points')).length).toBeGreaterThan(1);
  });
});
