import type { FieldDescriptor, MissingDescriptor, TableDescriptor } from './descriptor';
import type { Column, Field, MissingValue, Table } from './table';

/** Turns a schema file into the view indicators use: three fields of a moment become one column. */
export function readTable(descriptor: TableDescriptor): Table {
  const columns: Column[] = [];
  for (const field of descriptor.fields) {
    if (!field.moment) columns.push(columnOf(descriptor, field.name, [field]));
    else if (!columns.some((column) => column.name === field.moment))
      columns.push(
        columnOf(
          descriptor,
          field.moment,
          descriptor.fields.filter((other) => other.moment === field.moment),
        ),
      );
  }
  return {
    name: descriptor.name,
    labels: descriptor.labels,
    description: descriptor.description,
    columns,
    primaryKey: descriptor.primaryKey,
    references: (descriptor.foreignKeys ?? []).map(({ fields, reference }) => ({
      column: fields[0] ?? '',
      toTable: reference.resource ?? descriptor.name,
      toColumn: reference.fields[0] ?? '',
    })),
  };
}

function columnOf(table: TableDescriptor, name: string, parts: readonly FieldDescriptor[]): Column {
  const first = parts[0];
  if (!first) throw new Error(`column without a field: ${table.name}.${name}`);
  const main = parts.find((part) => part.part === 'at') ?? first;
  return {
    table: table.name,
    name,
    type: typeOf(first),
    labels: first.momentLabels ?? first.labels,
    description: first.description ?? null,
    fields: parts.map(fieldOf),
    codes: (first.categories ?? []).map(({ value, labels, synonyms }) => ({
      value,
      labels,
      synonyms: synonyms ?? [],
    })),
    codeList: first.codeList ?? null,
    min: first.constraints?.minimum ?? null,
    max: first.constraints?.maximum ?? null,
    pattern: first.constraints?.pattern ?? null,
    unit: first.unit ?? null,
    requirement: first.requirement,
    deidentification: first.deidentification,
    synonyms: main.synonyms ?? [],
    inverseSynonyms: first.inverseSynonyms ?? [],
    standsInFor: first.standsInFor ?? null,
    missing: missingOf(table.missingValues, first.missingValues),
  };
}

function typeOf(field: FieldDescriptor): Column['type'] {
  if (field.momentType) return field.momentType;
  if (field.type === 'datetime') throw new Error(`a date with a time is a moment: ${field.name}`);
  return field.type === 'string' && field.categories ? 'code' : field.type;
}

const fieldOf = ({ name, labels, synonyms, part }: FieldDescriptor): Field => ({
  name,
  labels,
  synonyms: synonyms ?? [],
  ...(part ? { part } : {}),
});

/** Values of the field if it names its own, else of the table; spellings are inherited by value. */
function missingOf(
  table: readonly MissingDescriptor[],
  field: readonly MissingDescriptor[] | undefined,
): MissingValue[] {
  return (field ?? table).map(({ value, label, synonyms }) => ({
    value,
    label,
    synonyms: synonyms ?? table.find((entry) => entry.value === value)?.synonyms ?? [],
  }));
}
