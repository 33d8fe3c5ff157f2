/** Several header rows as one row of names. */
export interface JoinedHeader {
  /** Header rows that were joined. */
  readonly rows: number;
  readonly names: readonly string[];
}

/**
 * Names made of all header rows: a group's name reaches over the empty cells to its right, a part
 * that repeats is said once, rows of tags (`#sex`) say nothing.
 */
export function joinHeader(rows: readonly (readonly string[])[]): string[] {
  const spoken = rows.filter((row, i) => i === 0 || !row.some((cell) => cell.startsWith('#')));
  const filled = spoken.map((row, i) => {
    let last = '';
    return row.map((cell) => {
      const own = cell.trim();
      if (own) last = own;
      return i < spoken.length - 1 ? last : own;
    });
  });
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, i) =>
    [...new Set(filled.map((row) => row[i] ?? '').filter(Boolean))].join(' '),
  );
}

/**
 * True when a header has groups over the names in the next row: some cells are empty or repeated in it,
 * the next row fills them with different names, and none of those comes back as a value below.
 */
export function isGroupRow(
  header: readonly string[],
  next: readonly string[],
  after: readonly (readonly string[])[],
): boolean {
  const own = header.map((cell) => cell.trim());
  const below = next.map((cell) => cell.trim());
  const met = new Set<string>();
  const open = own.filter((cell, i) => {
    const again = !cell || met.has(cell);
    met.add(cell);
    return again && below[i];
  });
  const names = below.filter(Boolean);
  return (
    open.length > 1 &&
    after.length > 1 &&
    names.length > 1 &&
    names.length >= below.length * 0.6 &&
    own.every((cell, i) => cell || below[i]) &&
    names.every((cell) => /\p{L}/u.test(cell)) &&
    !after.some((row) => row.some((cell, i) => cell.trim() && cell.trim() === below[i]))
  );
}
