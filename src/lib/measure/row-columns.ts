import { sql } from '$lib/schema/sql';
import type { Request } from './request';

/** Names of the columns that the rows of a definition have under the choice of the request. */
export async function rowColumns({
  choice,
  engine,
  indicator,
  signal,
}: Request): Promise<ReadonlySet<string>> {
  const rows = indicator.rows?.(choice);
  if (!rows) return new Set();
  const found = await engine.query(sql`DESCRIBE ${rows}`, { signal });
  return new Set(found.map((row) => String(row.column_name)));
}
