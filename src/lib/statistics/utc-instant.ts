const shape =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Milliseconds of one day. */
export const dayMs = 86_400_000;

/**
 * Milliseconds since 1970 in UTC of an ISO date or timestamp, or null if it is not one. A timestamp
 * without zone is UTC (ruling M19), so the machine's own time zone never shows in a result.
 */
export function utcInstant(text: string): number | null {
  const parts = shape.exec(text.trim());
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((p) => Number(p ?? 0));
  const milliseconds = Number((parts[7] ?? '').padEnd(3, '0') || 0);
  const clock = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!, milliseconds);
  const back = new Date(clock);
  const dateExists = back.getUTCMonth() === month! - 1 && back.getUTCDate() === day!;
  if (!dateExists || hour! > 23 || minute! > 59 || second! > 59) return null;
  const zone = parts[8];
  if (!zone || zone === 'Z') return clock;
  const sign = zone.startsWith('-') ? -1 : 1;
  const offset = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return clock - sign * offset * 60_000;
}
