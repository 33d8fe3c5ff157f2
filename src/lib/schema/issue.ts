import type { Text } from './text';

/** Something a reader of an import must know. Never holds the content of a cell. */
export interface Issue {
  /** `error` stops the file, `reject` drops a row, `warning` keeps the row, `note` informs. */
  readonly level: 'error' | 'reject' | 'warning' | 'note';
  /** Stable kebab-case code, for example `cell-not-a-date`. */
  readonly code: string;
  /** Source column as its header says, where one is concerned. */
  readonly column?: string;
  /** Rows concerned. */
  readonly count: number;
  /** Physical lines from 1, at most the first twenty. */
  readonly lines?: readonly number[];
  /** One plain sentence: what it is and what to do. */
  readonly message: Text;
}
