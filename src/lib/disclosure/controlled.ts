import { loadSolver } from './solver';
import type { SolverSource } from './solver';
import type { System } from './system';
import { TableError } from './table';

const MOST_STEPS = 2;
const MOST_NODES = 20_000;
const LARGEST = 1e6;
/** Without an answer by then nothing is published. */
const LONGEST_SECONDS = 120;

/** Columns of an integer program as they are gathered; values in multiples of the base. */
interface Columns {
  readonly cost: number[];
  readonly upper: number[];
  readonly whole: boolean[];
}

/**
 * Controlled rounding: every shown figure to a multiple of the base next to it, so that all totals
 * are still the sum of their parts, at the least total distance (Salazar 2006). Where no such
 * table exists, figures may go one or two multiples further; `steps` says how many. Withheld
 * figures are unknowns of any size: what is printed does not depend on them. Zeros stay zeros.
 */
export async function controlled(
  base: number,
  system: System,
  withheld: Uint8Array,
  source?: SolverSource,
): Promise<{ printed: Float64Array; steps: number }> {
  const highs = await loadSolver(source);
  for (let steps = 0; steps <= MOST_STEPS; steps++) {
    const columns: Columns = { cost: [], upper: [], whole: [] };
    const add = (cost: number, upper: number, whole: boolean) => {
      columns.cost.push(cost);
      columns.upper.push(upper);
      return columns.whole.push(whole) - 1;
    };
    /** A figure: a known number of multiples and columns that add to it. */
    const figures = system.cells.map(({ value }, cell) => {
      if (withheld[cell]) return { known: 0, parts: [[add(0, LARGEST, false), 1] as const] };
      const known = Math.floor(value / base + 1e-9);
      const share = value / base - known;
      const parts: (readonly [number, number])[] = [];
      if (share > 1e-9) parts.push([add(1 - 2 * share, 1, true), 1]);
      if (value > 0 && steps > 0) {
        parts.push([add(2, steps, true), 1]);
        parts.push([add(2, Math.min(steps, known), true), -1]);
      }
      return { known, parts };
    });
    const free = system.regions.map(({ unit }) => (unit < 0 ? add(0, LARGEST, false) : -1));
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    const sides: number[] = [];
    for (const row of system.rows) {
      let side = 0;
      const line = new Map<number, number>();
      const put = (cell: number, coef: number) => {
        side -= coef * figures[cell]!.known;
        for (const [column, sign] of figures[cell]!.parts)
          line.set(column, (line.get(column) ?? 0) + coef * sign);
      };
      row.regions.forEach((region, k) => {
        const { unit } = system.regions[region]!;
        if (unit >= 0) put(unit, row.coefs[k]!);
        else line.set(free[region]!, (line.get(free[region]!) ?? 0) + row.coefs[k]!);
      });
      if (row.cell >= 0) put(row.cell, -1);
      if (line.size === 0 && Math.abs(side) > 1e-9) sides.push(NaN);
      if (line.size === 0) continue;
      for (const [column, coef] of line) {
        indices.push(column);
        values.push(coef);
      }
      starts.push(indices.length);
      sides.push(side);
    }
    if (sides.some(Number.isNaN)) continue;
    const width = columns.cost.length;
    const type = highs.constants.variableType;
    const found = highs.withModel(
      {
        numCols: width,
        numRows: sides.length,
        colCost: Float64Array.from(columns.cost),
        colLower: new Float64Array(width),
        colUpper: Float64Array.from(columns.upper),
        rowLower: Float64Array.from(sides),
        rowUpper: Float64Array.from(sides),
        matrix: {
          format: 'csr' as const,
          numRows: sides.length,
          numCols: width,
          starts: Int32Array.from(starts),
          indices: Int32Array.from(indices),
          values: Float64Array.from(values),
        },
        integrality: columns.whole.map((whole) => (whole ? type.integer : type.continuous)),
      },
      (model) => {
        model.options.set({
          ...{ output_flag: false, log_to_console: false, random_seed: 1 },
          ...{ mip_max_nodes: MOST_NODES, mip_rel_gap: 0.05, time_limit: LONGEST_SECONDS },
        });
        model.run();
        if (model.getModelStatus() === highs.constants.modelStatus.timeLimit)
          throw new TableError('Controlled rounding took too long.');
        return model.info.get('primal_solution_status') === 2
          ? model.getSolution().colValue
          : undefined;
      },
    );
    if (!found) continue;
    const printed = Float64Array.from(figures, ({ known, parts }) =>
      parts.reduce(
        (sum, [column, sign]) => sum + sign * Math.round(found[column]!) * base,
        known * base,
      ),
    );
    return { printed, steps };
  }
  throw new TableError(
    `No table with multiples of ${base} near the figures is additive. Take a smaller base or another rounding.`,
  );
}
