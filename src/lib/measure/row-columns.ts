import { sql } from '$lib/schema/sql';
import type { Prepared } from './prepare';
import type { Request } from './request';

const described = new WeakMap<Prepared, Map<string, ReadonlySet<string>>>();

/** Names of the columns that the rows of a definition have under the choice of the request. */
export async function rowColumns({
  choice,
  engine,
  indicator,
  prepared,
  signal,
}: Request): Promise<ReadonlySet<string>> {
  const rows = indicator.rows?.(choice);
  if (!rows) return new Set();
  const place = String(rows);
  const known = described.get(prepared)?.get(place);
  if (known) return known;
  const found = await engine.query(sql`DESCRIBE ${rows}`, { signal });
  const columns = new Set(found.map((row) => String(row.column_name)));
  const own = described.get(prepared) ?? new Map<string, ReadonlySet<string>>();
  described.set(prepared, own.set(place, columns));
  return columns;
}
