import { join, list, name, slot, sql, type Sql } from '$lib/schema/sql';
import type { Column, Part } from '$lib/schema/table';
import type { Binding } from './map-columns';
import type { DayMonth } from './value-formats';
import { reasonOf, type MissingReason, type ValueMap } from './value-map';

/** How the values of one binding are written; the map holds spellings that are not codes. */
export interface Reading {
  readonly binding: Binding;
  readonly dayMonth: DayMonth;
  readonly decimalComma: boolean;
  readonly map: ValueMap;
}

/** Expressions for the physical columns of one logical column, by physical name. */
export type ColumnSql = Readonly<Record<string, Sql>>;

const label = (reason: MissingReason) => sql`${reason}::e_missing`;
const grain = (value: 'month' | 'year') => sql`${value}::e_grain`;
const marks = sql`'^\\s*(<\\s*\\d+|\\[[cxz]\\]|:|\\*)\\s*$'`;
const numberMarks = sql`'^\\s*(<\\s*\\d+|\\[?[cxz]\\]?|:|\\*)\\s*$'`;

/** Name inside the inner queries of what a source column converts to. */
const typed = ({ slot: at }: { readonly slot: number }) => name(`v${at}`);
const raw = ({ slot: at }: { readonly slot: number }) => slot(at);

/** The conversion done once for every cell, in the innermost query; NULL when it does not convert. */
export function typedSql(reading: Reading): Sql {
  const { binding } = reading;
  const cell = raw(binding);
  switch (kindOf(binding)) {
    case 'code': {
      const type = name(`e_${binding.column.codeList ?? ''}`);
      return binding.inverse ? sql`NULL::${type}` : sql`TRY_CAST(${cell} AS ${type})`;
    }
    case 'number':
      return reading.decimalComma
        ? sql`TRY_CAST(replace(${cell}, ',', '.') AS DOUBLE)`
        : sql`TRY_CAST(${cell} AS DOUBLE)`;
    case 'moment':
      return momentSql(cell, reading.dayMonth);
    case 'month':
      return sql`CASE length(${cell})
        WHEN 7 THEN COALESCE(TRY_CAST(${cell} || '-01' AS DATE), CAST(try_strptime(${cell}, ['%m/%Y', '%m.%Y', '%m-%Y', '%Y/%m', '%Y.%m']) AS DATE))
        WHEN 4 THEN TRY_CAST(${cell} || '-01-01' AS DATE)
        ELSE CAST(date_trunc('month', ${momentSql(cell, reading.dayMonth)}) AS DATE) END`;
    default:
      return sql`NULLIF(trim(${cell}), '')`;
  }
}

/** A date with or without a time: ISO first, then year first, then the order that was proved. */
function momentSql(cell: Sql, order: DayMonth): Sql {
  const days =
    order === 'dmy' ? ['%d/%m/%Y', '%d.%m.%Y', '%d-%m-%Y'] : ['%m/%d/%Y', '%d.%m.%Y', '%m-%d-%Y'];
  const formats = [...days, '%Y/%m/%d', '%Y.%m.%d'].flatMap((day) => [
    day,
    `${day} %H:%M`,
    `${day} %H:%M:%S`,
  ]);
  const all = join([...formats, '%Y%m%d'].map((format) => sql`${format}`));
  return sql`COALESCE(TRY_CAST(${cell} AS TIMESTAMP), try_strptime(${cell}, [${all}]))`;
}

/** The second step: what converts to a date outside 1900 to 2100 is a misreading, not a date. */
export function guardedSql({ binding }: Reading): Sql {
  const value = typed(binding);
  return ['moment', 'month'].includes(kindOf(binding))
    ? sql`CASE WHEN ${value} >= DATE '1900-01-01' AND ${value} < DATE '2101-01-01' THEN ${value} END AS ${value}`
    : value;
}

type Kind = 'code' | 'number' | 'moment' | 'month' | 'list' | 'text';
function kindOf({ column, part }: Binding): Kind {
  if (part) return part === 'at' ? 'moment' : part === 'month' ? 'month' : 'number';
  if (column.type === 'integer' || column.type === 'number' || column.type === 'year')
    return 'number';
  if (column.type === 'date') return 'moment';
  if (column.type === 'yearmonth') return 'month';
  return column.type === 'code' ? 'code' : column.type === 'list' ? 'list' : 'text';
}

/** Physical columns of one logical column fed by one reading, or by up to three for a moment. */
export function columnSql(column: Column, readings: readonly Reading[]): ColumnSql {
  const [first] = readings;
  if (!first) return {};
  const missing = `${column.name}__missing`;
  const value = typed(first.binding);
  switch (column.type) {
    case 'code': {
      const type = name(`e_${column.codeList ?? ''}`);
      const mapped = spelled(first, (meaning) =>
        'code' in meaning ? sql`${meaning.code}::${type}` : null,
      );
      return {
        [column.name]: mapped ? sql`COALESCE(${value}, ${mapped})` : value,
        [missing]: sql`CASE WHEN ${value} IS NOT NULL THEN NULL ${reasons(first, 'unmapped')} END`,
      };
    }
    case 'integer':
    case 'number':
    case 'year': {
      const bad = outside(column, value);
      const legacy = legacyNumbers(column);
      const absent = legacy.length ? sql`${value} IN ${list(legacy)}` : sql`FALSE`;
      const good = sql`CASE WHEN NOT (${bad}) AND NOT (${absent}) THEN ${value} END`;
      return {
        [column.name]: column.type === 'number' ? good : sql`CAST(${good} AS INTEGER)`,
        [missing]: sql`CASE WHEN ${absent} THEN ${label('not_recorded')} WHEN ${bad} THEN ${label('unreadable')}
          WHEN ${value} IS NOT NULL THEN NULL ${reasons(first, 'unreadable')} END`,
      };
    }
    case 'date':
      return {
        [column.name]: sql`CAST(${value} AS DATE)`,
        [missing]: sql`CASE WHEN ${value} IS NOT NULL THEN NULL ${reasons(first, 'unreadable')} END`,
      };
    case 'yearmonth':
      return {
        [column.name]: value,
        [missing]: sql`CASE WHEN ${value} IS NOT NULL THEN NULL ${reasons(first, 'unreadable')} END`,
        [`${column.name}__grain`]: sql`CASE WHEN ${value} IS NULL THEN NULL WHEN length(${raw(first.binding)}) = 4 THEN ${grain('year')} ELSE ${grain('month')} END`,
      };
    case 'list':
      return listSql(column, first);
    case 'event-h':
    case 'event-d':
      return momentColumns(column, readings);
    default:
      return textSql(column, first);
  }
}

function textSql(column: Column, reading: Reading): ColumnSql {
  const value = typed(reading.binding);
  const absent = [...reading.map]
    .filter(([, meaning]) => 'missing' in meaning)
    .map(([cell]) => cell);
  const is = absent.length ? sql`${value} IN ${list(absent)}` : sql`FALSE`;
  const kept = sql`CASE WHEN ${is} THEN NULL ELSE ${value} END`;
  const wrong = column.pattern
    ? sql`NOT regexp_full_match(${value}, ${column.pattern.replace(/^\^|\$$/g, '')})`
    : sql`FALSE`;
  const mapped = spelled(reading, (meaning) => ('code' in meaning ? sql`${meaning.code}` : null));
  return {
    [column.name]: column.pattern
      ? sql`COALESCE(CASE WHEN ${wrong} THEN NULL ELSE ${kept} END${mapped ? sql`, ${mapped}` : sql``})`
      : kept,
    [`${column.name}__missing`]: sql`CASE WHEN ${is} THEN CASE ${reasons(reading, 'unmapped')} END
      WHEN ${value} IS NULL THEN ${label('not_recorded')}
      WHEN ${wrong} THEN CASE ${reasons(reading, 'unmapped')} END ELSE NULL END`,
  };
}

/** Several codes in one cell: known ones stay, in order; one unknown item makes the cell `unmapped`. */
function listSql(column: Column, reading: Reading): ColumnSql {
  const value = typed(reading.binding);
  const open = !column.codes.length;
  const items = sql`list_filter(list_transform(string_split(${value}, ';'), x -> trim(x)), x -> x <> '')`;
  const codes = column.codes.map((code) => code.value);
  const spellings = [...reading.map].flatMap(([cell, meaning]) =>
    'code' in meaning ? [[cell, meaning.code] as const] : [],
  );
  const translate = spellings.length
    ? sql`CASE ${join(
        spellings.map(([cell, code]) => sql`WHEN x = ${cell} THEN ${code}`),
        sql` `,
      )} ELSE x END`
    : sql`x`;
  const known = open
    ? items
    : sql`list_filter(list_transform(${items}, x -> ${translate}), x -> x IN ${list(codes)})`;
  const absent = [...reading.map]
    .filter(([, meaning]) => 'missing' in meaning)
    .map(([cell]) => cell);
  const is = absent.length ? sql`${value} IN ${list(absent)}` : sql`FALSE`;
  return {
    [column.name]: sql`CASE WHEN ${value} IS NULL OR ${is} OR len(${known}) = 0 THEN NULL ELSE ${known} END`,
    [`${column.name}__missing`]: sql`CASE WHEN ${value} IS NULL THEN ${label('not_recorded')}
      WHEN ${is} THEN CASE ${reasons(reading, 'unmapped')} END
      WHEN len(${known}) < len(${items}) THEN ${label('unmapped')} ELSE NULL END`,
  };
}

/** The first of the three fields that is filled wins, also when it cannot be read. */
function momentColumns(column: Column, readings: readonly Reading[]): ColumnSql {
  const order: readonly (Part | null)[] = ['offset_h', 'offset_d', 'at', 'month'];
  const parts = [...readings].sort(
    (a, b) => order.indexOf(a.binding.part) - order.indexOf(b.binding.part),
  );
  const pick = (of: (reading: Reading) => Sql, rest: Sql) => {
    const branches = parts.map((reading, i) =>
      i < parts.length - 1
        ? sql`WHEN ${filled(reading)} THEN ${of(reading)}`
        : sql`ELSE ${of(reading)}`,
    );
    return parts.length > 1
      ? sql`CASE ${join(branches, sql` `)} END`
      : parts[0]
        ? of(parts[0])
        : rest;
  };
  return {
    [`${column.name}_h`]: pick(hours, sql`NULL`),
    [`${column.name}__clock`]: pick(clock, sql`NULL`),
    [`${column.name}__missing`]: pick(
      (reading) =>
        sql`CASE WHEN ${hours(reading)} IS NOT NULL THEN NULL ${reasons(reading, 'unreadable')} END`,
      sql`NULL`,
    ),
  };
}

/** Filled: not empty and not only a word for "no value". */
function filled({ binding, map }: Reading): Sql {
  const absent = [...map].filter(([, meaning]) => 'missing' in meaning).map(([cell]) => cell);
  const cell = raw(binding);
  return absent.length
    ? sql`(${cell} IS NOT NULL AND trim(${cell}) <> '' AND ${cell} NOT IN ${list(absent)})`
    : sql`(${cell} IS NOT NULL AND trim(${cell}) <> '')`;
}

function hours({ binding }: Reading): Sql {
  const value = typed(binding);
  switch (binding.part) {
    case 'offset_h':
      return sql`CASE WHEN isfinite(${value}) THEN ${value} END`;
    case 'offset_d':
      return sql`CASE WHEN isfinite(${value}) THEN ${value} * 24 END`;
    case 'month':
      return sql`(epoch(CAST(${value} AS TIMESTAMP)) + epoch(${value} + INTERVAL 1 MONTH)) / 7200`;
    default:
      return sql`epoch(${value}) / 3600`;
  }
}

function clock({ binding }: Reading): Sql {
  const value = typed(binding);
  const is = (text: string) => sql`${text}::e_clock`;
  if (binding.part !== 'at')
    return sql`CASE WHEN ${value} IS NOT NULL THEN ${is(binding.part ?? 'month')} END`;
  return sql`CASE WHEN ${value} IS NULL THEN NULL WHEN length(${raw(binding)}) > 10 THEN ${is('datetime')} ELSE ${is('date')} END`;
}

/** `WHEN` branches that say why a cell holds no value; `otherwise` when nothing is known about it. */
function reasons({ binding, map }: Reading, otherwise: MissingReason): Sql {
  const cell = raw(binding);
  const groups = new Map<MissingReason | null, string[]>();
  for (const [spelling, meaning] of map) {
    const key = 'missing' in meaning ? meaning.missing : null;
    groups.set(key, [...(groups.get(key) ?? []), spelling]);
  }
  const branches = [...groups].map(
    ([reason, cells]) =>
      sql`WHEN ${cell} IN ${list(cells)} THEN ${reason ? label(reason) : sql`NULL`}`,
  );
  const hidden = kindOf(binding) === 'number' ? numberMarks : marks;
  return sql`WHEN ${cell} IS NULL THEN ${label('not_recorded')} ${join(branches, sql` `)}
    WHEN trim(${cell}) = '' THEN ${label('not_recorded')}
    WHEN regexp_matches(${cell}, ${hidden}) THEN ${label('withheld')} ELSE ${label(otherwise)}`;
}

/** The value of each spelling as one CASE, or null when no spelling has one. */
function spelled(
  { binding, map }: Reading,
  of: (meaning: ValueMap extends ReadonlyMap<string, infer M> ? M : never) => Sql | null,
): Sql | null {
  const branches: Sql[] = [];
  for (const [spelling, meaning] of map) {
    const value = of(meaning);
    if (value) branches.push(sql`WHEN ${spelling} THEN ${value}`);
  }
  return branches.length ? sql`CASE ${raw(binding)} ${join(branches, sql` `)} END` : null;
}

/** True for a number that the column cannot hold. Numbers that are no numbers count as outside. */
function outside(column: Column, value: Sql): Sql {
  const tests = [sql`NOT isfinite(${value})`];
  if (column.type !== 'number')
    tests.push(sql`${value} <> trunc(${value})`, sql`abs(${value}) > 2147483647`);
  if (column.min !== null) tests.push(sql`${value} < ${column.min}`);
  if (column.max !== null) tests.push(sql`${value} > ${column.max}`);
  return sql`COALESCE(${join(tests, sql` OR `)}, FALSE)`;
}

/** Numbers that stand for "no value" in this column, as the schema lists them. */
const legacyNumbers = (column: Column): number[] =>
  column.missing
    .filter((value) => reasonOf(value) === 'not_recorded' && /^-?\d+(\.\d+)?$/.test(value.value))
    .map((value) => Number(value.value));
