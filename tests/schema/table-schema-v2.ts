/**
 * JSON Schema of a Table Schema descriptor, written from the text of the standard, version 2.0
 * (https://datapackage.org/standard/table-schema/). The npm packages that check descriptors know
 * version 1 only. Properties the standard does not name are allowed, as it says.
 */
const missingValues = {
  anyOf: [
    { type: 'array', items: { type: 'string' } },
    {
      type: 'array',
      items: {
        type: 'object',
        required: ['value'],
        properties: { value: { type: 'string' }, label: { type: 'string' } },
      },
    },
  ],
};
const categoriesOf = (type: string) => ({
  anyOf: [
    { type: 'array', items: { type } },
    {
      type: 'array',
      items: {
        type: 'object',
        required: ['value'],
        properties: { value: { type }, label: { type: 'string' } },
      },
    },
  ],
});
const common = {
  name: { type: 'string', minLength: 1 },
  title: { type: 'string' },
  description: { type: 'string' },
  rdfType: { type: 'string' },
  missingValues,
};
const both = { required: { type: 'boolean' }, unique: { type: 'boolean' } };
const bounds = (bound: object) => ({
  minimum: bound,
  maximum: bound,
  exclusiveMinimum: bound,
  exclusiveMaximum: bound,
});
const lengths = {
  minLength: { type: 'integer', minimum: 0 },
  maxLength: { type: 'integer', minimum: 0 },
};
const pattern = { pattern: { type: 'string' } };

/** A field of one type: its formats, its constraints and nothing of another type. */
const field = (type: string, format: object, constraints: object, more: object = {}) => ({
  type: 'object',
  required: ['name', 'type'],
  properties: {
    ...common,
    ...more,
    type: { const: type },
    format,
    constraints: {
      type: 'object',
      additionalProperties: false,
      properties: { ...both, ...constraints },
    },
  },
});
const only = (...formats: string[]) => ({ enum: formats });
const time = { type: 'string', pattern: '^(default|any|.*%[A-Za-z].*)$' };
const textual = bounds({ type: 'string' });
const enumOf = (type: string) => ({
  enum: { type: 'array', minItems: 1, uniqueItems: true, items: { type } },
});
const ordered = { categoriesOrdered: { type: 'boolean' } };
const separators = { groupChar: { type: 'string' }, bareNumber: { type: 'boolean' } };
const fields = [
  field(
    'string',
    only('default', 'email', 'uri', 'binary', 'uuid'),
    { ...pattern, ...lengths, ...enumOf('string') },
    { categories: categoriesOf('string'), ...ordered },
  ),
  field(
    'integer',
    only('default'),
    { ...bounds({ type: 'integer' }), ...enumOf('integer') },
    { categories: categoriesOf('integer'), ...ordered, ...separators },
  ),
  field(
    'number',
    only('default'),
    { ...bounds({ type: 'number' }), ...enumOf('number') },
    { ...separators, decimalChar: { type: 'string' } },
  ),
  field('boolean', only('default'), enumOf('boolean')),
  field('date', time, { ...textual, ...enumOf('string') }),
  field('time', time, { ...textual, ...enumOf('string') }),
  field('datetime', time, { ...textual, ...enumOf('string') }),
  field('year', only('default'), { ...bounds({ type: 'integer' }), ...enumOf('integer') }),
  field('yearmonth', only('default'), { ...textual, ...enumOf('string') }),
  field(
    'list',
    only('default'),
    { ...lengths, ...enumOf('string') },
    {
      delimiter: { type: 'string', minLength: 1 },
      itemType: {
        enum: ['string', 'integer', 'boolean', 'number', 'datetime', 'date', 'time'],
      },
    },
  ),
];
const names = {
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { type: 'string', minLength: 1 },
};

export const tableSchemaV2 = {
  type: 'object',
  required: ['$schema', 'fields'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/tableschema.json' },
    fields: { type: 'array', minItems: 1, items: { oneOf: fields } },
    fieldsMatch: {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: only('exact', 'equal', 'subset', 'superset', 'partial'),
    },
    missingValues,
    primaryKey: { anyOf: [names, { type: 'string' }] },
    uniqueKeys: { type: 'array', minItems: 1, items: names },
    foreignKeys: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        properties: {
          fields: names,
          reference: {
            type: 'object',
            required: ['fields'],
            properties: { resource: { type: 'string', minLength: 1 }, fields: names },
          },
        },
      },
    },
  },
};
