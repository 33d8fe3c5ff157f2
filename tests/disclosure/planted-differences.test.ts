import { describe, expect, test } from 'vitest';
import type { CountTable, Draft, DraftRow } from '$lib/disclosure/draft';
import { Ledger } from '$lib/disclosure/ledger';
import { release } from '$lib/disclosure/release';
import { sequence } from './attacker';
import { cell, careless, draft, given, guarded, row, table, toldBy, type Told } from './planted';

const gender = { name: 'gender', groups: { all: ['girls', 'boys'] } };

describe('the difference of two periods', () => {
  const halves = { name: 'half', groups: { year: ['first', 'second'] } };
  // The second half is no figure: nobody asked for it.
  const planted = draft([table([halves], { first: 37, year: 40 })]);
  const attack = (told: Told) => told('year') - told('first');

  test('is a period of its own, with few children', async () => {
    expect(attack(careless(planted))).toBe(3);
    expect(await given(planted, careless(planted))).toBe(1);
  });
  test('is stopped, and one of the two stays', async () => {
    const { told, released } = await guarded(planted);
    expect(released.protection).toMatchObject({ audit: 'proven', withheldCells: 1 });
    expect(attack(told)).toBeNaN();
    expect(await given(planted, told)).toBe(0);
  });
});

describe('a step of the waterfall that is one child', () => {
  const words = { en: 'step', nb: 'trinn' };
  const way = { name: 'way', groups: { files: ['double', 'children'] } };
  const steps = (counted: boolean): Draft['steps'] =>
    (
      [
        ['files', 'start', 61],
        ['double', 'minus', 1],
        ['children', 'sum', 60],
      ] as const
    ).map(([key, kind, count]) => ({ words, kind, count, counts: counted ? [cell(key)] : [] }));
  const counts = table([way], { files: 61, double: 1, children: 60 });
  const told = (found: readonly { readonly count: Draft['steps'][number]['count'] }[]) =>
    found.map(({ count }) => count ?? NaN);
  const careless = (all: Draft['steps']) =>
    told(all.map((one) => (one.count === 1 ? { count: null } : one)));
  const attack = ([files, , children]: readonly number[]) => files! - children!;

  test.each([true, false])(
    'is the difference of its neighbours; stopped (counted: %s)',
    async (counted) => {
      const planted = draft([counts], { steps: steps(counted) });
      expect(attack(careless(planted.steps))).toBe(1);
      const released = await release(planted);
      const seen = released.steps.map(({ count }) => (count.is === 'value' ? count.value : NaN));
      expect(attack(seen)).toBeNaN();
      expect(seen[1]).toBeNaN();
    },
  );
});

describe('two tables with a common margin', () => {
  const regions = ['north', 'south', 'east'];
  const region = { name: 'region', groups: { land: regions } };
  const age = { name: 'age', groups: { any: ['young', 'old'] } };
  /** Children by region and one of two columns, with all sums; the regions are as large in both. */
  const pair = (seed: number): Draft => {
    const draw = sequence(seed);
    // Few children in the last region, whose number one table alone would hide well.
    const sizes = [25, 25, 8].map((most) => Math.floor((most * (1 + draw())) / 2));
    const split = (
      dim: CountTable['dims'][number],
      total: string,
      parts: readonly [string, string],
    ) => {
      const values: Record<string, number> = {};
      const put = (key: string, value: number) => (values[key] = (values[key] ?? 0) + value);
      regions.forEach((name, at) => {
        const first = Math.floor(draw() * sizes[at]!);
        for (const own of [name, 'land']) {
          put(`${own} ${parts[0]}`, first);
          put(`${own} ${parts[1]}`, sizes[at]! - first);
          put(`${own} ${total}`, sizes[at]!);
        }
      });
      return table([region, dim], values);
    };
    return draft([
      split(gender, 'all', ['girls', 'boys']),
      split(age as never, 'any', ['young', 'old']),
    ]);
  };

  test('give groups away where each is protected by itself, and none together', async () => {
    let apart = 0;
    let shown = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const both = pair(seed);
      const alone = await Promise.all(both.tables.map((one) => release(draft([one]))));
      const each = alone.map(toldBy);
      const place = (measure: string) => (/ (girls|boys|all)$/.test(measure) ? 0 : 1);
      apart += await given(both, (measure) => each[place(measure)]!(measure));
      const { told, released } = await guarded(both);
      expect(released.protection.audit, `seed ${seed}`).not.toBe('not proven');
      expect(await given(both, told), `seed ${seed}`).toBe(0);
      shown += released.protection.shownCells;
    }
    expect(apart).toBeGreaterThan(0);
    expect(shown).toBeGreaterThan(12);
  });
});

describe('a row that knows more than its count', () => {
  const counts = table([gender], { girls: 37, boys: 29, all: 66 });
  const tooltip = { title: 'seven', tooltip: 777, truth: { value: 7 } } as Partial<DraftRow>;

  test('a small numerator is caught though every count it names is large', async () => {
    const share = { unit: 'share', numerator: 7, denominator: 37, n: 37, unknown: 0 };
    const planted = draft([counts], { rows: [row('share', 7 / 37, [cell('girls')], share)] });
    expect(planted.rows.at(-1)!.numerator).toBe(7);
    const { told } = await guarded(planted);
    expect(told('share', 'numerator')).toBeNaN();
    expect(told('share')).toBeNaN();
    expect(told('girls')).toBe(37);
  });

  test('nothing that the gate does not know passes it, shown or withheld', async () => {
    const small = table([gender], { girls: 37, boys: 7, all: 44 });
    for (const one of [counts, small]) {
      const planted = draft([one]);
      const rows = planted.rows.map((own) => ({ ...own, ...tooltip }));
      const steps = [
        { words: { en: '', nb: '' }, kind: 'start', count: 66, counts: [], ...tooltip },
      ];
      const released = await release({ ...planted, rows, steps: steps as never, ...tooltip });
      const text = JSON.stringify(released);
      for (const trace of ['seven', 'tooltip', '777', 'truth']) expect(text).not.toContain(trace);
      if (one === small)
        for (const { value, ...rest } of released.rows.filter(
          ({ value }) => value.is === 'withheld',
        ))
          expect([value, rest.numerator, rest.denominator, rest.n, rest.unknown]).toEqual(
            Array.from({ length: 5 }, () => ({ is: 'withheld' })),
          );
    }
  });

  test('marks that tell of small numbers go with the number', async () => {
    const small = table([gender], { girls: 37, boys: 7, all: 44 });
    const marks = ['unstable', 'provisional', 'among cases still open'];
    const planted = draft([small]);
    const released = await release({
      ...planted,
      rows: planted.rows.map((own) => ({ ...own, marks })),
    });
    for (const { value, marks: kept } of released.rows)
      expect(kept).toEqual(value.is === 'withheld' ? ['provisional'] : marks);
  });
});

describe('an earlier release with another figure', () => {
  const all = ['2024-01', '2024-12'] as const;
  const told = (where: Record<string, string[]>, children: number): Draft => {
    const period = { name: 'period', groups: {}, leaves: ['2024'] };
    return draft([table([period], { '2024': children })], {
      cut: { indicator: 'XX-01', family: '', sums: true, where, periods: { 2024: all } },
    });
  };
  const everyone = told({}, 40);
  const girls = told({ gender: ['female'] }, 37);

  test('is subtracted where each is released by itself', async () => {
    const [one, other] = await Promise.all([release(everyone), release(girls)]);
    expect(toldBy(one)('2024') - toldBy(other)('2024')).toBe(3);
  });
  test.each([
    ['after', [everyone, girls]],
    ['before', [girls, everyone]],
  ])('is stopped in one release, whichever is asked for %s', async (_, [first, second]) => {
    const ledger = new Ledger();
    expect(toldBy(await ledger.release(first!))('2024')).toBe(first!.rows[0]!.value);
    expect(toldBy(await ledger.release(second!))('2024')).toBeNaN();
    // What has left stays what it was.
    expect(toldBy(await ledger.release(first!))('2024')).toBe(first!.rows[0]!.value);
  });
  test('of the same children is a contradiction, and nothing is told of it', async () => {
    const ledger = new Ledger();
    await ledger.release(everyone);
    const late = await ledger.release({ ...told({}, 43), revision: 2 });
    expect(toldBy(late)('2024')).not.toBe(43);
  });
});
