import { describe, expect, it } from 'vitest';
import { catalogue } from '$lib/indicators/catalogue';
import { chartWords } from '../../src/routes/help/chart-words';
import { chartWordsOf } from '../../src/routes/help/chart-words-of';
import { termsOfFigure } from '../../src/routes/help/figure-terms';
import { glossary, glossaryTerm } from '../../src/routes/help/glossary';
import { guideWords } from '../../src/routes/help/guide-words';
import { helpWords } from '../../src/routes/help/help-words';
import { marksOf } from '../../src/routes/help/marks';
import { finds } from '../../src/routes/help/search';
import { importCodes } from '../../src/routes/help/import-codes';
import { words as sessionWords } from '../../src/routes/session/words';

const languages = ['en', 'nb'] as const;
const sources = (files: Record<string, string>) => Object.values(files).join('\n');
const ingest = sources(
  import.meta.glob<string>('../../src/lib/ingest/*.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
const engine = sources(
  import.meta.glob<string>('../../src/lib/engine/*.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
const cellText = sources(
  import.meta.glob<string>('../../src/lib/report/cell-text.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

/** Words that the app does not use about children or in a sober text. */
const forbidden = {
  en: /child (prostitut|porn|sex )|sex tourism|\bminors?\b|runaway|abscond|rescue|illegal|voluntar|consent|lifestyle|agreed|epidemic|\bflood|\bwave\b|surge|shadow report|!/i,
  nb: /barne(prostitu|porno)|sexturisme|mindreårig|rømling|rømte|reddet|illegal|ulovlig|frivillig|samtykk|livsstil|epidemi|flom|bølge|skyggerapport|!/i,
};

/** Every string inside, functions left out. */
const stringsIn = (part: unknown): string[] =>
  typeof part === 'string'
    ? [part]
    : part && typeof part === 'object'
      ? Object.values(part).flatMap(stringsIn)
      : [];

describe('the glossary', () => {
  it.each(languages)('tells every term once in %s, in the order of its alphabet', (language) => {
    const terms = glossary(language);
    expect(terms.length).toBeGreaterThanOrEqual(35);
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
    const names = terms.map(({ name }) => name[language]);
    expect(new Set(names).size).toBe(names.length);
    const collator = new Intl.Collator(language);
    for (const [i, name] of names.entries())
      if (i > 0) expect(collator.compare(names[i - 1]!, name), name).toBeLessThan(0);
    for (const { id, name, meaning, source } of terms) {
      expect(name[language].trim(), id).not.toBe('');
      expect(meaning[language], id).toMatch(/^\p{Lu}.{20,}[.]$/u);
      if (source) expect(source[language].trim(), id).not.toBe('');
      // Short sentences: no more than 30 words to a full stop or colon.
      for (const sentence of meaning[language].split(/[.:;]/))
        expect(sentence.trim().split(/\s+/).length, sentence).toBeLessThanOrEqual(30);
    }
  });

  it('says different things in the two languages', () => {
    for (const { id, meaning } of glossary('en')) expect(meaning.en, id).not.toBe(meaning.nb);
  });

  it('has every word that a figure points to, and refuses others', () => {
    for (const indicator of catalogue)
      for (const id of [indicator.period, ...termsOfFigure(indicator)])
        expect(glossaryTerm(id).id).toBe(id);
    expect(() => glossaryTerm('no-such-term')).toThrow('no-such-term');
  });
});

describe('the words of help and session', () => {
  it.each(languages)('name children and harm as the guidelines ask, %s', (language) => {
    const texts = stringsIn([
      glossary(language).map(({ name, meaning }) => [name[language], meaning[language]]),
      importCodes.map(({ happened, todo }) => [happened[language], todo[language]]),
      [helpWords, guideWords, chartWords, sessionWords].map((words) => words[language]),
    ]);
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => forbidden[language].test(text))).toEqual([]);
  });

  it.each(['child prostitution', 'rescued children', 'a wave of cases', 'Look!'])(
    'would be refused where they said %s',
    (text) => expect(text).toMatch(forbidden.en),
  );
});

it('every figure has words for its chart, a falling curve others than a rising one', () => {
  const used = catalogue.map((indicator) => chartWordsOf(indicator));
  for (const language of languages)
    expect(Object.keys(chartWords[language].kinds)).toEqual(expect.arrayContaining(used));
  const of = (id: string) => chartWordsOf(catalogue.find((one) => one.id === id)!);
  expect([of('ND-03'), of('RF-02'), of('VW-01')]).toEqual([
    'longer-than',
    'cumulative-incidence',
    'mean-count',
  ]);
  expect(chartWordsOf(catalogue[0]!, true)).toBe('pyramid');
});

describe('the codes of an import', () => {
  const codes = importCodes.map(({ code }) => code);

  it('are all told, once', () => {
    const used = [
      ...ingest.matchAll(/(?<!measure: \{ )\bcode: '([a-z-]+)'/g),
      ...ingest.matchAll(/\b(?:rule|note)\(\s*'([a-z-]+)'/g),
      ...ingest.matchAll(/'([a-z-]+)',\s+'(?:error|reject|warning|note)'/g),
    ].map(([, code]) => code!);
    expect(new Set(used).size).toBeGreaterThan(20);
    expect([...new Set(used)].filter((code) => !codes.includes(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('are no others than those of the app', () => {
    const cells = ['date', 'month', 'year', 'value', 'number'].map((kind) => `cell-not-a-${kind}`);
    const known = (code: string) =>
      cells.includes(code) || ingest.includes(`'${code}'`) || engine.includes(`'${code}'`);
    expect(codes.filter((code) => !known(code))).toEqual([]);
  });
});

it.each(languages)('every mark of a table is told in %s', (language) => {
  const told = marksOf(language);
  const used = new Set([...cellText.matchAll(/\[([a-z])\]/g)].map(([mark]) => mark));
  expect(new Set(told.map(({ sign }) => sign))).toEqual(used);
  for (const { words } of told) expect(words.length).toBeGreaterThan(5);
});

describe('search', () => {
  it('finds all words anywhere, whatever their case and accents', () => {
    expect(finds('', ['x'])).toBe(true);
    expect(finds('  CURVE  kaplan', ['Kaplan–Meier', 'a curve'])).toBe(true);
    expect(finds('a curve b', ['a curve'])).toBe(false);
    expect(finds('forløp', ['Forløp'])).toBe(true);
    expect(finds('revidéring', ['revidering'])).toBe(true);
  });
});
