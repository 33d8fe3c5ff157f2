import type { Row } from '$lib/engine/engine';
import type { CountRow } from '$lib/statistics/mean-cumulative-count';
import type { KeyCounts } from './request';

/** Keys of a count table by columns, and their numbers in the order of time. */
interface Moments {
  readonly slice: Int32Array;
  readonly t: Float64Array;
  readonly slices: number;
  readonly rising: Int32Array;
}

const known = new WeakMap<readonly Row[], Moments>();

function momentsOf(keys: readonly Row[]): Moments {
  const slice = Int32Array.from(keys, (row) => Number(row.slice));
  const t = Float64Array.from(keys, (row) => Number(row.t));
  const rising = Int32Array.from(keys, (_, key) => key).sort((a, b) => t[a]! - t[b]!);
  const slices = slice.reduce((most, one) => Math.max(most, one), -1) + 1;
  const found = { slice, t, slices, rising };
  known.set(keys, found);
  return found;
}

/** The rows of a mean cumulative count, rising in time, by what `nameOf` calls a period and group. */
export function countTables(
  { keys, groups }: KeyCounts,
  nameOf: (slice: number, codes: readonly (string | null)[]) => string,
): Map<string, CountRow[]> {
  const { slice, t, slices, rising } = known.get(keys) ?? momentsOf(keys);
  const tables = new Map<string, CountRow[]>();
  const placeOf = new Int32Array(keys.length);
  for (const { codes, keys: met, numbers } of groups) {
    const [leaving, terminal, episodes] = [numbers.leaving!, numbers.terminal!, numbers.episodes!];
    const inside = new Float64Array(slices);
    for (let i = 0; i < met.length; i++) {
      placeOf[met[i]!] = i + 1;
      inside[slice[met[i]!]!]! += leaving[i]!;
    }
    const own = Array.from({ length: slices }, (): CountRow[] => []);
    for (let at = 0; at < rising.length; at++) {
      const key = rising[at]!;
      const i = placeOf[key]! - 1;
      if (i < 0) continue;
      placeOf[key] = 0;
      const nRisk = inside[slice[key]!]!;
      inside[slice[key]!] = nRisk - leaving[i]!;
      own[slice[key]!]!.push({ t: t[key]!, nRisk, episodes: episodes[i]!, terminal: terminal[i]! });
    }
    own.forEach((table, at) => table.length && tables.set(nameOf(at, codes), table));
  }
  return tables;
}
