import loadHighs from 'highs';
import type { Highs } from 'highs';
import type { Shown } from './attacker';

/**
 * A second auditor, written from the definitions and without any code of the gate. The unknowns are
 * the finest groups: every combination of the leaves of all dimensions of all tables. The attacker
 * knows every shown figure, the threshold, the rule for zeros and that people come in whole numbers.
 */
interface Breakdown {
  readonly dims: readonly {
    readonly name: string;
    readonly groups: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly cells: readonly { readonly key: readonly string[]; readonly value: number }[];
}

interface Publication {
  readonly threshold: number;
  readonly zeros: 'published' | 'primary' | 'secondary';
  /** With the true figures, which decide what is sensitive and nothing else. */
  readonly tables: readonly Breakdown[];
  readonly shown: readonly Shown[];
  /** Figures of the first table that are sensitive instead of small ones: none may be computed. */
  readonly explicit?: readonly (readonly string[])[];
}

export interface Finding {
  readonly group: string;
  /** What linear programming bounds the group to, and the largest whole number up to k. */
  readonly most: number;
  readonly mostWhole: number;
  /** The finest groups it is made of: alike for two labels of one figure. */
  readonly parts: string;
}

/** Leaves under a label, over every table that has the dimension. */
function leavesOf({ tables }: Publication) {
  const members = new Map<string, Map<string, readonly string[]>>();
  for (const { dims, cells } of tables)
    dims.forEach(({ name, groups }, at) => {
      const own = members.get(name) ?? new Map<string, readonly string[]>();
      for (const { key } of cells) if (!own.has(key[at]!)) own.set(key[at]!, []);
      for (const [label, parts] of Object.entries(groups)) {
        for (const part of parts) if (!own.has(part)) own.set(part, []);
        own.set(label, parts);
      }
      members.set(name, own);
    });
  const under = (name: string, label: string): string[] => {
    const parts = members.get(name)!.get(label)!;
    return parts.length === 0 ? [label] : [...new Set(parts.flatMap((part) => under(name, part)))];
  };
  const names = [...members.keys()];
  const leaves = names.map((name) => [
    ...new Set([...members.get(name)!.keys()].flatMap((label) => under(name, label))),
  ]);
  return { names, leaves, under };
}

interface Sum {
  readonly name: string;
  readonly columns: readonly number[];
  readonly low: number;
  readonly high: number;
  /** What the figure must possibly be; 0 where it is not sensitive. */
  readonly need: number;
  /** Also fine: provably nobody (a group that is not published), or any smaller figure. */
  readonly or?: 'nobody' | 'less';
}

/** Groups that are no figure but that differences of figures may show, table by table. */
function unpublished(
  { names, leaves }: Pick<ReturnType<typeof leavesOf>, 'names' | 'leaves'>,
  dims: Breakdown['dims'],
  number: number,
  threshold: number,
  figures: readonly Sum[],
): Sum[] {
  const size = leaves.reduce((product, each) => product * each.length, 1);
  const own = new Map<string, number[]>();
  for (let column = 0; column < size; column++) {
    const digits: string[] = [];
    for (let rest = column, at = names.length - 1; at >= 0; at--) {
      digits[at] = leaves[at]![rest % leaves[at]!.length]!;
      rest = Math.floor(rest / leaves[at]!.length);
    }
    const name = dims.map((dim) => digits[names.indexOf(dim.name)]!).join('|');
    own.set(name, [...(own.get(name) ?? []), column]);
  }
  const within = figures.map(({ columns }) => new Set(columns));
  const known = new Set(figures.map(({ columns }) => [...columns].sort((a, b) => a - b).join()));
  const classes = new Map<string, { name: string; columns: number[] }>();
  for (const [name, columns] of own) {
    const print = within.flatMap((set, at) => (set.has(columns[0]!) ? [at] : [])).join();
    const before = classes.get(print);
    classes.set(print, { name, columns: [...(before?.columns ?? []), ...columns] });
  }
  classes.delete('');
  return [...classes.values()]
    .filter(({ columns }) => !known.has([...columns].sort((a, b) => a - b).join()))
    .map(({ name, columns }) => ({
      ...{ name: `${number} difference ${name}`, columns, low: 0, high: Infinity },
      ...{ need: threshold, or: 'nobody' as const },
    }));
}

/** Every figure as a sum of the finest groups. */
function sumsOf(publication: Publication): { size: number; sums: Sum[] } {
  const { names, leaves, under } = leavesOf(publication);
  const { threshold, zeros, tables, shown, explicit } = publication;
  const named = explicit && new Set(explicit.map((key) => key.join('|')));
  const size = leaves.reduce((product, each) => product * each.length, 1);
  const columnsOf = (dims: Breakdown['dims'], key: readonly string[]) =>
    names.reduce<number[]>(
      (found, name, at) => {
        const place = dims.findIndex((dim) => dim.name === name);
        const chosen = place < 0 ? leaves[at]! : under(name, key[place]!);
        const steps = chosen.map((leaf) => leaves[at]!.indexOf(leaf));
        return found.flatMap((base) => steps.map((step) => base * leaves[at]!.length + step));
      },
      [0],
    );
  const sums = tables.flatMap(({ dims, cells }, number) => {
    const figures = cells.map(({ key, value }): Sum => {
      const seen = shown[number]!.get(key.join('|')) ?? null;
      const floor = zeros === 'published' && !named ? 1 : 0;
      const small = value > 0 ? value < threshold : zeros === 'primary';
      const place = { name: `${number} ${key.join('|')}`, columns: columnsOf(dims, key) };
      const range = { low: seen ?? floor, high: seen ?? Infinity };
      if (named)
        return named.has(key.join('|'))
          ? { ...place, ...range, need: value + 1, or: 'less' }
          : { ...place, ...range, need: 0 };
      return { ...place, ...range, need: small ? (value > 0 ? threshold : 1) : 0 };
    });
    const between = named ? [] : unpublished({ names, leaves }, dims, number, threshold, figures);
    return [...figures, ...between];
  });
  return { size, sums };
}

let highs: Promise<Highs> | undefined;

/** Large enough for any table of the tests: every figure shown may move by as much. */
const LARGEST = 1e6;

/** Sensitive figures that the publication gives away, each with its proven bound. */
export async function giveaways(publication: Publication): Promise<Finding[]> {
  highs ??= loadHighs();
  const solver = await highs;
  const { size, sums } = sumsOf(publication);
  // Columns: the finest groups, then one for every figure, tied to it by a row.
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  sums.forEach(({ columns }, at) => {
    for (const column of columns) {
      indices.push(column);
      values.push(1);
    }
    indices.push(size + at);
    values.push(-1);
    starts.push(indices.length);
  });
  const width = size + sums.length;
  const problem = {
    numCols: width,
    numRows: sums.length,
    sense: solver.constants.objectiveSense.maximize,
    colCost: new Float64Array(width),
    colLower: Float64Array.from({ length: width }, (_, at) => sums[at - size]?.low ?? 0),
    colUpper: Float64Array.from({ length: width }, (_, at) =>
      Math.min(LARGEST, sums[at - size]?.high ?? LARGEST),
    ),
    rowLower: new Float64Array(sums.length),
    rowUpper: new Float64Array(sums.length),
    matrix: {
      format: 'csr' as const,
      numRows: sums.length,
      numCols: width,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
  const found: Finding[] = [];
  const met = new Set<number>();
  const learn = (solution: Float64Array) => {
    for (let at = 0; at < size; at++)
      if (Math.abs(solution[at]! - Math.round(solution[at]!)) > 1e-6) return false;
    // Believed only after the figures have been added up again from the rounded groups.
    const added = sums.map(({ columns }) =>
      columns.reduce((sum, column) => sum + Math.round(solution[column]!), 0),
    );
    if (!sums.every(({ low, high }, at) => added[at]! >= low && added[at]! <= high)) return false;
    added.forEach((value, at) => value >= sums[at]!.need && met.add(at));
    return true;
  };
  const model = solver.createModel(problem);
  model.options.set({ output_flag: false });
  try {
    for (const [at, { name, need, or }] of sums.entries()) {
      if (need === 0 || met.has(at)) continue;
      const column = size + at;
      const ask = (cost: number, most: number) => {
        model.changeColsCost({ kind: 'range', from: column, to: column }, Float64Array.of(cost));
        model.changeColsBounds(
          { kind: 'range', from: column, to: column },
          Float64Array.of(sums[at]!.low),
          Float64Array.of(most),
        );
      };
      ask(1, Math.min(or === 'nobody' ? LARGEST : need, sums[at]!.high));
      model.run();
      if (model.getModelStatus() !== 7) throw new Error(`No answer about ${name}.`);
      const { colValue } = model.getSolution();
      const most = colValue[column]!;
      ask(0, Math.min(LARGEST, sums[at]!.high));
      learn(colValue);
      if (met.has(at)) continue;
      const mostWhole = most < need - 1e-6 ? Math.floor(most + 1e-6) : whole(column, need, at);
      if (mostWhole >= need || (or === 'nobody' && mostWhole === 0)) continue;
      if (or === 'less' && lower(column, need - 2)) continue;
      const parts = [...sums[at]!.columns].sort((a, b) => a - b).join();
      found.push({ group: name, most, mostWhole, parts });
    }
  } finally {
    model.dispose();
  }
  return found;

  /** Whether a figure may be `most` or less. */
  function lower(column: number, most: number): boolean {
    if (most < problem.colLower[column]!) return false;
    const colUpper = problem.colUpper.slice();
    colUpper[column] = Math.min(most, colUpper[column]!);
    const integrality = Array.from({ length: width }, () => solver.constants.variableType.integer);
    return solver.withModel({ ...problem, colUpper, integrality }, (exact) => {
      exact.options.set({ output_flag: false, time_limit: 60 });
      exact.run();
      return exact.getModelStatus() === 7;
    });
  }

  function whole(column: number, need: number, at: number): number {
    const colCost = new Float64Array(width);
    colCost[column] = 1;
    const colUpper = problem.colUpper.slice();
    if (sums[at]!.or !== 'nobody') colUpper[column] = Math.min(need, colUpper[column]!);
    const integrality = Array.from({ length: width }, () => solver.constants.variableType.integer);
    return solver.withModel({ ...problem, colCost, colUpper, integrality }, (exact) => {
      exact.options.set({ output_flag: false, time_limit: 60 });
      exact.run();
      const { colValue } = exact.getSolution();
      if (learn(colValue) && met.has(at)) return need;
      if (exact.getModelStatus() !== 7) throw new Error(`No whole answer about ${sums[at]!.name}.`);
      return Math.round(colValue[column]!);
    });
  }
}
