import type { Answer, Program, Question } from './program';
import type { SystemRow } from './system';

const TINY = 1e-9;

interface Dictionary {
  /** Row i: variable basic[i] = Σ table[i · columns + j] · variable nonbasic[j]. */
  readonly table: Float64Array;
  readonly rows: number;
  readonly columns: number;
  readonly objective: Float64Array;
  readonly basic: Int32Array;
  readonly nonbasic: Int32Array;
  readonly value: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** One question is answered at a time, so that all programs share the memory for it. */
let tableMemory = new Float64Array(0);
let usedMemory = new Int32Array(0);

function emptyTable(rows: number, columns: number): Float64Array {
  const size = rows * columns;
  if (tableMemory.length < size) tableMemory = new Float64Array(2 * size);
  if (usedMemory.length < columns) usedMemory = new Int32Array(2 * columns);
  return tableMemory.fill(0, 0, size);
}

function pivot(dictionary: Dictionary, row: number, column: number): void {
  const { table, rows, columns, objective, basic, nonbasic } = dictionary;
  const used = usedMemory;
  const own = row * columns;
  const inverse = 1 / table[own + column]!;
  let count = 0;
  for (let j = 0; j < columns; j++) {
    if (j === column) continue;
    const entry = table[own + j]!;
    if (entry > TINY || entry < -TINY) {
      const scaled = -entry * inverse;
      table[own + j] = scaled;
      if (scaled !== 0) used[count++] = j;
    } else table[own + j] = 0;
  }
  table[own + column] = inverse;
  for (let i = 0, start = 0; i < rows; i++, start += columns) {
    const factor = table[start + column]!;
    if (factor === 0 || i === row) continue;
    for (let u = 0; u < count; u++) {
      const j = used[u]!;
      table[start + j] = table[start + j]! + factor * table[own + j]!;
    }
    table[start + column] = factor * inverse;
  }
  const factor = objective[column]!;
  if (factor !== 0) {
    for (let u = 0; u < count; u++) {
      const j = used[u]!;
      objective[j] = objective[j]! + factor * table[own + j]!;
    }
    objective[column] = factor * inverse;
  }
  const leaving = basic[row]!;
  basic[row] = nonbasic[column]!;
  nonbasic[column] = leaving;
}

/** Column to change by Dantzig's rule, Bland's after a run of steps that change nothing; −1: none. */
function entering(dictionary: Dictionary, bland: boolean): number {
  const { objective, nonbasic, value, lower, upper, columns } = dictionary;
  let best = -1;
  let size = 1e-7;
  let first = Infinity;
  for (let j = 0; j < columns; j++) {
    const rate = objective[j]!;
    if (rate < size && rate > -size) continue;
    const variable = nonbasic[j]!;
    const at = value[variable]!;
    if ((rate > 0 ? upper[variable]! - at : at - lower[variable]!) <= TINY) continue;
    if (bland) {
      if (variable < first) best = j;
      first = Math.min(first, variable);
    } else {
      best = j;
      size = Math.abs(rate);
    }
  }
  return best;
}

function optimise(dictionary: Dictionary, steps: number): boolean {
  const { table, rows, columns, objective, basic, nonbasic, value, lower, upper } = dictionary;
  let idle = 0;
  for (let step = 0; step < steps; step++) {
    const bland = idle > 60;
    const column = entering(dictionary, bland);
    if (column < 0) return true;
    const sign = objective[column]! > 0 ? 1 : -1;
    const variable = nonbasic[column]!;
    let length =
      sign > 0 ? upper[variable]! - value[variable]! : value[variable]! - lower[variable]!;
    let row = -1;
    let size = 0;
    for (let i = 0, place = column; i < rows; i++, place += columns) {
      const rate = table[place]! * sign;
      if (rate < 1e-8 && rate > -1e-8) continue;
      const at = basic[i]!;
      const room = rate > 0 ? (upper[at]! - value[at]!) / rate : (lower[at]! - value[at]!) / rate;
      const clear = room > 0 ? room : 0;
      const shorter = clear < length - TINY;
      if (!shorter && (clear > length + TINY || row < 0)) continue;
      if (!shorter && !(bland ? at < basic[row]! : Math.abs(rate) > size)) continue;
      if (clear < length) length = clear;
      row = i;
      size = Math.abs(rate);
    }
    idle = length > TINY ? 0 : idle + 1;
    const move = sign * length;
    value[variable] = value[variable]! + move;
    for (let i = 0, place = column; i < rows; i++, place += columns) {
      const entry = table[place]!;
      if (entry !== 0) value[basic[i]!] = value[basic[i]!]! + entry * move;
    }
    if (row >= 0) pivot(dictionary, row, column);
  }
  return false;
}

/** A multiplier for each row: what its variable lacks to be worth its price in the last dictionary. */
function dualOf(
  { columns, objective, nonbasic }: Dictionary,
  gain: Float64Array,
  regions: number,
): Float64Array {
  const dual = new Float64Array(gain.length - regions);
  for (let row = 0; row < dual.length; row++) dual[row] = -gain[regions + row]!;
  for (let j = 0; j < columns; j++) {
    const row = nonbasic[j]! - regions;
    if (row >= 0 && row < dual.length) dual[row] = dual[row]! + objective[j]!;
  }
  return dual;
}

/**
 * The built-in solver for small systems: bounded primal simplex on a dense dictionary, started at
 * the true table (Dantzig 1963; Bland 1977 against cycling). On networks, where most tables of two
 * dimensions belong, its answers are whole numbers.
 */
export function simplexProgram(regions: number, rows: readonly SystemRow[]): Program {
  const size = regions + rows.length;
  const low = new Float64Array(2 * size);
  const high = new Float64Array(2 * size);
  const moved = new Float64Array(2 * size);
  /** First column of each region, −1 where it cannot move. */
  const columnOf = new Int32Array(regions);
  const maximise = ({ gain, price, lower, upper }: Question): Answer => {
    // A priced variable is two: its rise (number `at`) and its fall (number `size + at`).
    const columns: number[] = [];
    for (let at = 0; at < regions; at++) {
      const free = lower[at]! < 0 || upper[at]! > 0;
      columnOf[at] = free ? columns.length : -1;
      if (!free) continue;
      columns.push(at);
      if (price[at]! > 0 && lower[at]! < 0) columns.push(size + at);
    }
    const inner = columns.length;
    const kept: number[] = [];
    const falls: number[] = [];
    for (let row = 0; row < rows.length; row++) {
      if (!rows[row]!.regions.some((region) => columnOf[region]! >= 0)) continue;
      kept.push(row);
      const at = regions + row;
      const falling = price[at]! > 0 && lower[at]! < 0;
      falls.push(falling ? columns.length : -1);
      if (falling) columns.push(size + at);
    }
    for (let at = 0; at < size; at++) {
      const priced = price[at]! > 0;
      high[at] = upper[at]!;
      low[at] = priced ? 0 : lower[at]!;
      high[size + at] = priced ? -lower[at]! : 0;
    }
    const objective = new Float64Array(columns.length);
    for (let j = 0; j < columns.length; j++) {
      const variable = columns[j]!;
      const at = variable < size ? variable : variable - size;
      objective[j] = (variable < size ? gain[at]! : -gain[at]!) - price[at]!;
    }
    const table = emptyTable(kept.length, columns.length);
    kept.forEach((row, place) => {
      const start = place * columns.length;
      const end = start + columns.length;
      const { regions: own, coefs } = rows[row]!;
      for (let k = 0; k < own.length; k++) {
        const region = own[k]!;
        const j = columnOf[region]!;
        if (j < 0) continue;
        table[start + j] = table[start + j]! + coefs[k]!;
        if (j + 1 < inner && columns[j + 1] === size + region)
          table[start + j + 1] = table[start + j + 1]! - coefs[k]!;
      }
      if (falls[place]! >= 0) table[start + falls[place]!] = 1;
      const weight = gain[regions + row]! - price[regions + row]!;
      if (weight === 0) return;
      for (let j = 0, to = start; to < end; j++, to++)
        objective[j] = objective[j]! + weight * table[to]!;
    });
    const dictionary: Dictionary = {
      table,
      rows: kept.length,
      columns: columns.length,
      objective,
      basic: Int32Array.from(kept, (row) => regions + row),
      nonbasic: Int32Array.from(columns),
      value: moved.fill(0),
      lower: low,
      upper: high,
    };
    const solved = optimise(dictionary, 2000 + 20 * kept.length);
    const change = new Float64Array(size);
    let value = 0;
    for (let at = 0; at < size; at++) {
      const sum = moved[at]! - moved[size + at]!;
      if (sum === 0) continue;
      const whole = Math.round(sum);
      change[at] = Math.abs(sum - whole) < 1e-7 ? whole : sum;
      value += gain[at]! * change[at]! - price[at]! * Math.abs(change[at]!);
    }
    return { solved, change, value, rowDual: dualOf(dictionary, gain, regions) };
  };
  return { regions, rows, maximise, like: simplexProgram, dispose: () => undefined };
}
