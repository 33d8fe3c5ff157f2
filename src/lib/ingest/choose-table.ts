import type { Language, Text } from '$lib/schema/text';
import { tables } from '$lib/schema/tables';
import type { Table } from '$lib/schema/table';
import { headerForm, normalForm, squashed } from './normal-form';

/** The table a file feeds, or null with a reason. */
export interface TableChoice {
  readonly table: Table | null;
  readonly reason: Text;
}

/** How well every table suits a header and the name of a file, best first. */
export function scoreTables(header: readonly string[], file: string) {
  const stem = normalForm(file.replace(/^.*[\\/]/, '').replace(/\.[a-z.]+$/i, ''));
  const exact = new Set(header.map((name) => name.trim().toLowerCase()));
  const forms = new Set(header.map((name) => squashed(headerForm(name))));
  const scores = tables.map((table) => {
    let [names, synonyms] = [0, 0];
    const fed = new Set<string>();
    for (const column of table.columns)
      for (const field of column.fields) {
        const own = exact.has(field.name);
        const other = !own && spellings(field, column).some((one) => forms.has(squashed(one)));
        if (own) names++;
        if (other) synonyms++;
        if (own || other) fed.add(column.standsInFor ?? column.name);
      }
    const needed = table.columns.filter(({ requirement }) => requirement === 'R');
    const enough = needed.filter(({ name }) => fed.has(name)).length * 2 >= needed.length;
    const keyed = table.primaryKey.every((key) => exact.has(key));
    const title = normalForm(table.name);
    const byName = stem === title ? 8 : ` ${stem} `.includes(` ${title} `) ? 5 : 0;
    return {
      table,
      names,
      synonyms,
      byName,
      enough,
      named: stem === title,
      score: names * 3 + synonyms + (keyed ? 6 : 0) + byName,
    };
  });
  return scores.sort((a, b) => b.score - a.score);
}

/**
 * The table is decided before any column, from the whole header and the file's name: column names
 * such as `status` or `einddatum` serve several tables.
 */
export function chooseTable(header: readonly string[], file: string): TableChoice {
  const [best, second] = scoreTables(header, file);
  if (!best || best.names + best.synonyms === 0)
    return {
      table: null,
      reason: {
        en: 'no table of the data model has these columns',
        nb: 'ingen tabell i datamodellen har disse kolonnene',
      },
    };
  if (!best.enough && !best.named)
    return {
      table: null,
      reason: {
        en: `some columns are known from ${best.table.name}, but most of those that table needs are not there`,
        nb: `noen kolonner er kjent fra ${best.table.name}, men de fleste den tabellen trenger, er ikke der`,
      },
    };
  if (second && second.score === best.score)
    return {
      table: null,
      reason: {
        en: `the header fits ${best.table.name} and ${second.table.name} equally; say which in the file's name`,
        nb: `overskriften passer like godt til ${best.table.name} og ${second.table.name}; si hvilken i filnavnet`,
      },
    };
  const because = [
    best.names && {
      en: `${best.names} column names of ${best.table.name}`,
      nb: `${best.names} kolonnenavn fra ${best.table.name}`,
    },
    best.synonyms && {
      en: `${best.synonyms} known synonyms`,
      nb: best.synonyms === 1 ? '1 kjent synonym' : `${best.synonyms} kjente synonymer`,
    },
    best.byName && { en: 'the name of the file', nb: 'filnavnet' },
  ].filter((one) => typeof one === 'object');
  const said = (language: Language) => because.map((one) => one[language]).join(', ');
  return { table: best.table, reason: { en: said('en'), nb: said('nb') } };
}

const known = new WeakMap<object, readonly string[]>();

/** Normal forms of the other headers known for a field of the schema. */
export function spellings(
  field: { readonly name: string; readonly synonyms: readonly string[] },
  column: { readonly inverseSynonyms: readonly string[] },
): readonly string[] {
  let forms = known.get(field);
  if (!forms) {
    forms = [field.name, ...field.synonyms, ...column.inverseSynonyms].map(headerForm);
    known.set(field, forms);
  }
  return forms;
}

const tightly = new WeakMap<object, ReadonlySet<string>>();

/** The same without blanks. */
export function tightSpellings(...of: Parameters<typeof spellings>): ReadonlySet<string> {
  const [field] = of;
  let forms = tightly.get(field);
  if (!forms) {
    forms = new Set(spellings(...of).map(squashed));
    tightly.set(field, forms);
  }
  return forms;
}
