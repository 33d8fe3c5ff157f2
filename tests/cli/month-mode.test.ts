import { beforeAll, describe, expect, it } from 'vitest';
import type { RowJson } from '$lib/report/rows-json';
import { differencesOf } from '../measure/differences-of';
import type { PlainRow } from '../measure/plain-reading/figure-row';
import { coreIds, coreReadings, plainRows } from './core-readings';
import { exactTables, fileTables, middleDays, monthTables } from './core-tables';
import { cellsOf, printFigures, releasedOf, type Printed } from './read-figures';
import { cliFolder } from './run-cli';

const { path } = cliFolder();
const exact = exactTables(240);
const middles = middleDays(exact);

/** Indicators whose times are not read from months at all: the child is unknown, bands alone are left. */
const untimed = ['MC-03', 'MC-05', 'ND-03', 'SW-01', 'RR-04'];

/** Two statements of one kind in one month may be of two days: they stay two (ruling M7). */
const keptApart = 'VW-01';

let printed: Printed;
beforeAll(async () => {
  printed = await printFigures(fileTables(path('month'), monthTables(exact)), '--by', 'gender');
});

const rowsOf = (id: string) => printed.rows.filter(({ indicator }) => indicator === id);
const sameRow = (row: RowJson, { measure, period, by }: PlainRow, end = '') =>
  row.measure === measure + end &&
  row.period === period &&
  JSON.stringify(Object.entries(row.by).sort()) === JSON.stringify(Object.entries(by).sort());

/** Days up to the reading of a measure, null where it is read at no time. */
function daysOf(measure: string): number | null {
  const found = /_(\d+)(h|d|m)(_|$)/.exec(measure);
  if (!found) return null;
  return Number(found[1]) * { h: 1 / 24, d: 1, m: 30.4375 }[found[2] as 'h' | 'd' | 'm'];
}

/** A duration of children, not of money, whose days are known. */
const inDays = ({ measure }: PlainRow) =>
  /_days$/.test(measure) && !/(^|_)share_of_days$|gap/.test(measure);

/** A duration, or a reading at a time; counts stand among the timed alone, beside those who are not. */
const isTimed = (row: PlainRow) =>
  !row.measure.startsWith('waiting_') &&
  (daysOf(row.measure) !== null || inDays(row) || row.measure.endsWith('_hours'));

/** What data that know months alone cannot tell: readings and durations below 31 days (stats 4.2). */
const tooFine = (row: PlainRow) =>
  (daysOf(row.measure) ?? 31) < 31 ||
  row.measure.endsWith('_hours') ||
  (inDays(row) && row.value !== null && row.value < 31);

describe('files that know months alone', () => {
  it('have every core figure, each with a status, the same in text', () => {
    expect([...new Set(printed.rows.map(({ indicator }) => indicator))]).toEqual(coreIds);
    const statuses = printed.rows.map(({ status }) => status);
    expect(statuses.filter((status) => !status || status.startsWith('missing_'))).toEqual([]);
    const cells = cellsOf(printed.csv);
    expect(cells.map(({ value }) => value)).toEqual(
      printed.rows.map(({ value }) => (value === null ? '' : String(value))),
    );
    expect(cells.map(({ status }) => status)).toEqual(statuses);
  });

  it('say nothing below 31 days, and say why', () => {
    const fine = printed.rows.filter(({ measure }) => (daysOf(measure ?? '') ?? 31) < 31);
    const told = fine.filter(({ value, unit }) => value !== null && unit === 'share');
    expect(fine.length).toBeGreaterThan(100);
    expect([...new Set(told.map(({ indicator, measure }) => `${indicator} ${measure}`))]).toEqual(
      [],
    );
    const remarked = printed.remarks
      .split('\n')
      .flatMap((line) => (/These files know months only/.test(line) ? [line.slice(0, 5)] : []));
    expect(remarked).toEqual(expect.arrayContaining(['RF-01', 'ID-05', ...untimed]));
    expect(remarked).not.toContain('ID-03');
  });

  it.each(coreReadings.filter(({ id }) => !untimed.includes(id) && id !== keptApart))(
    'have $id as read from the middle of each month',
    (reading) => {
      const released = releasedOf(printed.rows, reading.id);
      const plain = plainRows(reading, middles, 'all');
      expect(plain.length).toBeGreaterThan(0);
      const told = plain.filter((row) => !tooFine(row));
      expect(told.flatMap((row) => differencesOf(row, released))).toEqual([]);
      for (const row of plain.filter(tooFine)) {
        const found = rowsOf(reading.id).find((one) => sameRow(one, row));
        expect({ ...row, value: found?.value, status: found?.status }).toEqual({
          ...row,
          value: null,
          status: 'not_estimable',
        });
      }
    },
  );

  it.each(coreReadings.filter(({ id }) => untimed.includes(id)))(
    'bound $id around its reading from the dates',
    (reading) => {
      const plain = plainRows(reading, exact, 'all').filter(isTimed);
      const main = plain.filter(
        ({ measure, value }) => value !== null && !/_if_unknown_/.test(measure),
      );
      expect(main.length).toBeGreaterThan(0);
      for (const row of main) {
        const of = (end: string) => rowsOf(reading.id).find((one) => sameRow(one, row, end));
        expect(of('')?.value ?? null, JSON.stringify(row)).toBeNull();
        const share = row.value ?? 0;
        expect(of('_if_unknown_no')?.value ?? 0).toBeLessThanOrEqual(share);
        if (of('_if_unknown_yes')?.unit === 'share')
          expect(of('_if_unknown_yes')?.value ?? 1).toBeGreaterThanOrEqual(share);
      }
    },
  );

  it('count no fewer statements than the middle of each month would', () => {
    const reading = coreReadings.find(({ id }) => id === keptApart);
    const plain = (reading ? plainRows(reading, middles, 'all') : []).filter(({ measure }) =>
      /^mean_cumulative_count_\d+m$/.test(measure),
    );
    expect(plain.length).toBeGreaterThan(0);
    for (const row of plain) {
      const found = rowsOf(keptApart).find((one) => sameRow(one, row));
      expect(found?.numerator, JSON.stringify(row)).toBeGreaterThanOrEqual(row.numerator ?? 0);
      expect(found?.denominator).toBe(row.denominator);
    }
  });
});
