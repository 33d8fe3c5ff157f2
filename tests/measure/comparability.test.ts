import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { rulesMixed } from '$lib/measure/break-elsewhere';
import { isBroken } from '$lib/measure/breaks';
import { comparability, isProvisional } from '$lib/measure/comparability';
import { addMonths, sliceOfId, slicesOf } from '$lib/measure/period';
import type { DatasetFacts, MonthCoverage } from '$lib/schema/dataset';
import { loadDemo, loadTables, see, type Tables } from './loaded';

/** Facts of 2022–2024 in which `who` says which bodies reported in a month, and under which rules. */
function facts(
  who: (month: string) => readonly number[],
  more: {
    rules?: (month: string) => number | readonly number[];
    changed?: Readonly<Record<string, readonly number[]>>;
    breaks?: Readonly<Record<string, readonly number[]>>;
    lagDays?: number;
    extractMonth?: string;
  } = {},
): DatasetFacts {
  const months = Array.from({ length: 36 }, (_, i) => addMonths('2022-01', i));
  const cases = months.map((month): MonthCoverage => {
    const reporters = who(month);
    const count = reporters.length;
    return {
      ...{ month, organisations: count, due: count, submitted: count, dueAndSubmitted: count },
      reporters,
      rules: more.rules ? [more.rules(month)].flat() : [],
      changed: more.changed?.[month] ?? [],
      breaks: more.breaks?.[month] ?? [],
      lagDays: more.lagDays ?? null,
    };
  });
  const meta: DatasetFacts['meta'] = {
    country: null,
    extractMonth: more.extractMonth ?? null,
    periodStart: null,
    periodEnd: null,
    dateMode: 'exact',
    linkage: 'none',
    derived: false,
  };
  return {
    ...{ tables: {}, meta, coverage: { cases }, synthetic: true, population: null },
    cannotFeed: [],
  };
}
const covered = { first: '2022-01', last: '2024-12' };
const years = slicesOf({ kind: 'year' }, covered);
const say = (told: DatasetFacts, slices = years) =>
  comparability(told, ['cases'], slices).map(
    ({ earlier, later, verdict, reasons }) =>
      `${earlier}-${later} ${verdict}: ${reasons.map(({ en }) => en).join('; ')}`,
  );

/** Years with which the series breaks. */
const broken = (told: DatasetFacts) =>
  years.filter((slice, i) => isBroken(told, ['cases'], years[i - 1], slice)).map(({ id }) => id);

describe('whether periods compare', () => {
  it('are comparable where the same bodies reported in every month', () => {
    expect(say(facts(() => [1, 2]))).toEqual([
      '2022-2023 comparable: the same bodies reported in both',
      '2023-2024 comparable: the same bodies reported in both',
    ]);
  });
  it('names bodies that started, stopped or missed months', () => {
    expect(
      say(
        facts((month) =>
          month < '2023-01' ? [1, 2] : month < '2024-01' ? [1, 2, 3] : [2, 3, 4, 5],
        ),
      ),
    ).toEqual([
      // prettier-ignore
      "2022-2023 with caution: 1 body more reported (Children's files)",
      "2023-2024 with caution: 2 more and 1 fewer bodies reported (Children's files)",
    ]);
    expect(say(facts((month) => (month === '2024-03' ? [1] : [1, 2])))[1]).toBe(
      "2023-2024 with caution: 1 body reported in more months of one than of the other (Children's files)",
    );
  });
  it('are not comparable where no body reported in both or a period is cut', () => {
    expect(say(facts((month) => (month < '2023-01' ? [1] : [2])))[0]).toBe(
      "2022-2023 not comparable: no body reported in both (Children's files)",
    );
    const cut = slicesOf({ kind: 'year' }, { first: '2022-01', last: '2023-08' });
    expect(
      say(
        facts(() => [1]),
        cut,
      ),
    ).toEqual(['2022-2023 not comparable: one of the periods is not whole in the files']);
  });
  it('names a change of the rules of recording', () => {
    expect(say(facts(() => [1], { rules: (month) => (month < '2023-01' ? 1 : 2) }))).toEqual([
      "2022-2023 with caution: the rules of recording are not the same (Children's files)",
      '2023-2024 comparable: the same bodies reported in both',
    ]);
  });
  it('sees that each of two bodies changed its rules where together they look the same', () => {
    const told = facts(() => [1, 2], {
      rules: () => [1, 2],
      changed: { '2022-07': [1], '2023-07': [2] },
    });
    expect(say(told)).toEqual([
      "2022-2023 with caution: the rules of recording are not the same (Children's files)",
      "2023-2024 with caution: the rules of recording are not the same (Children's files)",
    ]);
    expect(broken(told)).toEqual(['2023']);
  });
  it('names breaks that bodies note, and marks the period of the break alone', () => {
    const told = facts(() => [1, 2, 3], { breaks: { '2023-04': [1], '2023-06': [1, 2] } });
    expect(say(told)).toEqual([
      "2022-2023 with caution: 2 bodies note a break in the series (Children's files)",
      "2023-2024 with caution: 2 bodies note a break in the series (Children's files)",
    ]);
    expect(broken(told)).toEqual(['2023']);
    const one = facts(() => [1, 2, 3], { breaks: { '2024-01': [3] } });
    expect(say(one)).toEqual([
      '2022-2023 comparable: the same bodies reported in both',
      "2023-2024 with caution: 1 body notes a break in the series from January 2024 (Children's files)",
    ]);
    expect(broken(one)).toEqual(['2024']);
    expect(comparability(one, ['cases'], years)[1]?.reasons.map(({ nb }) => nb)).toEqual([
      '1 instans har notert et brudd i serien fra januar 2024 (Barnas saker)',
    ]);
  });
  it('has no break before the first period, nor by a body that reported in one period only', () => {
    expect(broken(facts(() => [1], { breaks: { '2022-01': [1], '2022-05': [1] } }))).toEqual([]);
    const left = facts((month) => (month < '2023-01' ? [1, 2] : [1]), {
      breaks: { '2023-02': [2] },
    });
    expect(broken(left)).toEqual([]);
    expect(say(left)[0]).toBe("2022-2023 with caution: 1 body fewer reported (Children's files)");
  });
  it('knows the months of a period by its name', () => {
    for (const kind of ['year', 'half', 'quarter', 'month', 'financial', 'rolling'] as const)
      for (const slice of slicesOf({ kind }, covered))
        if (!slice.incomplete) expect(sliceOfId(slice.id)).toEqual(slice);
    expect(['all', '2023-04-01..2024-03-31'].map(sliceOfId)).toEqual([null, null]);
  });
  it('is careful where extracts of two years name other rules of recording', () => {
    const told = facts(() => [1]);
    const extracts = [
      { first: '2022-01', last: '2022-12', rules: 1 },
      { first: '2023-01', last: '2024-12', rules: 2 },
    ];
    const named = { ...told, meta: { ...told.meta, extracts } };
    const reasons = '2022-2023 with caution: the extracts name different rules of recording';
    expect(say(named)[0]).toBe(reasons);
    expect(say(named)[1]).toMatch(/^2023-2024 comparable/);
    expect(broken(named)).toEqual(['2023']);
    expect(say({ ...named, coverage: {} })).toEqual([reasons]);
    expect(rulesMixed(named, ['cases'])).toBe(false);
  });
  it('sees two bodies of the same months that follow different rules', () => {
    const told = facts(() => [1, 2]);
    const two = [1, 2].map((rules) => ({ first: '2022-01', last: '2024-12', rules }));
    const named = { ...told, meta: { ...told.meta, extracts: two } };
    expect(rulesMixed(named, ['cases'])).toBe(true);
    expect(say(named)[0]).toMatch(/^2022-2023 comparable/);
    const mixed = facts(() => [1, 2], { rules: () => [1, 2] });
    expect([['cases'], ['placements']].map((one) => rulesMixed(mixed, one))).toEqual([true, false]);
  });
  it('is careful across a break that a published total of the same rows marks', () => {
    const publishedBreaks = [
      { measure: 'registered', period: '2023' },
      { measure: 'registered', period: '2022' },
      { measure: 'suspects', period: '2024' },
    ];
    const told = { ...facts(() => [1]), publishedBreaks };
    expect(say(told)).toEqual([
      '2022-2023 with caution: a published total marks a break in its series from January 2023 (Registered victims)',
      '2023-2024 comparable: the same bodies reported in both',
    ]);
    expect(broken(told)).toEqual([]);
  });
  it('is careful with months that entry lags behind', () => {
    const told = facts(() => [1], { lagDays: 40, extractMonth: '2025-01' });
    expect(say(told)[1]).toBe('2023-2024 with caution: the last months may still be filled');
    const [, , last] = years;
    expect(isProvisional(told, ['cases'], last!)).toBe(true);
    expect(isProvisional(facts(() => [1], { lagDays: 30, extractMonth: '2025-01' }), ['cases'], last!)).toBe(false); // prettier-ignore
  });
  it('says nothing where the files say nothing', () => {
    expect(say({ ...facts(() => []), coverage: {} })).toEqual([]);
    expect(
      isProvisional(
        facts(() => [1]),
        ['cases'],
        years[2]!,
      ),
    ).toBe(false);
  });
});

describe('the made-up country', () => {
  it('marks the change of definition and the new case system it plants', async () => {
    const source = await loadDemo(300);
    const released = await see(source, 'ID-01', { mode: 'release', period: { kind: 'year' } });
    const years = released.rows.filter(
      ({ measure, by }) => measure === released.rows[0]?.measure && !Object.keys(by).length,
    );
    expect(years.map(({ period, marks }) => `${period} ${marks.includes('break')}`)).toEqual([
      '2021 false',
      '2022 false',
      '2023 true',
      '2024 true',
      '2025 false',
    ]);
    const told = released.comparisons?.map(({ later, verdict, reasons }) => ({
      ...{ later, verdict },
      reasons: reasons.map(({ en }) => en).join('; '),
    }));
    const of2023 = told?.find(({ later }) => later === '2023');
    expect(of2023?.verdict).toBe('with caution');
    expect(of2023?.reasons).toContain('the rules of recording are not the same');
    expect(of2023?.reasons).toMatch(/bodies note a break in the series from January 2023/);
    expect(told?.find(({ later }) => later === '2024')?.reasons).toMatch(
      /1 body notes a break in the series from April 2024/,
    );
    const broken = new Set(source.facts.coverage.cases?.filter(({ changed }) => changed.length).map(({ month }) => month)); // prettier-ignore
    expect([...broken]).toContain('2023-01');
    expect([...broken].every((month) => month >= '2023-01')).toBe(true);
    await source.engine.close();
  });
});

describe('from the files to the figure', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await nodeWasmEngine();
  });
  const coverage = ['2023', '2024'].flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`).flatMap(
      (month) =>
        ['police', 'shelter'].map((org_key) => ({
          ...{ coverage_key: `${org_key}${month}`, org_key, month, table_name: 'cases' },
          ...{ expected: 'yes', submitted: org_key === 'police' || year === '2024' ? 'yes' : 'no' },
          definition_version: year,
          recording_lag_days: month === '2024-12' ? '45' : '',
        })),
    ),
  );
  const tables: Tables = {
    meta: [
      {
        ...{
          schema_version: '1',
          country: 'XX',
          extract_month: '2024-12',
          id_scope: 'organisation',
        },
        ...{ period_start: '2023-01', period_end: '2024-12', date_mode: 'month' },
        linkage_level: 'within_org',
      },
    ],
    cases: Array.from({ length: 40 }, (_, i) => ({
      ...{ case_key: `f${i}`, child_key: `c${i}`, age_at_detection: '15', org_key: 'police' },
      ...{ index_month: i < 20 ? '2023-05' : '2024-05', victim_status: 'identified' },
    })),
    coverage,
  };
  it('reads who reported under which rules, and marks what may still be filled', async () => {
    const source = await loadTables(tables, engine);
    const [first, ...rest] = source.facts.coverage.cases ?? [];
    expect([first?.reporters.length, first?.rules.length, first?.lagDays]).toEqual([1, 1, null]);
    expect(rest.at(-1)?.reporters).toHaveLength(2);
    expect(rest.at(-1)?.rules).not.toEqual(first?.rules);
    expect(rest.at(-1)?.lagDays).toBe(45);
    for (const mode of ['working', 'release'] as const) {
      const released = await see(source, 'ID-01', { mode, period: { kind: 'year' } });
      expect(released.comparisons?.map(({ verdict }) => verdict)).toEqual(['with caution']);
      expect(released.comparisons?.[0]?.reasons.map(({ en }) => en)).toEqual([
        "1 body more reported (Children's files)",
        "the rules of recording are not the same (Children's files)",
        'the last months may still be filled',
      ]);
      const marks = (period: string) =>
        released.rows.find((row) => row.period === period && !Object.keys(row.by).length)?.marks;
      expect([marks('2023'), marks('2024')]).toEqual([[], ['provisional', 'break']]);
    }
  });
  it('reads extracts of several years and joins those without a gap', async () => {
    const meta = tables.meta![0]!;
    const year = (key: string, from: string, to: string, definition_version: string) => ({
      ...meta,
      ...{ dataset_key: key, period_start: from, period_end: to, extract_month: to },
      definition_version,
    });
    const source = await loadTables(
      {
        ...tables,
        meta: [
          year('a', '2021-01', '2021-12', 'v1'),
          year('b', '2023-01', '2023-12', 'v2'),
          year('c', '2024-01', '2024-12', 'v3'),
        ],
        coverage: [],
        aggregate_counts: [
          { source: 'Yearbook', area: 'XX', measure: 'registered', count: '40', flag: 'break', cell_key: 'x', period: '2024' }, // prettier-ignore
          { source: 'Yearbook', area: 'XX', measure: 'registered', count: '40', flag: '', cell_key: 'y', period: '2023' }, // prettier-ignore
        ],
      },
      engine,
    );
    const { periodStart, periodEnd, extractMonth, extracts } = source.facts.meta;
    expect([periodStart, periodEnd, extractMonth]).toEqual(['2023-01', '2024-12', '2024-12']);
    expect(new Set(extracts?.map(({ rules }) => rules)).size).toBe(3);
    expect(source.facts.publishedBreaks).toEqual([{ measure: 'registered', period: '2024' }]);
    const released = await see(source, 'ID-01', { period: { kind: 'year' } });
    expect(released.comparisons?.map(({ verdict }) => verdict)).toEqual(['with caution']);
    expect(released.comparisons?.[0]?.reasons.map(({ en }) => en)).toEqual([
      'the extracts name different rules of recording',
      'a published total marks a break in its series from January 2024 (Registered victims)',
    ]);
  });
  it('marks the periods that the files cut', async () => {
    const source = await loadTables(tables, engine);
    const released = await see(source, 'ID-01', { period: { kind: 'financial', month: 4 } });
    expect(
      released.rows
        .filter(({ measure }) => measure === released.rows[0]?.measure)
        .map(({ period, marks }) => `${period} ${marks.filter((mark) => mark === 'incomplete')}`),
    ).toEqual(['2022-04..2023-03 incomplete', '2023-04..2024-03 ', '2024-04..2025-03 incomplete']);
    expect(released.comparisons?.every(({ verdict }) => verdict === 'not comparable')).toBe(true);
  });
});
