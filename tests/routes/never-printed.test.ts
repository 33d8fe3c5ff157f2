import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>(
  ['../../src/**/*words*.ts', '../../src/lib/report/*.ts', '../../src/lib/cli/*.ts'],
  { query: '?raw', import: 'default', eager: true },
);

/** Words that promise more than any table can hold, in both languages. */
const never: readonly (readonly [string, RegExp])[] = [
  ['anonymous', /(?<!k-)\banonym(?:ous|ously|ised|ized|e|t|isert)?\b/iu],
  ['safe', /\bsafe\b/iu],
  ['trygt', /\btryg(?:t|ge) (?:å|data|tall|figurer|utgivelser)(?=\s|$)/iu],
  ['GDPR-compliant', /\bGDPR\b|personvernforordningen/iu],
  ['differentially private', /\bdifferentially private\b|\bdifferensielt privat/iu],
  ['cannot be re-identified', /\bre-?identif(?:y|ied|ication|iseres|isert)\b/iu],
];

/** Where one of them promises nothing of a figure: of children, of a pattern that was refused, in a no. */
const allowed = [
  'a safe place',
  'not feel safe to say so',
  'In the way of a safe pattern',
  'no protection makes that safe to show',
];

function found(text: string): string[] {
  const rest = allowed.reduce((left, one) => left.replaceAll(one, ''), text);
  return never.flatMap(([word, shape]) => (shape.test(rest) ? [word] : []));
}

describe('what no text of the app says of figures', () => {
  it('is in no file of words, report or command', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(60);
    const met = Object.entries(sources).flatMap(([file, text]) =>
      // What a comment says is not printed.
      found(text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')).map((word) => `${file}: ${word}`),
    );
    expect(met).toEqual([]);
  });

  it.each([
    'The figures are anonymous.',
    'Tallene er anonyme.',
    'These figures are safe.',
    'Det er trygt å publisere.',
    'GDPR-compliant',
    'differentially private',
    'A child cannot be re-identified.',
    'Barn kan ikke reidentifiseres.',
  ])('would be found: %s', (text) => {
    expect(found(text)).toHaveLength(1);
  });

  it.each(['the k-anonymised export', 'It is not differential privacy.', 'a safe place'])(
    'lets this stand: %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
