import { parseArgs, type ParseArgsConfig } from 'node:util';
import { WrongUse } from './exit';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What was written on the command line: places and options. */
export interface Words {
  readonly places: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

/** Reads a command's words; an unknown option is wrong use. */
export function readWords(words: string[], options: Options, least = 1): Words {
  let read;
  try {
    read = parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : 'The options could not be read.');
  }
  if (read.positionals.length < least) throw new WrongUse('A file or folder is missing.');
  return { places: read.positionals, values: read.values as Words['values'] };
}

/** One of a fixed set of words, or the first of them. */
export function oneOf<T extends string>(
  value: unknown,
  allowed: readonly [T, ...T[]],
  name: string,
): T {
  if (value === undefined) return allowed[0];
  const found = allowed.find((word) => word === value);
  if (!found) throw new WrongUse(`--${name} is one of: ${allowed.join(', ')}.`);
  return found;
}

/** JSON for people and pipes. */
export const printJson = (value: unknown): void => console.log(JSON.stringify(value, null, 2));
