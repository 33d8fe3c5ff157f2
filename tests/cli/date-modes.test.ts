import { beforeAll, describe, expect, it } from 'vitest';
import { indicatorOf } from '$lib/indicators/catalogue';
import { differencesOf, isOfNobody, rowsUnread } from '../measure/differences-of';
import { coreIds, coreReadings, isReadOnce, plainRows, splitOf } from './core-readings';
import { exactTables, fileTables, offsetTables, shiftedTables } from './core-tables';
import { cellsOf, printFigures, releasedOf, type Printed } from './read-figures';
import { cliFolder } from './run-cli';

const { path } = cliFolder();
const exact = exactTables(240);
const modes = [
  { mode: 'exact', kind: 'year', tables: exact },
  { mode: 'offset', kind: 'all', tables: offsetTables(240) },
  { mode: 'shifted', kind: 'year', tables: shiftedTables(exact) },
] as const;
const printed = new Map<string, Printed>();
const said = (mode: string) => {
  const found = printed.get(mode);
  if (!found) throw new Error(`nothing printed in mode ${mode}`);
  return found;
};
/** The measure of the definition that a printed row or its band belongs to. */
const measureOf = (id: string, name: string | null) =>
  indicatorOf(id)?.measures.find((one) => one.id === name?.replace(/_if_unknown_(no|yes)$/, ''));
const notShifted = /dates of these files were shifted/;

describe.each(modes)('files in mode $mode', ({ mode, kind, tables }) => {
  beforeAll(async () => {
    const folder = fileTables(path(mode), tables);
    printed.set(mode, await printFigures(folder, '--by', 'gender', '--period', kind));
  });

  it('have every core figure, each with a status', () => {
    const { rows } = said(mode);
    expect([...new Set(rows.map(({ indicator }) => indicator))]).toEqual(coreIds);
    const unnamed = rows.filter(({ indicator, measure }) => !measureOf(indicator, measure));
    expect(new Set(unnamed.map(({ indicator, measure }) => `${indicator} ${measure}`))).toEqual(
      new Set(),
    );
    expect(rows.filter(({ status }) => !status || status.startsWith('missing_'))).toEqual([]);
    expect(rows.filter(({ status, value }) => status === 'ok' && value === null)).toEqual([]);
  });

  it.each(coreReadings)('have $id as the plain reading has it', (reading) => {
    const plain = plainRows(reading, tables, kind);
    const released = releasedOf(said(mode).rows, reading.id);
    const rows = released.rows.filter(
      (row) =>
        !isReadOnce(reading.id, row.measure) && !isOfNobody(row, released, splitOf(reading.id)),
    );
    expect(plain.length).toBeGreaterThan(0);
    expect(plain.flatMap((row) => differencesOf(row, released))).toEqual([]);
    expect(rowsUnread(plain, { ...released, rows })).toEqual([]);
  });

  it('say the same in text', () => {
    const { rows, csv } = said(mode);
    const cells = cellsOf(csv);
    expect(cells).toHaveLength(rows.length);
    rows.forEach(({ by, ...row }, at) => {
      const wanted = {
        ...row,
        ...Object.fromEntries(Object.entries(by).map(([column, code]) => [`by_${column}`, code])),
      };
      for (const [column, value] of Object.entries(wanted))
        expect(cells[at]?.[column], `${row.indicator} ${column}`).toBe(
          value === null ? '' : String(value),
        );
    });
  });
});

describe('shifted dates', () => {
  /** Whether a measure follows the children first detected in the period. */
  const follows = (id: string, name: string | null): boolean => {
    const indicator = indicatorOf(id);
    const question = indicator?.further?.find((one) => one.id === measureOf(id, name)?.in);
    return (question?.period ?? indicator?.period) === 'cohort';
  };

  it('leave every duration as it was', () => {
    const timed = (mode: string) =>
      said(mode).rows.filter(({ indicator, measure }) => follows(indicator, measure));
    expect(timed('exact').length).toBeGreaterThan(1000);
    expect(timed('shifted')).toEqual(timed('exact'));
  });

  it('are said beside every figure that places events in the calendar', () => {
    const lines = (mode: string) => said(mode).remarks.split('\n');
    const ids = (mode: string, words: RegExp) =>
      lines(mode).flatMap((line) => (words.test(line) ? [line.slice(0, 5)] : []));
    expect(ids('shifted', notShifted)).toEqual(['ID-05', 'ND-03', 'MC-01', 'MC-02']);
    expect(ids('exact', notShifted)).toEqual([]);
    expect(ids('offset', /These files count time from detection/)).toEqual(
      ids('shifted', notShifted),
    );
  });
});
