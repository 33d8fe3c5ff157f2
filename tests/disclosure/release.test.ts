import { describe, expect, test, vi } from 'vitest';
import type { Draft, DraftRow } from '$lib/disclosure/draft';
import { Cancelled } from '$lib/disclosure/pace';
import { plansOf } from '$lib/disclosure/plan';
import { release } from '$lib/disclosure/release';

const protectModule = await import('$lib/disclosure/protect');

const periods = ['2021', '2022'];
const children: Record<string, Record<string, [yes: number, no: number]>> = {
  '2021': { girl: [37, 61], boy: [3, 29], unknown: [0, 14] },
  '2022': { girl: [41, 58], boy: [12, 33], unknown: [0, 19] },
};
const groups = ['girl', 'boy', 'unknown'];

function count(period: string, group: string, part: string): number {
  const chosen = group === 'total' ? groups : [group];
  return chosen.reduce((sum, each) => {
    const [yes, no] = children[period]![each]!;
    return sum + (part === 'yes' ? yes : part === 'no' ? no : yes + no);
  }, 0);
}

function draftOf(changes: Partial<Draft> = {}): Draft {
  const all = [...groups, 'total'];
  const rows = periods.flatMap((period) =>
    all.map((group): DraftRow => {
      const [x, n] = [count(period, group, 'yes'), count(period, group, 'total')];
      return {
        measure: 'share',
        period,
        by: group === 'total' ? {} : { gender: group },
        unit: 'share',
        value: x / n,
        low: x / n - 0.01,
        high: x / n + 0.01,
        numerator: x,
        denominator: n,
        n,
        unknown: 0,
        status: 'ok',
        statistic: 'S-P',
        marks: x < 20 ? ['unstable', 'provisional'] : ['provisional'],
        counts: [
          { table: 0, key: [period, group, 'yes'] },
          { table: 0, key: [period, group, 'total'] },
        ],
      };
    }),
  );
  return {
    indicator: 'XX-01',
    revision: 1,
    mode: 'release',
    synthetic: true,
    query: 'SELECT 1',
    notes: [],
    threshold: 11,
    rows,
    steps: [],
    tables: [
      {
        dims: [
          { name: 'period', groups: {} },
          { name: 'gender', groups: { total: groups } },
          { name: 'part', groups: { total: ['yes', 'no'] } },
        ],
        cells: periods.flatMap((period) =>
          all.flatMap((group) =>
            ['yes', 'no', 'total'].map((part) => ({
              key: [period, group, part],
              value: count(period, group, part),
            })),
          ),
        ),
      },
    ],
    ...changes,
  };
}

describe('release', () => {
  test('withholds a small count and what would give it back, each with all its numbers', async () => {
    const released = await release(draftOf());
    expect(released.protection).toMatchObject({ audit: 'proven', threshold: 11 });
    const row = (period: string, gender?: string) =>
      released.rows.find((one) => one.period === period && one.by.gender === gender)!;
    const boys = row('2021', 'boy');
    expect(boys).toEqual({
      measure: 'share',
      period: '2021',
      by: { gender: 'boy' },
      unit: 'share',
      statistic: 'S-P',
      status: 'withheld',
      marks: ['provisional'],
      value: { is: 'withheld' },
      numerator: { is: 'withheld' },
      denominator: { is: 'withheld' },
      n: { is: 'withheld' },
      unknown: { is: 'withheld' },
    });
    expect(row('2021', 'girl').status === 'withheld' || row('2021').status === 'withheld').toBe(
      true,
    );
    for (const one of released.rows.filter(({ period }) => period === '2022'))
      expect(one.value.is).toBe('value');
    const withheld = released.rows.filter(({ value }) => value.is === 'withheld').length;
    expect(released.protection).toMatchObject({
      withheldCells: withheld,
      shownCells: 8 - withheld,
    });
    expect(withheld).toBeGreaterThanOrEqual(2);
  });

  test('keeps order, and no withheld figure is anywhere in the result', async () => {
    const draft = draftOf();
    const released = await release(draft);
    expect(released.rows.map(({ period, by }) => [period, by])).toEqual(
      draft.rows.map(({ period, by }) => [period, by]),
    );
    const text = JSON.stringify(released.rows);
    expect(text).not.toContain(String(3 / 32));
    expect(text).not.toContain(String(3 / 32 + 0.01));
  });

  test('a shown row is complete', async () => {
    const { rows } = await release(draftOf());
    const girls = rows.find(({ period, by }) => period === '2022' && by.gender === 'girl')!;
    expect(girls.value).toEqual({
      is: 'value',
      value: 41 / 99,
      low: 41 / 99 - 0.01,
      high: 41 / 99 + 0.01,
      n: 99,
    });
    expect(girls.numerator).toEqual({ is: 'value', value: 41 });
    expect(girls.status).toBe('ok');
  });

  test('value only keeps the rest inside', async () => {
    const draft = draftOf();
    const rows = draft.rows.map((row) => ({ ...row, show: 'value only' as const }));
    const released = await release({ ...draft, rows });
    const girls = released.rows.find(
      ({ period, by }) => period === '2022' && by.gender === 'girl',
    )!;
    expect(girls.value).toEqual({ is: 'value', value: 41 / 99 });
    for (const cell of [girls.numerator, girls.denominator, girls.n, girls.unknown])
      expect(cell).toEqual({ is: 'withheld' });
  });

  test('working view shows true values and says that it is unprotected', async () => {
    const released = await release(draftOf({ mode: 'working' }));
    expect(released.protection).toMatchObject({ audit: 'unprotected', withheldCells: 0 });
    const boys = released.rows.find(({ period, by }) => period === '2021' && by.gender === 'boy')!;
    expect(boys.numerator).toEqual({ is: 'value', value: 3 });
    expect(boys.marks).toEqual(['unstable', 'provisional']);
  });

  test.each(['not proven', 'unsafe'] as const)(
    'an audit that is %s releases nothing',
    async (status) => {
      const spy = vi.spyOn(protectModule, 'protect');
      spy.mockImplementation(async (table) => ({
        ...table,
        linked: [],
        rates: [],
        audit: {
          ...{ status, exact: 0, belowThreshold: 0, secondary: 0 },
          ...{ lowerBound: 0, witnesses: 1, ms: 1 },
        },
      }));
      try {
        const step = {
          words: { en: 'a', nb: 'a' },
          kind: 'start' as const,
          count: 900,
          counts: [],
        };
        const released = await release(draftOf({ steps: [step] }));
        expect(spy).toHaveBeenCalled();
        expect(released.protection.audit).toBe('not proven');
        for (const row of released.rows) {
          expect(row.status).toBe('withheld');
          for (const cell of [row.value, row.numerator, row.denominator, row.n, row.unknown])
            expect(cell).toEqual({ is: 'withheld' });
        }
        expect(released.steps[0]!.count).toEqual({ is: 'withheld' });
      } finally {
        spy.mockRestore();
      }
    },
  );

  test('needs no protection where every count is large', async () => {
    const spoken = draftOf({ threshold: 2 });
    expect((await release(spoken)).protection).toMatchObject({
      audit: 'not needed',
      withheldCells: 0,
    });
  });

  test('a denominator below k is withheld even where its count is not named', async () => {
    const draft = draftOf();
    const rows = [
      {
        ...draft.rows[4]!,
        denominator: 7,
        counts: [{ table: 0, key: ['2022', 'total', 'total'] }],
      },
    ];
    const released = await release({ ...draft, rows });
    expect(released.rows[0]!.status).toBe('withheld');
  });

  test('that nobody or everybody of a group said yes is withheld where the question is sensitive', async () => {
    const rowsOf = async (sensitive: boolean) => {
      const draft = draftOf();
      const tables = draft.tables.map((table) => ({
        ...table,
        dims: table.dims.map((dim) => ({ ...dim, sensitive: sensitive && dim.name === 'part' })),
      }));
      const { rows, protection } = await release({ ...draft, tables });
      expect(protection.audit).toBe('proven');
      return rows.filter(({ by }) => by.gender === 'unknown').map(({ value }) => value.is);
    };
    expect(await rowsOf(false)).toEqual(['value', 'value']);
    expect(await rowsOf(true)).toEqual(['withheld', 'withheld']);
  });

  test('magnitudes vanish with the counts they rest on', async () => {
    const draft = draftOf();
    const days = (period: string, gender: string): DraftRow => ({
      ...{ measure: 'days', period, by: { gender }, unit: 'days', value: 412.5 },
      ...{ status: 'ok', statistic: 'S-RATE' },
      counts: [{ table: 0, key: [period, gender, 'yes'] }],
    });
    const rows = [days('2021', 'boy'), days('2022', 'girl')];
    const released = await release({ ...draft, rows });
    expect(released.rows.map(({ value }) => value.is)).toEqual(['withheld', 'value']);
  });

  test('steps follow their counts; steps without counts show no small difference', async () => {
    const words = { en: 'x', nb: 'x' };
    const steps = (sizes: number[]) =>
      sizes.map((size) => ({ words, kind: 'sum' as const, count: size, counts: [] }));
    const open = await release(draftOf({ steps: steps([500, 480]) }));
    expect(open.steps.map(({ count: each }) => each.is)).toEqual(['value', 'value']);
    const closed = await release(draftOf({ steps: steps([500, 496]) }));
    expect(closed.steps.map(({ count: each }) => each.is)).toEqual(['withheld', 'withheld']);
    const tied = { ...steps([3])[0]!, counts: [{ table: 0, key: ['2021', 'boy', 'yes'] }] };
    const bound = await release(draftOf({ steps: [tied] }));
    expect(bound.steps[0]!.count).toEqual({ is: 'withheld' });
  });

  test('missing values keep their reason', async () => {
    const draft = draftOf();
    const row = {
      ...draft.rows[4]!,
      value: null,
      low: null,
      high: null,
      status: 'too_few' as const,
    };
    const released = await release({ ...draft, rows: [row] });
    expect(released.rows[0]!.value).toEqual({
      is: 'missing',
      why: 'too few for this statistic',
    });
  });

  test('a count that is in no table is a fault, not a free pass', async () => {
    const draft = draftOf();
    const rows = [{ ...draft.rows[0]!, counts: [{ table: 0, key: ['2021', 'boy', 'perhaps'] }] }];
    await expect(release({ ...draft, rows })).rejects.toThrow('is in no table');
  });

  test('can be cancelled', async () => {
    const control = new AbortController();
    control.abort();
    await expect(release(draftOf(), { signal: control.signal })).rejects.toThrow(Cancelled);
  });

  test('is the same every time', async () => {
    const strip = async () => {
      const { rows, steps } = await release(draftOf());
      return JSON.stringify([rows, steps]);
    };
    expect(await strip()).toBe(await strip());
  });
});

describe('the plan of a draft', () => {
  const table = (dims: Record<string, string[]>, values: number[]): Draft['tables'][number] => ({
    dims: Object.entries(dims).map(([name, members]) => ({
      name,
      groups: (name === 'period' ? {} : { total: members }) as Record<string, string[]>,
    })),
    cells: Object.entries(dims)
      .reduce<string[][]>(
        (all, [name, members]) =>
          all.flatMap((key) =>
            [...members, ...(name === 'period' ? [] : ['total'])].map((one) => [...key, one]),
          ),
        [[]],
      )
      .map((key, at) => ({ key, value: values[at]! })),
  });
  const gender = table({ period: ['a', 'b'], gender: ['g', 'x'] }, [20, 4, 24, 30, 15, 45]);
  const age = table({ period: ['a', 'b'], age: ['y', 'o'] }, [12, 12, 24, 21, 24, 45]);
  const way = table({ step: ['out', 'in'] }, [50, 69, 119]);

  test('periods that no sum joins are systems of their own, tables of one period are not', () => {
    const plans = plansOf(draftOf({ rows: [], tables: [gender, way, age] }));
    expect(plans.map(({ places }) => places)).toEqual([[1], [0, 2], [0, 2]]);
    expect(plans[1]!.table.cells.map(({ value }) => value)).toEqual([20, 4, 24]);
    expect(plans[2]!.table.linked![0]!.cells.map(({ value }) => value)).toEqual([21, 24, 45]);
  });

  test('a figure said to be the same joins tables and is withheld in both or in neither', async () => {
    const total = table({ gender: ['g', 'x'] }, [20, 4, 24]);
    const steps = table({ step: ['out', 'in'] }, [50, 24, 74]);
    const same: Draft['same'] = [
      [
        { table: 0, key: ['total'] },
        { table: 1, key: ['in'] },
      ],
    ];
    const draft = draftOf({ rows: [], tables: [total, steps], same });
    expect(plansOf(draft)).toHaveLength(1);
    const row = (ref: { table: number; key: string[] }): DraftRow => ({
      ...{ measure: 'count', period: 'all', by: {}, unit: 'children', value: 24 },
      ...{ status: 'ok', statistic: 'S-N', counts: [ref] },
    });
    const released = await release({
      ...draft,
      rows: same[0]!.map((ref) => row({ ...ref, key: [...ref.key] })),
    });
    expect(released.protection.audit).toBe('proven');
    expect(new Set(released.rows.map(({ value }) => value.is)).size).toBe(1);
  });
});
