import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadLinearProgram, type SolveLp } from '$lib/statistics/linear-program';
import { mseAssess } from '$lib/statistics/mse-assess';
import { mseBicSelect } from '$lib/statistics/mse-bic-select';
import { mseBootstrapBca } from '$lib/statistics/mse-bootstrap-bca';
import { mseChapman } from '$lib/statistics/mse-chapman';
import { fitExists, type FitExists } from '$lib/statistics/mse-existence';
import { extendedDesign } from '$lib/statistics/mse-fit';
import { mseHierarchicalModels } from '$lib/statistics/mse-hierarchical-models';
import { mseIdentificationDifference } from '$lib/statistics/mse-identification-difference';
import { mseIdentificationRate } from '$lib/statistics/mse-identification-rate';
import { mseLoglinearFixed } from '$lib/statistics/mse-loglinear-fixed';
import { mseLoglinearStrata } from '$lib/statistics/mse-loglinear-strata';
import { mseProfileInterval } from '$lib/statistics/mse-profile-interval';
import { mseAssumptions, mseSentence, twoDigits } from '$lib/statistics/mse-sentence';
import { mseStepwise } from '$lib/statistics/mse-stepwise';
import { mseTable, type MseInput, type PatternCount } from '$lib/statistics/mse-table';
import { multinomial } from '$lib/statistics/multinomial';
import { below, randomFrom } from '$lib/statistics/random';

const { cases } = JSON.parse(
  readFileSync(resolve('tests/fixtures/statistics/cases.json'), 'utf8'),
) as { cases: { id: string; input: MseInput }[] };
const data = (id: string): MseInput => {
  const { lists, counts } = cases.find((one) => one.id === id)!.input;
  return { lists, counts };
};
const uk = data('mse-rule-uk2013-5');
const western = data('mse-rule-western-5');
const kosovo = data('mse-rule-kosovo-4');
const korea = data('mse-bic-korea');
const hepatitis = data('mse-stepwise-hav');

let solve: SolveLp;
let exists: FitExists;
beforeAll(async () => {
  solve = await loadLinearProgram();
  exists = fitExists(solve);
});

const patterns = (lists: number, count: (cell: number) => number): PatternCount[] =>
  Array.from({ length: 2 ** lists - 1 }, (_, i) => ({
    pattern: Array.from({ length: lists }, (_, list) => ((i + 1) >> list) & 1).join(''),
    count: count(i + 1),
  }));

describe('tables', () => {
  test('repeated patterns are summed and the order of rows does not matter', () => {
    const split = hepatitis.counts.flatMap(({ pattern, count }) => [
      { pattern, count: count - 3 },
      { pattern, count: 3 },
    ]);
    const whole = mseStepwise(hepatitis, exists);
    expect(mseStepwise({ lists: 3, counts: split.toReversed() }, exists)).toEqual(whole);
  });

  test('a list that holds everybody says nothing and is named', () => {
    const everybody = hepatitis.counts.map(({ pattern, count }) => {
      return { pattern: `${pattern}1`, count };
    });
    const got = mseStepwise({ lists: 4, counts: everybody }, exists);
    expect(got.dropped_lists).toEqual([4]);
    expect(got.estimate).toBeCloseTo(mseStepwise(hepatitis, exists).estimate ?? NaN, 6);
  });

  test('impossible patterns are invalid', () => {
    for (const pattern of ['10', '1020', '000', 'abc'])
      expect(mseTable({ lists: 3, counts: [{ pattern, count: 1 }] })).toBeNull();
    expect(mseTable({ lists: 3, counts: [{ pattern: '100', count: -1 }] })).toBeNull();
  });
});

describe('existence', () => {
  test('the shortcut of the fit and the linear program agree on random sparse tables', () => {
    const random = randomFrom(11);
    const seen = new Set<string>();
    for (let round = 0; round < 150; round++) {
      const lists = 3 + below(random, 2);
      const counts = patterns(lists, () => (below(random, 2) ? 0 : below(random, 9)));
      const table = mseTable({ lists, counts });
      if (!table || table.dropped.length > 0) continue;
      const models = mseHierarchicalModels(table, 2);
      const terms = models[below(random, models.length)]!;
      const { design } = extendedDesign([table], terms);
      const interactions = terms.map((cell) =>
        Array.from({ length: lists }, (_, i) => i + 1)
          .filter((list) => cell & (1 << (list - 1)))
          .join('-'),
      );
      const got = mseLoglinearFixed({ lists, counts, interactions }, fitExists(solve));
      seen.add(got.status);
      expect(got.status === 'mle_does_not_exist').toBe(!exists(design));
      if (got.estimate !== null) expect(got.estimate).toBeGreaterThanOrEqual(got.observed);
    }
    expect([...seen]).toEqual(expect.arrayContaining(['mle_does_not_exist', 'ok']));
  });

  test('eight lists can be asked', () => {
    const random = randomFrom(2);
    const counts = patterns(8, (cell) => (Math.clz32(cell) > 24 ? below(random, 3) : 40));
    const table = mseTable({ lists: 8, counts })!;
    expect(exists(extendedDesign([table], [3, 12, 48]).design)).toBe(true);
  });

  test('three lists without overlap give no number', () => {
    const counts = ['100', '010', '001'].map((pattern) => ({ pattern, count: 200 }));
    expect(mseStepwise({ lists: 3, counts }, exists)).toMatchObject({
      status: 'not_estimable',
      estimate: null,
    });
    expect(mseBicSelect({ lists: 3, counts }, exists).estimate).toBeNull();
    expect(mseAssess({ lists: 3, counts }, exists).reasons).toEqual(['nobody_on_two_lists']);
  });
});

describe('ranges', () => {
  test('a draw keeps the total and hits the shares', () => {
    const counts = Float64Array.from([0, 900, 90, 9, 0, 1]);
    const random = randomFrom(5);
    const totals = new Float64Array(counts.length);
    for (let draw = 0; draw < 400; draw++) {
      const drawn = multinomial(random, counts);
      expect(drawn.reduce((a, b) => a + b)).toBe(1000);
      drawn.forEach((value, cell) => (totals[cell]! += value / 400));
    }
    expect(totals[0]! + totals[4]!).toBe(0);
    expect(Math.abs(totals[1]! - 900)).toBeLessThan(2.5);
    expect(Math.abs(totals[2]! - 90)).toBeLessThan(2.5);
    expect(Math.abs(totals[5]! - 1)).toBeLessThan(0.3);
  });

  test('the same seed gives the same limits, and they hold the estimate', () => {
    const draw = (seed: number) =>
      mseBootstrapBca({ ...korea, selector: 'bic', replicates: 200, seed }, exists);
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3).limits).not.toEqual(draw(4).limits);
    const { lower, upper, estimate } = draw(3);
    expect(lower).toBeLessThan(estimate ?? NaN);
    expect(upper).toBeGreaterThan(estimate ?? NaN);
  });

  test('no interval when more than one replicate in twenty fails', () => {
    const counts = [
      { pattern: '100', count: 30 },
      { pattern: '010', count: 30 },
      { pattern: '001', count: 30 },
      { pattern: '110', count: 1 },
      { pattern: '011', count: 1 },
      { pattern: '101', count: 1 },
    ];
    const got = mseBootstrapBca(
      { lists: 3, counts, selector: 'fixed', interactions: ['1-2', '1-3'], replicates: 200 },
      exists,
    );
    expect(got.failed).toBeGreaterThan(10);
    expect(got).toMatchObject({ lower: null, upper: null, status: 'not_estimable' });
  });

  test('profile limits of independent lists hold the estimate', () => {
    const got = mseProfileInterval({ ...hepatitis, interactions: [] }, exists);
    expect(got.lower).toBeLessThan(got.estimate ?? NaN);
    expect(got.upper).toBeGreaterThan(got.estimate ?? NaN);
    expect(got.lower).toBeGreaterThanOrEqual(271);
  });

  test('two lists: limits, and words where there are none', () => {
    expect(mseChapman({ n1: 9, n2: 9, m: 9 })).toMatchObject({ N: 9, status: 'complete_overlap' });
    expect(mseChapman({ n1: 9, n2: 5, m: 6 }).status).toBe('invalid');
    expect(
      mseIdentificationRate({ identified: 90, estimate: 100, lower: 80, upper: null }),
    ).toMatchObject({ value: 0.9, lower: null, upper: 1, status: 'upper_bound_only' });
  });
});

describe('groups', () => {
  const half = (own: MseInput) =>
    own.counts.map(({ pattern, count }) => ({ pattern, count: Math.floor(count / 2) }));

  test('equal groups give equal parts of the pooled estimate', () => {
    const counts = half(kosovo);
    const got = mseLoglinearStrata(
      {
        lists: 4,
        strata: [
          { name: 'a', counts },
          { name: 'b', counts },
        ],
        shared_interactions: ['1-2', '1-3'],
      },
      exists,
    );
    expect(got.strata[0]?.estimate).toBeCloseTo(got.strata[1]?.estimate ?? NaN, 4);
    expect(got.total).toBeCloseTo(got.pooled ?? NaN, 2);
    expect(got.detection_differs).toBe(false);
  });

  test('the difference of identification rates is antisymmetric and seeded', () => {
    const girls = { name: 'girls', counts: hepatitis.counts, identified: 150 };
    const boys = { name: 'boys', counts: half(hepatitis), identified: 40 };
    const ask = (strata: (typeof girls)[]) =>
      mseIdentificationDifference(
        { lists: 3, strata, shared_interactions: ['1-2'], replicates: 100 },
        exists,
      );
    const got = ask([girls, boys]);
    expect(got).toEqual(ask([girls, boys]));
    expect(got.value).toBeCloseTo(-(ask([boys, girls]).value ?? NaN), 8);
    expect(got.lower).toBeLessThan(got.value ?? NaN);
    expect(got.upper).toBeGreaterThan(got.value ?? NaN);
  });
});

describe('how far to believe it', () => {
  test('published analyses are flagged as the contract says; one passes', () => {
    const label = (own: MseInput) => mseAssess({ ...own, replicates: 60 }, exists).label;
    expect(label(uk)).toBe('unstable');
    expect(label(kosovo)).toBe('unstable');
    expect(label(korea)).toBe('unstable');
    expect(label(hepatitis)).toBe('untestable');
    expect(['stable', 'order_of_magnitude']).toContain(label(western));
  });

  test('the figure stands with all that belongs to it', () => {
    const got = mseAssess({ ...western, replicates: 200 }, exists);
    expect(got).toMatchObject({ status: 'ok', primary: 'stepwise', observed: 345 });
    expect(got.estimate).toBeCloseTo(2483.384, 2);
    expect(got.alternatives.map(({ kind }) => kind)).toEqual([
      'main_effects',
      'stepwise',
      'bic_pairs',
      'bic_order_3',
      ...Array<string>(5).fill('without_list'),
    ]);
    expect(got.least).toBeLessThan(got.estimate ?? NaN);
    expect(got.most).toBeGreaterThan(got.estimate ?? NaN);
    expect(got.sentence?.en).toMatch(
      /^Between about [\d,]+ and [\d,]+ children \(central model 2,500\); 345 are known\. The lists share 23 children\./,
    );
    expect(got.sensitivity?.one_more).toBeLessThan(got.sensitivity?.one_fewer ?? Infinity);
    expect(got.sensitivity?.links_missed_5pct).toBeGreaterThan(got.estimate ?? NaN);
  });

  test('small data are not shown, two lists carry their warning', () => {
    const few = patterns(3, () => 6);
    expect(mseAssess({ lists: 3, counts: few }, exists)).toMatchObject({
      status: 'too_few',
      label: 'not_shown',
      estimate: null,
      reasons: ['fewer_than_50_persons'],
    });
    const two = [
      { pattern: '10', count: 60 },
      { pattern: '01', count: 50 },
      { pattern: '11', count: 12 },
    ];
    const got = mseAssess({ lists: 2, counts: two }, exists);
    expect(got).toMatchObject({ primary: 'chapman', label: 'needs_independence', status: 'ok' });
    expect(got.lower_bound).toBeCloseTo(122 + 110 ** 2 / 48, 8);
  });

  test('sentences carry two digits and, when unstable, no central number', () => {
    const figures = {
      known: 2744,
      shared: 221,
      estimate: 11313,
      lower80: 9876,
      upper80: 13444,
      least: 8123,
      most: 25978,
    };
    const calm = mseSentence({ ...figures, unstable: false });
    expect(calm.en).toContain('Between about 9,900 and 13,000 children (central model 11,000)');
    expect(calm.en).toContain('Other defensible models give 8,100–26,000.');
    const loud = mseSentence({ ...figures, unstable: true });
    expect(loud.en).not.toContain('11,000');
    expect(loud.nb).toContain('26\u202f000');
    const people = mseSentence({ ...figures, unstable: true }, 'people');
    expect(people.en).toContain('26,000 people;');
    expect(people.nb).toMatch(/26\u202f000 personer; .* 221 personer felles/);
    expect([...Object.values(people), ...mseAssumptions('people').flatMap(Object.values)].join()).not.toMatch(/child|barn/i); // prettier-ignore
    expect(twoDigits(0)).toBe(0);
  });
});

describe('on the public overlap counts beside the project', () => {
  const folder = resolve('../shared/data/mse');
  const file = resolve(folder, 'UKdat_5.csv');
  if (!existsSync(file)) {
    console.warn(`${folder} is absent: the public overlap counts were not run`);
  }
  test.runIf(existsSync(file))('the United Kingdom gives the published figure', () => {
    const [, ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
    const counts = rows.map((row) => {
      const cells = row.replaceAll('"', '').split(',').map(Number);
      const count = cells.at(-1) ?? NaN;
      return { pattern: cells.slice(-6, -1).join(''), count };
    });
    expect(mseStepwise({ lists: 5, counts }, exists).estimate).toBeCloseTo(11312.99, 1);
  });
});
