import { describe, expect, test } from 'vitest';
import { protect } from '$lib/disclosure/protect';
import type { Key, Table } from '$lib/disclosure/table';
import * as tables from '../fixtures/disclosure/published-tables';

const withheld = (table: Table, suppressed: readonly Key[]) => ({ ...table, suppressed });

describe('published examples', () => {
  test.each([
    ['Handbook 5.2', 'threshold', 3, tables.maritalSex],
    ['Handbook 5.2', 'exact', 3, tables.maritalSex],
    ['Geurts 1992', 'exact', 0, tables.geurts],
    ['Fischetti & Salazar 2001', 'exact', 3, tables.investment],
    ['UserSupport 133', 'threshold', 2, tables.overlapping],
    ['UserSupport 133', 'exact', 2, tables.overlapping],
    ['UserSupport 194', 'exact', 1, tables.zeros],
    ['SSBtools example1', 'exact', 5, tables.regions],
    ['SSBtools example1', 'threshold', 7, tables.regions],
    ['sum below the threshold', 'exact', 0, tables.smallSum],
    ['sum below the threshold', 'threshold', 1, tables.smallSum],
    ['shares', 'threshold', 3, tables.shares],
  ] as const)('%s: least %s pattern has %i further cells', async (_, level, secondary, table) => {
    const { audit } = await protect({ ...(table as Table), level });
    expect(audit).toMatchObject({ status: 'proven', exact: 0, belowThreshold: 0, secondary });
    expect(audit.lowerBound).toBe(secondary);
  });

  test('the built-in solver alone finds the same number of cells', async () => {
    for (const [table, level, secondary] of [
      [tables.maritalSex, 'threshold', 3],
      [tables.investment, 'exact', 3],
      [tables.regions, 'threshold', 7],
      [tables.overlapping, 'threshold', 2],
    ] as const) {
      const { audit } = await protect({ ...table, level }, { effort: 'fast' });
      expect(audit).toMatchObject({ status: 'proven', secondary });
    }
  });

  test('intervals are those that the sources print', async () => {
    const handbook = await protect(withheld(tables.geurts, tables.geurts.primary!), {
      intervals: true,
    });
    expect(handbook.audit.intervals?.map(({ key, lo, hi }) => [key.join(), lo, hi])).toEqual([
      ['1,1', 3, 6],
      ['1,2', 1, 4],
      ['2,1', 0, 3],
      ['2,2', 0, 3],
    ]);
    const square = ['II', 'III'].flatMap((row) => ['A', 'C'].map((column) => [row, column]));
    const paper = await protect(withheld(tables.investment, square), { intervals: true });
    expect(paper.audit.status).toBe('proven');
    expect(paper.audit.intervals?.find(({ key }) => key.join() === 'II,C')).toMatchObject({
      lo: 5,
      hi: 30,
    });
  });

  test('unsafe patterns are refused', async () => {
    const small = withheld(tables.smallSum, [['A'], ['B']]);
    expect((await protect({ ...small, level: 'exact' })).audit.status).toBe('proven');
    expect((await protect(small, { intervals: true })).audit).toMatchObject({
      status: 'unsafe',
      exact: 0,
      belowThreshold: 2,
      intervals: [
        { lo: 1, hi: 6 },
        { lo: 1, hi: 6 },
      ],
    });
    const twoZeros = await protect(withheld(tables.zeros, [['a'], ['b']]));
    expect(twoZeros.audit).toMatchObject({ status: 'unsafe', exact: 1 });
    const alone = await protect(withheld(tables.maritalSex, [['Single', 'Female']]));
    expect(alone.audit).toMatchObject({ status: 'unsafe', exact: 1, belowThreshold: 1 });
  });

  test('a sensitive figure left in sight is unsafe', async () => {
    const { audit } = await protect(withheld(tables.smallSum, [['A'], ['C']]));
    expect(audit).toMatchObject({ status: 'unsafe', exact: 1 });
  });

  test('two filters that differ by a small group are refused together and protected together', async () => {
    const both = await protect(withheld(tables.filters, []));
    expect(both.audit).toMatchObject({ status: 'unsafe', exact: 1, belowThreshold: 1 });
    const safe = await protect(tables.filters);
    expect(safe.audit).toMatchObject({ status: 'proven', secondary: 2 });
  });
});

describe('rates', () => {
  const rate = { num: ['Labour', 'Girls'], den: ['Labour', 'Total'], percent: true, decimals: 1 };
  const pattern = ['Labour', 'Criminal'].flatMap((row) =>
    ['Girls', 'Boys'].map((column) => [row, column]),
  );

  test('a shown rate over withheld counts gives them back', async () => {
    const counts = await protect(withheld(tables.shares, pattern));
    expect(counts.audit.status).toBe('proven');
    const rates = [{ ...rate, value: 7.5 }];
    const { audit } = await protect({ ...withheld(tables.shares, pattern), rates });
    expect(audit).toMatchObject({ status: 'unsafe', exact: 1 });
  });

  test('a coarse rate leaves a range, and its range is what the audit reports', async () => {
    const rates = [{ ...rate, value: 8, decimals: 0 }];
    const table = { ...withheld(tables.shares, pattern), rates };
    const { audit } = await protect(table, { intervals: true });
    expect(audit.status).toBe('unsafe');
    // 7.5 ≤ 100 x / 40 ≤ 8.5 leaves 3 alone.
    expect(audit.intervals?.[0]).toMatchObject({ key: ['Labour', 'Girls'], lo: 3, hi: 3 });
  });

  test('a rate goes with its numerator, denominator and rest', async () => {
    const rates = [
      { ...rate, value: 7.5 },
      {
        num: ['Labour', 'Boys'],
        den: ['Labour', 'Total'],
        value: 92.5,
        percent: true,
        decimals: 1,
      },
      { num: ['Labour', 'Total'], den: ['Total', 'Total'], value: 0.15, decimals: 2 },
    ];
    const safe = await protect({ ...tables.shares, rates });
    expect(safe.rates?.map(({ value }) => value)).toEqual([null, null, 0.15]);
    expect(safe.audit.status).toBe('proven');
    const given = { ...withheld(tables.shares, pattern), rates: rates.slice(0, 1) };
    expect((await protect(given)).audit.status, 'published all the same').toBe('unsafe');
  });

  test('a rate unlike its counts is refused', async () => {
    const rates = [{ ...rate, value: 9.5 }];
    await expect(protect({ ...tables.shares, rates })).rejects.toThrow('unlike its counts');
  });
});
