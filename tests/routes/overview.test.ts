import { describe, expect, it } from 'vitest';
import { catalogue } from '$lib/indicators/catalogue';
import type { DatasetFacts } from '$lib/schema/dataset';
import { baseLine, lastMonthOf } from '../../src/routes/indicators/base-line';
import { switchedOff, unreported } from '../../src/routes/indicators/cannot-tell';
import { figuresFor, partsFor } from '../../src/routes/indicators/order';
import { overlookedBreakdowns, overlookedRows } from '../../src/routes/indicators/overlooked';
import type { OverlookedId } from '../../src/routes/indicators/overlooked-words';
import { blockWords } from '../../src/routes/indicators/block-words';
import { waitReadings, waitsFor } from '../../src/routes/indicators/waiting';
import { readerOf, readers, withReader } from '../../src/routes/reader';
import type { Cell } from '$lib/disclosure/released';
import { indicator, missing, released, row, secret, value, withheld } from '../report/released-of';

const facts = (tables: Record<string, readonly string[]>): DatasetFacts => ({
  tables: Object.fromEntries(
    Object.entries(tables).map(([name, columns]) => [name, { rows: 1, columns, files: ['a'] }]),
  ),
  meta: {
    country: null,
    extractMonth: '2026-06',
    periodStart: null,
    periodEnd: null,
    dateMode: 'exact',
    linkage: 'across_orgs',
    derived: false,
  },
  coverage: {},
  synthetic: false,
  population: null,
  cannotFeed: [],
});

describe('who reads', () => {
  it('is in the fragment, and the analyst is not', () => {
    for (const reader of readers) {
      const fragment = withReader('view=working&where=gender:male', reader);
      expect(readerOf(`#${fragment}`)).toBe(reader);
      expect(fragment).toContain('view=working&where=gender:male');
    }
    expect(withReader('', 'analyst')).toBe('');
    expect(readerOf('#as=somebody')).toBe('analyst');
    expect(readerOf('#where=x:was=donor')).toBe('analyst');
  });

  it('orders areas and figures and leaves none out', () => {
    const all = partsFor('analyst').toSorted();
    expect(new Set(all).size).toBe(11);
    const figures = (reader: (typeof readers)[number]) =>
      partsFor(reader).flatMap((part) =>
        part === 'overlooked' || part === 'waiting' || part === 'cannot-tell'
          ? []
          : Object.values(figuresFor(reader, part, catalogue)).flatMap((some) =>
              some.map(({ id }) => id),
            ),
      );
    for (const reader of readers) {
      expect(partsFor(reader).toSorted()).toEqual(all);
      expect(figures(reader).toSorted()).toEqual(catalogue.map(({ id }) => id).toSorted());
    }
    expect(figures('donor').slice(0, 2)).toEqual(['FC-01', 'FC-02']);
    expect(figures('analyst')[0]).toBe('ID-01');
  });
});

describe('who may be overlooked', () => {
  const columns = ['gender', 'age_at_detection', 'disability_any', 'main_form'];
  const of = (by: Record<string, string>, cell = value(0)) =>
    row('count', cell, { by, unit: 'children', period: 'all' });
  const figure = (...rows: ReturnType<typeof of>[]) =>
    released('ID-01', [of({}, value(200)), ...rows]);
  const find = (shown: ReturnType<typeof figure>, id: OverlookedId) =>
    overlookedRows(shown, facts({ cases: columns })).find((one) => one.id === id)!;

  it('asks for the columns the files have', () => {
    expect(overlookedBreakdowns(facts({ cases: columns }))).toEqual([
      ['gender'],
      ['age_band'],
      ['disability_any'],
      ['main_form'],
    ]);
  });

  it('shows what is recorded, and the shares not recorded and not asked', () => {
    const shown = find(
      figure(
        of({ gender: 'male' }, value(60)),
        of({ gender: 'unknown' }, value(20)),
        of({ gender: 'not_asked' }, value(50)),
      ),
      'boys',
    );
    expect(shown.recorded).toEqual(value(60));
    expect(shown.notRecorded).toEqual(value(0.1));
    expect(shown.notAsked).toEqual(value(0.25));
  });

  it('is not collected without the column, or where nobody was asked', () => {
    expect(find(figure(), 'lgbtqi').notCollected).toBe(true);
    const nobody = figure(of({ disability_any: 'not_asked' }, value(200)));
    expect(find(nobody, 'disability').notCollected).toBe(true);
    const most = figure(of({ disability_any: 'not_asked' }, value(180)));
    expect(find(most, 'disability').notCollected).toBe(false);
  });

  it('says nothing of a column that the figure left out, and zero where nobody is recorded', () => {
    expect(find(figure(of({ gender: 'male' })), 'disability')).toMatchObject({
      leftOut: true,
      recorded: missing('not asked'),
    });
    const nobody = released('ID-01', [of({})]);
    expect(find(nobody, 'disability')).toMatchObject({
      leftOut: false,
      recorded: value(0),
    });
  });

  it('passes a withheld cell on and never the number behind it', () => {
    const shown = figure(
      of({ gender: 'male' }, withheld),
      of({ gender: 'female' }, withheld),
      of({ gender: 'unknown' }, withheld),
    );
    const boys = find(shown, 'boys');
    expect(boys.recorded).toEqual({ is: 'withheld' });
    expect(boys.notRecorded.is).toBe('withheld');
    const some = figure(of({ main_form: 'labour' }, withheld), of({ main_form: 'begging' }));
    expect(JSON.stringify(find(some, 'not-sexual').recorded)).not.toContain(`${secret}`);
  });

  it('says what is left of the total only where it is not small', () => {
    const rest = (sexual: number) =>
      find(
        figure(
          of({ main_form: 'sexual_private' }, value(sexual)),
          of({ main_form: 'labour' }, withheld),
          of({ main_form: 'armed' }, withheld),
        ),
        'not-sexual',
      ).recorded;
    expect(rest(170)).toEqual(value(30));
    expect(rest(189)).toEqual(value(11));
    expect(rest(190)).toEqual({ is: 'withheld' });
    expect(rest(201)).toEqual({ is: 'withheld' });
  });

  it('counts persons of unknown age beside the children', () => {
    const shown = released('ID-01', [
      of({}, value(150)),
      row('age_unknown_count', value(50), { unit: 'persons', period: 'all' }),
      of({ age_band: '15_17' }, value(70)),
      of({ age_band: '12_17' }, value(15)),
    ]);
    const oldest = find(shown, 'oldest');
    expect(oldest.recorded).toEqual(value(70));
    expect(oldest.notRecorded).toEqual(value(0.25));
    expect(oldest.maybe).toEqual(value(15));
  });
});

describe('children still waiting', () => {
  it('reads fixed times that the definitions have', () => {
    for (const { id, at } of waitsFor)
      for (const time of at)
        expect(
          indicator(id).measures.find((measure) => measure.id === `cif_${time}`)?.reads,
          `${id} ${time}`,
        ).toBe('cif');
  });

  it('is what was not reached, with its interval and band turned round', () => {
    const base = { unit: 'share', period: 'all' };
    const shown = released('RF-02', [
      row('cif_24h', value(0.75, { low: 0.5, high: 0.8 }), { ...base, denominator: value(40) }),
      row('cif_24h_if_unknown_no', value(0.5), base),
      row('cif_24h_if_unknown_yes', value(0.875), base),
      row('cif_7d', withheld, base),
      row('cif_24h', value(0.1), { ...base, by: { gender: 'male' } }),
    ]);
    const [day, week, ...others] = waitReadings(shown, indicator('RF-02'), ['24h', '7d', '30d']);
    expect(others).toEqual([]);
    expect(day?.notReached).toMatchObject({ is: 'value', value: 0.25, high: 0.5 });
    expect(day?.band).toEqual({ low: 0.125, high: 0.5 });
    expect(day?.of).toEqual(value(40));
    expect(day?.waiting).toBeNull();
    expect(week?.notReached.is).toBe('withheld');
    expect(week?.band).toBeNull();
  });

  it('turns the limits of a withheld share around with the share', () => {
    const limited: Cell = { is: 'withheld', between: [0.25, 0.375] };
    const shown = released('RF-02', [row('cif_24h', limited, { unit: 'share' })]);
    const [day] = waitReadings(shown, indicator('RF-02'), ['24h']);
    expect(day?.notReached).toEqual({ is: 'withheld', between: [0.625, 0.75] });
  });

  it('speaks of the latest period', () => {
    const shown = released('RF-02', [
      row('cif_24h', value(0.5), { unit: 'share', period: '2024' }),
      row('cif_24h', value(0.75), { unit: 'share', period: '2025' }),
    ]);
    expect(waitReadings(shown, indicator('RF-02'), ['24h'])).toMatchObject([
      { period: '2025', notReached: value(0.25) },
    ]);
  });
});

describe('what these data cannot tell', () => {
  it('names the table or column of each core figure that is off', () => {
    const off = switchedOff(catalogue, facts({ cases: ['victim_status', 'index_month'] }));
    const needs = (id: string) =>
      off.find(({ indicators }) => indicators.some((one) => one.id === id));
    expect(needs('ID-01')).toBeUndefined();
    expect(needs('ID-03')).toMatchObject({ table: 'cases', column: 'gender' });
    expect(needs('FC-01')).toMatchObject({ table: 'funding' });
    expect(needs('FC-01')?.column).toBeUndefined();
  });

  it('counts persons of unknown age in words, one and many', () => {
    const said = (['en', 'nb'] as const).map((language) =>
      [0, 1, 1200].map((count) => blockWords[language].cannotTell.persons(count).split('.')[0]),
    );
    expect(said).toEqual([
      [
        'No person of unknown age is recorded as a victim',
        '1 person of unknown age is recorded as victims',
        '1,200 persons of unknown age are recorded as victims',
      ],
      [
        'Ingen personer med ukjent alder er registrert som ofre',
        '1 person med ukjent alder er registrert som offer',
        '1\u202F200 personer med ukjent alder er registrert som ofre',
      ],
    ]);
  });

  it('counts the reports that were due and did not come', () => {
    const month = (name: string, due: number, dueAndSubmitted: number) => ({
      ...({ month: name, organisations: due, due, submitted: dueAndSubmitted } as const),
      dueAndSubmitted,
    });
    const told = {
      ...facts({ cases: [] }),
      coverage: {
        cases: [month('2025-01', 4, 3), month('2025-02', 4, 4), month('2025-03', 4, 2)],
        referrals: [month('2025-01', 2, 2)],
      },
    } as unknown as DatasetFacts;
    expect(unreported(told)).toEqual([
      {
        ...{ table: 'cases', due: 12, absent: 3, months: 2, ofMonths: 3 },
        ...{ first: '2025-01', last: '2025-03' },
      },
    ]);
  });
});

describe('the line under a tile', () => {
  it('has the change of a count with what it was, and says when a year is not over', () => {
    const year = (period: string, number: number) =>
      row('count', value(number), { unit: 'children', period, denominator: missing('no rows') });
    const line = baseLine(
      released('ID-01', [year('2025', 191), year('2026', 214)]),
      indicator('ID-01'),
      '2026-06',
      'en',
    );
    expect(line?.base).toBe('2026');
    expect(line?.before).toBe('+23 on 2025 (191)');
    expect(line?.cautions[0]).toBe('2026 is not over: the data end in June 2026.');
  });

  it('has both denominators of a share and no number behind a mark', () => {
    const share = (period: string, cell = value(0.5), denominator = value(40)) =>
      row('share', cell, { unit: 'share', period, by: { gender: 'female' }, denominator });
    const id = indicator('ID-03');
    const line = baseLine(released('ID-03', [share('2024'), share('2025')]), id, null, 'en');
    expect(line?.base).toBe('2025, of 40 children');
    expect(line?.before).toBe('2024: 50% of 40 children');
    const secretly = baseLine(
      released('ID-03', [share('2024', withheld, withheld), share('2025', withheld, withheld)]),
      id,
      null,
      'en',
    );
    expect(secretly?.before).toBe('2024: [c] of [c]');
    const limited: Cell = { is: 'withheld', between: [0.48, 0.52] };
    const within = released('ID-03', [share('2024', limited), share('2025', limited)]);
    const told = baseLine(within, id, null, 'en');
    expect(told?.before).toBe('2024: 48–52% [c] of 40 children');
    expect(told?.cautions.join()).toContain('limits before the mark');
    expect(JSON.stringify(secretly)).not.toContain(`${secret}`);
  });

  it('says the same in Norwegian', () => {
    const count = (period: string, number: number) =>
      row('count', value(number), {
        ...{ unit: 'children', period, denominator: missing('no rows') },
        unknown: value(1200),
      });
    const counts = baseLine(
      released('ID-01', [count('2025', 1191), count('2026', 1214)]),
      indicator('ID-01'),
      '2026-06',
      'nb',
    );
    expect(counts?.before).toBe('+23 fra 2025 (1\u202F191)');
    expect(counts?.cautions).toEqual([
      '2026 er ikke over: Dataene slutter i juni 2026.',
      'Ikke kjent, og utelatt: 1\u202F200.',
    ]);
    const share = (period: string) =>
      row('share', value(0.125), {
        ...{ unit: 'share', period, by: { gender: 'female' }, denominator: value(40) },
      });
    const shares = baseLine(
      released('ID-03', [share('2024'), share('2025-Q1')]),
      indicator('ID-03'),
      null,
      'nb',
    );
    expect(shares?.base).toBe('Januar til mars 2025, av 40 barn');
    expect(shares?.before).toBe('2024: 12,5\u00A0% av 40 barn');
  });

  it('knows the last month of every kind of period', () => {
    const periods = ['all', '2025', '2025-H1', '2025-Q3', '2025-02', '2024-04..2025-03'];
    expect(periods.map(lastMonthOf)).toEqual([
      ...['', '2025-12', '2025-06', '2025-09', '2025-02', '2025-03'],
    ]);
  });
});
