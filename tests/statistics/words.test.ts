import { describe, expect, test } from 'vitest';
import { methods } from '$lib/statistics/methods';
import { words } from '$lib/statistics/words';

/** The calling contract, section 2: every name that may be called. */
const contract = Object.entries({
  proportion: 'wilson clopper_pearson difference_newcombe ratio_log bounds',
  rate: 'poisson_exact byar ohid clustered ratio_exact difference_mover dsr_dobson dsr_fay_feuer isr',
  exposure: 'child_months',
  referral: 'within_hours_bounds',
  distribution: 'summary',
  km: 'estimate clean rmst_difference',
  logrank: 'test',
  aj: 'estimate',
  mcc: 'estimate',
  trend: 'cochran_armitage mann_kendall poisson',
  multiplicity: 'adjust',
  funding: 'gap days_without',
  mse:
    'loglinear_fixed stepwise bic_select profile_interval bca_limits jackknife_acceleration ' +
    'bootstrap_bca choose_method chapman lincoln_petersen loglinear_strata identification_rate',
}).flatMap(([group, names]) => names.split(' ').map((name) => `${group}.${name}`));

const printed = words.flatMap((group) => group.methods);
const languages = ['en', 'nb'] as const;
/** The numbers of a text, written with a point and without separators of thousands. */
const numbers = (text: string, language: (typeof languages)[number]) =>
  (language === 'en'
    ? text.replaceAll(/(?<=\d),(?=\d{3})/g, '')
    : text.replaceAll(/(?<=\d)\u202F(?=\d{3})/g, '').replaceAll(/(?<=\d),(?=\d)/g, '.')
  )
    .match(/\d+(\.\d+)?/g)
    ?.sort();

describe('the words about the methods', () => {
  test.each(contract)('%s is computed and explained', (method) => {
    expect(methods.filter((each) => each.method === method)).toHaveLength(1);
    const found = printed.filter((each) => each.method === method);
    expect(found).toHaveLength(1);
    const { name, formula, source, use, silent } = found[0]!;
    for (const language of languages) {
      const told = typeof formula === 'string' ? formula : formula[language];
      for (const text of [name[language], told, source, use[language], silent[language]])
        expect(text.trim()).not.toBe('');
    }
  });

  test('the page and the list of methods name the same methods', () => {
    const names = (list: readonly { method: string }[]) => list.map((each) => each.method).sort();
    expect(names(printed)).toEqual(names(methods));
  });

  test('both languages say the same numbers, and only signs are the same in both', () => {
    const pairs = printed.flatMap(({ formula, use, silent }) =>
      [formula, use, silent].filter((one) => typeof one !== 'string'),
    );
    expect(pairs.length).toBeGreaterThan(3 * 30);
    for (const { en, nb } of pairs) {
      expect(numbers(nb, 'nb'), nb).toEqual(numbers(en, 'en'));
      expect(nb).not.toBe(en);
    }
    const signs = printed.map(({ formula }) => formula).filter((one) => typeof one === 'string');
    for (const formula of signs) expect(formula).not.toMatch(/[a-zæøå]{4}/i);
  });

  test('a paper is named with its year', () => {
    const undated = printed.filter(
      ({ source }) => !/\b(18|19|20)\d\d\b|^project contract|^OHID|^UNODC/.test(source),
    );
    expect(undated).toEqual([]);
  });
});
