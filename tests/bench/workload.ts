import type { SolverSource } from '$lib/disclosure/solver';
import type { Released } from '$lib/disclosure/released';
import type { Engine } from '$lib/engine/engine';
import { catalogue, indicatorOf } from '$lib/indicators/catalogue';
import { type ChosenFile, importFiles } from '$lib/ingest/import-files';
import { childBreakdowns } from '$lib/measure/child-table';
import { Cubes, cubesOf } from '$lib/measure/cubes';
import { figure, type FigureSource } from '$lib/measure/figure';
import { prepare } from '$lib/measure/prepare';
import { touchingFilters } from '$lib/measure/touching-filters';
import { defaultView, parseBy, parseWhere, type View } from '$lib/measure/view';
import type { Indicator } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { tileView, wholeView } from '../../src/routes/indicators/figure-view';
import { leadFigures } from '../../src/routes/indicators/order';
import { overlookedBreakdowns } from '../../src/routes/indicators/overlooked';
import { TimedEngine, type TimedStatement } from './timed-engine';

/** Milliseconds of one import. `cases` is the file of cases alone. */
export interface ImportTimes {
  readonly inspect: number;
  readonly inspectCases: number;
  /** From the end of the last inspection, hashes included, to tables that can be read. */
  readonly load: number;
  /** All statements about the file of cases: insert, account, second readings. */
  readonly loadCases: number;
  /** The INSERT of the file of cases alone, as often as it was run. */
  readonly insertCases: number;
  readonly records: number;
  readonly prepare: number;
  readonly statements: readonly TimedStatement[];
}

/** Milliseconds of one figure: all of it, and the part spent in the engine. */
export interface FigureTimes {
  readonly name: string;
  readonly ms: number;
  readonly engineMs: number;
  readonly rows: number;
  readonly withheld: number;
  readonly audit: string;
}

/** The six indicators, then four of them by a breakdown. */
const requests: readonly (readonly [id: string, by: string])[] = [
  ...['ID-01', 'ID-03', 'RF-02', 'ND-01', 'MC-02', 'FC-01'].map((id) => [id, ''] as const),
  ['ID-01', 'gender,age_band'],
  ['RF-02', 'citizenship_group'],
  ['ND-01', 'gender'],
  ['MC-02', 'age_band'],
];

/** Filters one after another; each has codes that take turns, so that a later round asks something new. */
const filters = [
  ['gender=female', 'gender=male', 'gender=female,male'],
  ['age_band=15_17', 'age_band=12_14', 'age_band=9_11,12_14'],
  ['main_form=criminal', 'main_form=labour', 'main_form=begging'],
  ['citizenship_group=third_country,eu_eea', 'citizenship_group=national'],
  ['org_type=police;gender=male', 'org_type=ngo;gender=female', 'org_type=health;gender=male'],
];

/** Each core indicator as a whole and in one year, and apart, because it takes longer, by every breakdown. */
const coreViews: Readonly<
  Record<'whole' | 'split', Readonly<Record<string, (indicator: Indicator) => Partial<View>>>>
> = {
  whole: {
    '': () => ({}),
    ' in 2023': () => ({ period: { kind: 'all', from: '2023-01', to: '2023-12' } }),
  },
  split: { ' by all': ({ breakdowns }) => ({ by: breakdowns.map((one) => [one]) }) },
};

const noSums = () => new Cubes({ after: Infinity });

/**
 * Figures asked for at a change of filter: `all` of the catalogue over the whole period, or those that
 * the overview shows to an analyst, each under the view of its tile, and the table of overlooked groups.
 */
export type FigureSet = 'all' | 'overview';

/** One change of filter: all figures of a set, and each. */
export interface FilterChange {
  readonly ms: number;
  readonly queries: number;
  readonly figures: readonly Pick<FigureTimes, 'name' | 'ms' | 'engineMs'>[];
}

const since = (from: number) => performance.now() - from;

/** What is measured, the same on every engine, through the app's own rooms. */
export class Workload {
  readonly #start: () => Promise<Engine>;
  readonly #files: () => Promise<readonly ChosenFile[]>;
  readonly #solver: () => Promise<SolverSource>;
  readonly #kept = new Map<string, Pick<Released, 'unavailable'>>();
  #source: (FigureSource & { readonly engine: TimedEngine }) | null = null;

  constructor(
    start: () => Promise<Engine>,
    files: () => Promise<readonly ChosenFile[]>,
    solver: () => Promise<SolverSource>,
  ) {
    this.#start = start;
    this.#files = files;
    this.#solver = solver;
  }

  /** Imports into a fresh engine and prepares. What was loaded before is freed first. */
  async import(): Promise<ImportTimes> {
    await this.close();
    const engine = new TimedEngine(await this.#start());
    const files = await this.#files();
    const solver = await this.#solver();
    const from = performance.now();
    const reading = new Map<string, number>();
    let inspected = 0;
    let cases: readonly TimedStatement[] = [];
    const statements: TimedStatement[] = [];
    const { facts, reports, loaded } = await importFiles(files, engine, {
      synthetic: true,
      onProgress: ({ file, phase }) => {
        if (phase === 'reading') reading.set(file, since(from));
        if (phase !== 'loading' && phase !== 'checking') return;
        inspected ||= since(from);
        const done = engine.take();
        if (file === 'cases.csv' && phase === 'checking') cases = done;
        statements.push(...done);
      },
    });
    const all = since(from);
    if (!loaded || !facts) {
      const issues = reports.flatMap((report) => report.issues);
      const words = issues.filter(({ level }) => level === 'error').map(({ message }) => message);
      throw new Error(`The files were not loaded: ${words.join(' ')}`);
    }
    statements.push(...engine.take());
    const preparing = performance.now();
    const prepared = await prepare(engine, facts);
    const prepareMs = since(preparing);
    statements.push(...engine.take());
    this.#source = { engine, facts, prepared, solver };
    const second = [...reading.values()][1] ?? inspected;
    const inserts = cases.filter(({ text }) => text.startsWith('INSERT'));
    return {
      inspect: inspected,
      inspectCases: second,
      load: all - inspected,
      loadCases: sum(cases),
      insertCases: sum(inserts),
      records: reports.reduce((records, report) => records + report.records, 0),
      prepare: prepareMs,
      statements,
    };
  }

  /** Ten figures, or the first `count` of them, each alone. */
  async figures(mode: View['mode'], count = requests.length): Promise<FigureTimes[]> {
    const times: FigureTimes[] = [];
    for (const [id, by] of requests.slice(0, count)) {
      const name = by ? `${id} by ${by}` : id;
      times.push(await this.#figure(name, id, { ...defaultView, mode, by: parseBy(by) }));
    }
    return times;
  }

  /** Ids of the core indicators. */
  coreIds(): string[] {
    return catalogue.filter(({ core }) => core).map(({ id }) => id);
  }

  /** One core indicator, Working view, without sums of earlier questions. Throws where it needs more. */
  async indicator(id: string, how: keyof typeof coreViews): Promise<FigureTimes[]> {
    const times: FigureTimes[] = [];
    const indicator = indicatorOf(id);
    for (const [words, own] of Object.entries(coreViews[how])) {
      const view: View = { ...defaultView, mode: 'working', ...(indicator && own(indicator)) };
      times.push(await this.#figure(`${id}${words}`, id, view, noSums()));
    }
    return times;
  }

  /** The filters of one round, in the order in which they are changed. */
  filtersOf(round: number): string[] {
    return filters.map((codes) => codes[round % codes.length] ?? '');
  }

  /**
   * The filter changes and every figure of a set that the data allow is computed again, Working view,
   * one after another as on the overview.
   */
  async filterChange(words: string, set: FigureSet): Promise<FilterChange> {
    const { engine, ...source } = this.#loaded();
    const figures: FilterChange['figures'][number][] = [];
    let queries = 0;
    const from = performance.now();
    for (const { name, indicator, view } of this.#asked(parseWhere(words), set)) {
      engine.take();
      const began = performance.now();
      // As the page does it: of the same view the figure is there.
      const key = `${name} ${JSON.stringify(view)}`;
      const { unavailable } =
        this.#kept.get(key) ?? (await figure({ ...source, engine }, indicator, view));
      if (!Object.keys(view.where).length) this.#kept.set(key, { unavailable });
      const ms = since(began);
      const statements = engine.take();
      queries += statements.length;
      if (!unavailable) figures.push({ name, ms, engineMs: sum(statements) });
    }
    return { ms: since(from), queries, figures };
  }

  #asked(where: View['where'], set: FigureSet) {
    const view: View = { ...defaultView, mode: 'working', where };
    if (set === 'all')
      return catalogue.map((indicator) => {
        return { name: indicator.id, indicator, view: touchingFilters(indicator, view) };
      });
    const leads = leadFigures.analyst.flatMap((id) => indicatorOf(id) ?? []);
    const tiles = [...new Set([...leads, ...catalogue.filter(({ core }) => core)])];
    return [
      ...tiles.map((indicator) => {
        return { name: indicator.id, indicator, view: tileView(indicator, view) };
      }),
      {
        name: 'overlooked',
        indicator: indicatorOf('ID-01')!,
        view: wholeView(view, overlookedBreakdowns(this.#loaded().facts)),
      },
    ];
  }

  /** Milliseconds of making ahead what filters on all columns of children need, and what is held then. */
  async makeAhead(): Promise<{ ms: number; cubes: number; bytes: number }> {
    const { engine, prepared } = this.#loaded();
    const cubes = cubesOf(prepared);
    const from = performance.now();
    await cubes.makeAhead(engine, childBreakdowns, new AbortController().signal);
    engine.take();
    return { ms: since(from), ...cubes.kept };
  }

  /** From the abort of a long query to its end, and to the answer of the next one. */
  async cancelQuery(): Promise<{ heard: number; free: number }> {
    const { engine } = this.#loaded();
    const abort = new AbortController();
    const long = engine.query(
      sql`SELECT count(DISTINCT hash(a.child, b.child)) FROM child a, child b`,
      { signal: abort.signal },
    );
    const ended = long.catch(() => undefined);
    await new Promise((later) => setTimeout(later, 300));
    const from = performance.now();
    abort.abort();
    await ended;
    const heard = since(from);
    await engine.query(sql`SELECT 1 AS one`);
    return { heard, free: since(from) };
  }

  /** From the abort in the middle of an import to its end, and what still ran. Nothing stays loaded. */
  async cancelImport(): Promise<{ ms: number; after: readonly TimedStatement[] }> {
    await this.close();
    const engine = new TimedEngine(await this.#start());
    const abort = new AbortController();
    let aborted = 0;
    const importing = importFiles(await this.#files(), engine, {
      signal: abort.signal,
      onProgress: ({ phase }) => {
        if (phase !== 'loading' || aborted) return;
        aborted = 1;
        setTimeout(() => {
          engine.take();
          aborted = performance.now();
          abort.abort();
        }, 200);
      },
    });
    const end = await importing.then(
      () => 'all was loaded',
      (error: Error) => `${error.name}: ${error.message}`,
    );
    const ms = since(aborted);
    await engine.close();
    if (!end.startsWith('AbortError')) throw new Error(`An import was cancelled, but ${end}`);
    return { ms, after: engine.take() };
  }

  async close(): Promise<void> {
    const before = this.#source;
    this.#source = null;
    this.#kept.clear();
    await before?.engine.close();
  }

  async #figure(name: string, id: string, view: View, cubes?: Cubes): Promise<FigureTimes> {
    const source = this.#loaded();
    const indicator = indicatorOf(id);
    if (!indicator) throw new Error(`There is no indicator ${id}.`);
    source.engine.take();
    const from = performance.now();
    const { rows, protection, unavailable } = await figure({ ...source, cubes }, indicator, view);
    const ms = since(from);
    if (unavailable) throw new Error(`${id} needs ${unavailable.table}`);
    const withheld = rows.filter(({ value }) => value.is === 'withheld').length;
    return {
      name,
      ms,
      engineMs: sum(source.engine.take()),
      rows: rows.length,
      withheld,
      audit: protection.audit,
    };
  }

  #loaded() {
    if (!this.#source) throw new Error('Nothing is loaded.');
    return this.#source;
  }
}

const sum = (statements: readonly TimedStatement[]) =>
  statements.reduce((total, { ms }) => total + ms, 0);
