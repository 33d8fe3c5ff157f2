import { join, list, name, slot, sql, type Sql } from '$lib/schema/sql';
import type { Column, Part } from '$lib/schema/table';
import { listItemsSql } from './list-items';
import type { Binding } from './map-columns';
import type { DayMonth } from './value-formats';
import { hiddenCodes, type MissingReason, type ValueMap } from './value-map';

/** How the values of one binding are written; the map holds spellings that are not codes. */
export interface Reading {
  readonly binding: Binding;
  readonly dayMonth: DayMonth;
  readonly decimalComma: boolean;
  readonly map: ValueMap;
  /** Spellings whose meaning was decided. */
  readonly decided?: ReadonlySet<string>;
  /** A spelling that could stand for several things stays unread until it is decided. */
  readonly asks?: boolean;
}

/** Expressions for the physical columns of one logical column, by physical name. */
export type ColumnSql = Readonly<Record<string, Sql>>;

/*
 * The statement works in three steps, so that every cell is converted once and the engine keeps few
 * intermediate vectors: `c3` is the text of source column 3, `v3` what it converts to (first step)
 * or is good for (second step); the outermost step says why there is no value.
 */
const typed = ({ slot: at }: Binding) => name(`v${at}`);
const raw = ({ slot: at }: Binding) => slot(at);
const label = (reason: MissingReason) => sql`${reason}::e_missing`;

type Kind = 'code' | 'number' | 'moment' | 'month' | 'list' | 'text';
function kindOf({ column, part }: Binding): Kind {
  if (part) return part === 'at' ? 'moment' : part === 'month' ? 'month' : 'number';
  switch (column.type) {
    case 'integer':
    case 'number':
    case 'year':
      return 'number';
    case 'date':
      return 'moment';
    case 'yearmonth':
      return 'month';
    case 'code':
      return 'code';
    default:
      return column.type === 'list' ? 'list' : 'text';
  }
}

/** First step: the conversion; NULL when it does not convert. */
export function typedSql(reading: Reading): Sql {
  const { binding } = reading;
  const cell = raw(binding);
  switch (kindOf(binding)) {
    case 'code': {
      const type = name(`e_${binding.column.codeList ?? ''}`);
      if (binding.inverse) return sql`NULL::${type}`;
      const hidden = hiddenCodes(binding.column);
      return hidden.length
        ? sql`CASE WHEN ${cell} NOT IN ${list(hidden)} THEN TRY_CAST(${cell} AS ${type}) END`
        : sql`TRY_CAST(${cell} AS ${type})`;
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
    case 'list':
      return listItemsSql(cell, binding.blanks);
    default:
      return sql`NULLIF(trim(${cell}), '')`;
  }
}

/**
 * A date with or without a time: ISO first, then the order that was proved, then year first. A moment
 * with an offset from UTC stays the day and hour of its place: the engine alone would turn the first
 * hours of a day in Oslo into the day before.
 */
function momentSql(cell: Sql, order: DayMonth): Sql {
  const days =
    order === 'dmy' ? ['%d/%m/%Y', '%d.%m.%Y', '%d-%m-%Y'] : ['%m/%d/%Y', '%d.%m.%Y', '%m-%d-%Y'];
  const formats = [...days, '%Y/%m/%d', '%Y.%m.%d'].flatMap((day) => [
    day,
    `${day} %H:%M`,
    `${day} %H:%M:%S`,
  ]);
  const all = join([...formats, '%Y%m%d'].map((format) => sql`${format}`));
  const local = sql`CASE
    WHEN length(${cell}) > 19 THEN regexp_replace(${cell}, '([T ][0-9:.]+) ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)$', '\\1')
    WHEN length(${cell}) = 19 AND substr(${cell}, 17, 1) IN ('+', '-') THEN left(${cell}, 16)
    ELSE ${cell} END`;
  return sql`COALESCE(TRY_CAST(${local} AS TIMESTAMP), try_strptime(${cell}, [${all}]))`;
}

/** Second step: what converts to something that the column cannot hold is not a value. */
export function guardedSql({ binding, map }: Reading): Sql {
  const value = typed(binding);
  const { column, part } = binding;
  switch (kindOf(binding)) {
    case 'moment':
    case 'month':
      return sql`CASE WHEN ${value} >= DATE '1900-01-01' AND ${value} < DATE '2101-01-01' THEN ${value} END AS ${value}`;
    case 'number': {
      const whole = !part && column.type !== 'number';
      const [low, high] = [column.min ?? -2147483647, column.max ?? 2147483647];
      const test = part || column.type === 'number' ? sql`isfinite(${value})` : sql`TRUE`;
      const bounded =
        part || (column.type === 'number' && column.min === null && column.max === null)
          ? test
          : column.type === 'number'
            ? sql`${test} AND ${value} >= ${column.min ?? -1e300} AND ${value} <= ${column.max ?? 1e300}`
            : sql`${value} >= ${low} AND ${value} <= ${high}`;
      return sql`CASE WHEN ${bounded}${whole ? sql` AND ${value} = trunc(${value})` : sql``} THEN ${value} END AS ${value}`;
    }
    case 'list': {
      if (!column.codes.length) return sql`${value}, ${value} AS ${known(binding)}`;
      const codes = list(column.codes.map((code) => code.value));
      const spelled = spellings(map, (meaning) => ('code' in meaning ? meaning.code : null));
      const items = spelled
        ? sql`list_transform(${value}, x -> COALESCE(${spelled}[x], x))`
        : value;
      return sql`${value}, list_filter(${items}, x -> x IN ${codes}) AS ${known(binding)}`;
    }
    case 'text': {
      const absent = spellings(map, (meaning) => ('missing' in meaning ? meaning.missing : null));
      const code = spellings(map, (meaning) => ('code' in meaning ? meaning.code : null));
      const read = code ? sql`COALESCE(${code}[${value}], ${value})` : value;
      return sql`${read} AS ${value}, ${absent ? sql`${absent}[${value}]` : sql`NULL::VARCHAR`} AS ${known(binding)}`;
    }
    default:
      return value;
  }
}

/** A second result of the second step: known items of a list, the missing word of a text. */
const known = ({ slot: at }: Binding) => name(`k${at}`);

/** Physical columns of one logical column fed by one reading, or by up to three for a moment. */
export function columnSql(column: Column, readings: readonly Reading[]): ColumnSql {
  const [first] = readings;
  if (!first) return {};
  const { binding, map } = first;
  const missing = `${column.name}__missing`;
  const value = typed(binding);
  switch (column.type) {
    case 'code': {
      const type = name(`e_${column.codeList ?? ''}`);
      const code = spellings(map, (meaning) => ('code' in meaning ? meaning.code : null));
      const full = code ? sql`COALESCE(${value}, ${code}[${raw(binding)}]::${type})` : value;
      return { [column.name]: full, [missing]: reason(first, full, 'unmapped') };
    }
    case 'integer':
    case 'year':
      return {
        [column.name]: sql`CAST(${value} AS INTEGER)`,
        [missing]: reason(first, value, 'unreadable'),
      };
    case 'number':
      return { [column.name]: value, [missing]: reason(first, value, 'unreadable') };
    case 'date':
      return {
        [column.name]: sql`CAST(${value} AS DATE)`,
        [missing]: reason(first, value, 'unreadable'),
      };
    case 'yearmonth':
      return {
        [column.name]: value,
        [missing]: reason(first, value, 'unreadable'),
        [`${column.name}__grain`]: sql`CASE WHEN ${value} IS NULL THEN NULL WHEN length(${raw(binding)}) = 4 THEN 'year'::e_grain ELSE 'month'::e_grain END`,
      };
    case 'list': {
      const items = known(binding);
      const whole = sql`CASE WHEN len(${items}) > 0 AND len(${items}) = len(${value}) THEN TRUE END`;
      return {
        [column.name]: sql`CASE WHEN len(${items}) > 0 THEN ${items} END`,
        [missing]: reason(first, whole, 'unmapped'),
      };
    }
    case 'event-h':
    case 'event-d':
      return momentColumns(column, readings);
    default: {
      const absent = known(binding);
      const fits = column.pattern
        ? sql`regexp_full_match(${value}, ${column.pattern.replace(/^\^|\$$/g, '')})`
        : null;
      return {
        [column.name]: sql`CASE WHEN ${absent} IS NULL${fits ? sql` AND ${fits}` : sql``} THEN ${value} END`,
        [missing]: sql`CASE WHEN ${value} IS NULL THEN ${label('not_recorded')} WHEN ${absent} IS NOT NULL THEN ${absent}::e_missing${
          fits ? sql` WHEN NOT ${fits} THEN ${label('unmapped')}` : sql``
        } END`,
      };
    }
  }
}

/** The first of the three fields that is filled wins, also when it cannot be read. */
function momentColumns(column: Column, readings: readonly Reading[]): ColumnSql {
  const order: readonly (Part | null)[] = ['offset_h', 'offset_d', 'at', 'month'];
  const parts = [...readings].sort(
    (a, b) => order.indexOf(a.binding.part) - order.indexOf(b.binding.part),
  );
  const pick = (of: (reading: Reading) => Sql): Sql => {
    const [only] = parts;
    if (only && parts.length === 1) return of(only);
    const branches = parts.map((reading, i) =>
      i < parts.length - 1
        ? sql`WHEN ${filled(reading)} THEN ${of(reading)}`
        : sql`ELSE ${of(reading)}`,
    );
    return sql`CASE ${join(branches, sql` `)} END`;
  };
  return {
    [`${column.name}_h`]: pick(hours),
    [`${column.name}__clock`]: pick(clock),
    [`${column.name}__missing`]: pick((one) => reason(one, typed(one.binding), 'unreadable')),
  };
}

/** Filled: not empty and not only a word for "no value". */
function filled({ binding, map }: Reading): Sql {
  const absent = [...map].flatMap(([cell, meaning]) => ('missing' in meaning ? [cell] : []));
  return sql`${raw(binding)} NOT IN ${list(['', ...absent])}`;
}

function hours({ binding }: Reading): Sql {
  const value = typed(binding);
  switch (binding.part) {
    case 'offset_h':
      return value;
    case 'offset_d':
      return sql`${value} * 24`;
    case 'month':
      return sql`(epoch(CAST(${value} AS TIMESTAMP)) + epoch(${value} + INTERVAL 1 MONTH)) / 7200`;
    default:
      return sql`epoch(${value}) / 3600`;
  }
}

function clock({ binding }: Reading): Sql {
  const value = typed(binding);
  const is = (text: string) => sql`${text}::e_clock`;
  return binding.part === 'at'
    ? sql`CASE WHEN ${value} IS NULL THEN NULL WHEN length(${raw(binding)}) > 10 THEN ${is('datetime')} ELSE ${is('date')} END`
    : sql`CASE WHEN ${value} IS NOT NULL THEN ${is(binding.part ?? 'month')} END`;
}

/** Third step: why there is no value; `otherwise` when the cell holds something nobody explained. */
function reason({ binding, map }: Reading, value: Sql, otherwise: MissingReason): Sql {
  const absent = spellings(map, (meaning) => ('missing' in meaning ? meaning.missing : null));
  const rest = absent
    ? sql`COALESCE(${absent}[${raw(binding)}], ${otherwise})::e_missing`
    : label(otherwise);
  return sql`CASE WHEN ${value} IS NOT NULL THEN NULL WHEN ${raw(binding)} IS NULL THEN ${label('not_recorded')} ELSE ${rest} END`;
}

type Meaning = ValueMap extends ReadonlyMap<string, infer M> ? M : never;

/** A constant map from spellings to what `of` makes of them, or null when it would be empty. */
function spellings(map: ValueMap, of: (meaning: Meaning) => string | null): Sql | null {
  const entries: Sql[] = [];
  for (const [spelling, meaning] of map) {
    const value = of(meaning);
    if (value !== null) entries.push(sql`${spelling}: ${value}`);
  }
  return entries.length ? sql`MAP {${join(entries)}}` : null;
}
