/** What an independent reader, written for clearness and nothing else, finds in a text. */
export interface SlowCount {
  readonly good: readonly (readonly string[])[];
  readonly goodLines: readonly number[];
  readonly bad: number;
  readonly blank: number;
}

/** Reads well-quoted text character by character; records with another number of cells are bad. */
export function slowRead(text: string, delimiter: string): SlowCount {
  const records: { cells: string[]; line: number; blank: boolean }[] = [];
  let [cells, cell, inside, line, start, wasQuoted] = [[] as string[], '', false, 1, 1, false];
  const close = () => {
    cells.push(cell);
    records.push({ cells, line: start, blank: cells.length === 1 && !cell.trim() && !wasQuoted });
    [cells, cell, wasQuoted] = [[], '', false];
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? '';
    const newline = sign === '\n' || sign === '\r';
    if (newline && sign === '\r' && text[i + 1] === '\n') i++;
    if (newline) line++;
    if (inside) {
      if (sign === '"' && text[i + 1] === '"') [cell, i] = [`${cell}"`, i + 1];
      else if (sign === '"') inside = false;
      else cell += newline ? '\n' : sign;
    } else if (sign === '"' && cell === '') [inside, wasQuoted] = [true, true];
    else if (sign === delimiter) [cells, cell] = [[...cells, cell], ''];
    else if (newline) {
      close();
      start = line;
    } else cell += sign;
  }
  if (cell || cells.length || wasQuoted) close();
  const [header, ...rest] = records.filter(({ blank }) => !blank);
  const width = header?.cells.length ?? 0;
  const good = rest.filter((record) => record.cells.length === width);
  return {
    good: good.map((record) => record.cells),
    goodLines: good.map((record) => record.line),
    bad: rest.length - good.length,
    blank: records.filter(({ blank }) => blank).length,
  };
}
