import { describe, expect, it } from 'vitest';
import { catalogue } from '$lib/indicators/catalogue';
import { glossary } from '../../src/routes/help/glossary';
import { ranked, type Named } from '../../src/routes/palette/ranked';

const entry = (code: string, name: string, other = ''): Named => ({ code, name, other });
const names = (typed: string, entries: readonly Named[]) =>
  ranked(typed, entries).map(({ entry: { code, name } }) => code || name);

describe('what is typed into the search', () => {
  const entries = [
    entry('', 'Guardian overriding'),
    entry('', 'Avoiding'),
    entry('', 'Identity'),
    entry('ID-02', 'Children of a country'),
    entry('ID-01', 'Children identified'),
  ];

  it('finds a code first, then a word that begins so, then what has it within a word', () => {
    expect(names('id', entries)).toEqual([
      'ID-02',
      'ID-01',
      'Identity',
      'Guardian overriding',
      'Avoiding',
    ]);
    expect(names('iden', entries)).toEqual(['Identity', 'ID-01']);
    expect(names('dian', entries)).toEqual(['Guardian overriding']);
  });

  it('finds a code with, without and by its part behind the hyphen', () => {
    for (const typed of ['ID-01', 'id01', 'id 01', '01'])
      expect(names(typed, entries), typed).toEqual(['ID-01']);
  });

  it('must have every word, and stands where its worst word puts it', () => {
    const two = [entry('', 'unwaiting time'), entry('', 'time waiting')];
    expect(names('wait time', two)).toEqual(['time waiting', 'unwaiting time']);
    expect(names('wait money', two)).toEqual([]);
  });

  it('finds everything in order where nothing was typed, whatever the spaces', () => {
    expect(ranked('  ', entries).map(({ entry: one }) => one)).toEqual(entries);
  });

  it('reads past accents and capitals, and takes no sign for a pattern', () => {
    const pages = [entry('', 'Språk'), entry('', 'Øst (a)')];
    expect(names('SPRAK', pages)).toEqual(['Språk']);
    expect(names('språk', pages)).toEqual(['Språk']);
    expect(names('øst', pages)).toEqual(['Øst (a)']);
    expect(names('(a', pages)).toEqual(['Øst (a)']);
    expect(names('.*', pages)).toEqual([]);
  });

  it('says when only the name in the other language has it', () => {
    const term = [entry('', 'guardian', 'verge')];
    expect(ranked('verge', term)).toEqual([{ entry: term[0], byOther: true }]);
    expect(ranked('guard', term)).toEqual([{ entry: term[0], byOther: false }]);
  });
});

describe('every indicator and every term', () => {
  const both = (name: { en: string; nb: string }, code = '') => entry(code, name.en, name.nb);
  const indicators = catalogue.map(({ id, title }) => both(title, id));
  const terms = glossary('en').map(({ name }) => both(name));
  const all = [...indicators, ...terms];

  it('is found first by its id', () => {
    for (const { code } of indicators) expect(names(code, all)[0]).toBe(code);
  });

  it('is found by its whole name in both languages', () => {
    expect(all.length).toBeGreaterThan(60);
    for (const one of all)
      for (const name of [one.name, one.other])
        expect(
          ranked(name, all).map(({ entry: found }) => found),
          name,
        ).toContain(one);
  });
});
