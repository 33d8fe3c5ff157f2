import { expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import type { Decisions } from '$lib/ingest/import-files';
import { codes, engine, exact, load } from './engines';

const none: Decisions = { drop: [], dateOrder: [] };
const cases =
  'case_key,index_month,victim_status\nA-1,2024-01,identified\nA-2,2024-02,identified\n';
const more = 'saksnummer,index_month,victim_status\nB-1,2024-03,identified\n';
const referrals =
  'saksnummer,referral_key,purpose\nA-1,R1,child_protection\nA-2,R2,child_protection\n';
const funding =
  'grant_key,programme_key,donor_key,donor_type,amount_committed\nG1,P1,D1,government,1000\n';
const partly = (files: Readonly<Record<string, string>>, decisions = none) =>
  load(files, { confirm: 'exact', partial: true, decisions });
const rows = async (table: 'cases' | 'referrals' | 'funding') => {
  const names = { cases: sql`cases`, referrals: sql`referrals`, funding: sql`funding` };
  const [found] = await (
    await engine()
  ).query(sql`SELECT count(*)::DOUBLE AS n FROM ${names[table]}`);
  return Number(found?.n);
};

test('what is ready is loaded, what waits is named, counted and joins when it is confirmed', async () => {
  const files = { 'cases.csv': cases, 'henvisninger.csv': referrals };
  expect((await load(files, { confirm: 'exact' })).loaded, 'not unless asked').toBe(false);
  const first = await partly(files);
  expect(first.loaded).toBe(true);
  first.reports.forEach(exact);
  expect(first.reports[0]).toMatchObject({ records: 2, accepted: 2, excluded: 0 });
  expect(first.reports[1]).toMatchObject({ records: 2, accepted: 0, excluded: 2 });
  expect(codes(first.reports[1]!)).toContain('mapping-unconfirmed');
  expect(first.facts?.waiting).toEqual([
    { file: 'henvisninger.csv', table: 'referrals', records: 2, asks: true },
  ]);
  expect(Object.keys(first.facts!.tables)).toEqual(['cases']);
  expect([await rows('cases'), await rows('referrals')]).toEqual([2, 0]);

  const later = await load(files, { confirm: 'exact', partial: true, recipe: first.recipe });
  expect(later.facts?.waiting, 'a saved mapping confirms nothing').toEqual(first.facts?.waiting);

  const confirmed = first.reports[1]!.mapping.filter(({ waits }) => waits).map(
    ({ source, target }) => ({
      file: 'henvisninger.csv',
      column: source,
      target: target ?? '',
    }),
  );
  const whole = await partly(files, { ...none, confirmed });
  expect(whole.facts?.waiting).toBeUndefined();
  whole.reports.forEach(exact);
  expect(whole.reports[1]).toMatchObject({ accepted: 2, excluded: 0 });
  expect([await rows('cases'), await rows('referrals')]).toEqual([2, 2]);
});

test('a table is never counted in part: the ready file of it waits with the other', async () => {
  const result = await partly({ 'a.csv': cases, 'b.csv': more, 'funding.csv': funding });
  expect(result.loaded).toBe(true);
  result.reports.forEach(exact);
  expect(result.reports[0]).toMatchObject({ records: 2, accepted: 0, excluded: 2 });
  expect(codes(result.reports[0]!)).toContain('waits-for-another-file');
  expect(codes(result.reports[1]!)).toContain('mapping-unconfirmed');
  expect(result.facts?.waiting).toEqual([
    { file: 'a.csv', table: 'cases', records: 2, asks: false },
    { file: 'b.csv', table: 'cases', records: 1, asks: true },
  ]);
  expect([await rows('cases'), await rows('funding')]).toEqual([0, 1]);
});

test('all wait where nobody knows what the waiting file would feed, or it tells how others are read', async () => {
  const unreadable = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);
  const unknown = await load(
    { 'cases.csv': cases, 'x.ods': unreadable },
    { confirm: 'exact', partial: true },
  );
  expect(unknown.loaded).toBe(false);
  expect(codes(unknown.reports[0]!)).not.toContain('waits-for-another-file');
  const meta =
    'dataset_key,Extract Month,period_start,period_end,country,name\nD,2024-12,2024-01,2024-12,NO,Kari Hansen\n';
  expect((await partly({ 'cases.csv': cases, 'meta.csv': meta })).loaded).toBe(false);
  expect((await partly({ 'a.csv': cases, 'b.csv': more })).loaded, 'nothing is left').toBe(false);
});
