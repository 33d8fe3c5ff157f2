import { describe, expect, it } from 'vitest';
import { addMonths, parsePeriod, slicesOf } from '$lib/measure/period';
import {
  defaultView,
  formatView,
  parseBy,
  parseView,
  parseWhere,
  viewWords,
} from '$lib/measure/view';

const covered = { first: '2023-02', last: '2024-11' };

describe('the view in the fragment', () => {
  const views = [
    defaultView,
    { ...defaultView, mode: 'working' as const },
    {
      ...defaultView,
      period: { kind: 'quarter' as const, from: '2023-04', to: '2024-03' },
      by: [['gender' as const], ['gender' as const, 'age_band' as const]],
      where: { gender: ['female', 'unknown'], main_form: ['labour'] },
      options: { unit: 'days' },
      threshold: 5,
    },
  ];
  it.each(views.map((view) => [formatView(view), view] as const))('%s reads back', (text, view) => {
    expect(parseView(`#${text}`)).toEqual(view);
    expect(text).not.toMatch(/[%\s]/);
  });
  it('keeps nothing that is not a code', () => {
    const view = parseView(
      '#where=gender:Anna,girl;name:x&by=gender,name&k=1&period=week&from=soon',
    );
    expect(view).toEqual({ ...defaultView, where: { gender: ['female'] }, by: [['gender']] });
    expect(formatView(parseView('#anything=<script>'))).toBe('');
  });
  it('reads the words of the command line', () => {
    expect(parseWhere('gender=girl;main_form=labour,begging')).toEqual({
      gender: ['female'],
      main_form: ['labour', 'begging'],
    });
    expect(parseBy('gender*age_band,main_form')).toEqual([['gender', 'age_band'], ['main_form']]);
  });
  it('says itself in words', () => {
    expect(viewWords({ ...defaultView, where: { gender: ['female'] } }, 'nb')[1]).toBe(
      'Kjønn: Jente',
    );
  });
});

describe('periods', () => {
  it('cuts calendar years, halves, quarters and months', () => {
    expect(slicesOf({ kind: 'year' }, covered).map(({ id }) => id)).toEqual(['2023', '2024']);
    expect(slicesOf({ kind: 'half' }, covered)[1]).toEqual({
      id: '2023-H2',
      first: '2023-07',
      last: '2023-12',
    });
    expect(slicesOf({ kind: 'quarter' }, covered)).toHaveLength(8);
    expect(
      slicesOf({ kind: 'month', from: '2023-12', to: '2024-01' }, covered).map(({ id }) => id),
    ).toEqual(['2023-12', '2024-01']);
  });
  it('makes financial years when the window starts in another month', () => {
    expect(
      slicesOf({ kind: 'year', from: '2023-04', to: '2025-03' }, covered).map(({ id }) => id),
    ).toEqual(['2023-04..2024-03', '2024-04..2025-03']);
  });
  it('leaves out months that the files do not cover', () => {
    expect(slicesOf({ kind: 'year' }, covered)[0]).toEqual({
      id: '2023',
      first: '2023-02',
      last: '2023-12',
    });
    expect(slicesOf({ kind: 'year', from: '2020-01', to: '2021-12' }, covered)).toEqual([]);
    expect(slicesOf({ kind: 'all', from: '2025-01' }, covered)).toEqual([]);
  });
  it('names an open window by its months', () => {
    expect(slicesOf({ kind: 'all' }, covered)[0]?.id).toBe('all');
    expect(slicesOf({ kind: 'all', from: '2023-05' }, covered)[0]?.id).toBe('2023-05..2024-11');
  });
  it('moves over year ends and refuses nonsense', () => {
    expect(addMonths('2023-01', -1)).toBe('2022-12');
    expect(addMonths('2023-12', 25)).toBe('2026-01');
    expect(parsePeriod('year', '2024-13', '2023-01')).toEqual({ kind: 'year', to: '2023-01' });
    expect(parsePeriod('year', '2024-03', '2023-01')).toEqual({ kind: 'year', from: '2024-03' });
  });
});
