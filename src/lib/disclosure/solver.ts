import type { Highs, InitOptions } from 'highs';
import { emptyQuestion, MOST_DENSE } from './program';
import type { Answer, Program, Question } from './program';
import { simplexProgram } from './simplex';
import { fullDual, sparseRows } from './sparse';
import type { SparseRow } from './sparse';
import type { System, SystemRow } from './system';

export interface SolverSource {
  /** The bytes of highs.wasm, where the page may no longer fetch them. */
  readonly wasmBinary?: ArrayBuffer | ArrayBufferView;
}

let loaded: Promise<Highs> | undefined;

/** Loads HiGHS once; later calls return the same one whatever they bring. */
export function loadSolver(source: SolverSource = {}): Promise<Highs> {
  loaded ??= import('highs').then(({ default: start }) => start(optionsOf(source)));
  loaded.catch(() => {
    loaded = undefined;
  });
  return loaded;
}

/** highs 1.15.3 documents `wasmBinary` but does not read it: it would fetch. The hook is read. */
function optionsOf({ wasmBinary }: SolverSource): InitOptions {
  if (!wasmBinary) return {};
  const instantiateWasm = (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ) => {
    void WebAssembly.instantiate(wasmBinary as BufferSource, imports).then(({ instance }) =>
      done(instance),
    );
    return {};
  };
  return { instantiateWasm } as InitOptions;
}

const OPTIMAL = 7;
const TIME_LIMIT = 13;
/** A question that takes longer has no answer, and without one nothing is released. */
const LONGEST_SECONDS = 60;
const QUIET = { output_flag: false, log_to_console: false, random_seed: 1 } as const;

/** A model over all variables; with `priced`, over their rises and then their falls. */
function data(highs: Highs, regions: number, rows: readonly SparseRow[], priced: boolean) {
  const size = regions + rows.length;
  const columns = priced ? 2 * size : size;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const add = (at: number, coef: number) => {
    indices.push(at);
    values.push(coef);
    if (!priced) return;
    indices.push(size + at);
    values.push(-coef);
  };
  rows.forEach(({ parts, coefs }, at) => {
    parts.forEach((part, k) => add(part, coefs[k]!));
    add(regions + at, -1);
    starts.push(indices.length);
  });
  const still = new Float64Array(columns);
  const even = new Float64Array(rows.length);
  return {
    numCols: columns,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: still,
    colLower: still,
    colUpper: still,
    rowLower: even,
    rowUpper: even,
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}

/** Costs and bounds of the columns of a question. */
function columnsOf({ gain, price, lower, upper }: Question, priced: boolean) {
  if (!priced) return { cost: gain, low: lower, high: upper };
  const size = gain.length;
  const cost = new Float64Array(2 * size);
  const low = new Float64Array(2 * size);
  const high = new Float64Array(2 * size);
  for (let at = 0; at < size; at++) {
    cost[at] = gain[at]! - price[at]!;
    cost[size + at] = -gain[at]! - price[at]!;
    high[at] = upper[at]!;
    if (price[at]! > 0) high[size + at] = -lower[at]!;
    else low[at] = lower[at]!;
  }
  return { cost, low, high };
}

function read(x: Float64Array, question: Question, priced: boolean) {
  const size = question.gain.length;
  const change = new Float64Array(size);
  let value = 0;
  for (let at = 0; at < size; at++) {
    const moved = priced ? x[at]! - x[size + at]! : x[at]!;
    const whole = Math.round(moved);
    change[at] = Math.abs(moved - whole) < 1e-6 ? whole : moved;
    value += question.gain[at]! * change[at]! - question.price[at]! * Math.abs(change[at]!);
  }
  return { change, value };
}

const isPriced = ({ price }: Question): boolean => price.some((each) => each > 0);

/** The same questions answered by HiGHS: for large systems, for whole numbers and for duals. */
export function highsProgram(
  highs: Highs,
  regions: number,
  rows: readonly SystemRow[],
): Required<Program> {
  const size = regions + rows.length;
  const sparse = sparseRows(regions, rows);
  const models = new Map<boolean, ReturnType<Highs['createModel']>>();
  const modelFor = (priced: boolean) => {
    const known = models.get(priced);
    if (known) return known;
    const model = highs.createModel(data(highs, regions, sparse, priced));
    model.options.set({ ...QUIET, time_limit: LONGEST_SECONDS });
    models.set(priced, model);
    return model;
  };
  const nothing = (): Answer => ({ solved: false, change: emptyQuestion(size).gain, value: 0 });
  return {
    regions,
    rows,
    maximise(question) {
      const priced = isPriced(question);
      const { cost, low, high } = columnsOf(question, priced);
      const model = modelFor(priced);
      const all = { kind: 'range' as const, from: 0, to: cost.length - 1 };
      model.changeColsCost(all, cost);
      model.changeColsBounds(all, low, high);
      model.zeroAllClocks();
      for (let attempt = 0; attempt < 2; attempt++) {
        model.run();
        if (model.getModelStatus() === OPTIMAL) {
          const { colValue, rowDual } = model.getSolution();
          const found = read(colValue, question, priced);
          return { solved: true, ...found, rowDual: fullDual(regions, sparse, rowDual) };
        }
        model.clearSolver();
      }
      return nothing();
    },
    maximiseWhole(question, nodes) {
      const priced = isPriced(question);
      const { cost, low, high } = columnsOf(question, priced);
      const integer = highs.constants.variableType.integer;
      return highs.withModel(
        {
          ...data(highs, regions, sparse, priced),
          colCost: cost,
          colLower: low,
          colUpper: high,
          integrality: Array.from(cost, () => integer),
        },
        (whole) => {
          whole.options.set({ ...QUIET, mip_max_nodes: nodes, time_limit: LONGEST_SECONDS });
          whole.run();
          if (whole.getModelStatus() === TIME_LIMIT) return { ...nothing(), late: true };
          const solution = whole.getSolution();
          const usable = whole.info.get('primal_solution_status') === 2;
          if (!usable) return nothing();
          const found = read(solution.colValue, question, priced);
          return { solved: whole.getModelStatus() === OPTIMAL, ...found };
        },
      );
    },
    like: (some, others, whole) =>
      !whole && (some + others.length) * others.length <= MOST_DENSE
        ? simplexProgram(some, others)
        : highsProgram(highs, some, others),
    dispose: () => models.forEach((model) => model.dispose()),
  };
}

/** Some whole-number table that agrees with every cell, where cells alone do not determine it. */
export function someTable(highs: Highs, system: System): Float64Array | undefined {
  const size = system.regions.length;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const sides: number[] = [];
  const add = (regions: readonly number[], coefs: readonly number[], side: number) => {
    regions.forEach((region, k) => {
      indices.push(region);
      values.push(coefs[k]!);
    });
    starts.push(indices.length);
    sides.push(side);
  };
  system.regions.forEach((region, at) => {
    if (region.unit >= 0) add([at], [1], system.cells[region.unit]!.value);
  });
  for (const row of system.rows)
    add(row.regions, row.coefs, row.cell < 0 ? 0 : system.cells[row.cell]!.value);
  const largest = system.cells.reduce((most, cell) => Math.max(most, cell.value), 1);
  const { integer, continuous } = highs.constants.variableType;
  const kind = system.cells.every(({ value }) => Number.isInteger(value)) ? integer : continuous;
  return highs.withModel(
    {
      numCols: size,
      numRows: sides.length,
      colCost: new Float64Array(size),
      colLower: new Float64Array(size),
      colUpper: new Float64Array(size).fill(largest),
      rowLower: Float64Array.from(sides),
      rowUpper: Float64Array.from(sides),
      matrix: {
        format: 'csr' as const,
        numRows: sides.length,
        numCols: size,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
      integrality: Array.from({ length: size }, () => kind),
    },
    (model) => {
      model.options.set({ ...QUIET, time_limit: 30 });
      model.run();
      if (model.getModelStatus() !== OPTIMAL) return undefined;
      const { colValue } = model.getSolution();
      return kind === integer ? colValue.map((each) => Math.round(each)) : colValue;
    },
  );
}
