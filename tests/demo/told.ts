import Papa from 'papaparse';
import { demoCountry } from '$lib/demo/demo-country';
import { tables } from '$lib/schema/tables';

export type Row = Record<string, string>;

/** The made-up country of the default size. */
export const files = demoCountry();
const rowsOf = (table: string): Row[] => {
  const file = files.find(({ name }) => name === `${table}.csv`);
  const parsed = Papa.parse<Row>(file?.text ?? '', { header: true, skipEmptyLines: true });
  if (parsed.errors.length > 0) throw new Error(`${table}: ${parsed.errors[0]?.message}`);
  return parsed.data;
};
export const told = tables.filter(({ name }) => files.some((file) => file.name === `${name}.csv`));
const data = new Map(told.map(({ name }) => [name, rowsOf(name)]));

/** The rows of a table. */
export const all = (table: string): Row[] => data.get(table) ?? [];
export const count = (table: string, test: (row: Row) => boolean): number =>
  all(table).filter(test).length;
/** Milliseconds of a moment or a day. */
export const moment = (text: string | undefined): number =>
  Date.parse((text ?? '').length === 10 ? `${text}T00:00:00Z` : (text ?? ''));
export const dateOnly = (text: string | undefined): boolean => text?.length === 10;
const caseByKey = new Map(all('cases').map((row) => [row.case_key, row]));
/** The case file that a row belongs to. */
export const fileOf = (row: Row): Row | undefined => caseByKey.get(row.case_key);
/** The child that a row is about. */
export const personOf = (row: Row): string => fileOf(row)?.child_key || row.case_key || '';
export const grouped = (rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
};
/** The files of each child. */
export const people = grouped(all('cases'), personOf);
export const detectedAt = (row: Row): number => moment(fileOf(row)?.detected_at);
