import type { Cells } from './cells';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly categories?: readonly (string | { readonly value: string })[];
  readonly missingValues?: readonly { readonly value: string; readonly label: string }[];
  readonly constraints?: { readonly minimum?: number; readonly maximum?: number; readonly pattern?: string }; // prettier-ignore
}

interface Schema {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly missingValues: NonNullable<Field['missingValues']>;
}

const schemas = import.meta.glob<{ default: Schema }>('../../../data-schemas/*.json', {
  eager: true,
});

/** A column as people speak of it: one moment may be written in three ways (data model 0). */
export interface Column {
  readonly table: string;
  readonly name: string;
  /** Whether a file with these headings holds it. */
  readonly isIn: (headings: ReadonlySet<string>) => boolean;
  /** `known`, or the label of why not. */
  readonly stateOf: (row: Cells) => string;
}

/** Every column of every table. */
export const columns: readonly Column[] = Object.values(schemas).flatMap(({ default: schema }) => {
  const names = new Set(schema.fields.map(({ name }) => name));
  const moments = new Map<string, Field[]>();
  for (const field of schema.fields) {
    const found = /^(.+)_(offset_h|offset_d|at|month)$/.exec(field.name)?.[1];
    const isMoment = found && (names.has(`${found}_offset_h`) || names.has(`${found}_offset_d`));
    const name = isMoment ? found : field.name;
    moments.set(name, [...(moments.get(name) ?? []), field]);
  }
  return [...moments].map(([name, fields]) => ({
    table: schema.name,
    name,
    isIn: (headings: ReadonlySet<string>) => fields.some((field) => headings.has(field.name)),
    stateOf: (row: Cells) => stateOf(fields.map((field) => stateOfCell(row[field.name], field, schema))), // prettier-ignore
  }));
});

/** Known if any way of writing it is; else why the fullest cell is not. */
function stateOf(states: readonly string[]): string {
  if (states.includes('known')) return 'known';
  return states.find((state) => state !== 'not_recorded') ?? 'not_recorded';
}

function stateOfCell(cell: string | undefined, field: Field, schema: Schema): string {
  const text = (cell ?? '').trim();
  const missing = (field.missingValues ?? schema.missingValues).find(({ value }) => value === text);
  if (missing) return missing.label === 'legacy_missing' ? 'not_recorded' : missing.label;
  return isReadable(text, field) ? 'known' : 'unreadable';
}

function isReadable(text: string, { type, categories, constraints }: Field): boolean {
  const codes = categories?.map((code) => (typeof code === 'string' ? code : code.value));
  if (type === 'list') return text.split(';').every((code) => !codes || codes.includes(code));
  if (codes && !codes.includes(text)) return false;
  if (constraints?.pattern && !new RegExp(constraints.pattern).test(text)) return false;
  if (type === 'integer' || type === 'number') {
    const number = Number(text);
    if (Number.isNaN(number)) return false;
    return number >= (constraints?.minimum ?? -Infinity) && number <= (constraints?.maximum ?? Infinity); // prettier-ignore
  }
  return true;
}
