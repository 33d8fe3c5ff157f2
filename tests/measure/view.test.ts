import { describe, expect, it } from 'vitest';
import { addMonths, parsePeriod, slicesOf, type Period, type Slice } from '$lib/measure/period';
import { periodWords } from '$lib/measure/period-words';
import {
  defaultView,
  formatView,
  parseBy,
  parseCompare,
  parseView,
  parseWhere,
  viewWords,
  type View,
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
    { ...defaultView, compare: { column: 'gender' as const, code: 'female' } },
    { ...defaultView, compare: { column: 'region' as const, code: 'R1' } },
    { ...defaultView, period: { kind: 'financial' as const, month: 4 } },
    { ...defaultView, period: { kind: 'ending' as const, month: 12, from: '2022-01' } },
    { ...defaultView, period: { kind: 'rolling' as const, to: '2024-06' } },
  ];
  it.each(views.map((view) => [formatView(view), view] as const))('%s reads back', (text, view) => {
    expect(parseView(`#${text}`)).toEqual(view);
    expect(text).not.toMatch(/[%\s]/);
  });
  it('takes a reference group by code or label, and no group of unknowns', () => {
    expect(parseCompare('gender=girl')).toEqual({ column: 'gender', code: 'female' });
    expect(parseCompare('gender:female')).toEqual({ column: 'gender', code: 'female' });
    for (const text of ['', 'gender', 'gender:unknown', 'colour:red', 'gender:Anna', 'form:labour'])
      expect(parseCompare(text), text).toBeNull();
    expect(parseView('#compare=gender:Anna')).toEqual(defaultView);
  });
  it('reads back whatever is chosen', () => {
    let state = 7;
    const pick = <T>(...of: readonly T[]): T => {
      state = (state * 48271) % 2147483647;
      return of[state % of.length]!;
    };
    for (let i = 0; i < 2000; i++) {
      const kind = pick('all', 'year', 'half', 'quarter', 'month', 'financial', 'rolling', 'ending'); // prettier-ignore
      const named = kind === 'financial' || kind === 'ending';
      const from = pick(undefined, '2019-01', '2021-07', '2023-04');
      const to = pick(undefined, '2023-04', '2024-12');
      const view: View = {
        mode: pick('working', 'release'),
        period: {
          kind: kind as Period['kind'],
          ...(named ? { month: pick(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) } : {}),
          ...(from ? { from } : {}),
          ...(to ? { to } : {}),
        },
        by: pick<View['by']>([], [['gender']], [['gender', 'region'], ['movement']]),
        where: pick<View['where']>(
          {},
          { gender: ['female'] },
          { region: ['R1', 'south_west'], legal_status: ['unknown'], movement: ['not_asked'] },
        ),
        options: pick<View['options']>({}, { unit: 'days' }),
        threshold: pick(11, 3, 30),
      };
      expect(parseView(`#${formatView(view)}`)).toEqual(view);
    }
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
      incomplete: true,
    });
    expect(slicesOf({ kind: 'year', from: '2020-01', to: '2021-12' }, covered)).toEqual([]);
    expect(slicesOf({ kind: 'all', from: '2025-01' }, covered)).toEqual([]);
  });
  const ids = (period: Period, until?: string) =>
    slicesOf(period, covered, until).map(({ id, incomplete }) => id + (incomplete ? ' cut' : ''));
  it('cuts financial years from any month and years that end in any month', () => {
    expect(ids({ kind: 'financial', month: 4 })).toEqual([
      '2022-04..2023-03 cut',
      '2023-04..2024-03',
      '2024-04..2025-03 cut',
    ]);
    expect(ids({ kind: 'ending', month: 6, from: '2023-07' })).toEqual([
      '2023-07..2024-06',
      '2024-07..2025-06 cut',
    ]);
    expect(ids({ kind: 'ending', month: 12 })).toEqual(ids({ kind: 'year' }));
  });
  it('rolls back from the last month in periods that touch and never overlap', () => {
    expect(ids({ kind: 'rolling' })).toEqual(['2022-12..2023-11 cut', '2023-12..2024-11']);
    expect(ids({ kind: 'rolling' }, '2024-06')).toEqual([
      '2022-07..2023-06 cut',
      '2023-07..2024-06',
    ]);
    expect(ids({ kind: 'rolling', from: '2023-12', to: '2024-12' })).toEqual(['2023-12..2024-11']);
  });
  it('has whole periods of one length, in order, without gap, whatever the kind', () => {
    const long = { first: '2019-03', last: '2024-10' };
    const kinds = ['year', 'half', 'quarter', 'month', 'rolling', 'financial', 'ending'] as const;
    for (const kind of kinds)
      for (let month = 1; month <= 12; month++) {
        const slices = slicesOf({ kind, month }, long);
        expect(slices[0]?.first).toBe(long.first);
        expect(slices.at(-1)?.last).toBe(long.last);
        const lengthOf = ({ first, last }: Slice) =>
          Array.from({ length: 13 }, (_, i) => i).find((i) => addMonths(first, i) > last)!;
        const whole = slices.filter(({ incomplete }) => !incomplete).map(lengthOf);
        expect(new Set(whole).size).toBe(1);
        for (const [i, slice] of slices.entries()) {
          if (slice.incomplete) expect(lengthOf(slice)).toBeLessThan(whole[0]!);
          const next = slices[i + 1];
          if (next) expect(next.first).toBe(addMonths(slice.last, 1));
        }
      }
  });
  it('says how time is cut', () => {
    const words = (period: Period) => [periodWords(period, 'en'), periodWords(period, 'nb')];
    expect(words({ kind: 'financial', month: 4 })).toEqual([
      'all months covered, by financial year from April',
      'alle måneder som er dekket, per regnskapsår fra april',
    ]);
    expect(words({ kind: 'year', from: '2023-04' })[0]).toBe(
      '2023-04 to …, by twelve months from April',
    );
    expect(words({ kind: 'all' })[0]).toBe('all months covered');
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
