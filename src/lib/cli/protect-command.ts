import { readFile } from 'node:fs/promises';
import { protect } from '$lib/disclosure/protect';
import type { Table } from '$lib/disclosure/table';
import { Refused, WrongUse } from './exit';
import { oneOf, printJson, readWords } from './words';

/** `protect`: protects a table, or audits its pattern; exit 1 unless the audit is proven. */
export async function protectCommand(words: string[]): Promise<number> {
  const { places, values } = readWords(words, {
    threshold: { type: 'string' },
    level: { type: 'string' },
    intervals: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const given = await readJson(places[0] ?? '');
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Refused('The file holds no table: an object with kind, dims and cells is expected.');
  const threshold = values.threshold === undefined ? undefined : Number(values.threshold);
  if (threshold !== undefined && !Number.isInteger(threshold))
    throw new WrongUse('--threshold is a whole number.');
  const level =
    values.level === undefined ? undefined : oneOf(values.level, ['exact', 'threshold'], 'level');
  const table = {
    ...(given as Table),
    ...(threshold === undefined ? {} : { threshold }),
    ...(level ? { level } : {}),
  };
  const result = await protect(table, { intervals: values.intervals === true, effort: 'best' });
  printJson(result);
  if (result.audit.status === 'proven') return 0;
  console.error(`The audit says: ${result.audit.status}.`);
  return 1;
}

/** A JSON file; refuses what cannot be read without printing its content. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new Refused(`${path} cannot be read.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(`${path} is not JSON.`);
  }
}
