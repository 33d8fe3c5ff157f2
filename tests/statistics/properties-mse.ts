import { expect } from 'vitest';
import { loadLinearProgram } from '$lib/statistics/linear-program';
import { mseAssess } from '$lib/statistics/mse-assess';
import { mseBcaLimits } from '$lib/statistics/mse-bca-limits';
import { mseBicSelect } from '$lib/statistics/mse-bic-select';
import { mseBootstrapBca } from '$lib/statistics/mse-bootstrap-bca';
import { mseChapman } from '$lib/statistics/mse-chapman';
import { mseChooseMethod } from '$lib/statistics/mse-choose-method';
import { fitExists } from '$lib/statistics/mse-existence';
import { mseIdentificationDifference } from '$lib/statistics/mse-identification-difference';
import { mseIdentificationRate } from '$lib/statistics/mse-identification-rate';
import { mseJackknifeAcceleration } from '$lib/statistics/mse-jackknife-acceleration';
import { mseLincolnPetersen } from '$lib/statistics/mse-lincoln-petersen';
import { mseLoglinearFixed } from '$lib/statistics/mse-loglinear-fixed';
import { mseLoglinearStrata } from '$lib/statistics/mse-loglinear-strata';
import { mseProfileInterval } from '$lib/statistics/mse-profile-interval';
import { mseStepwise } from '$lib/statistics/mse-stepwise';
import type { MseInput } from '$lib/statistics/mse-table';
import { below, uniform, type RandomGenerator } from '$lib/statistics/random';
import { draws, holds, type Property, shuffled } from './property';

const exists = fitExists(await loadLinearProgram());

const allPairs = ['1-2', '1-3', '2-3'];

/** Three lists that overlap, now and then with a pair that shares nobody. */
function overlapTable(random: RandomGenerator): MseInput {
  const most = [200, 200, 40, 200, 40, 40, 12];
  const counts = draws(7, (i) => ({
    pattern: [1, 2, 4].map((bit) => ((i + 1) & bit ? '1' : '0')).join(''),
    count: below(random, 6) === 0 ? 0 : below(random, most[i]!),
  }));
  return { lists: 3, counts };
}

/** Rows in another order, some of them split in two: the same table. */
const retold = (random: RandomGenerator, { lists, counts }: MseInput): MseInput => {
  const split = counts.flatMap(({ pattern, count }) => {
    const part = below(random, count + 1);
    return [
      { pattern, count: part },
      { pattern, count: count - part },
    ];
  });
  return { lists, counts: shuffled(random, split.length).map((i) => split[i]!) };
};

/** The lists under other numbers; `order[i]` is the list that becomes list i. */
const renamed = ({ lists, counts }: MseInput, order: readonly number[]): MseInput => ({
  lists,
  counts: counts.map(({ pattern, count }) => ({
    pattern: order.map((list) => pattern[list]).join(''),
    count,
  })),
});
const renamedPair = (pair: string, order: readonly number[]): string =>
  pair
    .split('-')
    .map((list) => order.indexOf(Number(list) - 1) + 1)
    .sort()
    .join('-');

const some = (random: RandomGenerator) => allPairs.filter(() => below(random, 3) === 0);
const selector = (random: RandomGenerator) =>
  (['stepwise', 'bic', 'fixed'] as const)[below(random, 3)]!;

const twoLists = (random: RandomGenerator) => {
  const [n1, n2] = [1 + below(random, 150), 1 + below(random, 150)];
  return { n1, n2, m: below(random, Math.min(n1, n2) + 1) };
};

/** What holds of the estimates of hidden victims. */
export const propertiesMse: readonly Property[] = [
  {
    says: 'N is at least the persons known and does not depend on how the rows are told',
    methods: ['mse.loglinear_fixed', 'mse.stepwise', 'mse.bic_select', 'mse.choose_method'],
    check: (random) => {
      const table = overlapTable(random);
      const interactions = some(random);
      for (const ask of [
        (given: MseInput) => mseLoglinearFixed({ ...given, interactions }, exists),
        (given: MseInput) => mseStepwise(given, exists),
        (given: MseInput) => mseBicSelect(given, exists),
      ]) {
        const got = ask(table);
        expect(got.estimate === null).toBe(got.status !== 'ok');
        if (got.estimate !== null) expect(got.estimate).toBeGreaterThanOrEqual(got.observed);
        expect(JSON.stringify(ask(retold(random, table)))).toBe(JSON.stringify(got));
      }
      expect(mseChooseMethod(retold(random, table))).toEqual(mseChooseMethod(table));
    },
  },
  {
    says: 'the numbers of the lists do not matter',
    methods: ['mse.loglinear_fixed', 'mse.choose_method', 'mse.bic_select', 'mse.stepwise'],
    check: (random) => {
      const table = overlapTable(random);
      const order = shuffled(random, 3);
      const other = renamed(table, order);
      const interactions = some(random);
      const fixed = mseLoglinearFixed({ ...table, interactions }, exists);
      const turned = mseLoglinearFixed(
        { ...other, interactions: interactions.map((pair) => renamedPair(pair, order)) },
        exists,
      );
      expect(turned.status).toBe(fixed.status);
      const same = (a: number | null, b: number | null) =>
        expect((a ?? 0) / (b ?? 1)).toBeCloseTo(a === null ? 0 : 1, 5);
      same(fixed.estimate, turned.estimate);
      const { dropped_lists, ...rule } = mseChooseMethod(table);
      expect(mseChooseMethod(other)).toMatchObject(rule);
      const best = mseBicSelect(table, exists);
      const close = (best.second_bic ?? Infinity) - (best.bic ?? 0) < 1e-6;
      if (!close && dropped_lists.length === 0)
        same(best.estimate, mseBicSelect(other, exists).estimate);
      // Pairs that are equally surprising enter in the order of their numbers: only one may.
      const steps = mseStepwise(table, exists);
      if (steps.selected.length < 2) same(steps.estimate, mseStepwise(other, exists).estimate);
    },
  },
  {
    says: 'profile limits lie about the best N, above the persons known, and widen with the level',
    methods: ['mse.profile_interval'],
    check: (random) => {
      const given = { ...overlapTable(random), interactions: some(random) };
      const got = mseProfileInterval(given, exists);
      if (got.lower === null) {
        expect(got.status).not.toBe('ok');
        return;
      }
      const known = given.counts.reduce((sum, { count }) => sum + count, 0);
      const best = got.estimate_multinomial ?? NaN;
      expect(got.lower).toBeGreaterThanOrEqual(known);
      expect(got.lower).toBeLessThanOrEqual(best * (1 + 1e-6));
      expect(got.upper ?? Infinity).toBeGreaterThanOrEqual(best * (1 - 1e-6));
      const narrow = mseProfileInterval({ ...given, conf: 0.5 }, exists);
      expect(narrow.lower).toBeGreaterThanOrEqual(got.lower * (1 - 1e-6));
      expect(narrow.upper ?? Infinity).toBeLessThanOrEqual((got.upper ?? Infinity) * (1 + 1e-6));
    },
  },
  {
    says: 'the same seed gives the same bytes; limits rise with their tails; too many failures, none',
    methods: ['mse.bootstrap_bca'],
    check: (random) => {
      const table = overlapTable(random);
      const settings = {
        selector: selector(random),
        interactions: some(random),
        replicates: 20,
        seed: below(random, 1000),
      };
      const got = mseBootstrapBca({ ...table, ...settings }, exists);
      const again = mseBootstrapBca({ ...retold(random, table), ...settings }, exists);
      expect(JSON.stringify(again)).toBe(JSON.stringify(got));
      const limits = got.limits.flatMap((limit) => (limit === null ? [] : [limit]));
      expect(limits).toEqual([...limits].sort((a, b) => a - b));
      for (const limit of limits) expect(limit).toBeGreaterThanOrEqual(got.observed);
      if (got.failed > 1) expect(limits).toEqual([]);
    },
  },
  {
    says: 'BCa limits lie among the replicates, whatever their order, and rise with their tails',
    methods: ['mse.bca_limits'],
    check: (random) => {
      const bootstrap = draws(5 + below(random, 60), () => 100 + uniform(random) * 900);
      const given = {
        estimate: 100 + uniform(random) * 900,
        acceleration: (uniform(random) - 0.5) / 4,
        alpha: [0.025, 0.1, 0.5, 0.9, 0.975],
      };
      const got = mseBcaLimits({ bootstrap, ...given });
      const order = shuffled(random, bootstrap.length);
      const other = mseBcaLimits({ bootstrap: order.map((i) => bootstrap[i]!), ...given });
      expect(other).toEqual(got);
      const all = bootstrap.every((value) => value < given.estimate);
      const none = bootstrap.every((value) => value >= given.estimate);
      expect(got.z0 === null).toBe(all || none);
      const limits = got.limits.flatMap((limit) => (limit === null ? [] : [limit]));
      expect(limits).toEqual([...limits].sort((a, b) => a - b));
      for (const limit of limits) {
        expect(limit).toBeGreaterThanOrEqual(Math.min(...bootstrap));
        expect(limit).toBeLessThanOrEqual(Math.max(...bootstrap));
      }
    },
  },
  {
    says: 'the acceleration does not depend on how the rows are told and stays small',
    methods: ['mse.jackknife_acceleration'],
    check: (random) => {
      const table = overlapTable(random);
      const settings = { selector: selector(random), interactions: some(random) };
      const got = mseJackknifeAcceleration({ ...table, ...settings }, exists);
      const again = mseJackknifeAcceleration({ ...retold(random, table), ...settings }, exists);
      expect(again).toEqual(got);
      // |Σ w d³| ≤ (Σ w d²)^1.5 where every weight is a whole number of persons.
      if (got.acceleration !== null) expect(Math.abs(got.acceleration)).toBeLessThanOrEqual(1 / 6);
    },
  },
  {
    says: 'groups add to the total, each has at least its known persons, one group is the plain fit',
    methods: ['mse.loglinear_strata'],
    check: (random) => {
      const [a, b] = [overlapTable(random), overlapTable(random)];
      const shared_interactions = some(random);
      const strata = [a, b].map(({ counts }, i) => ({ name: `g${i}`, counts }));
      const got = mseLoglinearStrata({ lists: 3, strata, shared_interactions }, exists);
      const parts = got.strata.map(({ estimate }) => estimate);
      if (got.total === null) expect(parts).toEqual([null, null]);
      else {
        expect(parts[0]! + parts[1]!).toBeCloseTo(got.total, 6);
        for (const { estimate, observed } of got.strata)
          expect(estimate).toBeGreaterThanOrEqual(observed);
      }
      const alone = { lists: 3, strata: strata.slice(0, 1), shared_interactions };
      const fixed = mseLoglinearFixed({ ...a, interactions: shared_interactions }, exists);
      const one = mseLoglinearStrata(alone, exists);
      if (one.total !== null && fixed.estimate !== null)
        expect(one.total / fixed.estimate).toBeCloseTo(1, 6);
    },
  },
  {
    says: 'two lists: the order does not matter, N is at least the union, limits hold it',
    methods: ['mse.chapman', 'mse.lincoln_petersen'],
    check: (random) => {
      const { n1, n2, m } = twoLists(random);
      const got = mseChapman({ n1, n2, m });
      expect(mseChapman({ n1: n2, n2: n1, m })).toEqual(got);
      const union = n1 + n2 - m;
      expect(got.N).toBeGreaterThanOrEqual(union - 1e-9);
      if (got.lower !== null) {
        holds({ value: got.N, lower: got.lower, upper: got.upper, status: 'ok' }, union, Infinity);
        const wide = mseChapman({ n1, n2, m, conf: 0.99 });
        expect(wide.upper).toBeGreaterThan(got.upper ?? NaN);
      }
      const { estimate } = mseLincolnPetersen({ n1, n2, m });
      expect(estimate === null).toBe(m === 0);
      expect(mseLincolnPetersen({ n1: n2, n2: n1, m }).estimate).toBe(estimate);
      if (estimate !== null) expect(estimate).toBeGreaterThanOrEqual(union - 1e-9);
    },
  },
  {
    says: 'an identification rate and its limits stay in 0–1 and fall as N rises',
    methods: ['mse.identification_rate'],
    check: (random) => {
      const identified = below(random, 200);
      const estimate = 1 + below(random, 3000);
      const [lower, upper] = [estimate * uniform(random), estimate * (1 + uniform(random))];
      const got = mseIdentificationRate({ identified, estimate, lower, upper });
      holds(got, 0, 1);
      const more = { identified, estimate: 2 * estimate, lower: 2 * lower, upper: 2 * upper };
      expect(mseIdentificationRate(more).value).toBeLessThanOrEqual(got.value ?? NaN);
      const open = mseIdentificationRate({ identified, estimate, lower, upper: null });
      expect([open.lower, open.status]).toEqual([null, 'upper_bound_only']);
    },
  },
  {
    says: 'the difference of identification rates is antisymmetric, in −1 to 1 and seeded',
    methods: ['mse.identification_difference'],
    check: (random) => {
      const strata = draws(2, (i) => ({
        name: `g${i}`,
        counts: overlapTable(random).counts,
        identified: below(random, 80),
      }));
      const settings = { shared_interactions: some(random), replicates: 10, seed: 7 };
      const ask = (given: typeof strata) =>
        mseIdentificationDifference({ lists: 3, strata: given, ...settings }, exists);
      const got = ask(strata);
      expect(JSON.stringify(ask(strata))).toBe(JSON.stringify(got));
      if (got.value === null) return;
      expect(got.value).toBeCloseTo(-(ask(strata.toReversed()).value ?? NaN), 6);
      expect(Math.abs(got.value)).toBeLessThanOrEqual(1);
      if (got.lower !== null) expect(got.lower).toBeLessThanOrEqual(got.upper ?? NaN);
    },
  },
  {
    says: 'a full estimate: the same seed the same bytes, silent below the gates, N among the models',
    methods: ['mse.assess'],
    check: (random) => {
      const table = overlapTable(random);
      const settings = { replicates: 10, seed: below(random, 1000) };
      const got = mseAssess({ ...table, ...settings }, exists);
      const again = mseAssess({ ...retold(random, table), ...settings }, exists);
      expect(JSON.stringify(again)).toBe(JSON.stringify(got));
      if (got.reasons.length > 0) expect([got.label, got.estimate]).toEqual(['not_shown', null]);
      if (got.estimate === null) return;
      expect(got.estimate).toBeGreaterThanOrEqual(got.observed ?? NaN);
      expect(got.least ?? 0).toBeLessThanOrEqual(got.estimate);
      expect(got.most ?? Infinity).toBeGreaterThanOrEqual(got.estimate);
    },
  },
];
