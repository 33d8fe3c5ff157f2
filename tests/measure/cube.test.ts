import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Released } from '$lib/disclosure/released';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { catalogue } from '$lib/indicators/catalogue';
import { Cubes } from '$lib/measure/cubes';
import type { FigureSource } from '$lib/measure/figure';
import { parseBy, parseWhere, type View } from '$lib/measure/view';
import type { Sql } from '$lib/schema/sql';
import { loadDemo, loadTables, see } from './loaded';
import { randomTables } from './random-tables';

const views: Partial<View>[] = [
  {},
  { where: parseWhere('gender=female') },
  { where: parseWhere('age_band=15_17,12_14;main_form=labour') },
  { where: parseWhere('victim_status=identified'), by: parseBy('gender,age_band') },
  { by: parseBy('gender*age_band,form'), period: { kind: 'year' } },
  { where: parseWhere('org_type=police,ngo'), by: parseBy('region'), period: { kind: 'half' } },
  { where: parseWhere('gender=male'), by: parseBy('age_band'), mode: 'release' },
];

/** What is asked of data: made-up rows full of errors, in two modes of dates, and the demo. */
const sets: [string, (engine: Engine) => Promise<FigureSource>, Partial<View>[]][] = [
  [
    'exact',
    (engine) => loadTables(randomTables({ seed: 5201, dateMode: 'exact' }), engine),
    views.slice(3, 5),
  ],
  [
    'offset',
    (engine) => loadTables(randomTables({ seed: 5202, dateMode: 'offset' }), engine),
    views.slice(5),
  ],
  ['demo', (engine) => loadDemo(300, engine), views.slice(0, 3)],
];

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const never = () => new Cubes({ after: Infinity });
const atOnce = () => new Cubes({ after: 1 });
/** No cube by child, and those by columns only where they are small: others are statements. */
const fewCells = () => new Cubes({ after: 1, limits: { byChild: 0, byColumns: 40 } });
const shown = ({ rows, steps, query, notes }: Released) => ({ rows, steps, query, notes });

describe.each(sets)('cube and query agree: %s', (_, load, usual) => {
  let source: FigureSource;
  beforeAll(async () => {
    source = await load(engine);
  });

  it.each(catalogue.map(({ id }) => id))('%s', async (id) => {
    const [plain, whole, few] = [never(), atOnce(), fewCells()];
    for (const view of process.env.SOAK ? views : usual) {
      const want = shown(await see({ ...source, cubes: plain }, id, view));
      expect(shown(await see({ ...source, cubes: whole }, id, view))).toEqual(want);
      // From the second reading on what was asked without a filter is kept.
      expect(shown(await see({ ...source, cubes: whole }, id, view))).toEqual(want);
      expect(shown(await see({ ...source, cubes: few }, id, view))).toEqual(want);
    }
    expect(plain.kept.cubes).toBe(0);
  });
});

describe('cubes', () => {
  let source: FigureSource;
  const girls = { where: parseWhere('gender=female') };
  const boys = { where: parseWhere('gender=male') };
  const tables = async () =>
    (
      await engine.query({
        toString: () => "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'cube%'",
      } as never)
    ).length;
  beforeAll(async () => {
    source = await loadDemo(200, engine);
  });

  it('are made when a question is asked again, and serve other codes of the filter', async () => {
    const cubes = new Cubes();
    await see({ ...source, cubes }, 'ID-01', girls);
    expect(cubes.kept.cubes).toBe(0);
    await see({ ...source, cubes }, 'ID-01', boys);
    const { cubes: made } = cubes.kept;
    expect(made).toBe(2);
    await see({ ...source, cubes }, 'ID-01', girls);
    expect(cubes.kept.cubes).toBe(made);
  });

  it('are not made for one figure on its own, however it is split', async () => {
    const cubes = new Cubes();
    await see({ ...source, cubes }, 'ID-12', { by: parseBy('gender,age_band,gender*age_band') });
    expect(cubes.kept.cubes).toBe(0);
  });

  it('drop what was used longest ago, and leave no table in the engine', async () => {
    const before = await tables();
    const cubes = new Cubes({ after: 1, mostBytes: 1 });
    const one = await see({ ...source, cubes }, 'RF-02', girls);
    await see({ ...source, cubes }, 'ND-01', girls);
    expect(cubes.kept.cubes).toBe(1);
    expect(await tables()).toBe(before);
    expect(shown(await see({ ...source, cubes }, 'RF-02', girls))).toEqual(shown(one));
  });

  it('are not made where they would be too large, and leave no table', async () => {
    const before = await tables();
    const cubes = new Cubes({ after: 1, limits: { byChild: 0, byColumns: 0 } });
    await see({ ...source, cubes }, 'RF-02', girls);
    expect(cubes.kept).toEqual({ cubes: 0, bytes: 0 });
    expect(await tables()).toBe(before);
  });

  it('leave no table when they are aborted', async () => {
    const before = await tables();
    const cubes = new Cubes({ after: 1 });
    const abort = new AbortController();
    const { figure } = await import('$lib/measure/figure');
    const { indicatorOf } = await import('$lib/indicators/catalogue');
    const { defaultView } = await import('$lib/measure/view');
    const asked = figure(
      { ...source, cubes },
      indicatorOf('ND-01')!,
      { ...defaultView, mode: 'working', ...girls },
      abort.signal,
    );
    abort.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(await tables()).toBe(before);
    await see({ ...source, cubes }, 'ND-01', girls);
    expect(cubes.kept.cubes).toBe(2);
  });

  it('made ahead answer a filter on a column not used before without a statement', async () => {
    const cubes = new Cubes();
    const ids = ['ID-01', 'ID-12', 'RF-02', 'ND-01', 'ND-06', 'GP-02', 'MC-03', 'FC-01', 'DQ-01'];
    for (const id of ids) await see({ ...source, cubes }, id, {});
    expect(cubes.kept.cubes).toBeLessThan(3);
    await cubes.makeAhead(engine, ['gender', 'region'], new AbortController().signal);
    const made = cubes.kept;
    expect(made.cubes).toBeGreaterThan(ids.length);
    const statements: string[] = [];
    const heard: Engine = Object.assign(Object.create(engine) as Engine, {
      query: (statement: Sql, options?: object) => {
        statements.push(String(statement));
        return engine.query(statement, options);
      },
    });
    const asked = ['region=XX01,XX02', 'gender=female', 'region=XX03', 'gender=male'];
    for (const where of asked.map(parseWhere))
      for (const id of ids) {
        const shownNow = shown(await see({ ...source, engine: heard, cubes }, id, { where }));
        expect(statements.splice(0).filter((text) => !text.includes('grant'))).toEqual([]);
        expect(shownNow).toEqual(shown(await see({ ...source, cubes: never() }, id, { where })));
      }
    // Nothing is left to add up when a filter on such a column comes again.
    expect(cubes.kept).toEqual(made);
  });

  it('answer codes of a column that was asked for before as the statement does', async () => {
    const cubes = new Cubes({ after: 1 });
    const asked = ['gender=female', 'gender=male', 'gender=female,male', 'gender=nonbinary'];
    const views = [...asked, ...asked.map((words) => `${words};region=XX01,XX03`)].map((words) => ({
      where: parseWhere(words),
    }));
    for (const id of ['ND-01', 'ID-12'])
      for (const view of [...views, ...views.map((one) => ({ ...one, by: parseBy('age_band') }))])
        expect(shown(await see({ ...source, cubes }, id, view))).toEqual(
          shown(await see({ ...source, cubes: never() }, id, view)),
        );
  });

  it('made ahead stop when told, and leave no table', async () => {
    const before = await tables();
    const cubes = new Cubes();
    await see({ ...source, cubes }, 'RF-02', {});
    const abort = new AbortController();
    const ahead = cubes.makeAhead(engine, ['region'], abort.signal);
    abort.abort();
    await expect(ahead).rejects.toMatchObject({ name: 'AbortError' });
    expect(await tables()).toBe(before);
    expect(cubes.kept.cubes).toBe(0);
  });
});
