import type { SolveLp } from './linear-program';
import type { MethodWords } from './method-words';

/** Reads untyped input (throws {@link InputError}) and returns the output of the contract. */
type Compute = (input: unknown, services: Services) => object | Promise<object>;

/** One line of the list of methods: its words and how it is called. */
export interface Method extends MethodWords {
  readonly compute: Compute;
}

/** What some methods need from outside. */
export interface Services {
  /** A loaded solver; loaded from the installed package for each run if left out. */
  readonly solveLp?: SolveLp;
}

/** Joins words and code by contract name; words without code, or code without words, do not compile. */
export function computed<const Words extends readonly MethodWords[]>(
  words: Words,
  code: Readonly<Record<Words[number]['method'], Compute>>,
): readonly Method[] {
  return words.map((each) => ({ ...each, compute: code[each.method as Words[number]['method']] }));
}
