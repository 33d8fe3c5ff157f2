import { describe, expect, it } from 'vitest';
import type { Released } from '$lib/disclosure/released';
import { sentence } from '$lib/report/sentence';
import type { Language } from '$lib/schema/text';
import { indicator, missing, released, row, secret, value, withheld } from './released-of';

const say = (one: Released, language: Language = 'en') =>
  sentence(one, indicator(one.indicator), language)
    .map(({ text }) => text)
    .join('');
const strongOf = (one: Released) =>
  sentence(one, indicator(one.indicator), 'en')
    .filter(({ strong }) => strong)
    .map(({ text }) => text);

const children = (number: number, period = '2024') =>
  row('count', value(number), { unit: 'children', period });

describe('which periods are held against each other', () => {
  const pair = { earlier: '2023', later: '2024' };
  const why = [{ en: '2 bodies more reported (Case files)', nb: '2 instanser flere rapporterte' }];
  const rows = [children(110, '2023'), children(1288)];
  it('says with what caution, and why', () => {
    const careful = released('ID-01', rows, {
      comparisons: [{ ...pair, verdict: 'with caution', reasons: why }],
    });
    expect(say(careful)).toContain('compared with 110 in 2023.');
    expect(say(careful)).toContain(' Compare with caution: 2 bodies more reported (Case files).');
    expect(say(careful, 'nb')).toContain(
      ' Sammenlign med varsomhet: 2 instanser flere rapporterte.',
    );
    const same = released('ID-01', rows, {
      comparisons: [{ ...pair, verdict: 'comparable', reasons: [{ en: 'the same', nb: 'like' }] }],
    });
    expect(say(same)).toMatch(/compared with 110 in 2023.* Comparable: the same\.$/);
  });
  it('does not compare what does not compare', () => {
    const apart = released('ID-01', rows, {
      comparisons: [{ ...pair, verdict: 'not comparable', reasons: why }],
    });
    expect(say(apart)).not.toContain('110');
    expect(say(apart)).toContain(' Not comparable with 2023: 2 bodies more reported (Case files).');
  });
  it('leaves out a period that is not whole, and says so', () => {
    const cut = row('count', value(70), {
      ...{ unit: 'children', period: '2025', marks: ['incomplete'] },
    });
    const one = released('ID-01', [...rows, cut]);
    expect(say(one)).toContain('1,288 children were recorded in 2024, compared with 110 in 2023');
    expect(say(one)).toContain(' Not the whole period is in the files (2025): not compared.');
    expect(say(one)).not.toContain('70');
    const alone = say(released('ID-01', [cut]));
    expect(alone).toContain('70 children were recorded in 2025.');
    expect(alone).toContain('Not the whole period is in the files (2025): not compared.');
    const before = { ...children(110, '2023'), marks: ['incomplete'] };
    expect(say(released('ID-01', [before, children(1288)]))).not.toContain('110');
  });
  it('says nothing of a comparison it does not make', () => {
    const hidden = row('count', withheld, { unit: 'children', period: '2023' });
    const one = released('ID-01', [hidden, children(1288)], {
      comparisons: [{ ...pair, verdict: 'with caution', reasons: why }],
    });
    expect(say(one)).not.toContain('caution');
  });
});

describe('counts', () => {
  it('names both periods and both numbers', () => {
    const one = released('ID-01', [children(110, '2023'), children(1288)]);
    expect(say(one)).toBe(
      'Children registered as victims: 1,288 children were recorded in 2024, compared with 110 in 2023. Children whom nobody noticed are not in it.',
    );
    expect(say(one, 'nb')).toBe(
      'Barn registrert som ofre: 1\u202F288 barn ble registrert i 2024, mot 110 i 2023. Barn som ingen la merke til, er ikke med.',
    );
    expect(strongOf(one)).toEqual(['1,288 children', '110']);
  });

  it('speaks of one child and of none', () => {
    expect(say(released('ID-01', [children(1)]))).toContain('1 child was recorded in 2024');
    expect(say(released('ID-01', [children(0)]))).toContain('no children were recorded in 2024');
    expect(say(released('ID-01', [children(0)]), 'nb')).toContain('ingen barn ble registrert');
  });

  it('speaks of records where files cannot be linked to children', () => {
    const notes = [
      {
        en: 'The files cannot be linked to children: the figure counts records, and one child may be counted more than once.',
        nb: 'Filene kan ikke knyttes til barn.',
      },
    ];
    expect(say(released('ID-01', [children(12)], { notes }))).toContain('12 records were counted');
    expect(say(released('ID-01', [children(12)], { notes }))).not.toContain('12 children');
    expect(say(released('ID-01', [children(12)], { notes }), 'nb')).toContain('12 saker ble ført');
  });

  it('says in words that a number is withheld, and does not leak the earlier one', () => {
    const hidden = row('count', withheld, { unit: 'children' });
    expect(say(released('ID-01', [hidden]))).toBe(
      'The number (2024) is withheld to protect children.',
    );
    expect(say(released('ID-01', [{ ...hidden, period: 'all' }]), 'nb')).toBe(
      'Tallet holdes tilbake for å verne barn.',
    );
    const before = row('count', withheld, { unit: 'children', period: '2023' });
    const both = say(released('ID-01', [before, children(40)]));
    expect(both).toContain('40 children were recorded in 2024. ');
    expect(both).not.toContain(String(secret));
  });

  it.each([
    ['2024-Q1', 'from January to March 2024', 'fra januar til mars 2024'],
    ['2024-H2', 'from July to December 2024', 'fra juli til desember 2024'],
    ['2024-05', 'in May 2024', 'i mai 2024'],
    ['2023-04..2024-03', 'in the year ending March 2024', 'i året til og med mars 2024'],
    ['2023-04..2024-06', 'from April 2023 to June 2024', 'fra april 2023 til juni 2024'],
    ['all', 'over the whole period', 'i hele perioden'],
  ])('puts %s in words', (period, en, nb) => {
    expect(say(released('ID-01', [children(40, period)]))).toContain(` ${en}.`);
    expect(say(released('ID-01', [children(40, period)]), 'nb')).toContain(` ${nb}.`);
  });
});

describe('shares', () => {
  const share = (code: string, cell: ReturnType<typeof value>, period = '2024') =>
    row('share', cell, {
      unit: 'share',
      by: { gender: code },
      period,
      denominator: cell.is === 'value' ? value(120) : withheld,
    });

  it('keeps the order of the code list and never ranks', () => {
    const one = released('ID-03', [share('female', value(0.4)), share('male', value(0.6))]);
    expect(say(one)).toBe('Of 120 children recorded in 2024 with gender known: girl 40%; boy 60%.');
    expect(say(one, 'nb')).toBe(
      'Av 120 barn registrert i 2024 der kjønn er kjent: jente 40\u00A0%; gutt 60\u00A0%.',
    );
  });

  it('says that some or all shares are withheld', () => {
    const some = released('ID-03', [share('female', value(0.4)), share('trans_girl', withheld)]);
    expect(say(some)).toContain('Some shares are withheld to protect children.');
    expect(say(some)).not.toContain(String(secret));
    const all = released('ID-03', [share('female', withheld), share('male', withheld)]);
    expect(say(all)).toBe('The number (2024) is withheld to protect children.');
  });
});

describe('times', () => {
  const median = (cell: ReturnType<typeof value>, period = '2024') =>
    row('median_hours', cell, { unit: 'hours', period });

  it('tells the median and the latest readable share', () => {
    const one = released('RF-02', [
      median(value(36)),
      row('cif_30d', value(0.72), { unit: 'share' }),
      row('cif_90d', missing('beyond follow-up'), { unit: 'share' }),
    ]);
    expect(say(one)).toBe(
      'Of the children recorded in 2024, half are referred within 36 hours. An estimated 72% were referred within 30 days.',
    );
    expect(say(one, 'nb')).toBe(
      'Av barna registrert i 2024: halvparten henvises innen 36 timer. Anslagsvis 72\u00A0% var henvist innen 30 dager.',
    );
  });

  it('says when half were never reached, and when too few were timed', () => {
    expect(say(released('RF-02', [median(missing('not reached'))]))).toBe(
      'Of the children recorded in 2024, fewer than half reached this while they were followed.',
    );
    expect(say(released('RF-02', [median(missing('too few for this statistic'))]))).toBe(
      'No number can be given, because too few were recorded for this statistic (2024).',
    );
  });

  it('speaks of the first question only', () => {
    const one = released('ND-01', [
      row('cif_365d', value(0.125), { unit: 'share', period: '2023' }),
      row('cif_365d', value(0.1), { unit: 'share' }),
      row('layer_a_cif_365d', value(0.9), { unit: 'share' }),
    ]);
    expect(say(one)).toBe(
      'Of the children recorded in 2024, an estimated 10% were in any place the child may not leave (layer C), within 365 days, compared with 12.5% in 2023.',
    );
  });

  it('keeps a label that is no participle apart, and tells shares where the median is withheld', () => {
    const named = { ...indicator('RF-02') };
    const reading = named.measures.find(({ id }) => id === 'cif_30d')!;
    const label = { en: 'Has a guardian within 30 days', nb: 'Har verge innen 30 dager' };
    const one = {
      ...named,
      unit: 'spell' as const,
      measures: [named.measures[0]!, { ...reading, label }],
    };
    const rows = [row('cif_30d', value(0.49), { unit: 'share' })];
    const text = (language: Language, more: typeof rows = []) =>
      sentence(released('RF-02', [...rows, ...more]), one, language)
        .map((piece) => piece.text)
        .join('');
    expect(text('en')).toBe(
      'Of the spells recorded in 2024: has a guardian within 30 days: an estimated 49%.',
    );
    expect(text('nb')).toBe(
      'Av oppholdene registrert i 2024: har verge innen 30 dager anslagsvis 49\u00A0%.',
    );
    expect(
      say(released('RF-02', [median(withheld), row('cif_30d', value(0.5), { unit: 'share' })])),
    ).toBe(
      'Of the children recorded in 2024, an estimated 50% were referred within 30 days. Typical times are withheld to protect children.',
    );
  });

  it('says that every reading is withheld', () => {
    const one = released('ND-01', [row('cif_365d', withheld, { unit: 'share' })]);
    expect(say(one)).toBe('The number (2024) is withheld to protect children.');
  });
});

describe('rates and funding', () => {
  it('tells a rate with its range', () => {
    const one = released('MC-02', [
      row('rate_per_100_child_months', value(9.4136, { low: 2, high: 16.5 }), {
        unit: 'per 100 child-months',
      }),
    ]);
    expect(say(one)).toBe(
      '9.4 episodes per 100 child-months were recorded in 2024 (95% range 2.0 to 16.5).',
    );
    expect(say(one, 'nb')).toContain('9,4 forsvinninger per 100 barnemåneder ble registrert');
  });

  describe('of missing children', () => {
    const unit = 'per 100 child-months';
    const rate = (period: string, number: number, episodes?: number, months = 2000) =>
      row('rate_per_100_child_months', value(number), {
        ...{ unit, period },
        ...(episodes === undefined
          ? { numerator: withheld, denominator: withheld }
          : { numerator: value(episodes), denominator: value(months) }),
      });

    it('tells a change with both counts and both rates, and never one as the other', () => {
      const one = released('MC-02', [rate('2023', 5, 100), rate('2024', 6.1, 123, 2016.4)]);
      expect(say(one)).toBe(
        '6.1 episodes per 100 child-months were recorded in 2024 (123 episodes in 2,016 child-months), compared with 5.0 in 2023 (100 episodes in 2,000 child-months).',
      );
      expect(say(one, 'nb').replace(/\s/gu, ' ')).toContain(
        '(123 forsvinninger på 2 016 barnemåneder), mot 5,0 i 2023 (100 forsvinninger på 2 000 barnemåneder)',
      );
    });

    it.each([
      [[rate('2023', 5), rate('2024', 6.1, 123)]],
      [[rate('2023', 5, 100), rate('2024', 6.1)]],
    ])('tells no change where a count is withheld', (rows) => {
      const said = say(released('MC-02', rows));
      expect(said).toContain('6.1 episodes per 100 child-months were recorded in 2024');
      expect(said).not.toContain('compared');
    });

    it('tells the counts of both shares, or no change', () => {
      const share = (period: string, number: number, counts = {}) =>
        row('share', value(number), { unit: 'share', period, ...counts });
      const counts = (n: number, of: number) => ({ numerator: value(n), denominator: value(of) });
      const both = [share('2023', 0.4, counts(40, 100)), share('2024', 0.3, counts(45, 150))];
      expect(say(released('MC-01', both))).toContain(
        '30% (45 of 150), compared with 40% in 2023 (40 of 100)',
      );
      const hidden = { numerator: withheld, denominator: withheld };
      const one = [share('2023', 0.4, hidden), share('2024', 0.3, counts(45, 150))];
      expect(say(released('MC-01', one))).not.toContain('compared');
    });
  });

  it('tells days, their share and the longest gap', () => {
    const one = released('FC-01', [
      row('days', value(1), { unit: 'days', denominator: value(365) }),
      row('share_of_days', value(1 / 365), { unit: 'share' }),
      row('longest_gap_days', value(1), { unit: 'days' }),
    ]);
    expect(say(one)).toBe(
      'Recorded for 2024, all programmes together: days without secured money 1 of 365 days (0.3%); longest gap 1 day.',
    );
  });
});

describe('no figure', () => {
  it('names the table and the column that are needed', () => {
    const lacks = { table: 'placements', column: 'ended' };
    const one = released('MC-02', [], { unavailable: lacks });
    expect(say(one)).toBe(
      'This figure cannot be computed from these files: it needs the column ended of the table placements, which no file has.',
    );
    expect(strongOf(one)).toEqual(['ended', 'placements']);
    const table = released('MC-02', [], { unavailable: { table: 'placements' } });
    expect(say(table, 'nb')).toBe(
      'Tallet kan ikke regnes ut fra disse filene: det trenger tabellen placements.',
    );
  });

  it('says that there is nothing', () => {
    expect(say(released('ID-01', []))).toBe('There is no figure for this choice.');
  });

  it.each(['ID-01', 'ID-03', 'RF-02', 'ND-01', 'MC-02', 'FC-01'])(
    '%s never claims how many there were',
    (id) => {
      const rows = indicator(id).measures.map((measure) =>
        row(measure.id, value(0.5), {
          unit: measure.unit,
          by: id === 'ID-03' ? { gender: 'male' } : {},
        }),
      );
      const text = say(released(id, rows));
      expect(text).toMatch(/recorded|identified|referred within/i);
      expect(text).not.toMatch(/there were|because of|led to|most|highest|!/);
    },
  );
});
