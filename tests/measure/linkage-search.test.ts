import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { cubesOf, type Cubes } from '$lib/measure/cubes';
import type { FigureSource } from '$lib/measure/figure';
import { prepare } from '$lib/measure/prepare';
import type { Linkage } from '$lib/schema/linkage';
import { sql } from '$lib/schema/sql';
import { loadTables, see } from './loaded';

let engine: Engine;
/** Statements sent to the engine since last asked. */
let sent: string[] = [];
beforeAll(async () => {
  const own = await nodeWasmEngine();
  const heard = (how: 'run' | 'query') =>
    ((statement: Parameters<Engine['run']>[0], options?: { signal?: AbortSignal }) => {
      sent.push(String(statement));
      return own[how](statement, options);
    }) as Engine['run'] & Engine['query'];
  engine = new Proxy(own, {
    get: (target, key) => {
      if (key === 'run' || key === 'query') return heard(key);
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
});
afterAll(() => engine.close());

/** Numbers from a seed, 0 to 1 (mulberry32). */
let state = 20_262;
function drawn(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const oneOf = (of: readonly string[]): string => of[Math.floor(drawn() * of.length)]!;

type Row = Record<string, string>;
const none: Linkage = { salt: '0'.repeat(32), scopes: {}, rules: 3, same: [], different: [] };
const extract: Row = {
  ...{ dataset_key: 'x', country: 'XX', extract_month: '2026-01', date_mode: 'exact' },
  ...{ period_start: '2019-01', period_end: '2025-12', linkage_level: 'within_org' },
};
const load = (cases: readonly Row[]) => loadTables({ meta: [extract], cases }, engine);
const link = (source: FigureSource, linkage: Linkage) =>
  prepare(engine, source.facts, undefined, linkage);

const dayOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
const numberOf = (day: string) => Date.parse(day) / 86_400_000;
function record(i: number, days: number): Row {
  const day = dayOf(numberOf('2023-01-01') + Math.floor(drawn() * days));
  const age = drawn() < 0.6 ? String(8 + Math.floor(drawn() * 11)) : '';
  return {
    ...{ case_key: `f${i}`, child_key: `c${i}`, org_key: oneOf(['a', 'b', 'c']) },
    ...{ index_month: day.slice(0, 7), detected_at: drawn() < 0.8 ? day : '' },
    ...{ victim_status: 'identified', gender: oneOf(['female', 'male', '']) },
    ...{ age_at_detection: age },
    age_band_at_detection: oneOf([
      '0_8',
      '9_11',
      '12_14',
      '15_17',
      '18plus',
      '9_17',
      'under_18',
      '',
    ]),
    ...{ citizenship_group: oneOf(['eu_eea', 'national']), citizenship: oneOf(['SE', 'PL', '']) },
    ...{ main_form: oneOf(['labour', 'begging', '']), region: oneOf(['XX-1', 'XX-2']) },
  };
}

/** The rule and days of a pair, by the words of the rules alone; null where it is none. */
function plainly(one: Row, other: Row): string | null {
  const span = (row: Row) => {
    if (row.detected_at) return [numberOf(row.detected_at), numberOf(row.detected_at)] as const;
    const [year, month] = row.index_month!.split('-').map(Number) as [number, number];
    const from = Date.UTC(year, month - 1, 1) / 86_400_000;
    return [from, Date.UTC(year, month, 1) / 86_400_000 - 1] as const;
  };
  const [[from, to], [otherFrom, otherTo]] = [span(one), span(other)];
  const days = Math.max(0, from - otherTo, otherFrom - to);
  const bandOf = ({ age_at_detection: age, age_band_at_detection: band }: Row) =>
    !age ? band : +age >= 18 ? '18plus' : +age >= 15 ? '15_17' : +age >= 12 ? '12_14' : +age >= 9 ? '9_11' : '0_8'; // prettier-ignore
  const sameAge = () => {
    if (!bandOf(one) || !bandOf(other)) return false;
    if (!one.age_at_detection || !other.age_at_detection) return bandOf(one) === bandOf(other);
    const later = +other.age_at_detection - +one.age_at_detection;
    if (to < otherFrom) return later === 0 || later === 1;
    if (otherTo < from) return later === 0 || later === -1;
    return from === to && otherFrom === otherTo ? later === 0 : Math.abs(later) <= 1;
  };
  const alike = (column: string) => one[column] !== '' && one[column] === other[column];
  if (one.org_key === other.org_key || !sameAge()) return null;
  if (!alike('gender') || !alike('citizenship_group')) return null;
  if (one.citizenship && other.citizenship && one.citizenship !== other.citizenship) return null;
  const [form, region] = [alike('main_form'), alike('region')];
  if (form && region && days <= 30) return `L1 ${days}`;
  if (form && days <= 14) return `L2 ${days}`;
  return region && days <= 90 ? `L3 ${days}` : null;
}

it('finds on random records the pairs that reading the rules one by one finds', async () => {
  const cases = Array.from({ length: 1000 }, (_, i) => record(i, 500));
  const source = await load(cases);
  expect((await link(source, none)).links).toMatchObject({ tooMany: false, alike: 0 });
  const found = await engine.query(sql`SELECT one.key AS a, other.key AS b, rule, days
    FROM link_pair JOIN link_file AS one ON one.ent = a JOIN link_file AS other ON other.ent = b`);
  const childOf = (key: unknown) => String(key).split('\u001f').at(-1)!;
  const told = found.map(({ a, b, rule, days }) => {
    const pair = [childOf(a), childOf(b)].sort().join(' ');
    return `${pair} L${Number(rule) + 1} ${Number(days)}`;
  });
  const wanted = cases.flatMap((one, i) =>
    cases.slice(i + 1).flatMap((other) => {
      const rule = plainly(one, other);
      return rule ? [`${[one.child_key!, other.child_key!].sort().join(' ')} ${rule}`] : [];
    }),
  );
  expect(wanted.length).toBeGreaterThan(500);
  expect(told.sort()).toEqual(wanted.sort());
});

it('leaves out only files that too many of their age are like', async () => {
  const aged = (age: number, i: number): Row => ({
    ...record(i, 1),
    ...{ org_key: `o${i}`, gender: 'female', age_at_detection: String(age), region: 'XX-1' },
    ...{ main_form: 'labour', citizenship_group: 'national', citizenship: '', detected_at: '2023-01-01' }, // prettier-ignore
  });
  const girls = (ages: readonly number[]) =>
    load(ages.flatMap((age, at) => Array.from({ length: 90 }, (_, i) => aged(age, at * 90 + i))));
  const apart = (await link(await girls([9, 13, 16]), { ...none, rules: 1 })).links;
  expect(apart).toMatchObject({ alike: 0, byRule: [(3 * 90 * 89) / 2] });
  // The girls of 13 have 270 about their age, those of 12 and 14 have 180.
  const near = (await link(await girls([12, 13, 14]), { ...none, rules: 1 })).links;
  expect(near).toMatchObject({ alike: 90, byRule: [(2 * 90 * 89) / 2] });
});

it('looks for pairs once for many decisions, and anew where the question or the files change', async () => {
  const cases = Array.from({ length: 120 }, (_, i) => record(i, 60));
  let source = await load(cases);
  const searched = async (linkage: Linkage) => {
    sent = [];
    const { links } = await link(source, linkage);
    return { times: sent.filter((one) => one.includes('link_hit')).length > 0, links: links! };
  };
  const first = await searched(none);
  expect(first.times).toBe(true);
  const [one, other] = first.links.candidates.map(({ digest }) => digest);
  const decided = await searched({ ...none, same: [one!], different: [other!] });
  expect(decided.times).toBe(false);
  expect(decided.links.undecided).toBe(first.links.undecided - 2);
  expect(decided.links.candidates).toEqual(first.links.candidates);
  expect((await searched({ ...none, rules: 2 })).times).toBe(true);
  expect((await searched({ ...none, salt: '1'.repeat(32) })).times).toBe(true);
  expect((await searched({ ...none, scopes: { 'cases.csv': 'national' } })).times).toBe(true);
  expect((await searched(none)).links).toEqual(first.links);
  source = await load(cases.slice(1));
  expect((await searched(none)).times).toBe(true);
});

it('decides among 20,000 records within the memory of the engine', async () => {
  const cases = Array.from({ length: 20_000 }, (_, i) => ({
    ...record(i, 1800),
    region: `R${i % 997}`,
  }));
  const source = await load(cases);
  const { candidates, children } = (await link(source, { ...none, rules: 1 })).links!;
  const same = candidates.slice(0, 1).map(({ digest }) => digest);
  expect(same).toHaveLength(1);
  const decided = await link(source, { ...none, rules: 1, same });
  expect(decided.links!.children.most).toBe(children.most - 1);
});

it('keeps no more tables after many decisions than after one, and drops the sums of before', async () => {
  const source = await load(Array.from({ length: 120 }, (_, i) => record(i, 60)));
  const kept = async () => {
    const names = await engine.query(
      sql`SELECT table_name AS name FROM duckdb_tables() ORDER BY 1`,
    );
    return names.map(({ name }) => String(name));
  };
  const digests = (await link(source, none)).links!.candidates.map(({ digest }) => digest);
  const sums: Cubes[] = [];
  const decide = async (of: readonly string[]) => {
    const prepared = await link(source, { ...none, different: of });
    for (let asked = 0; asked < 2; asked++)
      await see({ ...source, prepared }, 'ID-01', { by: [['gender']] });
    for (const cubes of sums) expect(cubes.kept).toEqual({ cubes: 0, bytes: 0 });
    sums.push(cubesOf(prepared));
    expect(sums.at(-1)!.kept.cubes).toBeGreaterThan(0);
    return kept();
  };
  const once = await decide(digests.slice(0, 1));
  for (let many = 2; many < 6; many++) expect(await decide(digests.slice(0, many))).toEqual(once);
  expect(once.filter((name) => name.startsWith('cube_'))).toEqual([]);
});
