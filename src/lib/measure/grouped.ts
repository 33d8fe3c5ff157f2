/** Rows by a key, in the order in which they are met. */
export function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const place = key(row);
    const own = groups.get(place);
    if (own) own.push(row);
    else groups.set(place, [row]);
  }
  return groups;
}
