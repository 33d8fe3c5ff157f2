import type { DialectChoice } from './dialect';
import type { CellFix, GroupFix } from './fixes';
import type { Dialect } from './import-report';
import type { DecimalMark } from './value-formats';
import type { Meaning } from './value-map';

/** What the user decided about columns of files, by the name of the file. */
export interface Decisions {
  readonly drop: readonly { readonly file: string; readonly column: string }[];
  readonly dateOrder: readonly {
    readonly file: string;
    readonly column: string;
    readonly order: 'day-first' | 'month-first';
  }[];
  readonly table?: readonly { readonly file: string; readonly table: string }[];
  readonly column?: readonly {
    readonly file: string;
    readonly column: string;
    readonly target: string | null;
  }[];
  readonly encoding?: readonly { readonly file: string; readonly encoding: Dialect['encoding'] }[];
  /** How the records of a file are written, where the proposal is wrong. */
  readonly dialect?: readonly ({ readonly file: string } & DialectChoice)[];
  readonly decimal?: readonly {
    readonly file: string;
    readonly column: string;
    readonly mark: DecimalMark;
  }[];
  /** What a spelling in a column of codes stands for. */
  readonly value?: readonly {
    readonly file: string;
    readonly column: string;
    readonly spelling: string;
    readonly meaning: Meaning;
  }[];
  /** Spellings of codes that stand for several things which cannot be told apart. */
  readonly merged?: readonly {
    readonly file: string;
    readonly column: string;
    readonly spelling: string;
  }[];
  /** Proposals that were confirmed: a column and the `table.field` it was then read as. */
  readonly confirmed?: readonly {
    readonly file: string;
    readonly column: string;
    readonly target: string;
  }[];
  /** Cells that cannot be read and look alike: set as unknown, or their rows left out. */
  readonly groups?: readonly ({ readonly file: string } & GroupFix)[];
  /** Single cells with another content. */
  readonly cells?: readonly ({ readonly file: string } & CellFix)[];
  /** Files left out as a whole, with the reason; null takes one back that a saved mapping left out. */
  readonly leaveOut?: readonly { readonly file: string; readonly reason: string | null }[];
}
