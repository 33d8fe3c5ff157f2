/** A plain value inside a statement. Dates travel as ISO text, identifiers always as text. */
export type SqlValue = string | number | boolean | null;

/** A piece of SQL: text between values. Only this class can become SQL text. */
export class Sql {
  readonly texts: readonly string[];
  readonly values: readonly SqlValue[];
  constructor(texts: readonly string[], values: readonly SqlValue[]) {
    this.texts = texts;
    this.values = values;
  }
  /** The statement as text, every value written as a literal: what the engine runs and the reader copies. */
  toString(): string {
    return this.texts.reduce(
      (text, piece, i) => text + literal(this.values[i - 1] ?? null) + piece,
    );
  }
}

/**
 * Tagged template: an `Sql` part is spliced in, everything else becomes a value.
 * Author's text is the only text; data can never turn into SQL.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql {
  const whole = begun(strings[0]);
  parts.forEach((part, i) => {
    if (part instanceof Sql) append(whole, part);
    else {
      whole.values.push(part);
      whole.texts.push('');
    }
    append(whole, new Sql([strings[i + 1] ?? ''], []));
  });
  return new Sql(whole.texts, whole.values);
}

/** A statement that grows in place, so that one of thousands of pieces costs no more than each of them. */
const begun = (text = '') => ({ texts: [text], values: [] as SqlValue[] });

function append(to: ReturnType<typeof begun>, part: Sql): void {
  to.texts.push((to.texts.pop() ?? '') + (part.texts[0] ?? ''));
  part.values.forEach((value, i) => {
    to.values.push(value);
    to.texts.push(part.texts[i + 1] ?? '');
  });
}

/** Pieces set side by side: `between` is SQL of its own, a comma by default. An empty list gives empty SQL. */
export function join(pieces: readonly Sql[], between: Sql = sql`, `): Sql {
  const whole = begun();
  pieces.forEach((piece, i) => {
    if (i) append(whole, between);
    append(whole, piece);
  });
  return new Sql(whole.texts, whole.values);
}

/** A quoted name. Names come from the schema or are made here, never from a file. */
export function name(identifier: string): Sql {
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,80}$/.test(identifier))
    throw new Error(`not a name the schema knows: ${identifier.length} characters`);
  return new Sql([`"${identifier}"`], []);
}

/** The name `c0`, `c1`, … that a source column has inside the engine, whatever its header says. */
export const slot = (index: number): Sql => name(`c${Math.trunc(index)}`);

/** Parenthesised list of values; an empty list becomes `(NULL)`, which matches nothing. */
export function list(values: readonly SqlValue[]): Sql {
  return values.length ? sql`(${join(values.map((value) => sql`${value}`))})` : sql`(NULL)`;
}

function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('a number in SQL must be finite');
    return Number.isInteger(value) && Math.abs(value) < 2 ** 53
      ? value.toFixed(0)
      : `${value}::DOUBLE`;
  }
  if (value.includes('\0')) throw new Error('text in SQL must not hold a NUL character');
  return `'${value.replaceAll("'", "''")}'`;
}
