import type { SolveLp } from './linear-program';

/** What a methods page says about a method, in plain words. */
interface MethodWords {
  readonly name: string;
  readonly formula: string;
  /** Where the method is from. */
  readonly source: string;
  /** When it is used. */
  readonly use: string;
  /** When it gives no number. */
  readonly silent: string;
}

/** One line of the list of methods: its contract name, what it does and how it is called. */
export interface Method extends MethodWords {
  readonly method: string;
  /** Reads untyped input (throws {@link InputError}) and returns the output of the contract. */
  readonly compute: (input: unknown, services: Services) => object | Promise<object>;
}

/** What some methods need from outside. */
export interface Services {
  /** A loaded solver; loaded from the installed package for each run if left out. */
  readonly solveLp?: SolveLp;
}
