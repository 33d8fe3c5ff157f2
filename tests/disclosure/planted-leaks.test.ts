import { describe, expect, test } from 'vitest';
import type { DraftRow } from '$lib/disclosure/draft';
import { cell, careless, draft, given, guarded, row, table, type Told } from './planted';

/** Children of one answer by gender: few boys answered yes. */
const gender = { name: 'gender', groups: { all: ['girls', 'boys', 'unknown'] } };
const answer = { name: 'answer', groups: { either: ['yes', 'no'] } };
const answers = table([gender, answer], {
  ...{ 'girls yes': 37, 'girls no': 61, 'girls either': 98 },
  ...{ 'boys yes': 3, 'boys no': 37, 'boys either': 40 },
  ...{ 'unknown yes': 14, 'unknown no': 25, 'unknown either': 39 },
  ...{ 'all yes': 54, 'all no': 123, 'all either': 177 },
});

describe('a total beside one withheld part', () => {
  const planted = draft([table([gender], { girls: 37, boys: 3, unknown: 29, all: 69 })]);
  const attack = (told: Told) => told('all') - told('girls') - told('unknown');

  test('gives the part away where only the part is withheld', async () => {
    expect(attack(careless(planted))).toBe(3);
    expect(await given(planted, careless(planted))).toBeGreaterThan(0);
  });
  test('is stopped', async () => {
    const { told, released } = await guarded(planted);
    expect(released.protection.audit).toBe('proven');
    expect(attack(told)).toBeNaN();
    expect(await given(planted, told)).toBe(0);
    expect(released.protection.shownCells).toBeGreaterThan(0);
  });
});

describe('a rate beside its population', () => {
  const population = { girls: 90_400, boys: 96_120 };
  const table1 = table([gender], { girls: 37, boys: 7, unknown: 29, all: 73 });
  const rate = (group: 'girls' | 'boys', cases: number) =>
    row(`${group} rate`, (cases / population[group]) * 1e5, [cell(group)], {
      ...{ unit: 'per 100,000 children', denominator: population[group], numerator: cases },
    });
  const planted = draft([table1], { rows: [rate('girls', 37), rate('boys', 7)] });
  // Populations are in the yearbook of statistics; the rate is printed with one decimal.
  const attack = (told: Told) =>
    Math.round((Number(told('boys rate').toFixed(1)) * population.boys) / 1e5);

  test('gives the count back', () => {
    const told = careless(planted);
    expect(told('boys')).toBeNaN();
    expect(told('boys rate', 'numerator')).toBeNaN();
    expect(attack(told)).toBe(7);
  });
  test('is stopped, the population with it', async () => {
    const { told } = await guarded(planted);
    expect(attack(told)).toBeNaN();
    expect(told('boys rate', 'denominator')).toBeNaN();
  });
  test('is stopped for a count that hides another one, too', async () => {
    const { told } = await guarded(planted);
    const hidden = ['girls', 'unknown', 'all'].filter((one) => Number.isNaN(told(one)));
    expect(hidden.length).toBeGreaterThan(0);
    expect(Number.isNaN(told('girls rate'))).toBe(Number.isNaN(told('girls')));
  });
});

describe('a percentage beside its denominator', () => {
  const share = (group: string, yes: number, of: number) =>
    row(`${group} share`, yes / of, [cell(`${group} yes`), cell(`${group} either`)], {
      ...{ unit: 'share', numerator: yes, denominator: of, n: of, low: 0.01, high: 0.2 },
    });
  const planted = draft([answers], { rows: [share('girls', 37, 98), share('boys', 3, 40)] });
  const attack = (told: Told) => {
    const printed = Math.round(told('boys share') * 100) / 100;
    return Math.round(printed * told('boys either'));
  };

  test('gives a small numerator, however it is rounded', () => {
    expect(attack(careless(planted))).toBe(3);
  });
  test('is stopped', async () => {
    const { told, released } = await guarded(planted);
    expect(released.protection.audit).toBe('proven');
    expect(attack(told)).toBeNaN();
    expect(told('boys share')).toBeNaN();
    expect(await given(planted, told)).toBe(0);
  });
});

describe('a percentage of 100 or 0', () => {
  const all = table([gender, answer], {
    ...{ 'girls yes': 37, 'girls no': 61, 'girls either': 98 },
    ...{ 'boys yes': 34, 'boys no': 0, 'boys either': 34 },
    ...{ 'unknown yes': 22, 'unknown no': 25, 'unknown either': 47 },
    ...{ 'all yes': 93, 'all no': 86, 'all either': 179 },
  });
  const share = row('boys share', 1, [cell('boys yes'), cell('boys either')], { unit: 'share' });
  const planted = (sensitive: boolean) =>
    draft([{ ...all, dims: [gender, { ...answer, sensitive }] }], { rows: [share] });
  /** Whether it is known of every boy what he answered. */
  const attack = (told: Told) =>
    told('boys share') === 1 || told('boys no') === 0 || told('boys yes') === told('boys either');

  test('tells of every child in the group', async () => {
    expect(attack(careless(planted(true)))).toBe(true);
    // Where the answer is nothing that must not be seen, the rules show it.
    expect(attack((await guarded(planted(false))).told)).toBe(true);
  });
  test('is stopped where the answer is sensitive', async () => {
    const { told, released } = await guarded(planted(true));
    expect(released.protection.audit).toBe('proven');
    expect(attack(told)).toBe(false);
    expect(told('girls yes')).toBe(37);
  });
});

describe('a step of a curve that is one child', () => {
  const by = { name: 'guardian', groups: { by60: ['by30', 'between'], all: ['by60', 'later'] } };
  const reached = table([by], { by30: 24, by60: 25, all: 60 });
  const share = (time: string, children: number): DraftRow =>
    row(`within ${time}`, Math.round((100 * children) / 60) / 100, [cell(time), cell('all')], {
      ...{ unit: 'share', show: 'value only', numerator: children, denominator: 60, n: 60 },
    });
  const planted = draft([reached], { rows: [share('by30', 24), share('by60', 25)] });
  /** In whole per cents, as curves are printed. */
  const attack = (told: Told) => Math.round((told('within by60') - told('within by30')) * 60);

  test('is read off two times, whole per cents or not', async () => {
    expect(attack(careless(planted))).toBe(1);
    expect(careless(planted)('by60') - careless(planted)('by30')).toBe(1);
    expect(await given(planted, careless(planted))).toBeGreaterThan(0);
  });
  test('is stopped, though no count of the figure is small', async () => {
    const { told, released } = await guarded(planted);
    expect(released.protection.audit).toBe('proven');
    expect(attack(told)).toBeNaN();
    expect(told('by60') - told('by30')).toBeNaN();
    expect(await given(planted, told)).toBe(0);
  });
});

describe('a median of few children', () => {
  const ages = [13, 15, 16];
  const groups = table([gender], { girls: 37, boys: 3, unknown: 29, all: 69 });
  const median = row('median age of boys', ages[1]!, [cell('boys')], { unit: 'years', n: 3 });
  const planted = draft([groups], { rows: [median] });

  test('is the age of one of them', () => {
    expect(ages).toContain(careless(planted)('median age of boys'));
  });
  test('is stopped', async () => {
    const { told, released } = await guarded(planted);
    expect(told('median age of boys')).toBeNaN();
    expect(JSON.stringify(released.rows.at(-1))).not.toContain('15');
  });
  test('is stopped where its count is a large one but the row stands on few', async () => {
    const wrong = draft([groups], { rows: [{ ...median, counts: [cell('girls')] }] });
    const { told, released } = await guarded(wrong, {
      keepVisible: [cell('girls'), cell('all')],
    });
    expect(told('girls')).toBe(37);
    expect(told('median age of boys')).toBeNaN();
    expect(released.rows.at(-1)!.n).toEqual({ is: 'withheld' });
  });
});
