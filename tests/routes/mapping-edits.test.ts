import { describe, expect, it } from 'vitest';
import type { ColumnLook, Decisions } from '$lib/state/dataset.svelte';
import {
  backToProposal,
  chooseColumn,
  chooseDialect,
  chooseEncoding,
  chooseMark,
  chooseMeaning,
  chooseOrder,
  chooseTable,
  inOldOrder,
  isOpen,
  matchesOf,
  meaningOf,
  movedColumns,
  offeredGaps,
  optionOf,
  sameFor,
} from '../../src/routes/data/mapping-edits';
import { mappingWords } from '../../src/routes/data/mapping-words';

const none: Decisions = { drop: [], dateOrder: [] };
const [file, other] = ['saker.csv', 'plasseringer.csv'];
const text = { en: '', nb: '' };
const column = (source: string, target: string | null, tier: ColumnLook['tier']): ColumnLook => ({
  source,
  shown: source,
  target,
  tier,
  reason: text,
  hidden: false,
  candidates: [],
  dates: null,
  decimal: null,
  codes: null,
});

describe('a choice', () => {
  it('takes the place of the one before, for this column of this file only', () => {
    let all = chooseColumn(none, file, 'Hovedtype', 'main_form', false);
    all = chooseColumn(all, other, 'Hovedtype', 'placement_type', false);
    all = chooseColumn(all, file, 'alder', 'age_at_detection', false);
    all = chooseColumn(all, file, 'Hovedtype', null, false);
    expect(all.column).toEqual([
      { file: other, column: 'Hovedtype', target: 'placement_type' },
      { file, column: 'alder', target: 'age_at_detection' },
      { file, column: 'Hovedtype', target: null },
    ]);
    expect(all.drop).toEqual([]);
  });

  it('to leave a column out that could point to a person drops it, and another takes that back', () => {
    const out = chooseColumn(none, file, 'navn', null, true);
    expect(out.drop).toEqual([{ file, column: 'navn' }]);
    expect(chooseColumn(out, file, 'navn', 'org_key', true).drop).toEqual([]);
    expect(chooseColumn(out, file, 'alder', null, false).drop).toEqual(out.drop);
  });

  it('of another field or table forgets what the spellings stood for', () => {
    const told = chooseMeaning(none, file, 'kjønn', 'jentebarn', { code: 'female' });
    expect(chooseColumn(told, file, 'kjønn', 'main_form', false).value).toEqual([]);
    const far = chooseMeaning(told, other, 'kjønn', 'jentebarn', { code: 'female' });
    const table = chooseTable(chooseColumn(far, file, 'x', 'gender', false), file, 'cases');
    expect(table.column).toEqual([]);
    expect(table.value).toEqual([
      { file: other, column: 'kjønn', spelling: 'jentebarn', meaning: { code: 'female' } },
    ]);
    expect(table.table).toEqual([{ file, table: 'cases' }]);
  });

  it('of one part of the records keeps the others', () => {
    const all = chooseDialect(chooseDialect(none, file, { delimiter: ';' }), file, {
      headerRow: 3,
    });
    expect(all.dialect).toEqual([{ file, delimiter: ';', headerRow: 3 }]);
    expect(chooseEncoding(all, file, 'windows-1250').dialect).toEqual(all.dialect);
  });

  it('is undone for one file, but what points to a person stays out', () => {
    let all = chooseColumn(none, file, 'navn', null, true);
    all = chooseOrder(all, file, 'dato', 'month-first');
    all = chooseMark(all, file, 'beløp', ',');
    all = chooseMeaning(all, file, 'kjønn', 'u', { missing: 'unknown' });
    all = chooseEncoding(chooseTable(all, file, 'cases'), file, 'utf-16le');
    all = chooseOrder(chooseDialect(all, file, { headerRows: 2 }), other, 'dato', 'day-first');
    const back = backToProposal(all, file);
    expect(back.drop).toEqual([{ file, column: 'navn' }]);
    expect(back.dateOrder).toEqual([{ file: other, column: 'dato', order: 'day-first' }]);
    expect(sameFor(file, back, { ...none, drop: back.drop })).toBe(true);
    expect(sameFor(other, back, all)).toBe(true);
    expect(sameFor(file, back, all)).toBe(false);
  });

  it('is compared without regard to order', () => {
    const a = chooseOrder(chooseOrder(none, file, 'a', 'day-first'), file, 'b', 'day-first');
    const b = chooseOrder(chooseOrder(none, file, 'b', 'day-first'), file, 'a', 'day-first');
    expect(sameFor(file, a, b)).toBe(true);
    expect(sameFor(file, a, chooseOrder(b, file, 'a', 'month-first'))).toBe(false);
  });
});

describe('a look', () => {
  const before = [
    column('a', 'cases.case_key', 'exact'),
    column('b', 'cases.gender', 'synonym'),
    column('c', null, 'none'),
    column('d', 'cases.forms', 'fuzzy'),
    column('e', 'cases.main_form', 'user'),
  ];

  it('is summed up so that every column is counted once', () => {
    const counted = matchesOf(before);
    expect(counted).toEqual({ exact: 1, synonym: 1, likeness: 1, decided: 1, out: 1 });
    for (const language of ['en', 'nb'] as const)
      expect(mappingWords[language].summary('T', counted)).toMatch(/^T: 1 /);
  });

  it('tells which columns moved', () => {
    const after = before.map((one) => (one.source === 'c' ? { ...one, target: 'cases.sex' } : one));
    expect(movedColumns(before, after)).toEqual([{ shown: 'c', target: 'cases.sex' }]);
    expect(movedColumns(before, [column('new', 'cases.sex', 'exact')])).toEqual([]);
  });

  it('keeps the rows of codes where they stood', () => {
    const listed = (...spellings: string[]): ColumnLook => ({
      ...column('k', 'cases.gender', 'exact'),
      codes: {
        counts: spellings.map((spelling) => ({ spelling, rows: 1, meaning: null, exact: false })),
        more: 0,
        moreRows: 0,
      },
    });
    const [kept] = inOldOrder([listed('u', 'm', 'f')], [listed('new', 'f', 'm', 'u')]);
    expect(kept?.codes?.counts.map(({ spelling }) => spelling)).toEqual(['u', 'm', 'f', 'new']);
  });
});

describe('what a spelling stands for', () => {
  it('survives the way through an option', () => {
    for (const meaning of [
      { code: 'female' },
      { code: 'a:b' },
      ...offeredGaps.map((missing) => ({ missing })),
    ])
      expect(meaningOf(optionOf(meaning))).toEqual(meaning);
  });

  it('stays open where nobody said', () => {
    expect(optionOf(null)).toBe('');
    expect(meaningOf('')).toEqual({ missing: 'unmapped' });
    expect(meaningOf('missing:something')).toEqual({ missing: 'unmapped' });
    expect([null, { missing: 'unmapped' } as const].every(isOpen)).toBe(true);
    expect(isOpen({ missing: 'unknown' })).toBe(false);
  });
});
