import type { Text } from './text';

/** Why a cell holds no value, as written in a `missingValues` label of the schemas. */
export type MissingLabel =
  'not_recorded' | 'unknown' | 'not_asked' | 'refused' | 'not_applicable' | 'legacy_missing';

/** A spelling that means "no value here". `legacy_missing` is read as `not_recorded`. */
export interface MissingValue {
  readonly value: string;
  readonly label: MissingLabel;
  readonly synonyms: readonly string[];
}

/** One code of a code list. */
interface Code {
  readonly value: string;
  readonly labels: Text;
  /** Other spellings of this code in real exports; case and accents as they were seen. */
  readonly synonyms: readonly string[];
}

type ColumnType =
  | 'string' // any text
  | 'code' // one code of a list
  | 'integer'
  | 'number'
  | 'year'
  | 'yearmonth'
  | 'date'
  | 'list' // several codes between semicolons
  | 'event-h' // a moment wanted to the hour, in three fields
  | 'event-d'; // a moment wanted to the day, in three fields

/** The three ways to write a moment, best first: a duration since T0, a date, a month. */
export type Part = 'offset_h' | 'offset_d' | 'at' | 'month';

/** A column of a file: one for most columns, three for a moment. */
export interface Field {
  readonly name: string;
  readonly labels: Text;
  readonly synonyms: readonly string[];
  /** Only for a field of a moment. */
  readonly part?: Part;
}

/** A column as indicators see it. A moment is one column, however it is written in the file. */
export interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: ColumnType;
  readonly labels: Text;
  /** What the column means, in English. */
  readonly description: string | null;
  readonly fields: readonly Field[];
  /** Codes of a `code` or `list` column, in the order of the list. */
  readonly codes: readonly Code[];
  /** Name of the code list, without `CL-`. */
  readonly codeList: string | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Regular expression that a whole value matches. */
  readonly pattern: string | null;
  readonly unit: string | null;
  /** R: the table is useless without it; C: core indicators need it; O: optional. */
  readonly requirement: 'R' | 'C' | 'O';
  /** K pseudonym, T time rule, B banded, S special category, P not personal. */
  readonly deidentification: 'K' | 'T' | 'B' | 'S' | 'P';
  /** Other headers seen for this column; for a moment, those of its date field. */
  readonly synonyms: readonly string[];
  /** Headers whose yes and no mean the opposite. */
  readonly inverseSynonyms: readonly string[];
  /** The column that this one replaces where the source is coarser: `index_year` for `index_month`. */
  readonly standsInFor: string | null;
  readonly missing: readonly MissingValue[];
}

/** A foreign key to a table of this schema. */
interface Reference {
  readonly column: string;
  readonly toTable: string;
  readonly toColumn: string;
}

/** One table that the app can load. */
export interface Table {
  readonly name: string;
  readonly labels: Text;
  readonly description: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  readonly references: readonly Reference[];
}
