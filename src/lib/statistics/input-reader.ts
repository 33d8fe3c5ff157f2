/** The input of a method is not what its contract says. Names the field, never its content. */
export class InputError extends Error {}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

function must<T>(
  value: unknown,
  test: (value: unknown) => value is T,
  name: string,
  what: string,
): T {
  if (!test(value)) throw new InputError(`"${name}" must be ${what}`);
  return value;
}

/** Reads the fields of an untyped object one by one, with a sentence for each that is wrong. */
export class InputReader {
  readonly #fields: Fields;

  constructor(input: unknown) {
    if (!isRecord(input)) throw new InputError('the input must be an object');
    this.#fields = input;
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined && this.#fields[name] !== null;
  }

  number(name: string): number {
    return must(this.#fields[name], isNumber, name, 'a number');
  }

  numberOr<T>(name: string, otherwise: T): number | T {
    return this.has(name) ? this.number(name) : otherwise;
  }

  /** A number, or null where the field is null or left out. */
  numberOrNull(name: string): number | null {
    return this.numberOr(name, null);
  }

  text(name: string): string {
    const isText = (value: unknown): value is string => typeof value === 'string';
    return must(this.#fields[name], isText, name, 'a text');
  }

  textOrNull(name: string): string | null {
    return this.has(name) ? this.text(name) : null;
  }

  oneOf<const T extends string>(name: string, words: readonly T[], otherwise: T): T {
    if (!this.has(name)) return otherwise;
    const isWord = (value: unknown): value is T => words.includes(value as T);
    return must(this.#fields[name], isWord, name, `one of ${words.join(', ')}`);
  }

  #list<T>(name: string, test: (value: unknown) => value is T, what: string): readonly T[] {
    const isList = (value: unknown): value is readonly T[] =>
      Array.isArray(value) && value.every(test);
    return must(this.#fields[name], isList, name, what);
  }

  numbers(name: string): readonly number[] {
    return this.#list(name, isNumber, 'a list of numbers');
  }

  numbersOr<T>(name: string, otherwise: T): readonly number[] | T {
    return this.has(name) ? this.numbers(name) : otherwise;
  }

  numbersOrNulls(name: string): readonly (number | null)[] {
    const test = (value: unknown): value is number | null => value === null || isNumber(value);
    return this.#list(name, test, 'a list of numbers, null where one is missing');
  }

  /** Numbers or texts that name groups. */
  codes(name: string): readonly (number | string)[] {
    const test = (value: unknown): value is number | string =>
      typeof value === 'string' || isNumber(value);
    return this.#list(name, test, 'a list of numbers or texts');
  }

  texts(name: string): readonly string[] {
    const test = (value: unknown): value is string => typeof value === 'string';
    return this.#list(name, test, 'a list of texts');
  }

  textsOr<T>(name: string, otherwise: T): readonly string[] | T {
    return this.has(name) ? this.texts(name) : otherwise;
  }

  records<T>(name: string, read: (fields: InputReader) => T): T[] {
    return this.#list(name, isRecord, 'a list of objects').map((row) => read(new InputReader(row)));
  }
}
