import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { draftOf } from '$lib/measure/figure-draft';
import type { FigureSource } from '$lib/measure/figure';
import { defaultView, parseBy, parseWhere, type View } from '$lib/measure/view';
import { indicatorOf } from '$lib/indicators/catalogue';
import { release } from '$lib/disclosure/release';
import type { Released } from '$lib/disclosure/released';
import { loadDemo, numberOf, see } from './loaded';

const k = 11;
let engine: Engine;
let source: FigureSource;
beforeAll(async () => {
  engine = await nodeWasmEngine();
  source = await loadDemo(500, engine);
});
afterAll(() => engine.close());

const views: Partial<View>[] = [
  {},
  { by: parseBy('gender') },
  { by: parseBy('age_band') },
  ...['female', 'male', 'male,unknown', 'female,male', 'female,unknown,nonbinary'].flatMap(
    (codes) => [
      { where: parseWhere(`gender=${codes}`) },
      { where: parseWhere(`gender=${codes}`), by: parseBy('age_band') },
    ],
  ),
  { where: parseWhere('age_band=15_17,12_14'), by: parseBy('gender') },
  { where: parseWhere('age_band=15_17'), by: parseBy('gender') },
  { by: parseBy('gender*age_band') },
];

/** Children behind each number of a view: gender and age band, as sets of codes. */
interface Told {
  readonly name: string;
  readonly gender: readonly string[] | null;
  readonly age: readonly string[] | null;
  readonly count: number | null;
}

const toldBy = ({ rows }: Released, { where = {} }: Partial<View>): Told[] =>
  rows.flatMap(({ measure, unit, by, value, numerator, denominator }) => {
    const group = {
      gender: by.gender ? [by.gender] : (where.gender ?? null),
      age: by.age_band ? [by.age_band] : (where.age_band ?? null),
    };
    const [upper, lower] = [numberOf(numerator), numberOf(denominator)];
    return [
      ...(unit === 'children' ? [{ ...group, name: measure, count: numberOf(value) }] : []),
      ...(unit === 'share'
        ? [
            { ...group, name: `${measure} numerator`, count: upper },
            { ...group, name: `${measure} denominator`, count: lower },
            {
              ...group,
              name: `${measure} rest`,
              count: upper === null || lower === null ? null : lower - upper,
            },
          ]
        : []),
    ];
  });

const isWithin = (inner: readonly string[] | null, outer: readonly string[] | null) =>
  outer === null || (inner !== null && inner.every((code) => outer.includes(code)));

/** Differences of 1 to 10 children between two shown counts of which one group holds the other. */
const leftOver = (told: readonly Told[]): string[] =>
  told.flatMap((one) =>
    told.flatMap((other) => {
      const left = (one.count ?? 0) - (other.count ?? 0);
      const holds =
        one.name === other.name &&
        isWithin(other.gender, one.gender) &&
        isWithin(other.age, one.age);
      return one.count && other.count && holds && left > 0 && left < k
        ? [`${JSON.stringify(one)} − ${JSON.stringify(other)}`]
        : [];
    }),
  );

it('no two views of a figure leave 1 to 10 children over, where figures by themselves do', async () => {
  const [together, apart]: [Told[], Told[]] = [[], []];
  for (const view of views) {
    together.push(...toldBy(await see(source, 'ID-01', { mode: 'release', ...view }), view));
    const draft = await draftOf(source, indicatorOf('ID-01')!, { ...defaultView, ...view });
    apart.push(...toldBy(await release(draft), view));
  }
  expect(together.filter(({ count }) => count !== null).length).toBeGreaterThan(20);
  expect(leftOver(together)).toEqual([]);
  expect(leftOver(apart).length).toBeGreaterThan(0);
});

it.each([
  ['RF-02', 10],
  ['ND-06', 10],
  ['ID-04', 5],
])('no two views of %s do', async (id, least) => {
  const together: Told[] = [];
  for (const view of views.slice(0, 9))
    together.push(...toldBy(await see(source, id, { mode: 'release', ...view }), view));
  expect(together.filter(({ count }) => count !== null && count >= k).length).toBeGreaterThan(
    least,
  );
  expect(leftOver(together)).toEqual([]);
});

it('a count is shown or withheld alike in every view', async () => {
  const girls = { where: parseWhere('gender=female') };
  const filtered = await see(source, 'ID-01', { mode: 'release', ...girls });
  const split = await see(source, 'ID-01', { mode: 'release', by: parseBy('gender') });
  const own = split.rows.filter(({ by }) => by.gender === 'female');
  expect(filtered.rows.map(({ value }) => value)).toEqual(own.map(({ value }) => value));
});

it('a cut that is too fine shows nothing of itself and says why', async () => {
  const view: Partial<View> = {
    mode: 'release',
    where: parseWhere('gender=female;age_band=15_17;main_form=labour'),
    by: parseBy('org_type'),
  };
  const { rows, notes } = await see(source, 'ID-01', view);
  expect(rows.some(({ value }) => value.is === 'value' && value.value > 0)).toBe(false);
  expect(notes.some(({ en }) => en.includes('protected together'))).toBe(true);
});

it('whoever takes a question back keeps nobody else from the answer', async () => {
  const { figure } = await import('$lib/measure/figure');
  const fresh = { ...source, prepared: { ...source.prepared } };
  const abort = new AbortController();
  const view: View = { ...defaultView, by: parseBy('region') };
  const first = figure(fresh, indicatorOf('ID-01')!, view, abort.signal);
  const second = figure(fresh, indicatorOf('ID-01')!, view);
  abort.abort();
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  expect((await second).rows.length).toBeGreaterThan(0);
});

it('two figures show the same whichever was looked at first', async () => {
  const looked = async (ids: readonly string[]) => {
    const fresh = { ...source, prepared: { ...source.prepared } };
    const rows = new Map<string, Released['rows']>();
    for (const id of ids)
      rows.set(id, (await see(fresh, id, { mode: 'release', by: parseBy('gender') })).rows);
    return rows;
  };
  const forward = await looked(['ID-01', 'ID-12']);
  const backward = await looked(['ID-12', 'ID-01']);
  for (const id of ['ID-01', 'ID-12']) expect(forward.get(id)).toEqual(backward.get(id));
});
