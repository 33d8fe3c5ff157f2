import type { Answer, Program, Question } from './program';
import type { SystemRow } from './system';

const TINY = 1e-9;

interface Dictionary {
  /** Row i: basic[i] = Σ table[i][j] · variable nonbasic[j]. */
  readonly table: Float64Array[];
  readonly objective: Float64Array;
  readonly basic: Int32Array;
  readonly nonbasic: Int32Array;
  readonly value: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

function pivot({ table, objective, basic, nonbasic }: Dictionary, row: number, column: number) {
  const own = table[row]!;
  const inverse = 1 / own[column]!;
  const used: number[] = [];
  for (let j = 0; j < own.length; j++) {
    const entry = own[j]!;
    if (j === column) own[j] = inverse;
    else if (Math.abs(entry) > TINY) own[j] = -entry * inverse;
    else own[j] = 0;
    if (own[j] !== 0 && j !== column) used.push(j);
  }
  const spread = (line: Float64Array) => {
    const factor = line[column]!;
    if (factor === 0) return;
    for (let u = 0; u < used.length; u++) {
      const j = used[u]!;
      line[j] = line[j]! + factor * own[j]!;
    }
    line[column] = factor * inverse;
  };
  for (let i = 0; i < table.length; i++) if (i !== row) spread(table[i]!);
  spread(objective);
  const leaving = basic[row]!;
  basic[row] = nonbasic[column]!;
  nonbasic[column] = leaving;
}

/** Dantzig's rule, Bland's after a run of steps that change nothing. */
function entering(dictionary: Dictionary, bland: boolean): { column: number; up: boolean } | null {
  const { objective, nonbasic, value, lower, upper } = dictionary;
  let best: { column: number; up: boolean } | null = null;
  let size = 1e-7;
  let first = Infinity;
  for (let j = 0; j < objective.length; j++) {
    const rate = objective[j]!;
    if (rate < size && rate > -size) continue;
    const variable = nonbasic[j]!;
    const up = rate > 0;
    const room = up ? upper[variable]! - value[variable]! : value[variable]! - lower[variable]!;
    if (room <= TINY) continue;
    if (bland) {
      if (variable < first) best = { column: j, up };
      first = Math.min(first, variable);
    } else {
      best = { column: j, up };
      size = Math.abs(rate);
    }
  }
  return best;
}

function optimise(dictionary: Dictionary, steps: number): boolean {
  const { table, basic, nonbasic, value, lower, upper } = dictionary;
  let idle = 0;
  for (let step = 0; step < steps; step++) {
    const choice = entering(dictionary, idle > 60);
    if (!choice) return true;
    const { column } = choice;
    const sign = choice.up ? 1 : -1;
    const variable = nonbasic[column]!;
    let length = choice.up
      ? upper[variable]! - value[variable]!
      : value[variable]! - lower[variable]!;
    let row = -1;
    let size = 0;
    for (let i = 0; i < table.length; i++) {
      const rate = table[i]![column]! * sign;
      if (rate < 1e-8 && rate > -1e-8) continue;
      const at = basic[i]!;
      const room = rate > 0 ? (upper[at]! - value[at]!) / rate : (lower[at]! - value[at]!) / rate;
      const clear = Math.max(0, room);
      if (clear < length - TINY || (clear <= length + TINY && row >= 0 && better(i))) {
        length = Math.min(length, clear);
        row = i;
        size = Math.abs(rate);
      }
      function better(other: number) {
        return idle > 60 ? basic[other]! < basic[row]! : Math.abs(rate) > size;
      }
    }
    idle = length > TINY ? 0 : idle + 1;
    const move = sign * length;
    value[variable] = value[variable]! + move;
    for (let i = 0; i < table.length; i++) {
      const entry = table[i]![column]!;
      if (entry !== 0) value[basic[i]!] = value[basic[i]!]! + entry * move;
    }
    if (row >= 0) pivot(dictionary, row, column);
  }
  return false;
}

/**
 * The built-in solver for small systems: bounded primal simplex on a dense dictionary, started at
 * the true table (Dantzig 1963; Bland 1977 against cycling). On networks, where most tables of two
 * dimensions belong, its answers are whole numbers.
 */
export function simplexProgram(regions: number, rows: readonly SystemRow[]): Program {
  const size = regions + rows.length;
  const maximise = ({ gain, price, lower, upper }: Question): Answer => {
    const free = (at: number) => lower[at]! < 0 || upper[at]! > 0;
    // A priced variable is two: its rise (number `at`) and its fall (number `size + at`).
    const columns: { variable: number; region: number; sign: number }[] = [];
    for (let at = 0; at < regions; at++) {
      if (!free(at)) continue;
      columns.push({ variable: at, region: at, sign: 1 });
      if (price[at]! > 0 && lower[at]! < 0)
        columns.push({ variable: size + at, region: at, sign: -1 });
    }
    const moving = new Set(columns.map(({ region }) => region));
    const kept = rows
      .map((row, at) => ({ row, at: regions + at }))
      .filter(({ row }) => row.regions.some((region) => moving.has(region)));
    const fallOf = new Map<number, number>();
    for (const { at } of kept)
      if (price[at]! > 0 && lower[at]! < 0) {
        fallOf.set(at, columns.length);
        columns.push({ variable: size + at, region: -1, sign: -1 });
      }
    const low = new Float64Array(2 * size);
    const high = new Float64Array(2 * size);
    for (let at = 0; at < size; at++) {
      high[at] = upper[at]!;
      if (price[at]! > 0) high[size + at] = -lower[at]!;
      else low[at] = lower[at]!;
    }
    const columnsOf = new Map<number, number[]>();
    columns.forEach(({ region }, j) => {
      if (region >= 0) columnsOf.set(region, [...(columnsOf.get(region) ?? []), j]);
    });
    const worth = (variable: number, sign: number) =>
      sign * gain[variable % size]! - price[variable % size]!;
    const objective = Float64Array.from(columns, ({ variable, sign }) => worth(variable, sign));
    const table = kept.map(({ row, at }) => {
      const line = new Float64Array(columns.length);
      row.regions.forEach((region, k) => {
        for (const j of columnsOf.get(region) ?? [])
          line[j] = line[j]! + row.coefs[k]! * columns[j]!.sign;
      });
      const fall = fallOf.get(at);
      if (fall !== undefined) line[fall] = 1;
      const weight = worth(at, 1);
      if (weight !== 0)
        for (let j = 0; j < line.length; j++) objective[j] = objective[j]! + weight * line[j]!;
      return line;
    });
    const dictionary: Dictionary = {
      table,
      objective,
      basic: Int32Array.from(kept, ({ at }) => at),
      nonbasic: Int32Array.from(columns, ({ variable }) => variable),
      value: new Float64Array(2 * size),
      lower: low,
      upper: high,
    };
    const solved = optimise(dictionary, 2000 + 20 * kept.length);
    const change = new Float64Array(size);
    let value = 0;
    for (let at = 0; at < size; at++) {
      const moved = dictionary.value[at]! - dictionary.value[size + at]!;
      const whole = Math.round(moved);
      change[at] = Math.abs(moved - whole) < 1e-7 ? whole : moved;
      value += gain[at]! * change[at]! - price[at]! * Math.abs(change[at]!);
    }
    return { solved, change, value };
  };
  return { regions, rows, maximise, like: simplexProgram, dispose: () => undefined };
}
