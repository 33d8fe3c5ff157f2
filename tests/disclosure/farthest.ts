import loadHighs from 'highs';
import type { Highs } from 'highs';
import type { Shown } from './attacker';

interface Breakdown {
  readonly dims: readonly {
    readonly name: string;
    readonly groups: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly cells: readonly { readonly key: readonly string[]; readonly value: number }[];
}

interface Asked {
  readonly plus: readonly (readonly string[])[];
  readonly minus?: readonly (readonly string[])[];
  /** Figures that the attacker knows besides the shown ones. */
  readonly known?: readonly (readonly string[])[];
}

let highs: Promise<Highs> | undefined;
const LARGEST = 1e7;

/**
 * The largest sum of some figures less others that agrees with all that is shown. Written from the
 * definition, without any code of the gate: the unknowns are the combinations of leaves. `whole`:
 * people, with at least one in a withheld group that has somebody (zeros are shown).
 */
export async function farthest(
  { dims, cells }: Breakdown,
  shown: Shown,
  { plus, minus = [], known = [] }: Asked,
  whole: boolean,
): Promise<number> {
  highs ??= loadHighs();
  const solver = await highs;
  const leavesUnder = (groups: Breakdown['dims'][number]['groups'], label: string): string[] =>
    groups[label] ? groups[label].flatMap((part) => leavesUnder(groups, part)) : [label];
  const leaves = dims.map(({ groups }, at) => [
    ...new Set(cells.flatMap(({ key }) => leavesUnder(groups, key[at]!))),
  ]);
  const combos = leaves.reduce<string[][]>(
    (all, each) => all.flatMap((start) => each.map((leaf) => [...start, leaf])),
    [[]],
  );
  const columnsOf = (key: readonly string[]) =>
    combos.flatMap((combo, column) =>
      combo.every((leaf, at) => leavesUnder(dims[at]!.groups, key[at]!).includes(leaf))
        ? [column]
        : [],
    );
  const held = new Set(known.map((key) => key.join('|')));
  const starts = [0];
  const indices: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  for (const { key, value } of cells) {
    indices.push(...columnsOf(key));
    starts.push(indices.length);
    const name = key.join('|');
    const seen = held.has(name) ? value : (shown.get(name) ?? null);
    low.push(seen ?? (whole && value > 0 ? 1 : 0));
    high.push(seen ?? LARGEST);
  }
  const colCost = new Float64Array(combos.length);
  for (const key of plus) for (const column of columnsOf(key)) colCost[column]! += 1;
  for (const key of minus) for (const column of columnsOf(key)) colCost[column]! -= 1;
  const { integer, continuous } = solver.constants.variableType;
  return solver.withModel(
    {
      numCols: combos.length,
      numRows: low.length,
      sense: solver.constants.objectiveSense.maximize,
      colCost,
      colLower: new Float64Array(combos.length),
      colUpper: new Float64Array(combos.length).fill(LARGEST),
      rowLower: Float64Array.from(low),
      rowUpper: Float64Array.from(high),
      matrix: {
        format: 'csr' as const,
        numRows: low.length,
        numCols: combos.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: new Float64Array(indices.length).fill(1),
      },
      integrality: combos.map(() => (whole ? integer : continuous)),
    },
    (model) => {
      model.options.set({ output_flag: false });
      model.run();
      if (model.getModelStatus() !== 7) throw new Error('No answer.');
      return model.getObjectiveValue();
    },
  );
}
