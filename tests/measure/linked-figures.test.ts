import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { catalogue } from '$lib/indicators/catalogue';
import { inLattice } from '$lib/measure/in-lattice';
import type { FigureSource } from '$lib/measure/figure';
import { parseBy, type View } from '$lib/measure/view';
import { alone, countsOfChildren, type CountOfChildren } from './child-sets';
import { loadDemo, loadTables } from './loaded';
import { randomTables } from './random-tables';

const k = 11;
const soak = Boolean(process.env.SOAK);
const ids = catalogue
  .filter(({ population }) => population !== 'programmes' && population !== 'files')
  .map(({ id }) => id);
/** Figures that tell on each other by themselves. */
const telling = ['ID-01', 'ID-03', 'ID-12', 'ND-06'];
const views: Partial<View>[] = [
  {},
  ...(soak ? ['gender', 'age_band', 'main_form'].map((by) => ({ by: parseBy(by) })) : []),
  { period: { kind: 'year' } },
];
const sources: [string, (engine: Engine) => Promise<FigureSource>][] = [
  ['the demo country of 340 children', (engine) => loadDemo(340, engine)],
  ...(soak
    ? [
        ['a random data set', randomSource] as [string, typeof randomSource],
        ['the demo country of 2,000 children', (engine: Engine) => loadDemo(2000, engine)] as [
          string,
          (engine: Engine) => Promise<FigureSource>,
        ],
      ]
    : []),
];

function randomSource(engine: Engine): Promise<FigureSource> {
  const children = 160;
  return loadTables(randomTables({ seed: 31, dateMode: 'offset', children }), engine);
}

interface Group {
  readonly bits: Uint32Array;
  readonly size: number;
  readonly counts: CountOfChildren[];
}

/** The sets of children that are counted, each once. */
function groupsOf(counts: readonly CountOfChildren[]): Group[] {
  const numbers = new Map<string, number>();
  for (const { children } of counts)
    for (const child of children) if (!numbers.has(child)) numbers.set(child, numbers.size);
  const groups = new Map<string, Group>();
  for (const one of counts) {
    const bits = new Uint32Array(Math.ceil(numbers.size / 32));
    for (const child of one.children) {
      const number = numbers.get(child)!;
      bits[number >> 5]! |= 1 << (number & 31);
    }
    const print = bits.join();
    const group = groups.get(print) ?? { bits, size: one.children.size, counts: [] };
    group.counts.push(one);
    groups.set(print, group);
  }
  return [...groups.values()].sort((one, other) => one.size - other.size);
}

const names = ({ counts }: Group) => counts.map(({ name }) => name).join(' = ');

/** Questions about persons of any age, whom no population of children holds. */
const anyAge = /^ID-08 |^ID-04 .*question 2/;

const labelOf = ({ name }: CountOfChildren): string => name.split(' × ').at(-1)!;

/** Counts of one name of two figures that are linked. */
const areLinked = (one: CountOfChildren, other: CountOfChildren): boolean =>
  labelOf(one) === labelOf(other) &&
  catalogue.some(
    ({ id, linked = [] }) =>
      [one, other].some(({ name }) => name.startsWith(id)) &&
      linked.some((before) => [one, other].some(({ name }) => name.startsWith(before.id))),
  );

/** Children among whom figures count, held against what a figure tells of them; and figures that are linked. */
const isPromised = (outer: Group, inner: Group): boolean =>
  inner.counts.every(({ name }) => !anyAge.test(name)) &&
  outer.counts.some((one) => one.whole || inner.counts.some((other) => areLinked(one, other)));

/** Groups of 1 to 10 children that are left over between two shown counts of which one holds the other. */
function leftOver(groups: readonly Group[]): string[] {
  const shown = groups
    .map((group) => ({ ...group, counts: group.counts.filter((one) => one.shown) }))
    .filter(({ counts }) => counts.length > 0);
  return shown.flatMap((inner, at) =>
    shown
      .slice(at + 1)
      .filter(({ size }) => size > inner.size && size < inner.size + k)
      .filter((outer) => inner.bits.every((word, i) => (word & ~outer.bits[i]!) === 0))
      .filter((outer) => isPromised(outer, inner))
      .map((outer) => `${outer.size} - ${inner.size}: ${names(outer)} - ${names(inner)}`),
  );
}

/** Numbers of everyone in a population that one figure shows and another withholds. */
const unlike = (groups: readonly Group[]): string[] =>
  groups
    .map(({ counts, ...group }) => ({
      ...group,
      counts: counts.filter(({ whole }) => whole),
    }))
    .filter(({ counts }) => counts.some((one) => one.shown) && counts.some((one) => !one.open))
    .map(names);

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

describe.each(sources)('two figures of %s', (_, load) => {
  it('leave no group of 1 to 10 children over, where figures by themselves do', async () => {
    const source = await load(engine);
    const [together, apart]: [CountOfChildren[], CountOfChildren[]] = [[], []];
    for (const id of ids)
      for (const view of views) {
        const ways = telling.includes(id) ? [inLattice, alone] : [inLattice];
        const [linked = [], single = []] = await countsOfChildren(source, id, view, ways);
        together.push(...linked);
        apart.push(...single);
      }
    const groups = groupsOf(together);
    expect(leftOver(groups)).toEqual([]);
    expect(unlike(groups)).toEqual([]);
    expect(together.filter(({ shown }) => shown).length).toBeGreaterThan(50);
    expect(leftOver(groupsOf(apart)).length).toBeGreaterThan(5);
  }, 1_200_000);
});
