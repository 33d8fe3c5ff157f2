import type { MissingLabel, Part } from './table';
import type { Text } from './text';

/** A missing value as the schema files write it. */
export interface MissingDescriptor {
  readonly value: string;
  readonly label: MissingLabel;
  readonly synonyms?: readonly string[];
}

/** A field of a schema file: Frictionless Table Schema v2 and the properties this project adds. */
export interface FieldDescriptor {
  readonly name: string;
  readonly type:
    'string' | 'integer' | 'number' | 'year' | 'yearmonth' | 'date' | 'datetime' | 'list';
  readonly title: string;
  readonly description?: string;
  readonly labels: Text;
  readonly constraints?: {
    readonly required?: boolean;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly pattern?: string;
  };
  readonly categories?: readonly {
    readonly value: string;
    readonly label: string;
    readonly labels: Text;
    readonly synonyms?: readonly string[];
  }[];
  readonly codeList?: string;
  readonly missingValues?: readonly MissingDescriptor[];
  readonly unit?: string;
  readonly requirement: 'R' | 'C' | 'O';
  readonly deidentification: 'K' | 'T' | 'B' | 'S' | 'P';
  readonly synonyms?: readonly string[];
  readonly inverseSynonyms?: readonly string[];
  readonly standsInFor?: string;
  readonly moment?: string;
  readonly momentType?: 'event-h' | 'event-d';
  readonly momentLabels?: Text;
  readonly part?: Part;
}

/** A file of `data-schemas/`. */
export interface TableDescriptor {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly labels: Text;
  readonly missingValues: readonly MissingDescriptor[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
  }[];
  readonly fields: readonly FieldDescriptor[];
}
