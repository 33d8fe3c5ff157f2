const DAY_MS = 86_400_000;
const LAST_MS = 8.64e15;

/** ISO text of a day counted from 1970-01-01: `2024-03-31`; DuckDB's unbounded dates give `infinity`. */
export function isoDate(days: number): string {
  return unbounded(days * DAY_MS) ?? new Date(days * DAY_MS).toISOString().replace(/T.*/, '');
}

/** ISO text of a timestamp without zone, in milliseconds from 1970: `2024-03-31T14:05:06.000`. */
export function isoTimestamp(ms: number): string {
  return unbounded(ms) ?? new Date(ms).toISOString().replace('Z', '');
}

function unbounded(ms: number): string | undefined {
  if (Math.abs(ms) <= LAST_MS) return undefined;
  return ms > 0 ? 'infinity' : '-infinity';
}
