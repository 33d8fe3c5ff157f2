import { describe, expect, it } from 'vitest';
import { checksWords } from '../../src/routes/quality/checks-words';
import { muchWords } from '../../src/routes/quality/completeness';
import { errorWords } from '../../src/routes/quality/effects';
import { indicator, released, row, value, withheld } from '../report/released-of';

const asked = indicator('RR-01');
const measure = asked.measures[0]!;
const band = (no: typeof withheld, yes: typeof withheld) =>
  released(asked.id, [
    row(`${measure.id}_if_unknown_no`, no, { unit: 'share' }),
    row(`${measure.id}_if_unknown_yes`, yes, { unit: 'share' }),
  ]);

describe('how much is filled in, in words', () => {
  it('says all of nothing less than one and none of nothing more than zero', () => {
    const shares = [1, 0.999, 0.95, 0.9, 0.75, 0.5, 0.499, 0.001, 0];
    expect(shares.map((share) => muchWords(share, 'en'))).toEqual([
      'all',
      'nearly all',
      'nearly all',
      'most',
      'most',
      'more than half',
      'less than half',
      'less than half',
      'none',
    ]);
    expect([0.999, 0.001, 0].map((share) => muchWords(share, 'nb'))).toEqual([
      'nesten alle',
      'under halvparten',
      'ingen',
    ]);
  });
});

describe('which way an error can go', () => {
  it('names both ends of the band in either language', () => {
    const found = band(value(0.081), value(0.14));
    const said = { ...asked, measures: [{ ...measure, unit: 'share' as const }] };
    expect(errorWords(said, found, 'en')).toBe(
      `Either way: “${measure.label.en}” is 8.1% to 14%, from every unknown a no to every unknown a yes.`,
    );
    expect(errorWords(said, found, 'nb')).toBe(
      `Begge veier: «${measure.label.nb}» er 8,1\u00A0% til 14\u00A0%, fra at alt ukjent er nei, til at alt ukjent er ja.`,
    );
  });

  it('says nothing of an end that is withheld', () => {
    for (const language of ['en', 'nb'] as const)
      expect(errorWords(asked, band(withheld, value(0.14)), language)).toBe(
        errorWords(asked, null, language),
      );
  });
});

describe('the account of rules', () => {
  it('names the rules that are broken, where there are any', () => {
    const { en, nb } = checksWords;
    expect(en.checks.broken(0, '')).toBe('0 broken');
    expect(en.checks.broken(2, 'X01, X24')).toBe('2 broken: X01, X24');
    expect(nb.checks.broken(2, 'X01, X24')).toBe('2 brutt: X01, X24');
    expect(en.checks.account('1,200', '3', '40')).toBe(
      'Of 1,200 records in the files 3 were rejected and 40 left out by rule.',
    );
  });
});
