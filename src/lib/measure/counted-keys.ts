import type { Row } from '$lib/engine/engine';
import type { Breakdown } from '$lib/schema/indicator';
import { namedGroupsSql, type Additive, type KeyCounts, type Request } from './request';

/**
 * As `counted`, the keys apart from the groups that have them, for statements whose keys are many: of
 * a cube they are the same list under every filter. Of the statement itself each row is its own key.
 */
export async function countedKeys(
  request: Request,
  columns: readonly Breakdown[],
  additive: Additive,
): Promise<KeyCounts & { query: string }> {
  const { cubes, engine, signal, view } = request;
  const statement = namedGroupsSql(columns, additive.statement(request, columns));
  const cube = await cubes.of(request, columns, additive);
  const sums = await cube?.counts(view.where, columns, signal);
  if (sums) return { ...sums, query: String(statement) };
  const rows =
    (await cube?.read(view.where, columns, signal)) ?? (await engine.query(statement, { signal }));
  return { ...keyed(rows, columns, additive), query: String(statement) };
}

function keyed(
  rows: readonly Row[],
  columns: readonly Breakdown[],
  { counts }: Additive,
): KeyCounts {
  type Group = { codes: (string | null)[]; keys: number[]; numbers: Record<string, number[]> };
  const groups = new Map<string, Group>();
  rows.forEach((row, key) => {
    const codes = columns.map((_, i) => row[`b${i}`] ?? null) as (string | null)[];
    const place = JSON.stringify(codes);
    let group = groups.get(place);
    if (!group) {
      const numbers = Object.fromEntries(counts.map((count) => [count, [] as number[]]));
      groups.set(place, (group = { codes, keys: [], numbers }));
    }
    group.keys.push(key);
    for (const count of counts) group.numbers[count]!.push(Number(row[count]));
  });
  return { keys: rows, groups: [...groups.values()] };
}
