import type { Text } from '$lib/schema/text';

/** A message of an import: what happened, and what to do. */
export interface ErrorCode {
  /** As in the account of a file, for example `cell-not-a-date`. */
  readonly code: string;
  readonly happened: Text;
  readonly todo: Text;
}

export type Pair = readonly [en: string, nb: string];
export const code = (code: string, happened: Pair, todo: Pair): ErrorCode => ({
  code,
  happened: { en: happened[0], nb: happened[1] },
  todo: { en: todo[0], nb: todo[1] },
});

export const atSource: Pair = [
  'Correct it in the source system and export again.',
  'Rett det i kildesystemet og ta uttrekket på nytt.',
];
export const nothing: Pair = [
  'Nothing. It is told so that the account closes.',
  'Ingenting. Det sies for at regnskapet skal gå opp.',
];
export const check: Pair = [
  'Check under Data what the column was read as.',
  'Kontroller under Data hva kolonnen ble lest som.',
];
export const tryAgain: Pair = [
  'Close other tabs and try again; with fewer files if it comes back. Very large files: use the command line.',
  'Lukk andre faner og prøv igjen; med færre filer om det skjer på nytt. Svært store filer: Bruk kommandolinjen.',
];
